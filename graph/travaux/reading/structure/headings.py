"""Headings that nothing but their form marks, as in plain text."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from travaux.model.sentences import is_complete
from travaux.reading.structure.pieces import Piece

_LONGEST = 120
_LONGEST_BARE = 80

# I. Introduction · A. Opening · Chapter II · Annex · Part one · Agenda item 4: Finance
_ENUMERATED = re.compile(
    r"(?:[IVXLC]+|[A-Z])[.)]\s+[A-Z“\"]|(?:ANNEX|Annex)$"
    r"|(?:CHAPTER|Chapter|PART|Part|ANNEX|Annex|SECTION|Section|APPENDIX|Appendix|(?:Agenda )?[Ii]tem)\s+[\dIVXLCA-Z]"
)
# The enumerator before the words of a heading, which other documents may not print.
_ENUMERATOR = re.compile(r"(?:(?i:chapter|part|section|annex)\s+)?(?:[IVXLC]+|[A-Z]|\d{1,3}(?:\.\d{1,3})*)[.):]?[\s\u2013\u2014-]+(?=\S)")
# Words that head the first part of a document rather than belong to its title.
_OPENING = re.compile(
    r"(?:introduction|(?:executive )?summary|background|overview|foreword|preface|opening(?: of the \w+)?|contents)\W*", re.IGNORECASE
)
_ENDS_LIKE_TEXT = re.compile(r"[.,;:!]$|\d$|\b(?:of|the|and|or|by|to|in|for|with|a|an|at|on)$")


def find_headings(text: str, pieces: Sequence[Piece]) -> tuple[Piece, ...]:
    """Return the pieces with those turned to headings that look like one and stand where one stands."""
    return tuple(
        replace(piece, heading=True, number=None, printed=None) if _is_heading(text, pieces, place) else piece
        for place, piece in enumerate(pieces)
    )


def bare_title(title: str) -> str:
    """Return a heading without its enumerator.

    >>> bare_title("Chapter II. Criminalization"), bare_title("A. Opening"), bare_title("A rule")
    ('Criminalization', 'Opening', 'A rule')
    """
    opening = _ENUMERATOR.match(title)
    if not opening or not (opening[0].rstrip()[-1:] in ".):\u2013\u2014-" or " " in opening[0].strip() or opening[0].strip().isdigit()):
        return title
    return title[opening.end() :]


def opens_text(title: str) -> bool:
    """Whether a heading heads the first part of a text, such as an introduction, and is no part of the document's title."""
    return bool(_ENUMERATED.match(title) or _OPENING.fullmatch(bare_title(title)))


def _is_heading(text: str, pieces: Sequence[Piece], place: int) -> bool:
    piece = pieces[place]
    printed = text[piece.start : piece.end]
    if piece.heading or piece.row or not piece.fresh or len(printed) > _LONGEST or "\n" in printed or is_complete(printed):
        return piece.heading
    if piece.number is not None:
        return _is_numbered_heading(text, pieces, place)
    if _ENDS_LIKE_TEXT.search(printed):
        return False
    if _ENUMERATED.match(printed) or _OPENING.fullmatch(printed) or _is_capitals(printed):
        return True
    return not piece.item and len(printed) <= _LONGEST_BARE and printed[:1].isupper() and _stands_alone(text, pieces, place)


def _is_capitals(printed: str) -> bool:
    letters = [character for character in printed if character.isalpha()]
    return len(letters) > len("ANNEX") and all(letter.isupper() for letter in letters) and " " in printed


def _is_numbered_heading(text: str, pieces: Sequence[Piece], place: int) -> bool:
    """Whether "2. Findings" heads what follows: paragraph 2.1, or running text; a list has its like before or after."""
    piece = pieces[place]
    following = pieces[place + 1] if place + 1 < len(pieces) else None
    if following is None or following.heading or _ENDS_LIKE_TEXT.search(text[piece.body : piece.end]):
        return False
    if piece.number is not None and following.number == (*piece.number, 1):
        return True
    before = pieces[place - 1] if place else None
    listed = before is not None and before.number is not None and not is_complete(text[before.start : before.end])
    return following.number is None and not listed and not following.item and is_complete(text[following.start : following.end])


def _stands_alone(text: str, pieces: Sequence[Piece], place: int) -> bool:
    """Whether a line without any mark stands between a text that is complete and one that begins."""
    if place == 0 or place + 1 == len(pieces):
        return False
    before, following = pieces[place - 1], pieces[place + 1]
    begins = following.fresh and text[following.body : following.body + 1].isupper() and is_complete(text[following.start : following.end])
    return begins and (before.heading or is_complete(text[before.start : before.end]))
