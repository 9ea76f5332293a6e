"""What writers of files do to the words of a brief: nothing but what keeps the file well formed."""

from __future__ import annotations

import re
from urllib.parse import quote, urlsplit, urlunsplit

from travaux.views.briefs.blocks import Block, Brief, Items, Link, Note, Paragraph, Strong
from travaux.views.briefs.notes import number_notes

_REPLACEMENT = "\ufffd"
_SPACES = re.compile(r"\r\n|[\t\n\v\f\r\x85\u2028\u2029]")
_FORBIDDEN = re.compile("[\x00-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufeff\ufffe\uffff]|[^\x00-\U0010ffff]")
_SAFE = "%/:?@!$&'()*+,;=~-._"


def to_line(text: str) -> str:
    """Return a text as one line: breaks become spaces, and what no file of text may hold becomes U+FFFD, which is seen."""
    return _FORBIDDEN.sub(_REPLACEMENT, _SPACES.sub(" ", text))


def to_title(text: str) -> str:
    """Return the title of a brief as one line; no document is without one."""
    return to_line(text).strip() or "Untitled"


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


def leads(block: Paragraph, following: Block | None) -> bool:
    """Whether a paragraph only leads to what follows it, so that no page may end between the two: a list, or a first position."""
    if isinstance(following, Items):
        return True
    position = isinstance(following, Paragraph) and following.words and isinstance(following.words[0], Strong)
    return bool(position) and len(block.words) == 1 and isinstance(block.words[0], str)


class Calls:
    """The calls of the footnotes of a brief, in the order of the text."""

    def __init__(self, brief: Brief) -> None:
        self.numbers = number_notes(brief)
        self._called: set[Note] = set()

    def call(self, note: Note) -> tuple[int, bool]:
        """Return the number of a note, and whether this is its first call."""
        first = note not in self._called
        self._called.add(note)
        return self.numbers[note], first
