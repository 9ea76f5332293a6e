"""Plain text, with the Markdown marks that texts converted from other formats often carry."""

from __future__ import annotations

import re
from collections.abc import Iterator

from travaux.model.text import Block, BlockKind, SourceText
from travaux.reading.formats.decoding import BYTE_ORDER_MARK, control_warnings, decode_utf8
from travaux.reading.formats.items import find_number, is_item, starts_item
from travaux.reading.formats.pieces import LONGEST_HEADING

_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n|\Z)")
_HASHES = re.compile(r"(#{1,6})[ \t]+\S")
_RULE = re.compile(r"\\?([*_=-])[ \t]*(?:\\?\1[ \t]*){2,}")
_BLANK_LINE = re.compile(r"(?:\r\n|\r|\n)[ \t]*[\r\n]")
_REST_OF_LINE = re.compile(r"[ \t]*(?=[\r\n]|\Z)")
_NEXT_LINE = re.compile(r"[ \t]*(?:\r\n|\r|\n)[ \t]*")
_MARKS = ("**", "__")

Place = tuple[int, int]


def read(data: bytes, where: str) -> SourceText:
    """Read a plain text.

    The stored text is the file's own, character for character: line breaks stay as they are and a byte order mark stays as its first
    character (with a warning, outside of every block), so that encoding the stored text as UTF-8 gives the bytes of the file.
    """
    text = decode_utf8(data, where)
    return SourceText(text=text, blocks=tuple(find_blocks(text)), warnings=text_warnings(text))


def text_warnings(text: str) -> tuple[str, ...]:
    """Return remarks on characters of a text that are not meant to be read."""
    mark = ["the text begins with a byte order mark, which is kept and counts as a character"] if text.startswith(BYTE_ORDER_MARK) else []
    return (*mark, *control_warnings(text))


def find_blocks(text: str, start: int = 0, end: int | None = None) -> Iterator[Block]:
    """Find the blocks of ``text[start:end]``, which begins and ends at the beginning and end of lines.

    A block is a run of lines up to a blank line. Within such a run a line with ``#`` marks, a run of lines wholly in bold and a numbered
    item begin a block of their own. A block covers its lines as printed, marks and numbers included; where two bold runs meet in
    the middle of a line (``****``) each is a heading by itself. A line of ``***``, ``---`` or the like is in no block. The level of
    a heading is the number of its ``#`` marks, 1 for bold.
    """
    return _Scanner(text, len(text) if end is None else end).scan(start)


class _Scanner:
    """Goes over the lines once, with at most one open block."""

    def __init__(self, text: str, end: int) -> None:
        self.text = text
        self.end = end
        self.open: Place | None = None
        self.open_item = False
        self.previous = ""
        self.last_number = 0

    def scan(self, position: int) -> Iterator[Block]:
        if position == 0 and self.text.startswith(BYTE_ORDER_MARK):
            position = 1
        while position < self.end:
            match = _LINE.match(self.text, position, self.end)
            if match is None:
                break
            line = match[0].strip()
            after = match.end()
            if line:
                begin = position + match[0].index(line[0])
                marked = not line[0].isalpha()
                alone = list(self._blocks_alone(line, begin)) if marked else []
                if alone:
                    yield from self._closed()
                    yield from alone
                    after = self._line_after(alone[-1].end, after)
                elif marked and _RULE.fullmatch(line):
                    yield from self._closed()
                else:
                    yield from self._take(line, begin)
            else:
                yield from self._closed()
            position = after
        yield from self._closed()

    def _blocks_alone(self, line: str, begin: int) -> Iterator[Block]:
        """Yield the headings that begin with this line."""
        hashes = _HASHES.match(line)
        if hashes:
            yield Block(kind=BlockKind.HEADING, start=begin, end=begin + len(line), level=len(hashes[1]))
        elif line.startswith(_MARKS):
            for start, end in find_bold(self.text, begin, self.end):
                yield Block(kind=BlockKind.HEADING, start=start, end=end, level=1)

    def _take(self, line: str, begin: int) -> Iterator[Block]:
        """Add a line to the open block, or close that and open another."""
        if self.open is not None and starts_item(line, self.previous, self.last_number):
            yield from self._closed()
        if self.open is None:
            self.open_item = is_item(line)
            number = find_number(line)
            self.last_number = self.last_number if number is None else number
        self.open = (begin if self.open is None else self.open[0], begin + len(line))
        self.previous = line

    def _closed(self) -> Iterator[Block]:
        if self.open is not None:
            kind = BlockKind.LIST_ITEM if self.open_item else BlockKind.PARAGRAPH
            yield Block(kind=kind, start=self.open[0], end=self.open[1], level=int(self.open_item))
        self.open = None

    def _line_after(self, place: int, at_least: int) -> int:
        match = _LINE.match(self.text, place, self.end)
        return max(match.end() if match else place, at_least)


def find_bold(text: str, begin: int, end: int) -> list[Place]:
    """Find the bold runs that begin at ``begin`` and fill whole lines; empty if a line goes on after its bold run.

    A run may go over several lines but not over a blank one. Bold lines that follow each other are one run, runs that meet as ``****``
    are several. At most ``LONGEST_HEADING`` characters are looked at for the end of a run, so that the time stays in proportion.
    """
    places: list[Place] = []
    same = False
    while True:
        line_runs = _bold_to_line_end(text, begin, end)
        if not line_runs:
            return places
        if same:
            line_runs[0] = (places.pop()[0], line_runs[0][1])
        places += line_runs
        following = _NEXT_LINE.match(text, places[-1][1], end)
        if following is None or not text.startswith(_MARKS, following.end(), end):
            return places
        begin, same = following.end(), True


def _bold_to_line_end(text: str, begin: int, end: int) -> list[Place]:
    places: list[Place] = []
    while True:
        close = _find_close(text, begin, end)
        if close is None:
            return []
        places.append((begin, close))
        if not text.startswith(text[begin : begin + 2], close, end):
            return places if _REST_OF_LINE.match(text, close, end) else []
        begin = close


def _find_close(text: str, begin: int, end: int) -> int | None:
    """Find where the bold run that opens at ``begin`` ends, its closing mark included."""
    mark = text[begin : begin + 2]
    inside = begin + (3 if text.startswith(mark[0], begin + 2) else 2)
    limit = min(end, begin + LONGEST_HEADING)
    place = text.find(mark, inside + 1, limit)
    if place < 0 or text[inside].isspace() or text[place - 1].isspace() or _BLANK_LINE.search(text, begin, place):
        return None
    length = 0
    while length <= 2 * len(mark) and text.startswith(mark[0], place + length, end):
        length += 1
    return place + {2: 2, 3: 3, 4: 2}[length] if length in {2, 3, 4} else None
