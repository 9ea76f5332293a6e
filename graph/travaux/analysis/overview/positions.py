"""The positions that statements express, a page of them at a time, in the order asked for."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

import numpy as np

from travaux.analysis.columns import Columns, Pairs, columns_of
from travaux.analysis.columns.columns import NOTHING, Mask, count_by, find_word
from travaux.analysis.overview.taken import STANCE_COLUMNS, Taken, stance_row, taken_by, total
from travaux.analysis.recurrence import queries
from travaux.analysis.recurrence.thesaurus import ThemeTree
from travaux.analysis.selection import ALL, Selection
from travaux.analysis.sparql import PREFIXES, batches, last_word, listed
from travaux.analysis.tables import Tabular
from travaux.errors import QueryError
from travaux.model.schemes import ReviewStatus
from travaux.model.store import Store, Table, Value

_KNOWN = "SELECT DISTINCT ?position WHERE { ?position a trv:Position }"
_TOLD = (
    "SELECT DISTINCT ?position ?claim ?review WHERE {{ VALUES ?position {{ {some} }} ?position trv:claim ?claim "
    "OPTIONAL {{ ?position trv:review ?review }} }}"
)


class PositionOrder(StrEnum):
    """What comes first: positions of most consultations (then of most statements), of most statements, or by claim."""

    RECURRENCE = "recurrence"
    STATEMENTS = "statements"
    CLAIM = "claim"


@dataclass(frozen=True, slots=True, kw_only=True)
class PositionRow:
    """A position: its claim, whether a person named it, its stances, and its statements by consultation in the order of their days."""

    key: str
    claim: str
    review: ReviewStatus
    taken: tuple[Taken, ...]
    meetings: tuple[tuple[str, int], ...]

    @property
    def statements(self) -> int:
        """The number of statements in the reports that express it."""
        return total(self.taken)


@dataclass(frozen=True, slots=True, kw_only=True)
class Positions(Tabular):
    """Some positions, from the place ``first`` (from 1) of the ``found`` that statements of the selection express.

    ``unexpressed`` counts those on file, without rejected ones, that no statement of the selection expresses.
    """

    found: int
    unexpressed: int
    first: int
    rows: tuple[PositionRow, ...]

    def to_table(self) -> Table:
        """Give a row for each position."""
        names = ("position", "claim", "review", "statements", "consultations", *STANCE_COLUMNS)
        return Table(
            names,
            tuple(
                (row.key, row.claim, row.review.value, row.statements, "; ".join(name for name, _ in row.meetings), *stance_row(row.taken))
                for row in self.rows
            ),
        )


def find_positions(
    store: Store,
    selection: Selection = ALL,
    *,
    theme: str | None = None,
    order: PositionOrder = PositionOrder.RECURRENCE,
    first: int = 1,
    count: int = 50,
) -> Positions:
    """Find positions that no person has rejected; only statements of the selection count.

    ``theme`` is the name of a theme: only statements on it or on a narrower one count then. Raises ``QueryError`` for an unknown one.
    """
    columns = columns_of(store)
    mask = columns.select(selection.resolve(store))
    if theme is not None:
        mask &= columns.theme.statements_of(_within(store, theme), len(columns))
    linked = _expressed(store, columns, mask)
    keys, counts = count_by(linked.thing, columns.consultation[linked.statement])
    meetings: dict[int, dict[int, int]] = {}
    for (thing, meeting), number in zip(keys.tolist(), counts.tolist(), strict=True):
        meetings.setdefault(thing, {})[meeting] = number
    names = linked.names()
    ordered = _ordered(store, names, meetings, order)
    kept = ordered[first - 1 : first - 1 + count]
    taken = taken_by(columns, linked)
    claims = {str(row["position"]): row for some in batches([names[one] for one in kept]) for row in _ask(store, _TOLD, some)}
    days = _in_days(store)
    return Positions(
        found=len(ordered),
        unexpressed=len(_find_known(store)) - len(ordered),
        first=first,
        rows=tuple(
            PositionRow(
                key=last_word(names[one]),
                claim=str(claims[names[one]]["claim"]) if names[one] in claims else last_word(names[one]),
                review=_review(claims.get(names[one], {}).get("review")),
                taken=taken.get(names[one], ()),
                meetings=tuple(sorted(_named(columns, meetings[one]), key=lambda pair: (days.get(pair[0], "~"), pair[0]))),
            )
            for one in kept
        ),
    )


def find_unexpressed(store: Store, *, first: int = 1, count: int = 50) -> Positions:
    """Find positions that no statement expresses and no person has rejected, by claim: they stand only in relations to others."""
    columns = columns_of(store)
    expressed = set(_expressed(store, columns, columns.select()).names())
    alone = sorted(_find_known(store) - expressed)
    told = {str(row["position"]): row for some in batches(alone) for row in _ask(store, _TOLD, some)}
    ordered = sorted(told, key=lambda one: (str(told[one]["claim"]).casefold(), one))
    return Positions(
        found=len(ordered),
        unexpressed=len(ordered),
        first=first,
        rows=tuple(
            PositionRow(key=last_word(one), claim=str(told[one]["claim"]), review=_review(told[one]["review"]), taken=(), meetings=())
            for one in ordered[first - 1 : first - 1 + count]
        ),
    )


def _find_known(store: Store) -> set[str]:
    rejected = {str(iri) for (iri,) in store.select(queries.REJECTED).rows}
    return {str(row["position"]) for row in store.select(PREFIXES + _KNOWN)} - rejected


def _within(store: Store, theme: str) -> tuple[str, ...]:
    tree = ThemeTree(store, ())
    found = next((iri for iri in sorted(tree.labels) if last_word(iri) == theme), None)
    if found is None:
        raise QueryError(f"no theme has the name {theme[:60]!r}", hint="The list of themes has all of them.")
    return tuple(sorted(tree.within(found)))


def _expressed(store: Store, columns: Columns, mask: Mask) -> Pairs:
    rejected = [find_word(columns.positions, str(iri)) for (iri,) in store.select(queries.REJECTED).rows]
    rows = np.flatnonzero(mask & ~np.isin(columns.position, [NOTHING, *rejected]))
    return Pairs(rows.astype(np.int32), columns.position[rows], columns.positions)


def _ordered(store: Store, names: list[str], meetings: Mapping[int, Mapping[int, int]], order: PositionOrder) -> list[int]:
    if order is PositionOrder.CLAIM:
        claims = {str(iri): str(claim) for iri, claim in sorted(store.select(queries.claims(())).rows, key=str)}
        return sorted(meetings, key=lambda one: (claims.get(names[one], "").casefold(), names[one]))
    recurring = order is PositionOrder.RECURRENCE

    def weight(one: int) -> tuple[int, int, str]:
        held = [meeting for meeting in meetings[one] if meeting != NOTHING]
        return -len(held) if recurring else 0, -sum(meetings[one].values()), names[one]

    return sorted(meetings, key=weight)


def _ask(store: Store, query: str, some: Iterable[str]) -> list[dict[str, Value]]:
    return list(store.select(PREFIXES + query.format(some=listed(some))))


def _review(value: object) -> ReviewStatus:
    return ReviewStatus(str(value).rpartition("/")[2]) if value else ReviewStatus.UNREVIEWED


def _named(columns: Columns, counts: Mapping[int, int]) -> list[tuple[str, int]]:
    return [(str(columns.consultation_names[meeting], "utf-8"), count) for meeting, count in counts.items() if meeting != NOTHING]


def _in_days(store: Store) -> dict[str, str]:
    return {str(row[1]): str(row[3]) for row in store.select(queries.MEETINGS).rows}
