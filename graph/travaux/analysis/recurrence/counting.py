"""Counts of what was said on themes and positions, made on columns, put together by consultation and side."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

import numpy as np

from travaux.analysis.columns import Pairs, columns_of
from travaux.analysis.columns.columns import NOTHING, PREVALENCES, STANCES, Mask, Numbers, Words, count_by, ends_by, find_word
from travaux.analysis.heard import Heard, find_heard
from travaux.analysis.recurrence import queries
from travaux.analysis.recurrence.found import SIDES, Meeting, SaidThere, Side, Voiced
from travaux.analysis.recurrence.thesaurus import ThemeTree
from travaux.analysis.selection import Selection
from travaux.analysis.sparql import last_word
from travaux.model.prevalence import strongest
from travaux.model.schemes import Prevalence, Stance
from travaux.model.store import Store

EXAMPLES = 2
"""Sentences that are shown for each side of each consultation."""
_FEW = 400
"""Positions whose claims are asked for by name; of more, all claims on file are read at once."""

Counts = dict[str, dict[str, int]]
"""Matter → consultation → statements."""


@dataclass(frozen=True, slots=True)
class Group:
    """Statements of one stance and prevalence: how many, and the rows of the first and the last of them."""

    stance: Stance
    prevalence: Prevalence
    count: int
    first: int
    last: int


Groups = dict[str, dict[str, list[Group]]]


class Counting:
    """Counts over the statements of a selection, all or those under some chapters.

    ``themes`` and ``positions`` link the statements counted to what they are on; positions that a person has rejected are left out.
    """

    def __init__(self, store: Store, selection: Selection, chapters: Iterable[str] | None = None) -> None:
        self._store = store
        self._columns = columns_of(store)
        self._places = _texts(self._columns.consultations)
        counted = self._columns.select(selection) & (self._columns.consultation != NOTHING)
        if chapters is not None:
            counted &= self._columns.chapter.statements_of(tuple(chapters), len(self._columns))
        self.meetings = self._find_meetings(selection, counted)
        self.themes = self._columns.theme.within(counted)
        self.positions = self._find_positions(counted)

    def _find_meetings(self, selection: Selection, counted: Mask) -> dict[str, Meeting]:
        """Find the consultations selected, by IRI in order of time, those without statements too."""
        numbers, counts = count_by(self._columns.consultation[counted])
        statements = {self._places[number]: count for (number,), count in zip(numbers.tolist(), counts.tolist(), strict=True)}
        rows = sorted(self._store.select(queries.MEETINGS).rows, key=lambda row: (str(row[3]), str(row[1])))
        found = dict[str, Meeting]()
        for iri, name, title, first, last in rows:
            if not selection.consultations or str(name) in selection.consultations:
                days = (dt.date.fromisoformat(str(first)), dt.date.fromisoformat(str(last)))
                count = statements.get(str(iri), 0)
                found[str(iri)] = Meeting(name=str(name), title=str(title), first_day=days[0], last_day=days[1], statements=count)
        return found

    def _find_positions(self, counted: Mask) -> Pairs:
        columns = self._columns
        rejected = [find_word(columns.positions, str(iri)) for (iri,) in self._store.select(queries.REJECTED).rows]
        rows = np.flatnonzero(counted & ~np.isin(columns.position, [NOTHING, *rejected]))
        return Pairs(rows.astype(np.int32), columns.position[rows], columns.positions)

    def counts(self, linked: Pairs) -> Counts:
        """Count by matter and consultation the statements on it."""
        found: Counts = defaultdict(dict)
        matters = _texts(linked.things)
        keys, counts = count_by(linked.thing, self._columns.consultation[linked.statement])
        for (matter, meeting), count in zip(keys.tolist(), counts.tolist(), strict=True):
            found[matters[matter]][self._places[meeting]] = count
        return dict(found)

    def homes(self, linked: Pairs) -> dict[str, Counts]:
        """Count by matter, consultation and chapter.

        A statement is of the chapters of the provisions that it cites; if it cites none of a chapter, of those that it stands under.
        """
        found: dict[str, Counts] = defaultdict(lambda: defaultdict(dict))
        under = self._columns.chapter
        matters, chapters = _texts(linked.things), _texts(under.things)
        one, other = _join(linked.statement, under.statement)
        keys, counts = count_by(linked.thing[one], self._columns.consultation[linked.statement[one]], under.thing[other])
        for (matter, meeting, chapter), count in zip(keys.tolist(), counts.tolist(), strict=True):
            found[matters[matter]][self._places[meeting]][chapters[chapter]] = count
        return {matter: dict(there) for matter, there in found.items()}

    def voices(self, linked: Pairs) -> Groups:
        """Count by matter and consultation the statements of each stance and prevalence."""
        found: Groups = defaultdict(lambda: defaultdict(list))
        columns, rows, matters = self._columns, linked.statement, _texts(linked.things)
        keys, *ends = ends_by(rows, linked.thing, columns.consultation[rows], columns.stance[rows], columns.prevalence[rows])
        for (matter, meeting, stance, word), *counted in zip(keys.tolist(), *(one.tolist() for one in ends), strict=True):
            prevalence = PREVALENCES[word] if word != NOTHING else Prevalence.UNSPECIFIED
            found[matters[matter]][self._places[meeting]].append(Group(STANCES[stance], prevalence, *counted))
        return found

    def tree(self) -> ThemeTree:
        """Read the thesaurus, with the themes that statements name without one."""
        return ThemeTree(self._store, _texts(self.themes.things))

    def theme_groups(self, tree: ThemeTree) -> Groups:
        """Count what was said on each theme with the narrower ones, each statement once, by stance and prevalence."""
        names = sorted(tree.labels)
        numbers = {name: number for number, name in enumerate(names)}
        pairs = sorted((self.themes.number_of(part), numbers[whole]) for whole, part in tree.wholes())
        part, whole = (np.array([pair[place] for pair in pairs], dtype=np.int32) for place in (0, 1))
        one, other = _join(self.themes.thing, part)
        keys, _ = count_by(self.themes.statement[one], whole[other])
        return self.voices(Pairs(keys[:, 0].astype(np.int32), keys[:, 1].astype(np.int32), np.array([one.encode() for one in names])))

    def position_groups(self, positions: Collection[str]) -> Groups:
        """Count what was said on some positions by stance and prevalence."""
        wanted = self.positions.statements_of(tuple(positions), len(self._columns))
        return self.voices(self.positions.within(wanted))

    def claims(self, positions: Collection[str]) -> dict[str, str]:
        """Find the claims of positions; one without a claim bears its name."""
        found = {iri: last_word(iri) for iri in positions}
        rows = self._store.select(queries.claims(positions if len(positions) <= _FEW else ())).rows if positions else ()
        return found | {str(matter): str(claim) for matter, claim in sorted(rows, key=str) if str(matter) in found}

    def said(
        self, groups: Mapping[str, Sequence[Group]], own: Mapping[str, int], heard: Mapping[int, Heard] = MappingProxyType({})
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

    def examples(self, groups: Iterable[Mapping[str, Sequence[Group]]], most: int = EXAMPLES) -> dict[int, Heard]:
        """Find the sentences that stand for each side of each consultation on matters, by row; at most so many for each side."""
        chosen = {row for one in groups for there in one.values() for _, some in _by_side(there) for row in _choose(some)[:most]}
        iris = {row: self._columns.iri(row) for row in chosen}
        heard = find_heard(self._store, iris.values())
        return {row: heard[iri] for row, iri in iris.items() if iri in heard}


def counts_of(there: Mapping[str, Sequence[Group]]) -> dict[str, int]:
    """Count the statements of each consultation."""
    return {meeting: sum(group.count for group in some) for meeting, some in there.items()}


def _by_side(groups: Sequence[Group]) -> Iterator[tuple[Side, list[Group]]]:
    for side in Side:
        if some := sorted((group for group in groups if SIDES[group.stance] is side), key=lambda group: group.first):
            yield side, some


def _to_voiced(side: Side, groups: Sequence[Group], heard: Mapping[int, Heard]) -> Voiced:
    found = {group.stance for group in groups}
    return Voiced(
        side=side,
        statements=sum(group.count for group in groups),
        stances=tuple(stance for stance in Stance if stance in found),
        strongest=strongest(group.prevalence for group in groups),
        heard=tuple(heard[row] for row in _choose(groups) if row in heard),
    )


def _choose(groups: Sequence[Group]) -> list[int]:
    """Choose examples: of what is most widely held first, then of what else is said."""
    most = strongest(group.prevalence for group in groups)
    widest = [group.first for group in groups if group.prevalence in most]
    others = [group.first for group in groups if group.prevalence not in most]
    return list(dict.fromkeys((*widest, *others, *(group.last for group in groups))))[:EXAMPLES]


def _join(keys: Numbers, others: Numbers) -> tuple[Numbers, Numbers]:
    """Pair the places of equal keys; ``others`` are sorted."""
    starts = np.searchsorted(others, keys, side="left")
    lengths = np.searchsorted(others, keys, side="right") - starts
    one = np.repeat(np.arange(len(keys)), lengths)
    other = np.arange(len(one)) + np.repeat(starts - (np.cumsum(lengths) - lengths), lengths)
    return one.astype(np.int32), other.astype(np.int32)


def _texts(words: Words) -> list[str]:
    return [word.decode() for word in words.tolist()]
