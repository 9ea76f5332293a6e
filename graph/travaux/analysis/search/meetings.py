"""Records of consultations and their documents: agendas, questions, paragraphs, and who took part."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

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
_NAMED = f"""\
SELECT DISTINCT ?who ?document WHERE {{
  {apart("?said trv:speaker ?voice", "?voice trv:actor ?who", "?said trv:document ?document")}
}}"""
_KINDS = {"Person": Kind.PERSON, "Organization": Kind.ORGANIZATION, "State": Kind.STATE}


def _held(kind: str, *fields: str) -> str:
    """Ask for the parts of documents of a kind with their characters, each property read by itself."""
    own = apart(f"?thing a trv:{kind}", "?thing trv:document ?document", "?thing trv:order ?order", "?thing trv:span ?span")
    place = apart("?span trv:quote ?quote", "?span trv:start ?start", "?span trv:end ?end")
    named = [f"?field{number}" for number in range(len(fields))]
    more = " ".join(f"OPTIONAL {{ {apart(f'?thing {field} {name}')} }}" for field, name in zip(fields, named, strict=True))
    return f"SELECT ?document ?order ?thing ?quote ?start ?end {' '.join(named)} WHERE {{ {own} {place} {more} }}"


class _Part(NamedTuple):
    """A part of a document: its IRI, its document, its characters, and further fields."""

    iri: str
    source: Source
    quote: str
    start: int
    end: int
    order: int
    fields: tuple[str, ...]

    def record(self, asking: Asking, kind: Kind, title: str, text: str, keys: tuple[str, ...], paragraph: str | None = None) -> Record:
        """Make a record of it."""
        return Record(
            id=asking.id_of(self.iri),
            kind=kind,
            title=title,
            text=text,
            keys=keys,
            facets=(("kind", kind.value), *self.source.facets),
            document=self.source.name,
            paragraph=paragraph,
            start=self.start,
            end=self.end,
        )


def read_questions(asking: Asking) -> Iterator[Record]:
    """Read the guiding questions and the items of the agendas, by document and in its order."""
    for part in _parts(asking, _held("Question", "trv:number")):
        (number,) = part.fields
        yield part.record(asking, Kind.QUESTION, f"Question {number}", part.quote, (f"question {number}", number))
    for part in _parts(asking, _held("AgendaItem", "trv:number", "rdfs:label")):
        number, label = part.fields
        keys = (f"item {number}", f"agenda item {number}", number, label.partition(": ")[2])
        yield part.record(asking, Kind.AGENDA_ITEM, capitalised(label), "", keys)


def read_documents(asking: Asking) -> Iterator[Record]:
    """Read the documents by name, and their paragraphs in their order."""
    for iri, source in asking.sources.items():
        facets = (("kind", Kind.DOCUMENT.value), *source.facets)
        keys = (source.symbol, source.title, source.name)
        yield Record(id=asking.id_of(iri), kind=Kind.DOCUMENT, title=source.title, other=source.symbol, keys=keys, facets=facets)
    for part in _parts(asking, _held("Paragraph", "trv:number")):
        (number,) = part.fields
        title = f"Paragraph {number}" if number else f"Unnumbered paragraph (block {part.order})"
        named = (f"paragraph {number}",) if number else ()
        yield part.record(asking, Kind.PARAGRAPH, title, part.quote, named, number or f"block-{part.order}")


def _parts(asking: Asking, query: str) -> Iterator[_Part]:
    """Give the parts of documents that a query finds, each once, by document and in its order."""
    rows = [row for row in asking.rows(query) if row[0] in asking.sources]
    seen: set[str] = set()
    for document, order, iri, quote, start, end, *fields in sorted(
        rows, key=lambda row: (asking.sources[row[0]].name, int(row[1]), row[2:])
    ):
        if iri not in seen:
            seen.add(iri)
            yield _Part(iri, asking.sources[document], quote, int(start), int(end), int(order), tuple(fields))


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
