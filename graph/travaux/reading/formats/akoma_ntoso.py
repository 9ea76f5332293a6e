"""Akoma Ntoso, the XML of parliaments and of the United Nations, as blocks; and the door through which any such file comes in."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree
from lxml.etree import _Element as Element

from travaux.errors import DocumentError
from travaux.model.text import BlockKind, SourceText
from travaux.reading.formats.doctype import find_doctype
from travaux.reading.formats.pieces import Piece, assemble, tidy
from travaux.reading.formats.refusal import CHECK_FILE, refusal

NAMESPACES = re.compile(r"http://docs\.oasis-open\.org/legaldocml/ns/akn/3\.0(/.*)?|http://www\.akomantoso\.org/[23]\.0")
"""Akoma Ntoso 1.0 of OASIS, its drafts, and the two versions before."""

_NOT_TEXT = frozenset({"meta", "components", "toc"})
_BLOCKS = frozenset(
    {"p", "block", "listIntroduction", "listWrapUp", "longTitle", "docTitle", "narrative", "li", "from", "tocItem", "interstitial"}
)
_HEADINGS = frozenset({"heading", "subheading", "crossHeading"})
_BREAKS = frozenset({"br", "eol", "eop"})


def parse(data: bytes, where: str) -> Element:
    """Parse an Akoma Ntoso file and return its root.

    Raises ``DocumentError`` with the line for XML that is broken, nested over 256 deep or has a document type declaration, with which
    entities could be declared; for other XML; nothing is ever fetched.
    """
    if (line := find_doctype(data)) is not None:
        raise _declared(f"{where}, line {line}" if line else where)
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_comments=True, remove_pis=True
    )
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        line, column = error.position
        what = f"the file is no well-formed XML: {error.msg}"
        raise refusal(f"{where}, line {line}, column {column}", what, CHECK_FILE) from error
    if root.getroottree().docinfo.internalDTD is not None:  # in an encoding in which the bytes look different
        raise _declared(where)
    name = etree.QName(root)
    if name.localname != "akomaNtoso" or not NAMESPACES.fullmatch(name.namespace or ""):
        what = f"this XML is no Akoma Ntoso: its first element is {root.tag!r}"
        raise refusal(f"{where}, line {root.sourceline}", what, "Save the document in a format that can be read, such as .docx or .html.")
    return root


def read(data: bytes, where: str) -> SourceText:
    """Read an Akoma Ntoso document.

    The stored text holds the blocks with a blank line between them; a printed number stands before the first block that it numbers.
    Headings are headings of the depth at which they stand, footnotes follow the block that they belong to, cells of a table are joined
    by `` | ``. Left out: metadata, tables of contents, other documents that travel in the same file.
    """
    walk = _Walk()
    for child in parse(data, where):
        walk.enter(child, 0)
    return assemble(walk.pieces)


def local_name(element: Element) -> str:
    """Give the name of an element without its namespace."""
    return etree.QName(element).localname


def text_of(element: Element) -> str:
    """Join the text of an element and of all within it but footnotes; elements that break the line become line breaks."""
    return "".join(_texts(element))


@dataclass(slots=True)
class _Walk:
    """Goes through a document in reading order; ``number`` is a printed number whose block is still to come."""

    pieces: list[Piece] = field(default_factory=list)
    number: str = ""

    def enter(self, element: Element, depth: int) -> None:
        name = local_name(element)
        if name in _NOT_TEXT:
            return
        if name == "num":
            self.number = f"{self.number} {' '.join(text_of(element).split())}".strip()
        elif name in _HEADINGS:
            self._add(BlockKind.HEADING, text_of(element), max(depth, 1))
        elif name == "tr":
            self._add(BlockKind.TABLE_ROW, " | ".join(" ".join(text_of(cell).split()) for cell in element))
        elif name in _BLOCKS:
            heading = name == "docTitle" or (len(element) == 1 and local_name(element[0]) == "docTitle" and not _beside(element))
            self._add(BlockKind.HEADING if heading else BlockKind.PARAGRAPH, text_of(element), 1 if heading else 0)
            self._notes(element)
        else:
            deeper = depth + any(local_name(child) == "heading" for child in element)
            for child in element:
                self.enter(child, deeper)

    def _notes(self, block: Element) -> None:
        for note in block.iter("{*}authorialNote"):
            self.number = note.get("marker", "")
            for child in note:
                self.enter(child, 0)
            self.number = ""

    def _add(self, kind: BlockKind, raw: str, level: int = 0) -> None:
        parts = tidy(f"{self.number} {raw}")
        self.number = ""
        self.pieces += [Piece(kind=kind, text=part, level=level) for part in parts]


def _beside(element: Element) -> str:
    """Give the text that stands in an element itself, beside the only one within it."""
    return ((element.text or "") + (element[0].tail or "")).strip()


def _texts(element: Element) -> Iterator[str]:
    yield element.text or ""
    for child in element:
        if local_name(child) in _BREAKS:
            yield "\n"
        elif local_name(child) != "authorialNote":
            yield from _texts(child)
        yield child.tail or ""


def _declared(where: str) -> DocumentError:
    return refusal(where, "the file has a document type declaration, which could declare entities", "Remove the DOCTYPE; none is needed.")
