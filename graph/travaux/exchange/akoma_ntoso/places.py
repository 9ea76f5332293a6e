"""Which words of a document become which elements."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import quote

from travaux.exchange.akoma_ntoso.naming import ElementNames
from travaux.exchange.akoma_ntoso.structure import Structure
from travaux.exchange.akoma_ntoso.words import Place
from travaux.model.document import Reference
from travaux.model.identity import Id
from travaux.model.schemes import ReferenceKind

DOCUMENTS_OF_THE_UNITED_NATIONS = "https://docs.un.org/en/"
_SYMBOL = re.compile(r"[A-Z]+(?:\.\d+)?(?:/[A-Za-z0-9.()-]+)+")
_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)


def class_name(identifier: Id) -> str:
    """Give the name inside the file of something that it only points to: a person, a panel, an item of the agenda.

    >>> class_name(Id("person/ada-lovelace"))
    'person.ada-lovelace'
    """
    return identifier.replace("/", ".")


def places_of(structure: Structure, names: ElementNames) -> Iterator[Place]:
    """Give everything that is marked up inside the text, each with its IRI as ``GUID``."""
    for reference in structure.references:
        yield _referring(structure, reference, names)
    for taking_part in structure.participations:
        attributes = {"refersTo": f"#{class_name(taking_part.person)}", "as": f"#role.{taking_part.capacity.value}"}
        yield _place(structure, taking_part.id, taking_part.span.start, taking_part.span.end, "person", attributes, names)
    for event in structure.events:
        attributes = {"refersTo": f"#{event_name(event.event)}"}
        yield _place(structure, event.id, event.span.start, event.span.end, "event", attributes, names)
    for item in structure.agenda_items:
        attributes = {"name": "agendaItem", "refersTo": f"#{class_name(item.id)}"}
        yield _place(structure, item.id, item.span.start, item.span.end, "entity", attributes, names)
    for figure in structure.attendance:
        yield _place(structure, figure.id, figure.span.start, figure.span.end, "inline", {"name": "attendance"}, names)
    yield from _heading(structure)


def event_name(event: str) -> str:
    """Give the name inside the file of a session or meeting that the text dates."""
    return f"event.{re.sub(r'[^a-z0-9]+', '-', event.lower()).strip('-')}"


def find_target(structure: Structure, reference: Reference) -> str | None:
    """Find the address of what a reference points to: in the corpus, or the document of the United Nations of that symbol."""
    known = reference.provision or reference.instrument
    if known is not None:
        return structure.iri(known)
    symbols = (ReferenceKind.RESOLUTION, ReferenceKind.DOCUMENT_SYMBOL)
    if reference.kind in symbols and _SYMBOL.fullmatch(reference.target):
        return DOCUMENTS_OF_THE_UNITED_NATIONS + quote(reference.target, safe="/().-")
    return None


def _referring(structure: Structure, reference: Reference, names: ElementNames) -> Place:
    target = find_target(structure, reference)
    if target is None:
        attributes, tag = {"name": reference.kind.value, "title": reference.target}, "inline"
    else:
        attributes, tag = {"href": target, "title": reference.target}, "ref"
    return _place(structure, reference.id, reference.span.start, reference.span.end, tag, attributes, names)


def _place(structure: Structure, identifier: Id, start: int, end: int, tag: str, attributes: dict[str, str], names: ElementNames) -> Place:
    return Place(start, end, tag, {"eId": names.name(tag), "GUID": structure.iri(identifier), **attributes})


def _heading(structure: Structure) -> Iterator[Place]:
    """Find in the first lines what the header says."""
    header = structure.header
    ends = min([part.span.start for part in structure.headed_parts()], default=len(structure.text))
    if header is None:
        return
    day = header.date
    written = f"{day.day} {_MONTHS[day.month - 1]} {day.year}" if day else None
    found: tuple[tuple[str, str | None, dict[str, str]], ...] = (
        ("docTitle", header.title, {}),
        ("docNumber", header.symbol, {}),
        ("docCommittee", header.body, {}),
        ("session", header.session, {}),
        ("docDate", written, {"date": day.isoformat()} if day else {}),
    )
    for tag, words, attributes in found:
        match = re.search(r"\s+".join(map(re.escape, words.split())), structure.text[:ends]) if words else None
        if match:
            yield Place(*match.span(), tag, attributes)
