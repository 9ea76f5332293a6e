"""Records of consultations and their documents: agendas, questions, paragraphs, and who took part."""

from __future__ import annotations

from collections.abc import Iterator

from travaux.analysis.search.asking import Asking, Source, by_number, capitalised, joined
from travaux.analysis.search.record import Kind, Record
from travaux.analysis.sparql import apart

_CONSULTATIONS = """\
SELECT DISTINCT ?thing ?name ?title ?first ?last ?body ?session ?mandate WHERE {
  ?thing a trv:Consultation ; trv:name ?name ; dcterms:title ?title ; trv:firstDay ?first ; trv:lastDay ?last
  OPTIONAL { ?thing trv:body ?body } OPTIONAL { ?thing trv:session ?session } OPTIONAL { ?thing trv:mandate ?mandate }
}"""
_ACTORS = """\
SELECT DISTINCT ?thing ?class ?name ?acronym WHERE {
  VALUES ?class { trv:Person trv:Organization trv:State } ?thing a ?class ; trv:name ?name OPTIONAL { ?thing trv:acronym ?acronym }
}"""
_PART = """\
SELECT DISTINCT ?who ?document ?label WHERE {
  ?part a trv:Participation ; trv:document ?document ; rdfs:label ?label . { ?part trv:person ?who } UNION { ?part trv:organization ?who }
}"""
_NAMED = f"SELECT DISTINCT ?who ?document WHERE {{ {apart('?said trv:speaker ?voice', '?voice trv:actor ?who', '?said trv:document ?document')} }}"
_KINDS = {"Person": Kind.PERSON, "Organization": Kind.ORGANIZATION, "State": Kind.STATE}


def _held(kind: str, *fields: str) -> str:
    """Ask for the parts of documents of a kind with their characters, each property read by itself."""
    own = apart(f"?thing a trv:{kind}", "?thing trv:document ?document", "?thing trv:order ?order", "?thing trv:span ?span")
    place = apart("?span trv:quote ?quote", "?span trv:start ?start", "?span trv:end ?end")
    more = " ".join(f"OPTIONAL {{ ?thing {field} ?field{number} }}" for number, field in enumerate(fields))
    named = " ".join(f"?field{number}" for number in range(len(fields)))
    return f"SELECT DISTINCT ?document ?order ?thing ?quote ?start ?end {named} WHERE {{ {own} {place} {more} }}"


def _place(source: Source, start: str, end: str) -> dict[str, object]:
    return {"document": source.name, "document_title": source.title, "start": int(start), "end": int(end)}


def read_questions(asking: Asking) -> Iterator[Record]:
    """Read the guiding questions and the items of the agendas, by document and in its order."""
    for iri, quote, start, end, source, number in _parts(asking, _held("Question", "trv:number")):
        yield _record(asking, iri, Kind.QUESTION, source, f"Question {number}", text=quote, keys=(f"question {number}", number), **_place(source, start, end))
    for iri, _, start, end, source, number, label in _parts(asking, _held("AgendaItem", "trv:number", "rdfs:label")):
        keys = (f"item {number}", f"agenda item {number}", number, label.partition(": ")[2])
        yield _record(asking, iri, Kind.AGENDA_ITEM, source, capitalised(label), text=source.title, keys=keys, **_place(source, start, end))


def read_documents(asking: Asking) -> Iterator[Record]:
    """Read the documents by name, and their paragraphs in their order."""
    for iri, source in asking.sources.items():
        keys = (source.symbol, source.title, source.name)
        yield _record(asking, iri, Kind.DOCUMENT, source, source.title, other=source.symbol, keys=keys)
    for iri, quote, start, end, source, order, number in _parts(asking, _held("Paragraph", "trv:order", "trv:number")):
        name = number or f"block-{order}"
        title = f"Paragraph {number}" if number else f"Unnumbered paragraph (block {order})"
        keys = (f"paragraph {number}",) if number else ()
        yield _record(asking, iri, Kind.PARAGRAPH, source, title, text=quote, keys=keys, paragraph=name, **_place(source, start, end))


def _parts(asking: Asking, query: str) -> Iterator[tuple[object, ...]]:
    rows = sorted(asking.rows(query), key=lambda row: (asking.sources[row[0]].name, int(row[1]), row[2:])) if asking.sources else []
    seen: set[str] = set()
    for document, _, iri, quote, start, end, *fields in rows:
        if iri not in seen:
            seen.add(iri)
            yield iri, quote, start, end, asking.sources[document], *fields


def _record(asking: Asking, iri: object, kind: Kind, source: Source, title: str, **fields: object) -> Record:
    facets = (("kind", kind.value), *source.facets)
    return Record(id=asking.id_of(str(iri)), kind=kind, title=title, facets=facets, **fields)  # type: ignore[arg-type]


def read_consultations(asking: Asking) -> Iterator[Record]:
    """Read the consultations in time."""
    for iri, name, title, first, last, *other in sorted(asking.rows(_CONSULTATIONS), key=lambda row: row[3:]):
        days = first if first == last else f"{first} to {last}"
        facets = (("kind", Kind.CONSULTATION.value), ("consultation", name))
        text = joined([days, *other])
        yield Record(id=asking.id_of(iri), kind=Kind.CONSULTATION, title=title, text=text, keys=(title, name), facets=facets)


def read_actors(asking: Asking) -> Iterator[Record]:
    """Read persons, organizations and States by name, each with the capacities in which they took part."""
    roles: dict[str, list[str]] = {}
    documents: dict[str, list[str]] = {}
    for who, document, label in asking.rows(_PART):
        roles.setdefault(who, []).append(label)
        documents.setdefault(who, []).append(document)
    for who, document in asking.rows(_NAMED):
        documents.setdefault(who, []).append(document)
    seen: set[str] = set()
    for iri, kind_iri, name, acronym in sorted(asking.rows(_ACTORS), key=lambda row: (by_number(row[2]), row)):
        if iri in seen:
            continue
        seen.add(iri)
        kind = _KINDS[kind_iri.rpartition("#")[2]]
        held = (asking.sources[one] for one in documents.get(iri, ()) if one in asking.sources)
        facets = tuple(dict.fromkeys([("kind", kind.value), *(pair for source in held for pair in source.facets)]))
        text = joined(roles.get(iri, ()))
        yield Record(id=asking.id_of(iri), kind=kind, title=name, other=acronym, text=text, keys=(name, acronym), facets=facets)
