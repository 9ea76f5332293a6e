"""Tables of a brief in Word: a first row that is repeated on every page, rows that stay whole, columns as wide as they are told."""

from __future__ import annotations

from docx.oxml.xmlchemy import BaseOxmlElement

from travaux.views.briefs.blocks import Table
from travaux.views.briefs.word.elements import make, make_paragraph, make_run
from travaux.views.briefs.word.words import Wording
from travaux.views.briefs.wording import to_line

PAGE_WIDTH = 9638
"""What stands between the margins of a page, in twentieths of a point: A4 less 20 mm on either side."""


def make_table(table: Table, wording: Wording) -> BaseOxmlElement:
    """Make a table without its caption, which stands above it as a paragraph of its own."""
    widths = _share(table.widths or (1,) * len(table.columns))
    grid = make("tblGrid", *(make("gridCol", w=width) for width in widths))
    heading = make(
        "tr", make("trPr", make("cantSplit"), make("tblHeader")), *_make_cells([[make_run(name)] for name in table.columns], widths)
    )
    rows = (
        make("tr", make("trPr", make("cantSplit")), *_make_cells([list(wording.make(cell)) for cell in row], widths)) for row in table.rows
    )
    return make("tbl", _make_properties(table), grid, heading, *rows)


def _make_properties(table: Table) -> BaseOxmlElement:
    return make(
        "tblPr",
        make("tblStyle", val="BriefTable"),
        make("tblW", w=str(PAGE_WIDTH), type="dxa"),
        make("tblLayout", type="fixed"),
        make("tblLook", val="00A0", firstRow="1", lastRow="0", firstColumn="1", lastColumn="0", noHBand="0", noVBand="0"),
        make("tblCaption", val=to_line(table.caption)),
    )


def _make_cells(contents: list[list[BaseOxmlElement]], widths: tuple[str, ...]) -> list[BaseOxmlElement]:
    return [
        make("tc", make("tcPr", make("tcW", w=width, type="dxa")), make_paragraph("TableText", *content))
        for content, width in zip(contents, widths, strict=True)
    ]


def _share(shares: tuple[int, ...]) -> tuple[str, ...]:
    """Divide the width of the page; what rounding leaves goes to the last column."""
    widths = [PAGE_WIDTH * share // sum(shares) for share in shares]
    widths[-1] += PAGE_WIDTH - sum(widths)
    return tuple(str(width) for width in widths)
