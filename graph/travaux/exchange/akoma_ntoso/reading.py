"""Documents read back from Akoma Ntoso: what is kept of their structure when they are written."""

from __future__ import annotations

from dataclasses import dataclass

from lxml.etree import _Element as Element

from travaux.errors import ExchangeError
from travaux.reading.formats.akoma_ntoso import local_name, parse, text_of


@dataclass(frozen=True, slots=True)
class Part:
    """A section or a paragraph: its IRI, its printed number or none, its words, and the IRI of the section it stands in or none."""

    iri: str
    number: str | None
    text: str
    section: str | None = None


@dataclass(frozen=True, slots=True)
class Pointer:
    """Words that point to something: their IRI, the element that they are in, what they point to, and the words."""

    iri: str
    kind: str
    target: str
    text: str


@dataclass(frozen=True, slots=True)
class MarkedUp:
    """A document as its Akoma Ntoso tells it; ``work`` is its name as a work, ``day`` is ISO 8601, ``text`` everything but the metadata."""

    work: str
    iri: str
    title: str
    day: str
    language: str
    sections: tuple[Part, ...]
    paragraphs: tuple[Part, ...]
    pointers: tuple[Pointer, ...]
    text: str


def read_akoma_ntoso(data: bytes, where: str) -> MarkedUp:
    """Read a document that Travaux has written.

    Raises ``DocumentError`` for broken or other XML and for any document type declaration, and ``ExchangeError`` if the metadata by which
    the document is known are missing.
    """
    root = parse(data, where)
    known = {
        name: _value(root, path, attribute, where)
        for name, path, attribute in (
            ("work", "{*}FRBRWork/{*}FRBRuri", "value"),
            ("iri", "{*}FRBRWork/{*}FRBRalias[@name='iri']", "value"),
            ("title", "{*}FRBRWork/{*}FRBRname", "value"),
            ("day", "{*}FRBRWork/{*}FRBRdate", "date"),
            ("language", "{*}FRBRExpression/{*}FRBRlanguage", "language"),
        )
    }
    document = root[0]
    return MarkedUp(
        **known,
        sections=tuple(_part(one, "heading") for one in document.iter("{*}section")),
        paragraphs=tuple(_part(one, "content") for one in document.iter("{*}paragraph")),
        pointers=tuple(_pointers(document)),
        text="\n".join(text_of(one) for one in document if local_name(one) != "meta"),
    )


def _value(root: Element, path: str, attribute: str, where: str) -> str:
    found = root.find(f".//{path}")
    value = None if found is None else found.get(attribute)
    if value is None:
        what = f"the metadata have no {path.replace('{*}', '')}"
        raise ExchangeError(what, where=where, hint="Only documents that `travaux export akoma-ntoso` wrote can be read back.")
    return value


def _part(element: Element, words: str) -> Part:
    number, text = element.find("{*}num"), element.find(f"{{*}}{words}")
    around = element.getparent()
    section = around.get("GUID") if around is not None and local_name(around) == "section" else None
    return Part(
        iri=element.get("GUID", ""),
        number=None if number is None else text_of(number),
        text="" if text is None else " ".join(text_of(text).split()),
        section=section,
    )


def _pointers(document: Element) -> list[Pointer]:
    found = []
    for element in document.iter("{*}ref", "{*}person", "{*}event", "{*}entity", "{*}inline"):
        target = element.get("href") or element.get("refersTo") or element.get("name") or ""
        found.append(Pointer(element.get("GUID", ""), local_name(element), target, " ".join(text_of(element).split())))
    return found
