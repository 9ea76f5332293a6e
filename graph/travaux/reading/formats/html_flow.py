"""From the elements of a web page to its pieces of text, in one walk that does not recurse."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree
from lxml.html import HtmlElement

from travaux.model.text import BlockKind
from travaux.reading.formats.html_lists import OpenList, find_layout_tables
from travaux.reading.formats.pieces import LONGEST_HEADING, Piece, tidy

_NOT_SHOWN = "head title script style template noscript nav iframe object canvas svg audio video select datalist textarea button"
_APART = (
    "address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure footer form "
    "h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu ol optgroup option p pre search section summary table tbody td tfoot th "
    "thead tr ul"
)
_DROPPED = frozenset(_NOT_SHOWN.split())
_BLOCKS = frozenset(_APART.split())
_BOLD = frozenset({"b", "strong"})
_LISTS = frozenset({"ol", "ul", "menu", "dir"})
_CELLS = frozenset({"td", "th"})
_HEADING = re.compile(r"h([1-6])")
_SPACE = re.compile(r"\s+")


def read_flow(root: HtmlElement) -> Iterator[Piece]:
    """Yield the pieces of text below ``root`` in the order of the page."""
    flow = _Flow(find_layout_tables(root))
    walk = etree.iterwalk(root, events=("start", "end"))
    for event, element in walk:
        dropped = element.tag in _DROPPED or element.get("hidden") is not None
        if event == "start" and dropped:
            walk.skip_subtree()
        elif event == "start":
            flow.enter(element)
            flow.add(element.text)
        else:
            if not dropped:
                flow.leave(element)
            flow.add(element.tail)
        yield from flow.taken()
    flow.flush()
    yield from flow.taken()


class _Flow:
    """The state of the walk: the run of text that is being collected, and the lists, heading and table row that it stands in."""

    def __init__(self, layout_tables: set[HtmlElement]) -> None:
        self.layout_tables = layout_tables
        self.pieces: list[Piece] = []
        self.run: list[str] = []
        self.plain = False
        self.bold = 0
        self.preformatted = 0
        self.heading = 0
        self.lists: list[OpenList] = []
        self.marker: str | None = None
        self.tables: list[bool] = []
        self.row: list[str] | None = None
        self.cell: list[str] | None = None

    def taken(self) -> list[Piece]:
        """Hand over the pieces that are finished."""
        pieces, self.pieces = self.pieces, []
        return pieces

    def add(self, text: str | None) -> None:
        """Add text to the run."""
        if not text:
            return
        self.run.append(text if self.preformatted else _SPACE.sub(" ", text))
        if not self.bold and not text.isspace():
            self.plain = True

    def enter(self, element: HtmlElement) -> None:
        """Begin an element."""
        tag = element.tag
        if tag == "br":
            self.run.append("\n")
        elif tag in _BOLD:
            self.bold += 1
        elif tag in _BLOCKS:
            self.flush()
            self._enter_block(tag, element)

    def leave(self, element: HtmlElement) -> None:
        """End an element."""
        tag = element.tag
        if tag in _BOLD:
            self.bold -= 1
        elif tag in _BLOCKS:
            self.flush()
            self._leave_block(tag)

    def flush(self) -> None:
        """End the run and make pieces of it."""
        bold, self.plain = not self.plain, False
        if not self.run:
            return
        parts = tidy("".join(self.run))
        self.run = []
        for part in parts:
            if self.cell is not None:
                self.cell.append(part.replace("\n", " "))
            else:
                self._finish(part, bold=bold)

    def _finish(self, text: str, *, bold: bool) -> None:
        kind, level = BlockKind.PARAGRAPH, 0
        if self.heading:
            kind, level = BlockKind.HEADING, self.heading
        elif self.marker is not None:
            kind, level = BlockKind.LIST_ITEM, max(len(self.lists), 1)
        elif bold and len(text) <= LONGEST_HEADING:
            kind, level = BlockKind.HEADING, 1
        self.pieces.append(Piece(kind=kind, text=(self.marker or "") + text, level=level))
        self.marker = None

    def _enter_block(self, tag: str, element: HtmlElement) -> None:
        heading = _HEADING.fullmatch(tag)
        if heading:
            self.heading = int(heading[1])
        elif tag in _LISTS:
            self.lists.append(OpenList.of(element))
        elif tag == "li":
            # An item that only holds a list prints both numbers on one line.
            self.marker = (self.marker or "") + (self.lists[-1].next_marker(element) if self.lists else "")
        elif tag == "pre":
            self.preformatted += 1
        elif tag == "table":
            self.tables.append(element not in self.layout_tables)
        elif self.tables and self.tables[-1]:
            self._enter_table_part(tag)

    def _leave_block(self, tag: str) -> None:
        if _HEADING.fullmatch(tag):
            self.heading = 0
        elif tag in _LISTS:
            self.lists.pop()
        elif tag == "li":
            self.marker = None
        elif tag == "pre":
            self.preformatted -= 1
        elif tag == "table":
            self.tables.pop()
        elif self.tables and self.tables[-1]:
            self._leave_table_part(tag)

    def _enter_table_part(self, tag: str) -> None:
        if tag == "tr":
            self.row = []
        elif tag in _CELLS:
            self.cell = []

    def _leave_table_part(self, tag: str) -> None:
        if tag in _CELLS and self.cell is not None:
            self.row = [*(self.row or ()), " ".join(self.cell)]
            self.cell = None
        elif tag == "tr" and self.row is not None:
            if any(self.row):
                self.pieces.append(Piece(kind=BlockKind.TABLE_ROW, text=" | ".join(self.row)))
            self.row = None
