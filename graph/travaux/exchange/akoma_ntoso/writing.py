"""Documents written as Akoma Ntoso, a file for each."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import cast

from lxml import etree
from lxml.etree import _Element as Element

from travaux.exchange.akoma_ntoso.body import Body, add
from travaux.exchange.akoma_ntoso.meta import day_of, write_meta
from travaux.exchange.akoma_ntoso.naming import NAMESPACE, ElementNames, to_camel
from travaux.exchange.akoma_ntoso.places import places_of
from travaux.exchange.akoma_ntoso.structure import Structure, read_parts
from travaux.exchange.akoma_ntoso.words import CONTROL, CROSSING, MARKS, Writer
from travaux.exchange.material import Loss, Material

UNDATED = "documents without a date"
LAYERS = "statements, positions and relations"

_HOW = {
    MARKS: "asterisks of bold type, number signs of headings and links without a target are left out",
    CONTROL: "XML cannot hold them; each is a replacement character (U+FFFD)",
    CROSSING: "their words are there, and no element is around them",
    UNDATED: "the format wants a day: it is that of the consultation, or 1 January of the year 1, and says so",
}
_UNPREFIXED = cast("dict[str, str]", {None: NAMESPACE})  # the stubs know no namespace without a prefix
_MIXED = frozenset(f"{{{NAMESPACE}}}{tag}" for tag in ("p", "heading", "num"))


def write_documents(material: Material, folder: Path) -> tuple[Loss, ...]:
    """Write every document of the corpus, ``NAME.xml``; what the text says is there in full, and the argument map is not.

    Raises ``DocumentError`` if a document is gone or is not the one that the graph was built from.
    """
    lost: Counter[str] = Counter()
    documents = sorted(material.corpus.documents, key=lambda document: document.name)
    for done, document in enumerate(documents):
        material.progress(document.name, done, len(documents))
        structure = read_parts(material, document)
        root, left_out = render_document(structure, material.version)
        (folder / f"{document.name}.xml").write_bytes(to_bytes(root))
        lost += left_out
    return tuple(Loss(what, how, lost[what]) for what, how in _HOW.items())


def render_document(structure: Structure, version: str) -> tuple[Element, Counter[str]]:
    """Make the XML of a document, and count what is not in it as it was; ``version`` is the name of the build."""
    root = etree.Element(f"{{{NAMESPACE}}}akomaNtoso", nsmap=_UNPREFIXED)
    document = add(root, "doc", name=to_camel(structure.document.kind.value), contains="originalVersion")
    names = ElementNames()
    writer = Writer(structure.text, list(places_of(structure, names)))
    write_meta(document, structure, writer, version)
    Body(structure, writer, names, document).write()
    writer.count_left()
    if day_of(structure)[1] != "publication":
        writer.lost[UNDATED] = 1
    return root, writer.lost


def to_bytes(root: Element) -> bytes:
    """Write XML as UTF-8, an element a line except inside running text, where white space would be read."""
    _indent(root, 0)
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8") + b"\n"


def _indent(element: Element, depth: int) -> None:
    if element.tag in _MIXED or not len(element):
        return
    element.text = "\n" + " " * (depth + 1)
    for child in element:
        _indent(child, depth + 1)
        child.tail = "\n" + " " * (depth + 1)
    element[-1].tail = "\n" + " " * depth
