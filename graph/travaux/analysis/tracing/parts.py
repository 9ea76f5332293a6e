"""Positions followed in parts: those asked for in their order, of which a few are followed; and what is on file of outcomes and events."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from travaux.analysis.columns import columns_of
from travaux.analysis.columns.columns import NOTHING, texts
from travaux.analysis.sparql import PREFIXES, batches, last_word
from travaux.analysis.tracing import queries
from travaux.analysis.tracing.following import follow
from travaux.analysis.tracing.trace import Place, Trace
from travaux.analysis.tracing.treaty import TreatyFile
from travaux.analysis.tracing.wanted import choose, with_outcome
from travaux.model.schemes import EvidenceGrade, MilestoneKind, OutcomeKind, ReviewStatus
from travaux.model.store import Store

_LAST = (10**9, 0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """A request and what became of it, with the position that makes it; ``key`` is empty where no position is linked to it.

    ``standing`` is what of it may be shown as fact: unknown where it rests on recollection.
    """

    topic: str
    standing: OutcomeKind
    grade: EvidenceGrade
    key: str
    claim: str
    provision: Place | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """An event in the life of a text, from the files of the treaty; days are ISO dates."""

    label: str
    kind: MilestoneKind
    grade: EvidenceGrade
    first_day: str | None
    last_day: str | None
    note: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class TracePart:
    """Some of the positions asked for, followed; ``found`` counts all that were."""

    found: int
    traces: tuple[Trace, ...]


def find_trace_part(
    store: Store,
    what: str = "",
    *,
    outcome: OutcomeKind | None = None,
    consultation: str | None = None,
    recorded: bool = False,
    first: int = 0,
    most: int = 10,
) -> TracePart:
    """Follow some of the positions that ``find_traces`` follows: at most so many after the first ones, in the order of the treaty.

    The order is that of the first provision that statements of a position cite, then of claims. ``recorded`` keeps positions of which an
    outcome is on file. Raises ``QueryError`` with the nearest names for what the graph does not know.
    """
    treaty = TreatyFile(store)
    narrowed = bool(what.strip() or outcome or consultation)
    wanted = set(choose(store, treaty, what, outcome, consultation)) if narrowed else None
    if recorded:
        linked = with_outcome(store)
        wanted = linked if wanted is None else wanted & linked
    claims = _claims(store, wanted)
    places = _first_places(store, treaty)
    order = sorted(claims, key=lambda iri: (places.get(iri, _LAST), claims[iri], iri))
    some = order[first : first + most]
    followed = {f"{trace.position}": trace for trace in follow(store, treaty, some)}
    return TracePart(
        found=len(order), traces=tuple(one for iri in some if (one := followed.get(f"position/{iri.rpartition('/position/')[2]}")))
    )


def _claims(store: Store, positions: set[str] | None) -> dict[str, str]:
    """Give the claims of positions, or of all (``None``), without those that somebody has rejected."""
    if positions is None:
        return {str(row["position"]): str(row["claim"]) for row in store.select(queries.claims())}
    read = (store.select(queries.positions(some)) for some in batches(sorted(positions)))
    return {str(row["position"]): str(row["claim"]) for rows in read for row in rows}


def _first_places(store: Store, treaty: TreatyFile) -> Mapping[str, tuple[int, int]]:
    """Give the place in the treaty of the first provision that statements of each position cite."""
    columns = columns_of(store)
    pairs = columns.provision.within(columns.select())
    orders = [place.order if (place := treaty.find_place(iri)) else _LAST for iri in pairs.names()]
    rank = {order: number for number, order in enumerate(sorted(set(orders)))}
    ranks = np.array([rank[order] for order in orders], dtype=np.int64)
    position = columns.position[pairs.statement]
    first = np.full(len(columns.positions), len(rank), dtype=np.int64)
    held = position != NOTHING
    if len(ranks):
        np.minimum.at(first, position[held], ranks[pairs.thing[held]])
    by_rank = [*sorted(rank), _LAST]
    return {iri: by_rank[number] for iri, number in zip(texts(columns.positions), first.tolist(), strict=True)}


def find_requests(store: Store, what: str = "", *, consultation: str | None = None) -> tuple[Request, ...]:
    """Find every request of which an outcome is on file, in the order of the treaty, then by topic and claim.

    ``what`` and ``consultation`` keep those that the positions make which ``find_trace_part`` finds for them.
    """
    treaty = TreatyFile(store)
    wanted = set(choose(store, treaty, what, None, consultation)) if what.strip() or consultation else None
    found = {
        Request(
            topic=str(row["topic"]),
            standing=OutcomeKind.UNKNOWN
            if (grade := EvidenceGrade(last_word(row["grade"]))) is EvidenceGrade.M
            else OutcomeKind(last_word(row["kind"])),
            grade=grade,
            key=str(row["position"]).rpartition("/position/")[2] if row["position"] else "",
            claim=str(row["claim"] or ""),
            provision=treaty.find_place(row["provision"]),
        )
        for row in store.select(PREFIXES + queries.REQUESTS)
        if not (row["review"] and last_word(row["review"]) == ReviewStatus.REJECTED) and (wanted is None or str(row["position"]) in wanted)
    }
    return tuple(sorted(found, key=lambda one: (one.provision.order if one.provision else _LAST, one.topic, one.claim, one.key)))


def find_events(store: Store) -> tuple[Event, ...]:
    """Find the events in the life of the texts, in order of time."""
    in_order = sorted(store.select(PREFIXES + queries.EVENTS), key=lambda row: (int(str(row["order"])), str(row["label"])))
    return tuple(
        Event(
            label=str(row["label"]),
            kind=MilestoneKind(last_word(row["kind"])),
            grade=EvidenceGrade(last_word(row["grade"])),
            first_day=str(row["first"]) if row["first"] else None,
            last_day=str(row["last"]) if row["last"] else None,
            note=str(row["note"]) if row["note"] else None,
        )
        for row in in_order
    )
