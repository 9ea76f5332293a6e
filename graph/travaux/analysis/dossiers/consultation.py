"""The dossier of a consultation: when, where, who, on what, and what was recorded under each item of its agenda."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass

from travaux.analysis.dossiers.beside import QuestionCount, ThemeCount, count_themes, questions_of
from travaux.analysis.dossiers.gathering import Limits, gather
from travaux.analysis.dossiers.printed import Figure, Item, Panel, Person, Printed, Unsound
from travaux.analysis.dossiers.said import Said
from travaux.analysis.dossiers.scope import selected_of
from travaux.analysis.selection import Selection
from travaux.analysis.sparql import PREFIXES, last_word
from travaux.analysis.tables import Tabular
from travaux.errors import QueryError
from travaux.model.identity import Id
from travaux.model.schemes import Capacity, DocumentKind, EvidenceGrade, MilestoneKind, Mode
from travaux.model.store import Store, Table, Value

_OWN = """SELECT DISTINCT ?meeting ?name ?title ?first ?last ?body ?place ?mode ?session ?mandate ?instrument ?instrument_label WHERE {
  ?meeting a trv:Consultation ; trv:name ?name ; dcterms:title ?title ; trv:firstDay ?first ; trv:lastDay ?last .
  OPTIONAL { ?meeting trv:body ?body } OPTIONAL { ?meeting trv:place ?place } OPTIONAL { ?meeting trv:mode ?mode }
  OPTIONAL { ?meeting trv:session ?session } OPTIONAL { ?meeting trv:mandate ?mandate }
  OPTIONAL { ?meeting trv:instrument ?instrument . ?instrument rdfs:label ?instrument_label }
}"""
_DOCUMENTS = """SELECT DISTINCT ?source ?name ?title ?kind ?day WHERE {
  ?source a trv:Document ; trv:consultation <%s> ; trv:name ?name ; dcterms:title ?title ; trv:kind ?kind .
  OPTIONAL { ?source trv:date|dcterms:date ?day }
}"""
_MILESTONES = """SELECT DISTINCT ?milestone ?label ?first ?last ?kind ?place ?grade ?order WHERE {
  ?milestone a trv:Milestone ; rdfs:label ?label ; trv:firstDay ?first ; trv:kind ?kind ; trv:grade ?grade ; trv:order ?order .
  OPTIONAL { ?milestone trv:lastDay ?last } OPTIONAL { ?milestone trv:place ?place }
}"""
_NEAR = 3
"""Milestones shown before and after a consultation."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """A document of a consultation."""

    name: str
    title: str
    kind: DocumentKind
    date: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """A milestone of the negotiation; ``during`` tells that it falls on days of the consultation."""

    id: Id
    label: str
    kind: MilestoneKind
    first_day: dt.date
    last_day: dt.date
    place: str | None
    grade: EvidenceGrade
    during: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Other:
    """Another consultation, by name and title."""

    name: str
    title: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ConsultationDossier(Tabular):
    """What is on file about a consultation.

    ``officers`` are those who chaired or briefed; ``panels`` all panels, of which those under an item of the agenda stand there too.
    ``attendance`` has the figures printed, ``findings`` what does not add up in its documents. ``milestones`` are those nearest in time,
    in order. ``others`` are all other consultations, in the order of their days. A row of the table is an item of the agenda.
    """

    id: Id
    name: str
    title: str
    first_day: dt.date
    last_day: dt.date
    body: str | None
    places: tuple[str, ...]
    mode: Mode | None
    session: str | None
    mandate: str | None
    instrument: tuple[Id, str] | None
    said: Said
    officers: tuple[Person, ...]
    agenda: tuple[Item, ...]
    panels: tuple[Panel, ...]
    attendance: tuple[Figure, ...]
    findings: tuple[Unsound, ...]
    documents: tuple[Paper, ...]
    questions: tuple[QuestionCount, ...]
    milestones: tuple[Event, ...]
    themes: tuple[ThemeCount, ...]
    others: tuple[Other, ...]

    def to_table(self) -> Table:
        """Give a row for each item of the agenda, each before its parts."""
        rows = list[tuple[Value, ...]]()

        def add(item: Item) -> None:
            rows.append((item.number, item.title, item.statements, "; ".join(item.strongest), item.id))
            for part in item.parts:
                add(part)

        for item in self.agenda:
            add(item)
        return Table(("number", "title", "statements", "strongest", "item"), tuple(rows))


def consultation_dossier(store: Store, name: str, *, rows: int | None = 12) -> ConsultationDossier:
    """Gather the dossier of the consultation of this name, with as many themes as ``rows``; ``QueryError`` for one that is not on file."""
    known = sorted(store.select(PREFIXES + _OWN), key=lambda row: (str(row["first"]), str(row["name"]), str(row["place"])))
    own = [row for row in known if row["name"] == name]
    if not own:
        names = ", ".join(dict.fromkeys(str(row["name"]) for row in known))
        raise QueryError(f"there is no consultation {name!r}", hint=f"On file: {names or 'none'}.")
    row, iri = own[0], str(own[0]["meeting"])
    base = iri.removesuffix(f"consultation/{iri.rpartition('/consultation/')[2]}")
    scope = selected_of(store, Selection(consultations=(name,)))
    papers = {str(one["source"]): one for one in store.select(PREFIXES + _DOCUMENTS % iri)}
    printed = Printed(store, base, papers)

    def words(key: str) -> str | None:
        return str(row[key]) if row[key] else None

    first, last = dt.date.fromisoformat(str(row["first"])), dt.date.fromisoformat(str(row["last"]))
    return ConsultationDossier(
        id=Id(iri.removeprefix(base)),
        name=name,
        title=str(row["title"]),
        first_day=first,
        last_day=last,
        body=words("body"),
        places=tuple(dict.fromkeys(str(one["place"]) for one in own if one["place"])),
        mode=Mode(last_word(row["mode"])) if row["mode"] else None,
        session=words("session"),
        mandate=words("mandate"),
        instrument=(Id(str(row["instrument"]).removeprefix(base)), str(row["instrument_label"])) if row["instrument"] else None,
        said=gather(store, scope, Limits(positions=0, sentences=0)),
        officers=tuple(one for one in printed.people if one.capacity is not Capacity.PANELLIST),
        agenda=printed.agenda(scope),
        panels=printed.panels,
        attendance=printed.attendance(),
        findings=printed.findings(),
        documents=tuple(sorted((_to_paper(one) for one in papers.values()), key=lambda one: (one.date or "", one.name))),
        questions=questions_of(store, scope, papers),
        milestones=_near(store, first, last, base),
        themes=count_themes(store, scope, rows),
        others=tuple(dict.fromkeys(Other(name=str(one["name"]), title=str(one["title"])) for one in known if one["name"] != name)),
    )


def _to_paper(row: Mapping[str, Value]) -> Paper:
    return Paper(
        name=str(row["name"]),
        title=str(row["title"]),
        kind=DocumentKind(last_word(row["kind"])),
        date=str(row["day"]) if row["day"] else None,
    )


def _near(store: Store, first: dt.date, last: dt.date, base: str) -> tuple[Event, ...]:
    """Find the milestones nearest in time: a few before, those of its days, a few after."""
    rows = store.select(PREFIXES + _MILESTONES)
    found = dict[Id, Event]()
    for row in rows:
        begin = dt.date.fromisoformat(str(row["first"]))
        end = dt.date.fromisoformat(str(row["last"])) if row["last"] else begin
        event = Event(
            id=Id(str(row["milestone"]).removeprefix(base)),
            label=str(row["label"]),
            kind=MilestoneKind(last_word(row["kind"])),
            first_day=begin,
            last_day=end,
            place=str(row["place"]) if row["place"] else None,
            grade=EvidenceGrade(last_word(row["grade"])),
            during=begin <= last and first <= end,
        )
        found.setdefault(event.id, event)
    ordered = sorted(found.values(), key=lambda one: (one.first_day, one.last_day, one.id))
    before = [one for one in ordered if not one.during and one.last_day < first]
    after = [one for one in ordered if not one.during and one.first_day > last]
    return (*before[-_NEAR:], *(one for one in ordered if one.during), *after[:_NEAR])
