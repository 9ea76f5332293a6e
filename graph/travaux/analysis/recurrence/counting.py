"""Counts of what was said on themes and positions, made by the store, put together by consultation and side."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from travaux.analysis.heard import Heard, find_heard
from travaux.analysis.recurrence import queries
from travaux.analysis.recurrence.found import SIDES, Meeting, SaidThere, Side, Voiced
from travaux.analysis.recurrence.queries import MatterKind
from travaux.analysis.recurrence.thesaurus import ThemeTree
from travaux.analysis.selection import Selection
from travaux.analysis.sparql import last_word
from travaux.model.prevalence import strongest
from travaux.model.schemes import Prevalence, Stance
from travaux.model.store import Store, Value

_EXAMPLES = 2
"""Sentences that are shown for each side of each consultation."""
_BATCH = 400
"""Wholes that one query asks about."""

_OWN = "own "
"""Before the name of a theme: what is on it itself."""

Counts = dict[str, dict[str, int]]
"""Matter → consultation → statements."""


@dataclass(frozen=True, slots=True)
class Group:
    """Statements of one stance and prevalence: how many, and two of them, where these were asked for."""

    stance: Stance
    prevalence: Prevalence
    count: int
    first: str = ""
    last: str = ""


Groups = dict[str, dict[str, list[Group]]]


class Counting:
    """Counts over the statements of a selection, all or those under some chapters."""

    def __init__(self, store: Store, selection: Selection, chapters: Iterable[str] | None = None) -> None:
        self._store = store
        self._selection = selection
        self._within = queries.under(chapters) if chapters is not None else ""
        self.meetings = self._find_meetings()
        self._documents = sorted((str(source), str(meeting)) for source, meeting in self._rows(queries.DOCUMENTS))

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

    def presence(self) -> Counts:
        """Count by position and consultation the statements that express it."""
        found: Counts = defaultdict(dict)
        for matter, meeting, count in self._rows(queries.presence(self._selection, self._within)):
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
        if matters is None or matters:
            for matter, meeting, chapter, count in self._rows(queries.homes(kind, self._selection, matters, self._within)):
                found[str(matter)][str(meeting)][str(chapter)] = int(str(count))
        return {matter: dict(there) for matter, there in found.items()}

    def voices(self, kind: MatterKind, wholes: Sequence[tuple[str, str]], *, ends: bool = True) -> Groups:
        """Count by whole and consultation the statements of each stance and prevalence; with ``ends`` two of them are told.

        ``wholes`` are pairs of a whole, named as the caller likes, and of the IRI of a part of it.
        """
        found: Groups = defaultdict(lambda: defaultdict(list))
        names = list(dict.fromkeys(whole for whole, _ in wholes))
        numbers = {whole: number for number, whole in enumerate(names)}
        pairs = [(numbers[whole], part) for whole, part in wholes]
        meetings = list(self.meetings)
        held = [(source, meetings.index(meeting)) for source, meeting in self._documents if meeting in self.meetings]
        query = queries.groups(kind, self._selection, held, pairs, self._within, ends=ends)
        for whole, group, count, *both in self._rows(query) if pairs and held else ():
            meeting, stance, prevalence = queries.of_group(int(str(group)))
            found[names[int(str(whole))]][meetings[meeting]].append(Group(stance, prevalence, int(str(count)), *map(str, both)))
        return found

    def theme_groups(self, tree: ThemeTree) -> tuple[Groups, Counts]:
        """Count what was said on each theme with the narrower ones by stance and prevalence, and on each theme itself."""
        wholes = list(tree.wholes())
        broad = {whole for whole, part in wholes if part != whole}
        found = self.voices(MatterKind.THEME, [*wholes, *((f"{_OWN}{whole}", whole) for whole in sorted(broad))], ends=False)
        own = {whole: found.get(f"{_OWN}{whole}" if whole in broad else whole, {}) for whole in tree.labels}
        groups = {name: there for name, there in found.items() if not name.startswith(_OWN)}
        return groups, {whole: counts_of(there) for whole, there in own.items() if there}

    def themes_heard(self, tree: ThemeTree, shown: Collection[str]) -> tuple[Groups, dict[str, Heard]]:
        """Count what was said on some themes with the sentences that stand for each side."""
        groups = self.voices(MatterKind.THEME, [(whole, part) for whole, part in tree.wholes() if whole in shown])
        return groups, self.examples(groups.values())

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


def counts_of(there: Mapping[str, Sequence[Group]]) -> dict[str, int]:
    """Count the statements of each consultation."""
    return {meeting: sum(group.count for group in some) for meeting, some in there.items()}


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
