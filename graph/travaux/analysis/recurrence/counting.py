"""Counts of what was said on themes and positions, made by the store, put together by consultation and side."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from travaux.analysis.heard import Heard, find_heard
from travaux.analysis.recurrence import queries
from travaux.analysis.recurrence.found import SIDES, Meeting, SaidThere, Side, Voiced
from travaux.analysis.recurrence.queries import HomeWay, MatterKind
from travaux.analysis.selection import Selection
from travaux.analysis.sparql import last_word
from travaux.model.prevalence import strongest
from travaux.model.schemes import Prevalence, Stance
from travaux.model.store import Store, Value

_EXAMPLES = 2
"""Sentences that are shown for each side of each consultation."""
_BATCH = 400
"""Wholes that one query asks about."""
_SIGNS = {HomeWay.CITED: 1, HomeWay.PLACED: 1, HomeWay.PLACED_BUT_CITES: -1}

Counts = dict[str, dict[str, int]]
"""Matter → consultation → statements."""


@dataclass(frozen=True, slots=True)
class Group:
    """Statements of one stance and prevalence: how many, and two of them."""

    stance: Stance
    prevalence: Prevalence
    count: int
    first: str
    last: str


Groups = dict[str, dict[str, list[Group]]]


class Counting:
    """Counts over the statements of a selection, all or those under some chapters."""

    def __init__(self, store: Store, selection: Selection, chapters: Iterable[str] | None = None) -> None:
        self._store = store
        self._selection = selection
        self._within = queries.under(chapters) if chapters is not None else ""
        self.meetings = self._find_meetings()

    def _find_meetings(self) -> dict[str, Meeting]:
        """Find the consultations selected, by IRI in order of time, those without statements too."""
        counted = {str(meeting): int(str(count)) for meeting, count in self._rows(queries.statement_counts(self._selection, self._within))}
        rows = sorted(self._rows(queries.MEETINGS), key=lambda row: (str(row[3]), str(row[1])))
        found = dict[str, Meeting]()
        for iri, name, title, first, last in rows:
            if not self._selection.consultations or str(name) in self._selection.consultations:
                days = (dt.date.fromisoformat(str(first)), dt.date.fromisoformat(str(last)))
                count = counted.get(str(iri), 0)
                found[str(iri)] = Meeting(name=str(name), title=str(title), first_day=days[0], last_day=days[1], statements=count)
        return found

    def presence(self, kind: MatterKind) -> Counts:
        """Count by matter and consultation the statements on a theme itself, or that express a position."""
        found: Counts = defaultdict(dict)
        for matter, meeting, count in self._rows(queries.presence(kind, self._selection, self._within)):
            found[str(matter)][str(meeting)] = int(str(count))
        return dict(found)

    def recurring_positions(self) -> list[str]:
        """List the positions that recur, those of most consultations first, then of most statements."""
        rows = self._rows(queries.recurring(self._selection, self._within))
        return [str(row[0]) for row in sorted(rows, key=lambda row: (-int(str(row[1])), -int(str(row[2])), str(row[0])))]

    def homes(self, kind: MatterKind, matters: Sequence[str] | None = None) -> dict[str, Counts]:
        """Count by matter, consultation and chapter; of the matters given or of all.

        A statement is of the chapters of the provisions that it cites; if it cites none of a chapter, of those that it stands under.
        """
        found: dict[str, Counts] = defaultdict(lambda: defaultdict(dict))
        for way, sign in _SIGNS.items():
            for some in _batches(matters) if matters is not None else [None]:
                for matter, meeting, chapter, count in self._rows(queries.homes(kind, self._selection, way, some, self._within)):
                    there = found[str(matter)][str(meeting)]
                    there[str(chapter)] = there.get(str(chapter), 0) + sign * int(str(count))
        return {matter: {one: {c: n for c, n in counts.items() if n} for one, counts in there.items()} for matter, there in found.items()}

    def voices(self, kind: MatterKind, wholes: Sequence[tuple[str, str]]) -> Groups:
        """Count by whole and consultation the statements of each stance and prevalence."""
        found: Groups = defaultdict(lambda: defaultdict(list))
        by_whole: dict[str, list[tuple[str, str]]] = defaultdict(list)
        for pair in wholes:
            by_whole[pair[0]].append(pair)
        for some in _batches(list(by_whole)):
            pairs = [pair for whole in some for pair in by_whole[whole]]
            for row in self._rows(queries.voices(kind, self._selection, pairs, self._within)):
                found[str(row[0])][str(row[1])].append(_to_group(row[2:]))
        return found

    def claims(self, positions: Sequence[str]) -> dict[str, str]:
        """Find the claims of positions; one without a claim bears its name."""
        found = {iri: last_word(iri) for iri in positions}
        for some in _batches(positions):
            found |= {str(matter): str(claim) for matter, claim in sorted(self._rows(queries.claims(some)), key=str)}
        return found

    def said(
        self, groups: Mapping[str, Sequence[Group]], own: Mapping[str, int], heard: Mapping[str, Heard] = MappingProxyType({})
    ) -> tuple[SaidThere, ...]:
        """Put what was said on a matter together, by consultation in order of time, with the examples that are among those heard."""
        return tuple(
            SaidThere(
                consultation=meeting.name,
                own=own.get(iri, 0),
                whole=sum(group.count for group in groups[iri]),
                voices=tuple(_to_voiced(side, some, heard) for side, some in _by_side(groups[iri])),
            )
            for iri, meeting in self.meetings.items()
            if groups.get(iri)
        )

    def examples(self, groups: Iterable[Mapping[str, Sequence[Group]]]) -> dict[str, Heard]:
        """Find the sentences that stand for each side of each consultation on matters."""
        chosen = {iri for one in groups for there in one.values() for _, some in _by_side(there) for iri in _choose(some)}
        return find_heard(self._store, chosen)

    def _rows(self, query: str) -> tuple[tuple[Value, ...], ...]:
        return self._store.select(query).rows


def _to_group(row: Sequence[Value]) -> Group:
    prevalence = Prevalence(last_word(row[1])) if row[1] else Prevalence.UNSPECIFIED
    return Group(Stance(last_word(row[0])), prevalence, int(str(row[2])), str(row[3]), str(row[4]))


def _by_side(groups: Sequence[Group]) -> Iterator[tuple[Side, list[Group]]]:
    for side in Side:
        if some := sorted((group for group in groups if SIDES[group.stance] is side), key=lambda group: group.first):
            yield side, some


def _to_voiced(side: Side, groups: Sequence[Group], heard: Mapping[str, Heard]) -> Voiced:
    found = {group.stance for group in groups}
    return Voiced(
        side=side,
        statements=sum(group.count for group in groups),
        stances=tuple(stance for stance in Stance if stance in found),
        strongest=strongest(group.prevalence for group in groups),
        heard=tuple(heard[iri] for iri in _choose(groups) if iri in heard),
    )


def _choose(groups: Sequence[Group]) -> list[str]:
    """Choose examples: of what is most widely held first, then of what else is said."""
    most = strongest(group.prevalence for group in groups)
    widest = [group.first for group in groups if group.prevalence in most]
    others = [group.first for group in groups if group.prevalence not in most]
    return list(dict.fromkeys((*widest, *others, *(group.last for group in groups))))[:_EXAMPLES]


def _batches(matters: Sequence[str]) -> Iterator[Sequence[str]]:
    for first in range(0, len(matters), _BATCH):
        yield matters[first : first + _BATCH]
