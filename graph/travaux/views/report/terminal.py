"""Reports for the terminal: plain text that is wrapped at a width."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator

from travaux.views.report.blocks import Block, Grid, Items, Quote, Report, Section, Text, quoted

_STEP = 2
_GAP = 2
_LEAST = 8
"""The least number of characters that a column of a table is squeezed to."""


def render_terminal(report: Report, width: int) -> str:
    """Render a report as plain text, no line of it longer than ``width`` characters but for words that are."""
    return "\n".join(_lines(report, width)).rstrip() + "\n"


def _lines(report: Report, width: int) -> Iterator[str]:
    yield from _wrap(report.title, width)
    yield "═" * min(width, len(report.title))
    if report.lead:
        yield from ("", *_wrap(report.lead, width))
    for section in report.sections:
        yield from _section(section, width, 0)
    if report.notes:
        yield ""
    for note in report.notes:
        yield from _wrap(note, width, "Note: ", "      ")


def _section(section: Section, width: int, level: int, *, first: bool = False) -> Iterator[str]:
    margin = " " * (_STEP * max(0, level - 1))
    if not first:
        yield ""
    yield from _wrap(section.title, width, margin, margin)
    if level == 0:
        yield "─" * min(width, len(section.title))
    inner = " " * (_STEP * level)
    for place, block in enumerate(section.blocks):
        if place and not isinstance(block, Text):
            yield ""
        yield from _block(block, width, inner)
    for place, part in enumerate(section.sections):
        yield from _section(part, width, level + 1, first=not (place or section.blocks))


def _block(block: Block, width: int, margin: str) -> Iterator[str]:
    match block:
        case Text(words):
            yield from _wrap(words, width, margin, margin)
        case Items(items):
            for item in items:
                yield from _wrap(item, width, f"{margin}· ", f"{margin}  ")
        case Quote(words, lines):
            yield from _wrap(quoted(words), width, margin, f"{margin} ")
            for line in lines:
                yield from _wrap(line, width, f"{margin}   ", f"{margin}   ")
        case Grid():
            yield from _grid(block, width, margin)


def _grid(grid: Grid, width: int, margin: str) -> Iterator[str]:
    if grid.caption:
        yield from _wrap(grid.caption, width, margin, margin)
    widths = _widths(grid, width - len(margin))
    yield from _row(grid.columns, widths, margin)
    yield margin + "─" * (sum(widths) + _GAP * (len(widths) - 1))
    for row in grid.rows:
        yield from _row(row, widths, margin)


def _row(cells: tuple[str, ...], widths: list[int], margin: str) -> Iterator[str]:
    columns = [_wrap(cell, width, break_long=True) or [""] for cell, width in zip(cells, widths, strict=True)]
    for place in range(max(map(len, columns), default=0)):
        shown = (column[place] if place < len(column) else "" for column in columns)
        yield (margin + (" " * _GAP).join(f"{cell:<{width}}" for cell, width in zip(shown, widths, strict=True))).rstrip()


def _widths(grid: Grid, room: int) -> list[int]:
    """Give every column its longest cell if there is room, else take from the widest until all fit."""
    widths = [max(map(len, column)) for column in zip(grid.columns, *grid.rows, strict=True)]
    room -= _GAP * (len(widths) - 1)
    while sum(widths) > room and max(widths) > _LEAST:
        widest = widths.index(max(widths))
        others = sum(widths) - widths[widest]
        second = max((one for place, one in enumerate(widths) if place != widest), default=_LEAST)
        widths[widest] = max(_LEAST, min(widths[widest] - 1, max(second, room - others)))
    return widths


def _wrap(text: str, width: int, first: str = "", after: str = "", *, break_long: bool = False) -> list[str]:
    """Wrap at blanks; a word longer than a line, such as a link, stays whole, but for cells of tables."""
    words = " ".join(text.split())
    return textwrap.wrap(
        words,
        max(width, _LEAST),
        initial_indent=first,
        subsequent_indent=after,
        break_on_hyphens=False,
        break_long_words=break_long,
    )
