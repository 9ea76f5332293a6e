"""Parts of reports as parts of briefs, where the words of a report serve both."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from travaux.views import report
from travaux.views.briefs.blocks import Block, Items, Paragraph, Section, Table
from travaux.views.report import quoted


def to_sections(sections: Iterable[report.Section], *, caption: str = "", widths: tuple[int, ...] = ()) -> tuple[Section, ...]:
    """Make sections of a report sections of a brief; ``caption`` and ``widths`` are for a table in them that has none."""
    return tuple(Section(one.title, tuple(_blocks(one, caption or one.title, widths))) for one in sections)


def _blocks(section: report.Section, caption: str, widths: tuple[int, ...]) -> Iterator[Block]:
    for block in section.blocks:
        match block:
            case report.Text(words):
                yield Paragraph((words,))
            case report.Items(items):
                yield Items(tuple((item,) for item in items))
            case report.Quote(words, lines):
                yield Paragraph((f"{quoted(words)} {' · '.join(lines)}".strip(),))
            case report.Grid():
                rows = tuple(tuple((cell,) for cell in row) for row in block.rows)
                fitting = widths if len(widths) == len(block.columns) else ()
                yield Table(block.caption or caption, block.columns, rows, fitting)
