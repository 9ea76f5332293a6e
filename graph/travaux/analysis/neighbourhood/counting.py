"""Statements counted on columns: around one thing, by what they are linked to, by stance, prevalence and consultation."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

import numpy as np

from travaux.analysis.columns import Columns, Pairs, columns_of
from travaux.analysis.columns.columns import NOTHING, PREVALENCES, STANCES, Mask, Numbers, find_word
from travaux.analysis.neighbourhood import queries
from travaux.analysis.recurrence.thesaurus import ThemeTree
from travaux.analysis.selection import ALL, Selection
from travaux.model.prevalence import strongest
from travaux.model.schemes import Prevalence, Stance
from travaux.model.store import Store


@dataclass(slots=True)
class Tally:
    """Statements linked to one thing: how many, by stance, with which words of prevalence, at which consultations."""

    statements: int = 0
    stances: dict[Stance, int] = field(default_factory=dict)
    words: set[Prevalence] = field(default_factory=set)
    meetings: set[str] = field(default_factory=set)

    @property
    def prevalence(self) -> tuple[Prevalence, ...]:
        """The strongest words."""
        return strongest(self.words)

    @property
    def by_stance(self) -> tuple[tuple[Stance, int], ...]:
        """The stances in the order of the scheme."""
        return tuple((stance, self.stances[stance]) for stance in STANCES if stance in self.stances)


class Counting:
    """The statements of a store, for one neighbourhood: all that stand, and those that a selection leaves."""

    def __init__(self, store: Store, selection: Selection) -> None:
        self.store = store
        self.columns: Columns = columns_of(store)
        self.standing: Mask = self.columns.select(ALL)
        self.selected: Mask = self.standing & self.columns.select(selection)
        self._titles = {str(row["meeting"]): str(row["title"]) for row in store.select(queries.TITLES)}
        self._names: dict[str, str] = {}

    @property
    def names(self) -> dict[str, str]:
        """Name of an actor → IRI; the columns know actors by name."""
        if not self._names:
            rows = sorted((str(row["name"]), str(row["who"])) for row in self.store.select(queries.NAMES))
            self._names = dict(reversed(rows))
        return self._names

    def around(self, kind: str, iri: str) -> Mask:
        """Give the mask of the statements linked to a thing; those on a theme are also those on narrower ones."""
        columns, rows = self.columns, len(self.columns)
        if kind == "theme":
            return columns.theme.statements_of(tuple(sorted(ThemeTree(self.store, ()).within(iri))), rows)
        if kind == "question":
            return columns.question.statements_of((iri,), rows) | columns.partial_question.statements_of((iri,), rows)
        if kind in {"person", "organization", "state"}:
            return columns.speaker.statements_of(tuple(name for name, who in self.names.items() if who == iri), rows)
        if kind in {"article", "preambular-paragraph", "chapter"}:
            return (columns.chapter if kind == "chapter" else columns.provision).statements_of((iri,), rows)
        single = {
            "position": (columns.position, columns.positions),
            "document": (columns.document, columns.documents),
            "consultation": (columns.consultation, columns.consultations),
            "statement": (np.arange(rows, dtype=np.int32), columns.statements),
        }
        column, things = single[kind]
        number = find_word(things, iri)
        return (column == number) if number != NOTHING else np.zeros(rows, dtype=np.bool_)

    def links(self) -> dict[str, Pairs]:
        """Give what statements are linked to, by the kind of the edge that a position or a statement has to it."""
        columns = self.columns
        every = np.arange(len(columns), dtype=np.int32)
        had = columns.document != NOTHING
        return {
            "theme": columns.theme,
            "provision": columns.provision,
            "question": columns.question,
            "part": columns.partial_question,
            "actor": columns.speaker,
            "document": Pairs(every[had], columns.document[had], columns.documents),
        }

    def positions(self) -> Pairs:
        """Give the positions that statements express."""
        rows = np.flatnonzero(self.columns.position != NOTHING).astype(np.int32)
        return Pairs(rows, self.columns.position[rows], self.columns.positions)

    def signs(self, kind: str, iris: set[str]) -> dict[str, Tally]:
        """Tally all standing statements on things of a kind, by their IRIs; statements themselves are not tallied."""
        columns = self.columns
        if kind in {"person", "organization", "state"}:
            named = {name: who for name, who in self.names.items() if who in iris}
            found = self.tallies(columns.speaker, self.standing, set(named))
            return {named[name]: tally for name, tally in found.items()}
        if kind == "theme":
            tree = ThemeTree(self.store, ())
            wholes = defaultdict[str, list[str]](list)
            for whole in sorted(iris):
                for part in tree.within(whole):
                    wholes[part].append(whole)
            return self.tallies(columns.theme.through(wholes), self.standing)
        pairs = self._pairs_of(kind)
        return self.tallies(pairs, self.standing, iris) if pairs else {}

    def _pairs_of(self, kind: str) -> Pairs | None:
        columns = self.columns
        if kind == "question":
            return columns.question.joined(columns.partial_question)
        if kind == "position":
            return self.positions()
        if kind == "chapter":
            return columns.chapter
        if kind in {"article", "preambular-paragraph"}:
            return columns.provision
        if kind in {"document", "consultation"}:
            column, things = (columns.document, columns.documents) if kind == "document" else (columns.consultation, columns.consultations)
            rows = np.flatnonzero(column != NOTHING).astype(np.int32)
            return Pairs(rows, column[rows], things)
        return None

    def counts(self, pairs: Pairs, mask: Mask) -> dict[str, int]:
        """Count the statements of a mask by what they are linked to."""
        found = np.bincount(pairs.within(mask).thing, minlength=len(pairs.things))
        return {str(pairs.things[number], "utf-8"): int(found[number]) for number in np.flatnonzero(found).tolist()}

    def tallies(self, pairs: Pairs, mask: Mask, among: set[str] | None = None) -> dict[str, Tally]:
        """Tally the statements of a mask by what they are linked to, or by some of these things."""
        kept = pairs.within(mask)
        if among is not None:
            wanted = [number for one in among if (number := pairs.number_of(one)) != NOTHING]
            chosen = np.isin(kept.thing, wanted)
            kept = Pairs(kept.statement[chosen], kept.thing[chosen], kept.things)
        names = {number: str(pairs.things[number], "utf-8") for number in np.unique(kept.thing).tolist()}
        return self._tally(kept.thing, kept.statement, names)

    def tally(self, mask: Mask) -> Tally:
        """Tally all statements of a mask."""
        rows = np.flatnonzero(mask).astype(np.int32)
        return self._tally(np.zeros(len(rows), dtype=np.int32), rows, {0: ""}).get("", Tally())

    def _tally(self, thing: Numbers, rows: Numbers, names: Mapping[int, str]) -> dict[str, Tally]:
        columns, found = self.columns, defaultdict[str, Tally](Tally)
        for number, stance, count in _cross(thing, columns.stance[rows]):
            tally = found[names[number]]
            tally.statements += count
            if stance != NOTHING:
                tally.stances[STANCES[stance]] = count
        for number, word, _ in _cross(thing, columns.prevalence[rows]):
            if word != NOTHING:
                found[names[number]].words.add(PREVALENCES[word])
        titles = [self._titles.get(str(one, "utf-8"), "") for one in columns.consultations.tolist()]
        for number, meeting, _ in _cross(thing, columns.consultation[rows]):
            if meeting != NOTHING:
                found[names[number]].meetings.add(titles[meeting])
        return dict(found)


def _cross(thing: Numbers, column: Numbers) -> Iterator[tuple[int, int, int]]:
    """Count statements by thing and the value of a column, sorted: one column at a time, as all at once have many combinations."""
    if not len(thing):
        return
    width = int(column.max()) + 2
    counts = np.bincount(thing.astype(np.int64) * width + column + 1)
    for place in np.flatnonzero(counts).tolist():
        yield place // width, place % width - 1, int(counts[place])
