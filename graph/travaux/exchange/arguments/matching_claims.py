"""Which claims of a file are which positions of a corpus."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from travaux.exchange.arguments.graph import ArgumentGraph, Claim
from travaux.exchange.arguments.reading import ReadArguments
from travaux.exchange.problems import Problems
from travaux.model.identity import Id, identifier
from travaux.reading.review.folder import Review, key_for_claim
from travaux.reading.review.naming import Naming

POSITION, RELATION = "position/", "relation/"


@dataclass(slots=True)
class Matching:
    """Claims of a file and positions of a corpus.

    ``known`` is the map of the built graph, in which rules may have found positions that nobody has named; ``review`` is as it is now.
    """

    read: ReadArguments
    known: ArgumentGraph
    review: Review
    problems: Problems
    ours: bool
    keys: dict[str, str] = field(default_factory=dict)
    """The keys of the positions that claims of the file are or will be, by the ids of the claims."""
    namings: list[Naming] = field(default_factory=list)
    found_by_rules: set[str] = field(default_factory=set)
    """The ids of the claims that are positions which nobody has named."""

    def match(self) -> None:
        """Find out which claims are known, which are re-worded and which are new."""
        self._check_twice()
        by_text = {table.claim: key for key, table in self.review.named.items()}
        by_rules = {one.text: one.id for one in self.known.claims if self._key(one.id) not in self.review.positions}
        new: list[Claim] = []
        for claim in self.read.graph.claims:
            if self.ours and claim.id.startswith(POSITION):
                self._match_id(claim, by_text, set(by_rules.values()))
            elif claim.text in by_text:
                self.keys[claim.id] = by_text[claim.text]
            elif claim.text in by_rules:
                self.found_by_rules.add(claim.id)
            else:
                new.append(claim)
        self._name(new)
        self._check_same()

    def refuse(self, identity: str, what: str, hint: str | None = None) -> None:
        """Add a problem at a claim or a relation of the file."""
        self.problems.add(self.read.places.get(identity, identity), what, hint)

    def positions(self) -> Mapping[str, Id]:
        """Give the ids in the corpus of the claims of the file."""
        return {name: identifier("position", key) for name, key in self.keys.items()}

    def _key(self, identity: str) -> str:
        return identity.removeprefix(POSITION)

    def _check_twice(self) -> None:
        """Refuse claims that say the same under two names, and so could not be told apart, unless the corpus has both already."""
        first: dict[str, Claim] = {}
        known = frozenset(self.known.claims) if self.ours else frozenset()
        for claim in self.read.graph.claims:
            other = first.setdefault(claim.text, claim)
            if other is not claim and not {claim, other} <= known:
                place = self.read.places.get(other.id, other.id)
                self.refuse(claim.id, f"the same claim stands twice: {claim.text}", f"Keep one of the two; the other is at {place}.")

    def _match_id(self, claim: Claim, by_text: Mapping[str, str], by_rules: set[str]) -> None:
        key = self._key(claim.id)
        table = self.review.positions.get(key)
        if table is not None and key not in self.review.named:
            self.refuse(claim.id, f"the position {key} was rejected", "Take it out of the file, or give it no id to name it anew.")
        elif table is not None:
            self.keys[claim.id] = key
            if table.claim != claim.text:
                self._reword(claim, key, by_text)
        elif claim.id in by_rules:
            self._match_found(claim)
        else:
            hint = "Leave out the id of what is to be new; or export the map again, if the position was there before."
            self.refuse(claim.id, f"there is no position {key} in this corpus", hint)

    def _match_found(self, claim: Claim) -> None:
        self.found_by_rules.add(claim.id)
        if all(one.text != claim.text for one in self.known.claims if one.id == claim.id):
            hint = "Name the position first: travaux review. Or leave out its id to name it with these words."
            self.refuse(claim.id, "this position was found by rules, and nobody has named it yet, so that it cannot be re-worded", hint)

    def _reword(self, claim: Claim, key: str, by_text: Mapping[str, str]) -> None:
        other = by_text.get(claim.text)
        if other is not None:
            self.refuse(claim.id, f"the position {other} says this already: {claim.text}")
        table = self.review.positions[key]
        self.namings.append(Naming(key=key, claim=claim.text, seen=table.claim, why=table.why, note=table.note))

    def _name(self, new: list[Claim]) -> None:
        taken = set(self.review.positions)
        for claim in new:
            key = key_for_claim(claim.text, taken)
            taken.add(key)
            self.keys[claim.id] = key
            self.namings.append(Naming(key=key, claim=claim.text))

    def _check_same(self) -> None:
        """Refuse two claims of the file that are one position."""
        first: dict[str, str] = {}
        for name, key in self.keys.items():
            other = first.setdefault(key, name)
            if other != name:
                place = self.read.places.get(other, other)
                self.refuse(name, f"this is the position {key}, which the file has at {place} too", "Keep one of the two.")


def other_statements(read: ReadArguments, known: ArgumentGraph, *, ours: bool) -> Iterator[str]:
    """Name the statements of a file that are not in a corpus, or not as the corpus has them."""
    held = {one.id: one for one in known.locutions}
    for one in read.graph.locutions:
        own = held.get(one.id) if ours else None
        names = ("claim", "position", "speaker", "cue", "act", "stance", "prevalence")
        same = own is not None and all(getattr(one, name) in (None, getattr(own, name)) for name in names)
        if own is None or not same or own.passage.quote != one.passage.quote:
            yield one.id
