"""Parts of reports as parts of briefs, where the words of a report serve both."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from travaux.views import report
from travaux.views.briefs.blocks import Block, Items, Paragraph, Section, Table
from travaux.views.report import quoted


def to_sections(sections: Iterable[report.Section]) -> tuple[Section, ...]:
    """Make sections of a report sections of a brief; a table without a caption takes the heading that it stands under."""
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
                rows = tuple(tuple((cell,) for cell in row) for row in block.rows)
                yield Table(block.caption or section.title, block.columns, rows)
