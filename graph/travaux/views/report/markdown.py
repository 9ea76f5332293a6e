"""Reports in Markdown; the texts of documents stay text, whatever characters they hold."""

from __future__ import annotations

import re
from collections.abc import Iterator

from travaux.views.report.blocks import Block, Grid, Items, Quote, Report, Section, Text, quoted

_MARKS = re.compile(r"([\\`*_{}\[\]<>|~&])")
_OPENING = re.compile(r"^(\s*)(#+|[-+=]+|\d+[.)])(?=\s|$)")


def render_markdown(report: Report) -> str:
    """Render a report in Markdown with pipe tables (GitHub flavour); sections and, last, notes begin at the second level."""
    return "\n\n".join(_parts(report)) + "\n"


def _parts(report: Report) -> Iterator[str]:
    yield f"# {escape(report.title)}"
    if report.lead:
        yield escape(report.lead)
    for section in report.sections:
        yield from _section(section, 2)
    if report.notes:
        yield "## How to read this"
        yield "\n".join(f"- {escape(note)}" for note in report.notes)


def _section(section: Section, level: int) -> Iterator[str]:
    yield f"{'#' * min(level, 6)} {escape(section.title)}"
    for block in section.blocks:
        yield _block(block)
    for part in section.sections:
        yield from _section(part, level + 1)


def _block(block: Block) -> str:
    match block:
        case Text(words):
            return escape(words)
        case Items(items):
            return "\n".join(f"- {escape(item)}" for item in items)
        case Quote(words, lines):
            return "\n".join(["> " + escape(quoted(words)), ">", *(f"> {escape(line)}  " for line in lines)]).rstrip()
        case Grid():
            return _grid(block)


def _grid(grid: Grid) -> str:
    head = [f"| {' | '.join(map(escape, grid.columns))} |", f"|{' --- |' * len(grid.columns)}"]
    rows = [f"| {' | '.join(map(escape, row))} |" for row in grid.rows]
    caption = [f"{escape(grid.caption)}\n"] if grid.caption else []
    return "\n".join([*caption, *head, *rows])


def escape(text: str) -> str:
    r"""Write a text so that Markdown shows it as it is, on one line.

    >>> print(escape("# [a|b] <i>"))
    \# \[a\|b\] \<i\>
    """
    line = _MARKS.sub(r"\\\1", " ".join(text.split()))
    return _OPENING.sub(lambda found: f"{found[1]}{_break(found[2])}", line)


def _break(mark: str) -> str:
    """Keep a mark at the start of a line from opening a heading or a list."""
    return f"{mark[:-1]}\\{mark[-1]}" if mark[0].isdigit() else f"\\{mark}"
