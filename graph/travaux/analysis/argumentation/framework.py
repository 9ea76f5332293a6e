"""Argumentation frameworks: arguments that attack one another, also where attacks follow from supports."""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from travaux.errors import TravauxError

MOST_ATTACKS = 500_000
"""Attacks that may follow from attacks and supports, before a framework is refused."""

Pair = tuple[str, str]


class Support(StrEnum):
    """What a recorded support is taken to mean, and so which attacks follow from it.

    ``NECESSARY``: the conclusion needs its premise, so an attack on a premise is one on all that rests on it (Nouioua and Risch 2010).
    ``DEDUCTIVE``: who accepts the premise accepts the conclusion, so an attack on a conclusion is one on all that leads to it (Boella,
    Gabbay, van der Torre and Villata 2010). ``NONE``: supports are shown, and no attack follows from them. Cayrol and Lagasquie-Schiex
    (2013, International Journal of Approximate Reasoning 54(7), 876-899) compare the two readings: each is the other with its supports
    reversed.
    """

    NECESSARY = "necessary"
    DEDUCTIVE = "deductive"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Framework:
    """A framework of Dung (1995): arguments, and attacks from the attacker to the attacked, both of which are arguments."""

    arguments: frozenset[str]
    attacks: frozenset[Pair]

    def attackers(self) -> dict[str, set[str]]:
        """Give, by argument, the arguments that attack it."""
        return to_sources(self.attacks)

    def split(self, parts: Sequence[frozenset[str]]) -> tuple[Framework, ...]:
        """Give a framework for each part, with the attacks within it; no two parts may share an argument."""
        attacks = pairs_within(self.attacks, parts)
        return tuple(Framework(part, within) for part, within in zip(parts, attacks, strict=True))


@dataclass(frozen=True, slots=True)
class BipolarFramework:
    """A framework with two kinds of edges: attacks, and supports from premise to conclusion."""

    arguments: frozenset[str]
    attacks: frozenset[Pair]
    supports: frozenset[Pair]

    def to_framework(self, reading: Support) -> Framework:
        """Add the attacks that follow from supports in the reading given.

        An attack reaches, over chains of supports, what rests on the attacked (necessary) or what leads to it (deductive): the secondary
        and the mediated attacks of the literature. The literature lets what stands on the attacker's side in the same way attack too; that
        changes no grounded, preferred or stable extension, as such an attacker is only accepted together with the first one, and is left
        out. Raises ``TravauxError`` if there would be more than ``MOST_ATTACKS``.
        """
        if reading is Support.NONE or not self.supports:
            return Framework(self.arguments, self.attacks)
        onward = self.carried(reading)
        reached = {attacked: reachable(onward, attacked) for _, attacked in sorted(self.attacks)}
        if sum(len(reached[attacked]) for _, attacked in self.attacks) > MOST_ATTACKS:
            what = f"more than {MOST_ATTACKS} objections follow from what is recorded"
            raise TravauxError(what, hint="Ask about one position, theme or provision, or leave supports out: --support none")
        return Framework(self.arguments, frozenset((attacker, end) for attacker, attacked in self.attacks for end in reached[attacked]))

    def split(self, parts: Sequence[frozenset[str]]) -> tuple[BipolarFramework, ...]:
        """Give a framework for each part, with the attacks and supports within it; no two parts may share an argument."""
        attacks, supports = pairs_within(self.attacks, parts), pairs_within(self.supports, parts)
        return tuple(BipolarFramework(*one) for one in zip(parts, attacks, supports, strict=True))

    def carried(self, reading: Support) -> dict[str, set[str]]:
        """Give, by argument, those to which supports carry an attack on it, in one step."""
        if reading is Support.NONE:
            return {}
        return to_targets(self.supports) if reading is Support.NECESSARY else to_sources(self.supports)


def pairs_within(pairs: Iterable[Pair], parts: Sequence[frozenset[str]]) -> tuple[frozenset[Pair], ...]:
    """Give, by part, the pairs of which both ends are in it; no two parts may share an argument."""
    places = {argument: place for place, part in enumerate(parts) for argument in part}
    found: list[set[Pair]] = [set() for _ in parts]
    for source, target in pairs:
        place = places.get(source)
        if place is not None and places.get(target) == place:
            found[place].add((source, target))
    return tuple(map(frozenset, found))


def to_targets(pairs: Iterable[Pair]) -> dict[str, set[str]]:
    """Give, by argument, those to which pairs lead from it."""
    targets = defaultdict[str, set[str]](set)
    for source, target in pairs:
        targets[source].add(target)
    return dict(targets)


def to_sources(pairs: Iterable[Pair]) -> dict[str, set[str]]:
    """Give, by argument, those from which pairs lead to it."""
    return to_targets((target, source) for source, target in pairs)


def reachable(onward: Mapping[str, set[str]], start: str) -> dict[str, str | None]:
    """Give what is reached from an argument, itself included, each with the one before it on a shortest way (``None`` at the start)."""
    before: dict[str, str | None] = {start: None}
    waiting = deque([start])
    while waiting:
        here = waiting.popleft()
        for there in sorted(onward.get(here, ())):
            if there not in before:
                before[there] = here
                waiting.append(there)
    return before


def components(arguments: Iterable[str], pairs: Iterable[Pair]) -> tuple[frozenset[str], ...]:
    """Give the parts that hang together by pairs, whichever way these lead, in the order of their first arguments."""
    pairs = list(pairs)
    beside = to_targets([*pairs, *((target, source) for source, target in pairs)])
    left, found = set(arguments), list[frozenset[str]]()
    for argument in sorted(left):
        if argument in left:
            part = frozenset(reachable(beside, argument))
            left -= part
            found.append(part)
    return tuple(found)
