"""From printed lines to paragraphs: where a block begins, where it goes on, and what is a heading."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from travaux.model.text import BlockKind
from travaux.reading.formats.items import ends_sentence, find_number, is_item, starts_item
from travaux.reading.formats.pdf_lines import Line
from travaux.reading.formats.pdf_words import Words
from travaux.reading.formats.pieces import LONGEST_HEADING, Piece, tidy

_LARGER = 1.15
_SMALLER = 0.87
_GAP = 1.3
_PITCH = (0.9, 1.6)
_INDENT = 0.8
_NEIGHBOURS = 10
_COLUMN = 6.0
_WORD = re.compile(r"\S+")


@dataclass(slots=True)
class _Paragraph:
    lines: list[Line]
    page: int
    size: float


def read_layout(pages: Sequence[Sequence[Line]]) -> Iterator[Piece]:
    """Yield the paragraphs and headings of the pages."""
    lines = [line for page in pages for line in page]
    words = Words(lines)
    body = _body_size(lines)
    pitch = _pitch(lines)
    paragraphs = _join_pages([_split(page, number, pitch) for number, page in enumerate(pages, 1)], body)
    texts = [" ".join(tidy(words.join(paragraph.lines))) for paragraph in paragraphs]
    levels = _heading_levels(paragraphs, texts, body)
    for paragraph, text, level in zip(paragraphs, texts, levels, strict=True):
        if level:
            yield Piece(kind=BlockKind.HEADING, text=text, level=level, page=paragraph.page)
        elif is_item(text):
            yield Piece(kind=BlockKind.LIST_ITEM, text=text, level=1, page=paragraph.page)
        else:
            yield Piece(kind=BlockKind.PARAGRAPH, text=text, page=paragraph.page)


def _body_size(lines: Iterable[Line]) -> float:
    """Return the size of type in which half of the characters are set or smaller."""
    sizes = sorted((line.size, len(line.text)) for line in lines)
    half = sum(length for _, length in sizes) / 2
    for size, length in sizes:
        half -= length
        if half <= 0:
            return size
    return 0.0


def _pitch(lines: Sequence[Line]) -> float:
    """Return the usual distance of baselines within a paragraph, in heights of type.

    It is the first quartile of all distances: those between paragraphs are larger. Bounded, in case all paragraphs have one line.
    """
    gaps = sorted((a.baseline - b.baseline) / a.size for a, b in pairwise(lines) if a.size and 0 < a.baseline - b.baseline < 3 * a.size)
    lowest, highest = _PITCH
    return min(max(gaps[len(gaps) // 4], lowest), highest) if gaps else highest


def _split(lines: Sequence[Line], page: int, pitch: float) -> list[_Paragraph]:
    paragraphs: list[_Paragraph] = []
    last_number = 0
    for index, line in enumerate(lines):
        if index == 0 or _begins(paragraphs[-1].lines, line, last_number, pitch, _right_edge(lines, index - 1)):
            paragraphs.append(_Paragraph([line], page, line.size))
            number = find_number(line.text)
            last_number = last_number if number is None else number
        else:
            paragraphs[-1].lines.append(line)
    return paragraphs


def _right_edge(lines: Sequence[Line], index: int) -> float:
    """Return the right edge of the column of a line: how far its neighbours go that begin near the same place."""
    line = lines[index]
    near = lines[max(0, index - _NEIGHBOURS) : index + _NEIGHBOURS + 1]
    return max(other.right for other in near if abs(other.left - line.left) <= _COLUMN * line.size)


def _begins(block: Sequence[Line], line: Line, last_number: int, pitch: float, edge: float) -> bool:
    """Tell whether a line begins a block after ``block``, the lines of the last one."""
    before = block[-1]
    gap = before.baseline - line.baseline
    if gap < -before.size / 2:
        return not _goes_on(before, line)  # the top of another column
    same_type = _SMALLER <= line.size / (before.size or 1.0) <= _LARGER
    if not same_type or gap > _GAP * pitch * before.size or starts_item(line.text, before.text, last_number):
        return True
    if line.bold != before.bold:
        ended = not _goes_on(before, line) if before.bold else ends_sentence(before.text)
        return ended or _ends_early(before, line, edge)
    if _goes_on(before, line) or before.bold:
        return False
    ended = ends_sentence(before.text)
    return (ended and _ends_early(before, line, edge)) or (len(block) > 1 and _is_moved(before, line, ended=ended))


def _is_moved(before: Line, line: Line, *, ended: bool) -> bool:
    """Tell whether a line is indented, or hangs out after an ended sentence; not asked of second lines, since first lines may differ."""
    step = line.left - before.left
    return step > _INDENT * line.size or (ended and step < -_INDENT * line.size)


def _ends_early(before: Line, line: Line, edge: float) -> bool:
    """Tell whether the first word of the next line would have fitted on the line before, so that somebody ended it there."""
    first = _WORD.match(line.text)
    width = (line.right - line.left) / max(len(line.text), 1)
    return before.right + (len(first[0] if first else "") + 1) * width < edge


def _goes_on(before: Line, line: Line) -> bool:
    """Tell whether a sentence plainly goes on from one line to the other."""
    return before.divided or (not ends_sentence(before.text) and line.text[:1].islower())


def _join_pages(pages: Iterable[list[_Paragraph]], body: float) -> list[_Paragraph]:
    """Join the last paragraph of a page with the first of the next where it goes on; notes in smaller type are looked past."""
    joined: list[_Paragraph] = []
    for paragraphs in pages:
        open_ones = (paragraph for paragraph in reversed(joined[-_NEIGHBOURS:]) if paragraph.size >= _SMALLER * body)
        last = next(open_ones, None)
        following = list(paragraphs)
        if last is not None and following and _same_type(last, following[0]) and _goes_on(last.lines[-1], following[0].lines[0]):
            last.lines += following.pop(0).lines
        joined += following
    return joined


def _same_type(one: _Paragraph, other: _Paragraph) -> bool:
    return _SMALLER <= other.size / (one.size or 1.0) <= _LARGER and one.lines[-1].bold == other.lines[0].bold


def _heading_levels(paragraphs: Sequence[_Paragraph], texts: Sequence[str], body: float) -> list[int]:
    """Return the level of each heading, 0 for other paragraphs: the largest type is level 1, bold type of the text's size the last."""
    sizes = []
    for paragraph, text in zip(paragraphs, texts, strict=True):
        larger = paragraph.size > _LARGER * body
        bold = all(line.bold for line in paragraph.lines)
        heading = (larger or bold) and len(text) <= LONGEST_HEADING and any(character.isalpha() for character in text)
        sizes.append((round(paragraph.size) if larger else round(body)) if heading else None)
    ranks = sorted({size for size in sizes if size is not None}, reverse=True)
    return [0 if size is None else ranks.index(size) + 1 for size in sizes]
