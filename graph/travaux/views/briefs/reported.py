"""Parts of reports as parts of briefs, where the words of a report serve both."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from travaux.views import report
from travaux.views.briefs.blocks import Block, Items, Paragraph, Section, Table
from travaux.views.report import quoted


def to_sections(sections: Iterable[report.Section]) -> tuple[Section, ...]:
    """Make sections of a report sections of a brief, with the parts that they have."""
    return tuple(Section(one.title, tuple(_blocks(one)), to_sections(one.sections)) for one in sections)


def _blocks(section: report.Section) -> Iterator[Block]:
    for block in section.blocks:
        match block:
            case report.Text(words):
                yield Paragraph((words,))
            case report.Items(items):
                yield Items(tuple((item,) for item in items))
            case report.Quote(words, lines):
                yield Paragraph((f"{quoted(words)} {' · '.join(lines)}".strip(),))
            case report.Grid():
                yield to_table(block, section.title)


def to_table(grid: report.Grid, caption: str, widths: tuple[int, ...] = ()) -> Table:
    """Make a grid a table; ``caption`` says what it shows if the grid does not."""
    rows = tuple(tuple((cell,) for cell in row) for row in grid.rows)
    return Table(grid.caption or caption, grid.columns, rows, widths)
