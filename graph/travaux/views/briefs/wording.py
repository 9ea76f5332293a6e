"""What writers of files do to the words of a brief: nothing but what keeps the file well formed."""

from __future__ import annotations

import re
from urllib.parse import quote, urlsplit, urlunsplit

from travaux.views.briefs.blocks import Link, Note

_REPLACEMENT = "\ufffd"
_SPACES = re.compile(r"\r\n|[\t\n\v\f\r\x85\u2028\u2029]")
_FORBIDDEN = re.compile("[\x00-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]|[^\x00-\U0010ffff]")
_SAFE = "%/:?@!$&'()*+,;=~-._"


def to_line(text: str) -> str:
    """Return a text as one line: breaks become spaces, and what no file of text may hold becomes U+FFFD, which is seen."""
    return _FORBIDDEN.sub(_REPLACEMENT, _SPACES.sub(" ", text))


def find_address(link: Link) -> str | None:
    """Return the address of a link as a URI, or ``None`` if it is not one of the web; Word refuses a whole file for a broken one."""
    try:
        parts = urlsplit(to_line(link.address).strip())
        host, _ = parts.hostname, parts.port
    except ValueError:
        return None
    if parts.scheme not in {"http", "https"} or not host or not re.fullmatch(r"[A-Za-z0-9.:-]+", parts.netloc):
        return None
    path, query, fragment = (quote(part, safe=_SAFE) for part in (parts.path, parts.query, parts.fragment))
    return urlunsplit((parts.scheme, parts.netloc, path, query, fragment))


def to_sentence(note: Note) -> str:
    """Return a footnote as text: the exact words in quotation marks, then where they stand."""
    return to_line(note.source if note.quote is None else f"“{note.quote}” {note.source}")


class Numbering:
    """Numbers of footnotes in the order in which they are called; a note that is called again keeps its number."""

    def __init__(self) -> None:
        self._numbers: dict[Note, int] = {}

    def call(self, note: Note) -> tuple[int, bool]:
        """Return the number of a note, from 1, and whether this is its first call."""
        first = note not in self._numbers
        return self._numbers.setdefault(note, len(self._numbers) + 1), first

    def notes(self) -> tuple[Note, ...]:
        """Return the notes that were called, by their numbers."""
        return tuple(self._numbers)
