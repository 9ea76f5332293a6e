"""Which form of an answer a request wants: by its ``format`` option, else by its ``Accept`` header."""

from __future__ import annotations

from collections.abc import Sequence


def choose(accept: str, offered: Sequence[str]) -> str | None:
    """Choose the media type that an ``Accept`` header likes best among those offered (RFC 9110, 12.5.1), the first of several alike.

    ``None`` if it likes none. An empty header likes all.

    >>> choose("text/turtle;q=0.9, application/json", ["text/html", "text/turtle", "application/json"])
    'application/json'
    >>> choose("image/png", ["text/html"]) is None
    True
    """
    if not accept.strip():
        return offered[0] if offered else None
    ranges = [_read_range(part) for part in accept.split(",") if part.strip()]
    liked = [(_quality(media, ranges), -place, media) for place, media in enumerate(offered)]
    best = max(liked, default=(0.0, 0, ""))
    return best[2] if best[0] > 0 else None


def accepts_pages(accept: str) -> bool:
    """Tell whether who asks is a browser: it names HTML itself, and is not content with anything.

    >>> accepts_pages("text/html,application/xml;q=0.9,*/*;q=0.8"), accepts_pages("*/*")
    (True, False)
    """
    return any(name == "text/html" and quality > 0 for name, quality in map(_read_range, accept.split(",")))


def _read_range(part: str) -> tuple[str, float]:
    name, *parameters = (piece.strip().lower() for piece in part.split(";"))
    quality = next((value.partition("=")[2] for value in parameters if value.startswith("q=")), "1")
    try:
        return name, min(1.0, max(0.0, float(quality)))
    except ValueError:
        return name, 0.0


def _quality(media: str, ranges: Sequence[tuple[str, float]]) -> float:
    """Give the quality that the most specific range gives to a media type."""
    group = f"{media.partition('/')[0]}/*"
    for wanted in (media, group, "*/*"):
        found = [quality for name, quality in ranges if name == wanted]
        if found:
            return max(found)
    return 0.0
