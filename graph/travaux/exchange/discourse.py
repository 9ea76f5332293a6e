"""Statements as a list of events, as Discourse Network Analyzer exports them: who is reported to hold what, where and when."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import BinaryIO

from travaux.exchange.material import Loss, Material
from travaux.exchange.spreadsheets.naming import Named, read_named
from travaux.model.argument import Statement
from travaux.model.consultation import Organization, Participation, Person, State
from travaux.model.corpus import Corpus
from travaux.model.document import Document
from travaux.model.identity import Id
from travaux.model.schemes import ReviewStatus, SpeakerKind, Stance
from travaux.model.separated import Semicolons, render_csv
from travaux.model.store import Store, Table, to_cell
from travaux.rdf.encoding import text_order
from travaux.rdf.stored import find_records

COLUMNS = (
    *("statement ID", "time", "document ID", "document title", "author", "source", "section", "type", "text"),
    *("person", "organization", "concept", "agreement"),
    *("actor kind", "speakers", "prevalence", "stance", "act", "claim", "affiliation", "document symbol", "review"),
    *("actor IRI", "concept IRI", "statement IRI"),
)
"""The columns of Discourse Network Analyzer and the variables of its usual kind of statement first, then what it has no column for.

``statement ID`` counts the rows: a statement of several actors or on several concepts has a row for each, with the same
``statement IRI``. ``time`` is that of the document, or the last day of its consultation. ``actor kind`` is ``person``,
``organization``, ``state``, ``group`` (unnamed, such as several speakers: there is no actor then), ``office`` (named by an office alone)
or ``nobody``. ``affiliation`` is where a person works, who does not speak for it. ``agreement`` is 1 or 0, or empty.
"""

_TOWARD_QUOTE = {Stance.SUPPORTS: 1, Stance.PROPOSES: 1, Stance.OPPOSES: 0, Stance.CONCERNED: None, Stance.NEUTRAL: None}
"""Whether a stance agrees with what the quote names; concern alone is neither."""
_UNNAMED = {
    SpeakerKind.COLLECTIVE: "group",
    SpeakerKind.NAMED: "office",
    SpeakerKind.ANONYMOUS: "respondent",
    SpeakerKind.UNATTRIBUTED: "nobody",
}

Cells = dict[str, str | int | None]


def write_positions(material: Material, out: BinaryIO) -> tuple[Loss, ...]:
    """Write events whose concepts are positions.

    Who states a position agrees with it, whatever the stance toward the words of the quote; ``agreement`` is empty where the statement
    is neutral.
    """
    return _write(material, out, positions=True)


def write_themes(material: Material, out: BinaryIO) -> tuple[Loss, ...]:
    """Write events whose concepts are themes; ``agreement`` is the stance toward the quote, empty for concern and where it is neutral."""
    return _write(material, out, positions=False)


@dataclass(frozen=True, slots=True)
class _Actors:
    """Those who speak, by identifier: the cells that tell of each."""

    told: Mapping[Id, Cells]
    seats: Mapping[Id, Cells]

    def of(self, said: Statement) -> list[Cells]:
        """Give the cells for each actor of a statement, each actor once; one row without an actor if it has none."""
        found = [self.seats.get(one, {}) for one in said.speaker.participations] + [self.told.get(one, {}) for one in said.speaker.actors]
        once = {str(cells["actor IRI"]): cells for cells in reversed(found) if cells}
        return [once[name] for name in sorted(once)] or [{"actor kind": _UNNAMED[said.speaker.kind]}]


def _write(material: Material, out: BinaryIO, *, positions: bool) -> tuple[Loss, ...]:
    store, corpus = material.store, material.corpus
    named, actors = read_named(store, corpus), _read_actors(store, corpus)
    documents = sorted(corpus.documents, key=lambda document: document.name)
    numbers = {document.id: (number, document) for number, document in enumerate(documents, 1)}
    said = [one for document in documents for one in _statements(store, corpus, document.id)]
    events = [
        {**_event(one, numbers, named), **actor, **concept}
        for one in said
        for concept in _concepts(one, named, positions=positions)
        for actor in actors.of(one)
    ]
    rows = tuple(tuple(({**event, "statement ID": number}).get(column) for column in COLUMNS) for number, event in enumerate(events, 1))
    out.write(render_csv(Table(COLUMNS, rows), Semicolons).encode())
    return _losses(said, events, positions=positions)


def _statements(store: Store, corpus: Corpus, document: Id) -> list[Statement]:
    found = find_records(store, Statement, corpus.base, document=document)
    return sorted((one for one in found if one.review is not ReviewStatus.REJECTED), key=text_order)


def _event(said: Statement, numbers: Mapping[Id, tuple[int, Document]], named: Named) -> Cells:
    number, document = numbers[said.document]
    told = named.documents[said.document]
    return {
        "time": f"{told['date']} 00:00:00" if told["date"] else None,
        "document ID": number,
        "document title": document.title,
        "source": told["consultation"],
        "section": named.paragraphs.get(said.paragraph),
        "type": document.kind.value,
        "text": said.span.quote,
        "speakers": said.speaker.phrase,
        "prevalence": said.speaker.prevalence.value,
        "stance": said.stance.value,
        "act": said.act.value,
        "claim": said.claim,
        "document symbol": document.symbol,
        "review": said.review.value,
        "statement IRI": named.base + said.id,
    }


def _concepts(said: Statement, named: Named, *, positions: bool) -> Iterator[Cells]:
    if positions and said.position:
        agreement = None if said.stance is Stance.NEUTRAL else 1
        yield {"concept": named.claims.get(said.position), "agreement": agreement, "concept IRI": named.base + said.position}
    for theme in () if positions else said.themes:
        yield {"concept": named.themes.get(theme, theme), "agreement": _TOWARD_QUOTE[said.stance], "concept IRI": named.base + theme}


def _read_actors(store: Store, corpus: Corpus) -> _Actors:
    base = corpus.base
    organizations = {one.id: one.name for one in find_records(store, Organization, base)}
    told: dict[Id, Cells] = {one.id: _actor(base + one.id, "person", one.name) for one in find_records(store, Person, base)}
    told |= {identity: _actor(base + identity, "organization", name) for identity, name in organizations.items()}
    told |= {one.id: _actor(base + one.id, "state", one.name) for one in find_records(store, State, base)}
    seats: dict[Id, Cells] = {}
    for seat in find_records(store, Participation, base):
        person = told.get(seat.person, _actor(base + seat.person, "person", seat.name))
        seats[seat.id] = {**person, "affiliation": organizations.get(seat.organization) if seat.organization else None}
    return _Actors(told, seats)


def _actor(iri: str, kind: str, name: str) -> Cells:
    return {"person" if kind == "person" else "organization": name, "actor kind": kind, "actor IRI": iri}


def _losses(said: Iterable[Statement], events: Iterable[Cells], *, positions: bool) -> tuple[Loss, ...]:
    statements, rows = tuple(said), tuple(events)
    groups = {str(row["statement IRI"]) for row in rows if row["actor kind"] == "group"}
    others = {str(row["statement IRI"]) for row in rows if row["actor kind"] in {"office", "nobody"}}
    lacking = sum(not (one.position if positions else one.themes) for one in statements)
    guarded = sum(to_cell(cell) != cell for row in rows for cell in row.values() if isinstance(cell, str))
    several = len(rows) - len({row["statement IRI"] for row in rows})
    return (
        Loss(
            "statements of unnamed groups",
            "they name no person or organization: several speakers here and several there are no one actor, and must not be added up",
            len(groups),
        ),
        Loss("statements of nobody, or of an office alone", "they name no person or organization", len(others)),
        Loss(f"statements without a {'position' if positions else 'theme'}", "left out, as an event needs a concept", lacking),
        Loss("actors or concepts beside the first", "they have rows of their own, with the same statement IRI", several),
        Loss("texts that look like formulas", "an apostrophe stands before them", guarded),
    )
