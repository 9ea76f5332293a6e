"""Columns read from a store, one flat question for each."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from enum import StrEnum

import numpy as np

from travaux.analysis.columns.columns import NOTHING, PREVALENCES, REVIEWS, STANCES, Columns, Mask, Numbers, Pairs, Words, texts
from travaux.analysis.sparql import PREFIXES, apart, last_word
from travaux.model.store import Store

_Row = tuple[str, ...]
_CHAPTERS_OF_PROVISIONS = """\
SELECT DISTINCT ?provision ?chapter WHERE {
  { ?provision trv:chapter ?chapter ; trv:instrument ?version . ?chapter a trv:Chapter }
  UNION { ?chapter a trv:Chapter . BIND(?chapter AS ?provision) }
}"""
_CHAPTERS_OF_PARAGRAPHS = """\
SELECT DISTINCT ?paragraph ?chapter WHERE {
  { ?paragraph trv:agendaItem ?part } UNION { ?paragraph trv:section ?part } ?part trv:chapter ?chapter . ?paragraph a trv:Paragraph .
}"""
_DOCUMENTS = """\
SELECT DISTINCT ?document ?name ?consultation WHERE {
  ?document a trv:Document ; trv:name ?name OPTIONAL { ?document trv:consultation ?consultation }
}"""
_CONSULTATIONS = "SELECT DISTINCT ?consultation ?name WHERE { ?consultation a trv:Consultation ; trv:name ?name }"
_PREVALENCES = f"SELECT ?statement ?prevalence WHERE {{ {apart('?statement trv:speaker ?voice', '?voice trv:prevalence ?prevalence')} }}"
_CHANGES = "SELECT DISTINCT ?statement ?provision WHERE { ?change a trv:TextChange ; trv:statement ?statement ; trv:provision ?provision }"
_AGENDA = "SELECT DISTINCT ?paragraph ?item WHERE { ?paragraph a trv:Paragraph ; trv:agendaItem ?item }"
_NAMED = " UNION ".join(f"{{ {apart(f'?voice trv:{link} ?who', '?who trv:name ?name')} }}" for link in ("participation", "actor"))
_SPEAKERS = f"SELECT DISTINCT ?statement ?name WHERE {{ {apart('?statement trv:speaker ?voice')} {_NAMED} }}"
_QUOTES = f"""\
SELECT ?statement ?quote WHERE {{
  {apart("?statement a trv:Statement", "?statement trv:span ?span", "?span trv:quote ?quote")}
}}"""


def read_columns(store: Store) -> Columns:
    """Read the columns of all statements of a store; what does not fit a scheme reads as unspecified, neutral or unreviewed."""
    return _Reading(store).columns()


class _Reading:
    def __init__(self, store: Store) -> None:
        self._store = store
        self._statements = sorted({row[0] for row in self._ask("SELECT ?statement WHERE { ?statement a trv:Statement }")})
        self._rows = {iri: row for row, iri in enumerate(self._statements)}

    def columns(self) -> Columns:
        documents = sorted(self._ask(_DOCUMENTS), key=str)
        meetings = sorted(self._ask(_CONSULTATIONS), key=str)
        held = {document: meeting for document, _, meeting in documents}
        names = {document: name for document, name, _ in documents}
        position, positions = self._single("trv:position")
        paragraph, paragraphs = self._single("trv:paragraph")
        document, sources = self._single("trv:document", known=names)
        meeting_places = {iri: place for place, (iri, _) in enumerate(meetings)}
        of_document = [meeting_places.get(held[iri], NOTHING) for iri in sources]
        provision = self._linked("trv:provision")
        return Columns(
            statements=_words(self._statements),
            stance=self._coded("trv:stance", STANCES),
            prevalence=self._coded(_PREVALENCES, PREVALENCES),
            review=self._coded("trv:review", REVIEWS),
            document=document,
            documents=_words(sources),
            document_names=_words(names[iri] for iri in sources),
            consultation=_look_up(of_document, document),
            consultations=_words(iri for iri, _ in meetings),
            consultation_names=_words(name for _, name in meetings),
            position=position,
            positions=_words(positions),
            paragraph=paragraph,
            paragraphs=_words(paragraphs),
            provision=provision,
            theme=self._linked("trv:theme"),
            question=self._linked("trv:question"),
            partial_question=self._linked("trv:partialQuestion"),
            change=self._linked(_CHANGES),
            chapter=self._chapters(provision, paragraph, paragraphs),
            agenda_item=self._agenda_items(paragraph, paragraphs),
            speaker=self._linked(_SPEAKERS),
            words=self._single(_QUOTES)[0],
            reasoned=self._having("trv:rationale"),
            citing=self._having("trv:citation"),
        )

    def _ask(self, query: str) -> list[_Row]:
        return [tuple("" if value is None else str(value) for value in row) for row in self._store.select(PREFIXES + query).rows]

    def _of_statements(self, link: str) -> list[_Row]:
        """Give all pairs that a property, or a query of its own, links statements to."""
        query = link if link.startswith("SELECT") else f"SELECT DISTINCT ?statement ?value WHERE {{ ?statement {link} ?value }}"
        if link in {"trv:review", "trv:document", "trv:paragraph", "trv:position", "trv:provision"}:  # other things have them too
            query = f"SELECT DISTINCT ?statement ?value WHERE {{ ?statement a trv:Statement . {apart(f'?statement {link} ?value')} }}"
        return [row for row in self._ask(query) if row[0] in self._rows]

    def _coded(self, link: str, scheme: tuple[StrEnum, ...]) -> Numbers:
        places = {str(word): place for place, word in enumerate(scheme)}
        column = np.full(len(self._rows), NOTHING, dtype=np.int32)
        for iri, concept in self._of_statements(link):
            column[self._rows[iri]] = places.get(last_word(concept), NOTHING)
        return column

    def _single(self, link: str, known: Iterable[str] | None = None) -> tuple[Numbers, list[str]]:
        pairs = sorted(self._of_statements(link), reverse=True)
        among = None if known is None else set(known)
        things = sorted({thing for _, thing in pairs if among is None or thing in among})
        places = {thing: place for place, thing in enumerate(things)}
        column = np.full(len(self._rows), NOTHING, dtype=np.int32)
        for iri, thing in pairs:
            column[self._rows[iri]] = places.get(thing, NOTHING)
        return column, things

    def _linked(self, link: str) -> Pairs:
        return self._pairs((self._rows[iri], thing) for iri, thing in self._of_statements(link))

    def _having(self, link: str) -> Mask:
        mask = np.zeros(len(self._rows), dtype=np.bool_)
        mask[[self._rows[row[0]] for row in self._of_statements(link)]] = True
        return mask

    def _agenda_items(self, paragraph: Numbers, paragraphs: list[str]) -> Pairs:
        items = _gathered(self._ask(_AGENDA))
        places = ((row, place) for row, place in enumerate(paragraph.tolist()) if place != NOTHING)
        return self._pairs((row, item) for row, place in places for item in items.get(paragraphs[place], ()))

    def _pairs(self, linked: Iterable[tuple[int, str]]) -> Pairs:
        pairs = sorted(set(linked))
        things = sorted({thing for _, thing in pairs})
        places = {thing: place for place, thing in enumerate(things)}
        return Pairs(
            np.array([row for row, _ in pairs], dtype=np.int32),
            np.array([places[thing] for _, thing in pairs], dtype=np.int32),
            _words(things),
        )

    def _chapters(self, provision: Pairs, paragraph: Numbers, paragraphs: list[str]) -> Pairs:
        of_provision = _gathered(self._ask(_CHAPTERS_OF_PROVISIONS))
        of_paragraph = _gathered(self._ask(_CHAPTERS_OF_PARAGRAPHS))
        things = texts(provision.things)
        cited = {
            (row, chapter)
            for row, thing in zip(provision.statement.tolist(), provision.thing.tolist(), strict=True)
            for chapter in of_provision.get(things[thing], ())
        }
        citing = {row for row, _ in cited}
        under = {
            (row, chapter)
            for row, place in enumerate(paragraph.tolist())
            if row not in citing and place != NOTHING
            for chapter in of_paragraph.get(paragraphs[place], ())
        }
        return self._pairs(cited | under)


def _gathered(rows: Iterable[_Row]) -> Mapping[str, set[str]]:
    found: dict[str, set[str]] = {}
    for one, other in rows:
        found.setdefault(one, set()).add(other)
    return found


def _look_up(table: list[int], places: Numbers) -> Numbers:
    """Replace each place by what a table holds there, and nothing by nothing."""
    return np.array([*table, NOTHING], dtype=np.int32)[places]


def _words(texts: Iterable[str]) -> Words:
    return np.array([text.encode() for text in texts], dtype=np.bytes_)
