"""Records of the treaty and of the thesaurus: texts, provisions, outcomes, milestones, themes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from travaux.analysis.search.asking import Asking, capitalised, in_arabic, joined
from travaux.analysis.search.record import Kind, Record
from travaux.analysis.sparql import last_word
from travaux.model.treaty import UNVERIFIED
from travaux.model.versions import in_version, short_names

_INSTRUMENTS = """\
SELECT DISTINCT ?instrument ?order ?title ?symbol ?status WHERE {
  ?instrument a trv:Instrument ; trv:order ?order ; dcterms:title ?title ; trv:status ?status OPTIONAL { ?instrument trv:symbol ?symbol }
}"""
_PROVISIONS = """\
SELECT DISTINCT ?thing ?class ?label ?number ?order ?instrument ?grade WHERE {
  VALUES ?class { trv:Article trv:Chapter trv:PreambularParagraph }
  ?thing a ?class ; rdfs:label ?label ; trv:number ?number ; trv:order ?order ; trv:instrument ?instrument
  OPTIONAL { ?thing trv:grade ?grade }
}"""
_OUTCOMES = """\
SELECT DISTINCT ?thing ?label ?topic ?asked ?grade ?provision WHERE {
  ?thing a trv:Outcome ; rdfs:label ?label ; trv:topic ?topic ; trv:asked ?asked
  OPTIONAL { ?thing trv:grade ?grade } OPTIONAL { ?thing trv:provision ?provision }
}"""
_FACTS = "SELECT DISTINCT ?outcome ?text WHERE { ?outcome a trv:Outcome ; trv:fact ?fact . ?fact rdfs:label ?text }"
_MILESTONES = """\
SELECT DISTINCT ?thing ?order ?label ?place ?first ?last ?grade WHERE {
  ?thing a trv:Milestone ; trv:order ?order ; rdfs:label ?label OPTIONAL { ?thing trv:place ?place }
  OPTIONAL { ?thing trv:firstDay ?first } OPTIONAL { ?thing trv:lastDay ?last } OPTIONAL { ?thing trv:grade ?grade }
}"""
_SYMBOLS = "SELECT DISTINCT ?thing ?symbol WHERE { ?thing a trv:Milestone ; trv:symbol ?symbol }"
_THEMES = """\
SELECT DISTINCT ?thing ?label ?definition ?note WHERE {
  ?thing skos:prefLabel ?label FILTER(CONTAINS(STR(?thing), "/theme/"))
  OPTIONAL { ?thing skos:definition ?definition } OPTIONAL { ?thing skos:scopeNote ?note }
}"""
_SYNONYMS = 'SELECT DISTINCT ?thing ?name WHERE { ?thing skos:altLabel ?name FILTER(CONTAINS(STR(?thing), "/theme/")) }'
_KINDS = {"Article": Kind.ARTICLE, "Chapter": Kind.CHAPTER, "PreambularParagraph": Kind.PREAMBULAR_PARAGRAPH}
_NOUNS = {Kind.ARTICLE: "article", Kind.CHAPTER: "chapter", Kind.PREAMBULAR_PARAGRAPH: "preambular paragraph"}
_UNVERIFIED = f" {UNVERIFIED}"


def read_treaty_records(asking: Asking) -> Iterator[Record]:
    """Read the records of the texts negotiated, of what became of requests, and of themes."""
    rows = asking.rows(_INSTRUMENTS)
    texts = {iri: (int(order), title, symbol) for iri, order, title, symbol, _ in rows}
    statuses = short_names((iri, last_word(status), symbol or title) for iri, _, title, symbol, status in rows)
    yield from _read_provisions(asking, texts, statuses)
    yield from _read_themes(asking)
    for iri, (_, title, symbol) in sorted(texts.items(), key=lambda one: one[1]):
        yield _record(asking, iri, Kind.INSTRUMENT, title, other=symbol, keys=(symbol, title))
    yield from _read_outcomes(asking)
    symbols = asking.pairs(_SYMBOLS)
    for iri, _, label, place, first, last, grade in sorted(asking.rows(_MILESTONES), key=lambda row: int(row[1])):
        days = first if first == last else f"{first} to {last}" if last else first
        own = symbols.get(iri, [])
        yield _record(
            asking, iri, Kind.MILESTONE, label, other=joined(own), text=joined([place, days]), keys=tuple(own), grade=last_word(grade)
        )


def _record(asking: Asking, iri: str, kind: Kind, title: str, **fields: object) -> Record:
    facets = fields.pop("facets", ())
    return Record(id=asking.id_of(iri), kind=kind, title=title, facets=(("kind", kind.value), *facets), **fields)  # type: ignore[misc, arg-type]


def _read_provisions(asking: Asking, texts: dict[str, tuple[int, str, str]], versions: Mapping[str, str]) -> Iterator[Record]:
    unknown = (0, "", "")
    for iri, kind_iri, label, number, _, text, grade in sorted(
        asking.rows(_PROVISIONS), key=lambda row: (texts.get(row[5], unknown), int(row[4]), row[0])
    ):
        kind = _KINDS[kind_iri.rpartition("#")[2]]
        numbers = [one for one in (number, in_arabic(number)) if one]
        keys = (*(f"{_NOUNS[kind]} {one}" for one in numbers), *([number] if kind is not Kind.PREAMBULAR_PARAGRAPH else []))
        titled = label.partition(": ")[2].removesuffix(_UNVERIFIED)
        _, of, symbol = texts.get(text, unknown)
        title = in_version(capitalised(label), versions.get(text, ""))
        yield _record(
            asking,
            iri,
            kind,
            title,
            text=joined([of, symbol]),
            keys=(*keys, titled),
            grade=last_word(grade) or None,
        )


def _read_themes(asking: Asking) -> Iterator[Record]:
    synonyms = asking.pairs(_SYNONYMS)
    seen: set[str] = set()
    for iri, label, definition, note in sorted(asking.rows(_THEMES), key=lambda row: (row[1].casefold(), row)):
        if iri in seen:
            continue
        seen.add(iri)
        other = synonyms.get(iri, [])
        facets = (("theme", iri.rpartition("/theme/")[2]),)
        title = capitalised(label)
        yield _record(asking, iri, Kind.THEME, title, other=joined(other), text=definition, more=note, keys=(label, *other), facets=facets)


def _read_outcomes(asking: Asking) -> Iterator[Record]:
    facts = asking.pairs(_FACTS)
    seen: set[str] = set()
    for iri, label, topic, asked, grade, provision in asking.rows(_OUTCOMES):
        if iri in seen:
            continue
        seen.add(iri)
        title = f"{topic}{_UNVERIFIED if label.endswith(_UNVERIFIED) else ''}"
        text = " ".join([f"Asked: {asked}", *facts.get(iri, [])])
        page = asking.id_of(provision) if provision else None
        yield _record(asking, iri, Kind.OUTCOME, title, text=text, keys=(topic,), page=page, grade=last_word(grade) or None)
