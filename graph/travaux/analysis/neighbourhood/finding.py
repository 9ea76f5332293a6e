"""The neighbours of one thing: what statements link to it, what the treaty and the thesaurus do, and how positions bear on one another."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field

import numpy as np

from travaux.analysis.neighbourhood import queries
from travaux.analysis.neighbourhood.counting import Counting, Tally
from travaux.analysis.neighbourhood.describing import Described, describe
from travaux.analysis.neighbourhood.kinds import ACTORS, find_kind
from travaux.analysis.neighbourhood.result import Edge, Further, Neighbourhood, Thing
from travaux.analysis.selection import ALL, Selection
from travaux.analysis.sparql import last_word
from travaux.errors import QueryError
from travaux.model.identity import Id
from travaux.model.schemes import RelationKind
from travaux.model.store import Store

MOST_POSITIONS = 60
"""So many positions stand around a thing at most."""
_MOST = {"article": 24, "theme": 24}
_MOST_OF_OTHERS = 12
_BEARING = {RelationKind.SUPPORTS: "reason", RelationKind.ATTACKS: "against", RelationKind.QUALIFIES: "limits"}
_SAID = frozenset({"position", "statement"})
_REPORTS = frozenset({"document", "consultation"})


@dataclass(slots=True)
class _Near:
    """What is known of one neighbour before it is described."""

    iri: str
    kind: str
    edges: dict[tuple[str, bool], None] = field(default_factory=dict)
    standing: int = 0
    selected: int = 0
    tally: Tally = field(default_factory=Tally)
    """Of those that the map shows."""
    firm: bool = False
    """Whether anything but statements links it."""


def find_neighbours(store: Store, base: str, name: Id, selection: Selection = ALL) -> Neighbourhood:
    """Find what stands around a thing; ``QueryError`` if the store does not hold it, or if it is of a kind that maps do not show.

    ``base`` is what identifiers are relative to. Of each kind only those with most statements are given, positions at most
    ``MOST_POSITIONS``; which they are, and in what order, does not depend on the selection, which marks those without a statement of it
    (``Thing.within``) and adds those that it alone brings in (``Thing.extra``).
    """
    kind = find_kind(name)
    if kind is None:
        raise QueryError(f"the map does not show {name[:80]!r}", hint="It shows themes, provisions, positions, questions, people, reports.")
    return _Finding(store, base, Id(name), kind, selection).find()


class _Finding:
    def __init__(self, store: Store, base: str, name: Id, kind: str, selection: Selection) -> None:
        self._store, self._base, self._name, self._kind = store, base, name, kind
        self._iri = f"{base}{name}"
        self._counting = Counting(store, selection)
        around = self._counting.around(kind, self._iri)
        self._standing = around & self._counting.standing
        self._selected = around & self._counting.selected
        self._everything = selection == ALL
        self._near: dict[str, _Near] = {}
        self._rows: dict[str, int] = {}
        self._links = self._counting.links()
        if kind != "position":
            self._links["position"] = self._counting.positions()
        if kind not in _SAID | ACTORS:
            del self._links["document"]

    def find(self) -> Neighbourhood:
        self._link_by_statements()
        self._link_by_structure()
        if self._kind == "position":
            self._link_by_argument()
        chosen, further = self._choose()
        self._tally(chosen)
        described = describe(self._store, [self._iri, *(one.iri for one in chosen)])
        if self._iri not in described:
            raise QueryError(f"there is nothing on file called {self._name[:80]!r}", hint="The search finds what is there.")
        chosen = [one for one in chosen if one.iri in described]
        things = (self._centre(described[self._iri]), *self._things(chosen, described))
        edges = [edge for one in chosen for edge in self._edges(one)]
        return Neighbourhood(centre=self._name, things=things, edges=(*edges, *self._bearings(chosen)), further=further)

    def _relative(self, iri: str) -> Id:
        return Id(iri.removeprefix(self._base))

    def _meet(self, iri: str) -> _Near | None:
        """Get what is known of a neighbour; ``None`` for the middle itself and for what maps do not show."""
        if iri == self._iri or (kind := find_kind(self._relative(iri))) is None:
            return None
        return self._near.setdefault(iri, _Near(iri, kind))

    def _link_by_statements(self) -> None:
        counting = self._counting
        for group, pairs in self._links.items():
            whole = counting.counts(pairs, self._standing)
            kept = whole if self._everything else counting.counts(pairs, self._selected)
            for thing, number in whole.items():
                iri = counting.names.get(thing, "") if group == "actor" else thing
                near = self._meet(iri)
                if near is None or (near.kind == self._kind and self._kind == "question"):
                    continue
                near.standing += number
                near.edges[self._relation(near.kind, partial=group == "part")] = None
                near.selected += kept.get(thing, 0)
        if self._kind == "position":
            self._link_statements()

    def _link_statements(self) -> None:
        """Link the statements that express the position."""
        columns = self._counting.columns
        for row in self._standing.nonzero()[0].tolist():
            near = self._meet(columns.iri(row))
            if near:
                near.standing, near.edges["expresses", False] = 1, None
                near.selected = int(self._selected[row])
                self._rows[near.iri] = row
            if len(self._near) > 10 * MOST_POSITIONS:
                break

    def _relation(self, other: str, *, partial: bool) -> tuple[str, bool]:
        """Tell which edge statements make between the middle and a neighbour, and whether it leads from the middle."""
        own = self._kind
        if other == "position" and own == "statement":
            return "expresses", True
        for kind, far, outgoing in ((own, other, True), (other, own, False)):
            if kind in _SAID:
                on = "answers-part" if partial else "answers" if far == "question" else "on"
                return ("said-by" if far in ACTORS else "reported-in" if far in _REPORTS else on), outgoing
        for kind, far, outgoing in ((own, other, True), (other, own, False)):
            if far in _REPORTS:
                return "reported-in", outgoing
            if kind in ACTORS:
                return "spoke-on", outgoing
        return "together", True

    def _link_by_structure(self) -> None:
        query = queries.linked(self._kind, self._iri)
        for row in sorted(self._store.select(query), key=str) if query else ():
            near = self._meet(str(row["other"]))
            if near:
                near.firm = True
                near.edges[str(row["kind"]), str(row["outgoing"]).lower() in {"true", "1"}] = None
        for near in self._near.values():  # what the thesaurus or the treaty says is said once
            if near.firm and len(near.edges) > 1:
                near.edges.pop(("together", True), None)

    def _link_by_argument(self) -> None:
        for end in ("premise", "conclusion"):
            for row in self._store.select(queries.relations([self._iri], end)):
                other = str(row["conclusion" if end == "premise" else "premise"])
                near = self._meet(other)
                if near:
                    near.firm = True
        positions = self._counting.positions()
        among = {iri for iri, near in self._near.items() if near.kind == "position"}
        kept, whole = (self._counting.tallies(positions, mask, among) for mask in (self._counting.selected, self._counting.standing))
        for iri in among:
            self._near[iri].tally = kept.get(iri, Tally())
            self._near[iri].selected = self._near[iri].tally.statements
            self._near[iri].standing = whole[iri].statements if iri in whole else 0

    def _tally(self, chosen: list[_Near]) -> None:
        """Tally the statements selected that link the middle to those that the map shows."""
        counting = self._counting
        of_actors = {who: name for name, who in counting.names.items()} if any(one.kind in ACTORS for one in chosen) else {}
        for group, pairs in self._links.items():
            called = {of_actors.get(one.iri, "") if group == "actor" else one.iri: one for one in chosen}
            for thing, tally in counting.tallies(pairs, self._selected, set(called)).items():
                if called[thing].kind != self._kind or self._kind != "question":
                    called[thing].tally = _add(called[thing].tally, tally)
        for one in chosen:
            if one.iri in self._rows:
                own = np.zeros(len(self._selected), dtype=np.bool_)
                own[self._rows[one.iri]] = self._selected[self._rows[one.iri]]
                one.tally = counting.tally(own)

    def _choose(self) -> tuple[list[_Near], tuple[Further, ...]]:
        by_kind = defaultdict[str, list[_Near]](list)
        for near in self._near.values():
            by_kind[near.kind].append(near)
        chosen: list[_Near] = []
        further = []
        for kind, found in by_kind.items():
            most = MOST_POSITIONS if kind == "position" else _MOST.get(kind, _MOST_OF_OTHERS)
            first = sorted(found, key=lambda one: (-one.standing, one.iri))[:most]
            there = {one.iri for one in first}
            kept = sorted((one for one in found if one.firm or one.selected), key=lambda one: (-one.selected, one.iri))
            chosen += [*first, *(one for one in kept[:most] if one.iri not in there)]
            if len(kept) > most:
                further.append(
                    Further(kind=kind, number=len(kept) - sum(one.firm or one.selected > 0 for one in chosen if one.kind == kind))
                )
        return chosen, tuple(one for one in further if one.number > 0)

    def _centre(self, described: Described) -> Thing:
        counting = self._counting
        whole, kept = counting.tally(self._standing), counting.tally(self._selected)
        return described.to_thing(self._name, self._kind, whole, kept)

    def _things(self, chosen: list[_Near], described: dict[str, Described]) -> Iterator[Thing]:
        signs = self._signs(chosen)
        seen = defaultdict[str, int](int)
        for one in chosen:
            seen[one.kind] += 1
            most = MOST_POSITIONS if one.kind == "position" else _MOST.get(one.kind, _MOST_OF_OTHERS)
            thing = described[one.iri].to_thing(self._relative(one.iri), one.kind, signs.get(one.iri, Tally()), one.tally)
            yield thing.placed(within=one.firm or one.tally.statements > 0, extra=seen[one.kind] > most)

    def _signs(self, chosen: list[_Near]) -> dict[str, Tally]:
        """Tally all statements on the neighbours, whatever they say of the middle: as they are tallied where they are the middle."""
        found = dict[str, Tally]()
        for kind in sorted({one.kind for one in chosen}):
            found |= self._counting.signs(kind, {one.iri for one in chosen if one.kind == kind})
        return found | {one.iri: one.tally for one in chosen if one.kind == "statement"}

    def _edges(self, near: _Near) -> Iterator[Edge]:
        tally, own, other = near.tally, self._name, self._relative(near.iri)
        for kind, outgoing in near.edges:
            yield Edge(
                source=own if outgoing else other,
                target=other if outgoing else own,
                kind=kind,
                statements=tally.statements,
                stances=tuple(stance for stance, _ in tally.by_stance),
                prevalence=tally.prevalence,
                where=tuple(sorted(tally.meetings)),
                within=near.firm or tally.statements > 0,
            )

    def _bearings(self, chosen: list[_Near]) -> Iterator[Edge]:
        """Give the relations among the positions that are shown."""
        positions = [one.iri for one in chosen if one.kind == "position"] + ([self._iri] if self._kind == "position" else [])
        shown, found = set(positions), set[tuple[str, str, str]]()
        for row in self._store.select(queries.relations(sorted(shown), "premise")) if shown else ():
            if str(row["conclusion"]) in shown:
                found.add((str(row["premise"]), str(row["conclusion"]), _BEARING[RelationKind(last_word(row["kind"]))]))
        for premise, conclusion, kind in sorted(found):
            yield Edge(source=self._relative(premise), target=self._relative(conclusion), kind=kind)


def _add(one: Tally, other: Tally | None) -> Tally:
    """Add up two tallies; what answers a question wholly and in part is linked to it by different statements."""
    if other is None:
        return one
    return Tally(
        one.statements + other.statements,
        {stance: one.stances.get(stance, 0) + other.stances.get(stance, 0) for stance in sorted({*one.stances, *other.stances})},
        one.words | other.words,
        one.meetings | other.meetings,
    )
