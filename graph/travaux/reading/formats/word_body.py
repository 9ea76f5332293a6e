"""The flow of a Word document: paragraphs, rows of tables and text boxes as pieces of text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from travaux.model.text import BlockKind
from travaux.reading.formats.pieces import LONGEST_HEADING, Piece, tidy
from travaux.reading.formats.word_numbering import Numbering
from travaux.reading.formats.word_runs import DELETED, Text, read_text
from travaux.reading.formats.word_styles import Styles, outline_level
from travaux.reading.formats.word_xml import Element, find, find_integer, find_value, w

_PARAGRAPH, _TABLE = w("p"), w("tbl")
_FLOW = frozenset({_PARAGRAPH, _TABLE})


class Body:
    """Reads paragraphs in their order, since numbers count on. ``notes`` is how many notes have been referred to so far."""

    def __init__(self, styles: Styles, numbering: Numbering) -> None:
        self.styles = styles
        self.numbering = numbering
        self.notes = 0
        self._carried: list[Text] = []

    def read(self, container: Element) -> Iterator[Piece]:
        """Yield the pieces of the paragraphs and tables in a body, a cell or a text box."""
        for element in _outermost(container, _FLOW):
            if element.tag == _PARAGRAPH:
                yield from self._paragraph(element)
            else:
                yield from self._left_over()
                yield from self._table(element)
        yield from self._left_over()

    def _paragraph(self, element: Element) -> Iterator[Piece]:
        text = read_text(element, self.styles)
        self.notes += text.notes
        if find(element, "pPr", "rPr", "del") is not None or find(element, "pPr", "rPr", "moveFrom") is not None:
            # Its end is deleted: what is left of it belongs to the next paragraph.
            self._carried.append(text)
            return
        texts, self._carried = [*self._carried, text], []
        label = self._label(element)
        parts = tidy("".join(piece.raw for piece in texts))
        bold = all(piece.bold for piece in texts)
        for order, part in enumerate(parts):
            yield self._piece(element, part, None if order else label, bold=bold)
        for box in [box for piece in texts for box in piece.boxes]:
            yield from self.read(box)

    def _left_over(self) -> Iterator[Piece]:
        """Yield the text of a paragraph whose end is deleted where no paragraph follows that could take it."""
        texts, self._carried = self._carried, []
        for part in tidy("".join(piece.raw for piece in texts)):
            yield Piece(kind=BlockKind.PARAGRAPH, text=part)

    def _piece(self, element: Element, text: str, label: tuple[str, int] | None, *, bold: bool) -> Piece:
        printed = text if label is None else label[0] + text
        level = self._heading_level(element)
        if level:
            return Piece(kind=BlockKind.HEADING, text=printed, level=level)
        if label is not None:
            return Piece(kind=BlockKind.LIST_ITEM, text=printed, level=label[1] + 1)
        if bold and len(printed) <= LONGEST_HEADING:
            return Piece(kind=BlockKind.HEADING, text=printed, level=1)
        return Piece(kind=BlockKind.PARAGRAPH, text=printed)

    def _heading_level(self, element: Element) -> int:
        outline = find_integer(element, "pPr", "outlineLvl")
        return self.styles.heading_level(find_value(element, "pPr", "pStyle")) if outline is None else outline_level(outline)

    def _label(self, element: Element) -> tuple[str, int] | None:
        """Count the paragraph and return its label and list level, ``None`` if it is not in a list."""
        number, index, style = self.styles.numbering(find_value(element, "pPr", "pStyle"))
        own_number, own_index = find_integer(element, "pPr", "numPr", "numId"), find_integer(element, "pPr", "numPr", "ilvl")
        if own_number is not None:
            number, index, style = own_number, own_index, None
        elif own_index is not None:
            index, style = own_index, None
        if not number:
            return None
        if style is not None:
            tied = self.numbering.find_level_of_style(number, style)
            index = index if tied is None else tied
        label = self.numbering.next_label(number, index or 0)
        return None if label is None else (label, index or 0)

    def _table(self, table: Element) -> Iterator[Piece]:
        rows = [list(_outermost(row, {w("tc")})) for row in _outermost(table, {w("tr")}) if find(row, "trPr", "del") is None]
        if all(len(cells) == 1 for cells in rows):
            for cells in rows:
                yield from self.read(cells[0])
            return
        for cells in rows:
            texts = [" ".join(piece.text.replace("\n", " ") for piece in self.read(cell)) for cell in cells]
            if any(texts):
                yield Piece(kind=BlockKind.TABLE_ROW, text=" | ".join(texts))


def _outermost(container: Element, tags: Iterable[str]) -> Iterator[Element]:
    """Yield the descendants with one of these tags that are in no other of them, whatever wraps them; deleted ones are passed over."""
    wanted = frozenset(tags)
    waiting = [iter(container)]
    while waiting:
        child = next(waiting[-1], None)
        if child is None:
            waiting.pop()
        elif child.tag in wanted:
            yield child
        elif child.tag not in DELETED:
            waiting.append(iter(child))
