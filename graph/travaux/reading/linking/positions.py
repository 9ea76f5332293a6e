"""Positions: statements that claim the same, wherever they stand in the corpus."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from travaux.model.argument import Link, Position, Statement
from travaux.model.identity import Id, child, digest, identifier
from travaux.reading.linking.claims import Claim, read_claims

_ALIKE = 0.58
"""From which mean similarity of their claims on two groups are one position."""
_RULE = "position-by-claim"
# Beyond so many claims with one word in one theme, the word tells too little to compare them by it.
_COMMON = 40


@dataclass(frozen=True, slots=True)
class Positions:
    """The positions found, in the order of their first statements; for each statement without a decided one, its link and position."""

    positions: tuple[Position, ...]
    links: tuple[Link, ...]
    of: Mapping[Id, Id]


def find_positions(statements: Sequence[Statement]) -> Positions:
    """Group the statements of a corpus by what they claim; every statement without a position gets one, often of its own.

    Two claims can be one position only if they share a theme (or have none), cite no different provisions, and agree in being negated or
    not. Statements whose position is known keep it, and others that claim the same get it too. The claim of any other position is the
    most central of its statements'; its identifier follows from that claim. The order in which the statements are given does not matter.
    """
    ordered = sorted(statements, key=lambda statement: (statement.document, statement.span.start, statement.span.end, statement.id))
    claims = read_claims(ordered, _ALIKE)
    groups = _grouped(claims)
    positions, links, of = [], [], {}
    for members in groups:
        undecided = [member for member in members if claims[member].statement.position is None]
        central = _central(claims, [member for member in members if member not in undecided] or members)
        known = central.statement.position
        position = Position(
            id=known or identifier("position", digest(central.statement.claim, *sorted(central.cited))), claim=central.statement.claim
        )
        positions += [] if known else [position]
        for member in undecided:
            of[claims[member].statement.id] = position.id
            links.append(_link(claims[member], central, position, len(members)))
    unique = {position.id: position for position in positions}
    return Positions(tuple(unique.values()), tuple(links), of)


class _Group:
    """Claims that are one position so far, with the sum of their weights."""

    def __init__(self, number: int, claim: Claim) -> None:
        self.members = [number]
        self._sum = dict(claim.weights)
        self._cited = claim.cited
        self._negated = claim.negated
        self._said = {claim.statement.paragraph: claim.statement.claim}
        self._decided = claim.statement.position

    def may_join(self, other: _Group) -> bool:
        """Tell whether sense, provisions and places allow one position, and the claims are alike on the mean.

        A report says a thing once in a paragraph: what it lists there are different matters, unless it repeats the claim.
        """
        if self._negated != other._negated or (self._cited and other._cited and self._cited != other._cited):
            return False
        if self._decided and other._decided:
            return self._decided == other._decided
        if any(other._said.get(paragraph, claim) != claim for paragraph, claim in self._said.items()):
            return False
        return _dot(self._sum, other._sum) / (len(self.members) * len(other.members)) >= _ALIKE

    def join(self, other: _Group) -> None:
        """Take in all of another group."""
        self.members += other.members
        for word, weight in other._sum.items():
            self._sum[word] = self._sum.get(word, 0.0) + weight
        self._cited = self._cited or other._cited
        self._said.update(other._said)
        self._decided = self._decided or other._decided


def _grouped(claims: Sequence[Claim]) -> list[list[int]]:
    """Join the most similar groups first, as long as their claims are alike on the mean."""
    groups = [_Group(number, claim) for number, claim in enumerate(claims)]
    for _likeness, first, second in sorted((-likeness, first, second) for first, second, likeness in _similar_pairs(claims)):
        one, other = sorted((groups[first], groups[second]), key=lambda group: group.members[0])
        if one is not other and one.may_join(other):
            one.join(other)
            for number in other.members:
                groups[number] = one
    return [sorted(group.members) for number, group in enumerate(groups) if group.members[0] == number]


def _similar_pairs(claims: Sequence[Claim]) -> Iterator[tuple[int, int, float]]:
    """Yield the pairs of claims that are alike, comparing only claims of one theme that share a word that is rare."""
    holders: dict[tuple[Id | None, str], list[int]] = defaultdict(list)
    for number, claim in enumerate(claims):
        candidates: set[int] = set()
        for theme in claim.themes:
            for word in claim.telling:
                known = holders[theme, word]
                candidates.update(known)
                if len(known) < _COMMON:
                    known.append(number)
        for other in sorted(candidates):
            likeness = _dot(claim.weights, claims[other].weights)
            if likeness >= _ALIKE:
                yield other, number, likeness


def _central(claims: Sequence[Claim], members: Sequence[int]) -> Claim:
    """Choose the claim that is most like all of the group; of equals the first."""
    total: Counter[str] = Counter()
    for number in members:
        total.update(claims[number].weights)
    return claims[max(members, key=lambda number: (round(_dot(claims[number].weights, total), 9), -number))]


def _dot(some: Mapping[str, float], others: Mapping[str, float]) -> float:
    if len(some) > len(others):
        some, others = others, some
    return sum([weight * others[word] for word, weight in some.items() if word in others])


def _link(claim: Claim, central: Claim, position: Position, count: int) -> Link:
    statement = claim.statement
    likeness = min(_dot(claim.weights, central.weights), 1.0)
    if count == 1:
        reason = "is the only statement with this claim"
    elif claim is central:
        reason = f"has the most central claim of {count} statements"
    else:
        words = ", ".join(f"“{word}”" for word in claim.shared_words(central))
        reason = f"claims what “{central.statement.claim}” says: shares {words}"
    return Link(
        id=child(statement.id, "link", digest(position.id)),
        document=statement.document,
        statement=statement.id,
        linked_to=position.id,
        reason=reason,
        rule=_RULE,
        confidence=round(1.0 if claim is central else likeness, 2),
    )
