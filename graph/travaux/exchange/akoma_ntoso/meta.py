"""What Akoma Ntoso says about a document before its text: which work it is, of when, from whom, and everything that its words point to."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from lxml import etree
from lxml.etree import _Element as Element

from travaux.exchange.akoma_ntoso.body import add
from travaux.exchange.akoma_ntoso.naming import COUNTRY, UNKNOWN_DAY, Names, to_camel, to_language
from travaux.exchange.akoma_ntoso.places import class_name, event_name
from travaux.exchange.akoma_ntoso.structure import Structure
from travaux.exchange.akoma_ntoso.words import Writer
from travaux.model.identity import name_key

OWN = "https://w3id.org/travaux/akoma-ntoso#"
"""The namespace of what Travaux says beyond Akoma Ntoso, in ``proprietary``."""
SOFTWARE = "travaux"


def day_of(structure: Structure) -> tuple[dt.date, str]:
    """Give the day of a document and what happened on it; of one without a date the first day of its consultation."""
    header = structure.header
    day = structure.document.date or (header.date if header else None)
    if day is not None:
        return day, "publication"
    if structure.consultation is not None:
        return structure.consultation.first_day, "consultation"
    return UNKNOWN_DAY, "unknown"


def write_meta(root: Element, structure: Structure, writer: Writer, version: str) -> None:
    """Append the metadata of a document."""
    meta = add(root, "meta")
    day, name = day_of(structure)
    _identification(meta, structure, writer, day, name)
    document = structure.document
    if name == "publication":
        number = {"number": writer.clean(document.symbol)} if document.symbol else {}
        add(meta, "publication", date=day.isoformat(), name=document.kind.value, showAs=writer.clean(document.title), **number)
        lifecycle = add(meta, "lifecycle", source=f"#{SOFTWARE}")
        add(lifecycle, "eventRef", eId="eventref_1", date=day.isoformat(), source="#original", type="generation")
    _references(meta, structure, writer)
    own = add(meta, "proprietary", source=f"#{SOFTWARE}")
    attributes = {"file": document.file, "checksum": document.checksum, "version": version}
    etree.SubElement(own, f"{{{OWN}}}source", attributes, nsmap={"trv": OWN})


def _identification(meta: Element, structure: Structure, writer: Writer, day: dt.date, name: str) -> None:
    document, names = structure.document, Names.of(structure.document, day)
    author = f"#{SOFTWARE}" if _author(structure) is None else f"#{_author_name(structure)}"
    identification = add(meta, "identification", source=f"#{SOFTWARE}")

    def level(tag: str, this: str, uri: str, by: str) -> Element:
        element = add(identification, tag)
        add(element, "FRBRthis", value=this)
        add(element, "FRBRuri", value=uri)
        if tag == "FRBRWork":
            add(element, "FRBRalias", name="title", value=writer.clean(document.title))
            add(element, "FRBRalias", name="iri", value=structure.iri(document.id))
        add(element, "FRBRdate", date=day.isoformat(), name=name)
        add(element, "FRBRauthor", href=by)
        return element

    work = level("FRBRWork", f"{names.work}/!main", names.work, author)
    add(work, "FRBRcountry", value=COUNTRY)
    add(work, "FRBRsubtype", value=to_camel(document.kind.value))
    add(work, "FRBRnumber", value=writer.clean(document.symbol or document.name))
    add(work, "FRBRname", value=writer.clean(document.title))
    expression = level("FRBRExpression", f"{names.expression}/!main", names.expression, author)
    add(expression, "FRBRlanguage", language=to_language(document.language))
    manifestation = level("FRBRManifestation", f"{names.expression}/!main.xml", names.manifestation, f"#{SOFTWARE}")
    add(manifestation, "FRBRformat", value="xml")


def _author(structure: Structure) -> str | None:
    return (structure.header.body if structure.header else None) or (structure.consultation.body if structure.consultation else None)


def _author_name(structure: Structure) -> str:
    return f"organization.{name_key(_author(structure) or '') or 'author'}"


def _references(meta: Element, structure: Structure, writer: Writer) -> None:
    """Append everything that the file points to by a name of its own, in the order of kinds and names."""
    references = add(meta, "references", source=f"#{SOFTWARE}")
    if day_of(structure)[1] == "publication":
        link = structure.document.link or structure.iri(structure.document.id)
        add(references, "original", eId="original", href=link, showAs=writer.clean(structure.document.title))
    wanted = sorted({(tag, name): (href, shown) for tag, name, href, shown in _classes(structure)}.items())
    for (tag, name), (href, shown) in wanted:
        add(references, tag, eId=name, href=href, showAs=writer.clean(shown))


_Class = tuple[str, str, str, str]
"""Element, name, address, and how it is shown."""


def _classes(structure: Structure) -> Iterator[_Class]:
    yield "TLCOrganization", SOFTWARE, "https://w3id.org/travaux", "Travaux"
    if author := _author(structure):
        name = _author_name(structure)
        yield "TLCOrganization", name, f"/akn/ontology/organization/{COUNTRY}/{name.removeprefix('organization.')}", author
    if held := structure.consultation:
        yield "TLCEvent", class_name(held.id), structure.iri(held.id), held.title
    for event in structure.events:
        name = event_name(event.event)
        yield "TLCEvent", name, f"/akn/ontology/event/{COUNTRY}/{name.removeprefix('event.')}", event.event
    for panel in structure.panels:
        yield "TLCEvent", class_name(panel.id), structure.iri(panel.id), panel.label
    for item in structure.agenda_items:
        yield "TLCConcept", class_name(item.id), structure.iri(item.id), item.label
    for question in structure.questions:
        yield "TLCConcept", class_name(question.id), structure.iri(question.id), question.label
    for section in structure.sections:
        if section.chapter:
            yield "TLCConcept", class_name(section.chapter), structure.iri(section.chapter), section.title
    yield from _people(structure)


def _people(structure: Structure) -> Iterator[_Class]:
    for taking_part in structure.participations:
        name = structure.names.get(taking_part.person, taking_part.name)
        yield "TLCPerson", class_name(taking_part.person), structure.iri(taking_part.person), name
        capacity = taking_part.capacity.value
        yield "TLCRole", f"role.{capacity}", f"https://w3id.org/travaux/scheme/capacity/{capacity}", capacity
