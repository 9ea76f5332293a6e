"""How much room blocks take on paper, about: in lines of running text, of which two pages hold so many."""

from __future__ import annotations

import math
from collections.abc import Iterable

from travaux.views.briefs.blocks import Block, Figure, Items, Link, Note, Paragraph, Section, Strong, Table, Words

TWO_PAGES = 104.0
"""Lines on two pages, less what stands at the head and at the end of every brief."""
_WIDTH, _NOTE_WIDTH, _CELL_WIDTH = 100, 130, 105
"""Characters on a line of text, of a footnote, and of all columns of a table together."""
_NOTE, _BETWEEN, _HEADING, _FIGURE = 0.72, 0.4, 2.2, 12.0
"""A line of a footnote, the space after a paragraph, a heading, a drawing."""


def lines_of(sections: Iterable[Section]) -> float:
    """Estimate the lines that sections take with their footnotes, each of which counts once."""
    notes = set[Note]()
    return sum(_section(section, notes) for section in sections) + sum(map(_note, notes))


def lines_of_item(words: Words) -> float:
    """Estimate the lines of an item of a list with its footnotes."""
    notes = set[Note]()
    return _line(words, notes) + sum(map(_note, notes))


def _section(section: Section, notes: set[Note]) -> float:
    inner = sum(_section(one, notes) for one in section.sections)
    return _HEADING + sum(_block(block, notes) for block in section.blocks) + inner


def _block(block: Block, notes: set[Note]) -> float:
    match block:
        case Paragraph(words):
            return _line(words, notes) + _BETWEEN
        case Items(items):
            return sum(_line(item, notes) for item in items) + _BETWEEN
        case Table():
            widths = block.widths or (1,) * len(block.columns)
            rows = [tuple((name,) for name in block.columns), *block.rows]
            shares = [max(1, _CELL_WIDTH * width // sum(widths)) for width in widths]
            tall = (max(_line(cell, notes, share) for cell, share in zip(row, shares, strict=False)) for row in rows)
            return sum(tall) + len(rows) * _BETWEEN + 2.0
        case Figure():
            return _FIGURE


def _line(words: Words, notes: set[Note], width: int = _WIDTH) -> int:
    notes.update(part for part in words if isinstance(part, Note))
    length = sum(len(part) if isinstance(part, str) else len(part.words) for part in words if isinstance(part, str | Strong | Link))
    return max(1, math.ceil(length / width))


def _note(note: Note) -> float:
    return _NOTE * math.ceil((len(note.quote or "") + len(note.source) + 5) / _NOTE_WIDTH)
