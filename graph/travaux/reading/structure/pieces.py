"""The pieces that blocks of text are cut into before paragraphs are put together."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from travaux.model.sentences import is_complete
from travaux.model.text import Block, BlockKind, SourceText
from travaux.reading.structure.scope import trim

Number = tuple[int, ...]
"""A printed number, part by part: ``(12,)`` for ``12.``, ``(2, 1)`` for ``2.1``."""

# A number that may open a paragraph: "12. Text", "12) Text", "2.1 Text", "2.1. Text", "**12.** Text".
_NUMBER = re.compile(r"[ \t]*(?:\*\*|__)?(?:(\d{1,4})[.)]|(\d{1,3}(?:\.\d{1,3}){1,3})\.?)(?:\*\*|__)?[ \t]+(?=\S)")
_NUMBER_LENGTH = 24
# A line that is bold from end to end, or that number signs mark as a heading.
_MARKED_HEADING = re.compile(r"[ \t]*(?:\*\*(?:(?!\*\*).)+\*\*|#{1,6}[ \t].*)[ \t]*$")
# A block that is bold from end to end over several lines; two bold runs may touch ("**One****Two**").
_BOLD = re.compile(r"\s*\*\*(?:(?!\*\*).|\*{4})+\*\*\s*", re.DOTALL)
_BOLD_LENGTH = 600
# Marks around the words of a heading.
_MARKS_BEFORE = re.compile(r"(?:[ \t\n]|\*\*|__|#{1,6}(?=[ \t]))*")
_MARKS = "*_# \t\r\n"
# (a) · (iv) · a) · - · • · *
_ITEM = re.compile(r"(?:\([a-z]{1,4}\)|[a-z]\)|[-\u2013\u2014•·▪◦*o])[ \t]+\S")
# Ornaments, page numbers ("3/8", "Page 3 of 9", "- 3 -"), and job numbers ("V.23-13401 (E)"): no text of the document's own.
_FURNITURE = re.compile(
    r"[\W_]*|(?:page\s+|p\.\s*|[-\u2013\u2014]\s*)?\d{1,4}(?:\s*(?:/|of)\s*\d{1,4})?(?:\s*[-\u2013\u2014])?|[A-Z]{1,3}\.\d\d-\d{4,6}(?:\s.{0,12})?",
    re.IGNORECASE,
)
_FURNITURE_LENGTH = 40


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A run of text that is a heading, the beginning of a paragraph, or a part of one.

    ``start``/``end`` exclude white space at the ends and, for headings, their marks. ``number`` is what the piece opens with, ``body``
    where the text after it begins. ``fresh`` tells that a block begins here and not only a line of one.
    """

    start: int
    end: int
    body: int
    heading: bool = False
    level: int = 0
    item: bool = False
    row: bool = False
    fresh: bool = True
    number: Number | None = None
    printed: str | None = None


def cut_pieces(source: SourceText) -> tuple[Piece, ...]:
    """Cut blocks wherever a line is a heading or begins with a number; leave out page numbers and ornaments."""
    pieces: list[Piece] = []
    reached = 0
    for block in source.blocks:
        start = _line_start(source.text, max(block.start, reached), reached)
        end = min(block.end, len(source.text))
        if start < end:
            pieces += _cut(source.text, block, start, end)
            reached = end
    return tuple(piece for piece in pieces if not _is_furniture(source.text[piece.start : piece.end]))


def _line_start(text: str, start: int, reached: int) -> int:
    """Move back over a printed number that the reader of the format left outside of the block."""
    line = max(text.rfind("\n", max(0, start - _NUMBER_LENGTH), start) + 1, reached)
    opening = _NUMBER.match(text, line)
    return line if opening and opening.end() == start else start


def _cut(text: str, block: Block, start: int, end: int) -> Iterator[Piece]:
    if block.kind is BlockKind.HEADING or _is_bold(text[start:end]):
        yield from _headings(text, start, end, block.level)
        return
    fresh = True
    for line, stop, marked in _runs(text, start, end):
        first, last = trim(text, line, stop)
        if marked:
            yield from _headings(text, line, stop, block.level)
        elif first < last:
            yield _text_piece(text, block.kind, (first, last), fresh=fresh)
        fresh = marked or first == last


def _runs(text: str, start: int, end: int) -> Iterator[tuple[int, int, bool]]:
    """Divide a block into runs of lines: a marked heading, blank lines, or lines up to the next heading, number or blank line."""
    opened = line = start
    while line < end:
        stop = text.find("\n", line, end) + 1 or end
        marked = bool(_MARKED_HEADING.match(text[line:stop].rstrip()))
        blank = not text[line:stop].strip()
        if marked or blank or (line > opened and _NUMBER.match(text, line, stop)):
            if line > opened:
                yield opened, line, False
            opened = line
        if marked or blank:
            yield line, stop, marked
            opened = stop
        line = stop
    if opened < end:
        yield opened, end, False


def _headings(text: str, start: int, end: int, level: int) -> Iterator[Piece]:
    """Yield the headings of a marked run, of which two may touch ("**One****Two**")."""
    while start < end:
        stop = text.find("****", start, end)
        stop = end if stop < 0 else stop
        first = min(_end_of_marks(text, start, stop), stop)
        last = first + len(text[first:stop].rstrip(_MARKS))
        if first < last:
            opening = _NUMBER.match(text, first, last)
            yield Piece(start=first, end=last, body=opening.end() if opening else first, heading=True, level=level)
        start = stop + 4


def _end_of_marks(text: str, start: int, end: int) -> int:
    marks = _MARKS_BEFORE.match(text, start, end)
    return marks.end() if marks else start


def _text_piece(text: str, kind: BlockKind, place: tuple[int, int], *, fresh: bool) -> Piece:
    start, end = place
    opening = _NUMBER.match(text, start, end)
    printed = (opening[1] or opening[2]) if opening else None
    return Piece(
        start=start,
        end=end,
        body=opening.end() if opening else start,
        item=kind is BlockKind.LIST_ITEM or bool(_ITEM.match(text, start, end)),
        row=kind is BlockKind.TABLE_ROW,
        fresh=fresh,
        number=tuple(int(part) for part in printed.split(".")) if printed else None,
        printed=printed,
    )


def _is_bold(printed: str) -> bool:
    return len(printed) <= _BOLD_LENGTH and bool(_BOLD.fullmatch(printed)) and not is_complete(printed)


def _is_furniture(printed: str) -> bool:
    return len(printed) <= _FURNITURE_LENGTH and bool(_FURNITURE.fullmatch(printed))
