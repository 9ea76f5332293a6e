"""How a negotiation went in days: its consultations and the events that its treaty files tell of, and who reviewed what was said."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from travaux.analysis.sparql import PREFIXES, last_word
from travaux.model.identity import Id
from travaux.model.schemes import EvidenceGrade
from travaux.model.store import Store

_MILESTONES = """SELECT DISTINCT ?event ?label ?kind ?order ?grade ?first_day ?last_day ?place WHERE {
  ?event a trv:Milestone ; rdfs:label ?label ; trv:kind ?kind ; trv:order ?order ; trv:grade ?grade .
  OPTIONAL { ?event trv:firstDay ?first_day } OPTIONAL { ?event trv:lastDay ?last_day } OPTIONAL { ?event trv:place ?place }
}"""
_REVIEWERS = "SELECT DISTINCT ?reviewer ?name WHERE { ?reviewer a trv:Reviewer ; trv:name ?name }"


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """An event of the treaty files; ``label`` is marked where it rests on recollection."""

    id: Id
    label: str
    kind: str
    grade: EvidenceGrade
    first_day: dt.date | None
    last_day: dt.date | None
    place: str | None


def find_events(store: Store) -> tuple[Event, ...]:
    """Find the events of the treaty files in the order of time that these give."""
    rows = sorted(store.select(PREFIXES + _MILESTONES), key=lambda row: (int(str(row["order"])), str(row["event"])))
    return tuple(
        Event(
            id=Id(f"milestone/{str(row['event']).rpartition('/milestone/')[2]}"),
            label=str(row["label"]),
            kind=last_word(row["kind"]),
            grade=EvidenceGrade(last_word(row["grade"])),
            first_day=dt.date.fromisoformat(str(row["first_day"])) if row["first_day"] else None,
            last_day=dt.date.fromisoformat(str(row["last_day"])) if row["last_day"] else None,
            place=str(row["place"]) if row["place"] else None,
        )
        for row in rows
    )


def find_reviewers(store: Store) -> tuple[str, ...]:
    """Find the names of those who review, sorted."""
    return tuple(sorted({str(row["name"]) for row in store.select(PREFIXES + _REVIEWERS)}))
