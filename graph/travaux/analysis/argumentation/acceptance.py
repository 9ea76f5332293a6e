"""Which arguments survive in a framework, and which sets of them can be held together."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from itertools import islice, product

from travaux.analysis.argumentation.framework import Framework, components, to_targets
from travaux.analysis.argumentation.grounded import Grounding, Label, ground
from travaux.analysis.argumentation.solver import (
    Deadline,
    OutOfTimeError,
    Semantics,
    find_credulous,
    find_extensions,
    find_sceptical_stable,
)

MOST_SETS = 100
"""Sets that are listed of one knot unless somebody asks for more."""


class Standing(StrEnum):
    """How a position stands against the objections recorded; never whether it is right.

    ``UNCHALLENGED``: no objection is recorded. ``SURVIVES``: objections are, and it is in every extension. ``OPEN``: nothing settles it;
    it is in some extensions and not in others, or neither in one nor attacked by all. ``FALLS``: every extension attacks it.
    ``NO_SET``: no set of positions is stable, so none is in one. ``UNSETTLED``: the limits were reached before it was found out.
    """

    UNCHALLENGED = "unchallenged"
    SURVIVES = "survives"
    OPEN = "open"
    FALLS = "does-not-survive"
    NO_SET = "no-set"
    UNSETTLED = "unsettled"


@dataclass(frozen=True, slots=True)
class Limits:
    """How much is searched: ``sets`` listed of each knot, and ``seconds`` for all of an answer (``None``: as long as it takes)."""

    sets: int = MOST_SETS
    seconds: float | None = None


@dataclass(frozen=True, slots=True)
class Knot:
    """Arguments that the grounded extension leaves undecided and that hang together by attacks.

    ``sets`` are the parts of extensions that lie in the knot, sorted; ``complete`` tells whether they are all. No set at all is one reading
    less than an empty set: stable extensions may not exist, preferred ones always do.
    """

    members: tuple[str, ...]
    sets: tuple[tuple[str, ...], ...]
    complete: bool


@dataclass(frozen=True, slots=True)
class Acceptance:
    """How the arguments of a framework stand, its grounded labelling, and its knots.

    Extensions of the framework are the grounded one with one set of each knot, in every combination. ``credulous`` are the arguments in at
    least one extension, ``sceptical`` those in all (none where there is no extension); an argument that is
    ``UNSETTLED`` may be missing in them.
    """

    standings: dict[str, Standing]
    credulous: frozenset[str]
    sceptical: frozenset[str]
    grounding: Grounding
    knots: tuple[Knot, ...] = ()

    @property
    def complete(self) -> bool:
        """Whether the limits sufficed to list every set and to settle every argument."""
        return all(knot.complete for knot in self.knots) and Standing.UNSETTLED not in self.standings.values()

    def extensions(self) -> Iterator[frozenset[str]]:
        """Give the extensions that the listed sets make, as many as there are combinations."""
        grounded = self.grounding.holding(Label.IN)
        for chosen in product(*(knot.sets for knot in self.knots)):
            yield grounded.union(*chosen)


def accept(framework: Framework, semantics: Semantics, limits: Limits = Limits(), deadline: Deadline | None = None) -> Acceptance:
    """Find out how the arguments of a framework stand.

    What is decided in the grounded extension is so in every preferred and stable one, so only the rest is searched, in parts that no attack
    joins: the extensions of the whole are the combinations of those of the parts (Baroni, Giacomin and Guida 2005, Artificial Intelligence
    168, 162-210). Where limits are reached, it says so and does not guess.
    """
    deadline = deadline or Deadline.after(limits.seconds)
    grounding = ground(framework)
    attacked = to_targets((target, source) for source, target in framework.attacks)
    standings = {argument: _decided(label, argument in attacked) for argument, label in grounding.labels.items()}
    sure = grounding.holding(Label.IN)
    if semantics is Semantics.GROUNDED:
        return Acceptance(standings, sure, sure, grounding)
    undecided = grounding.holding(Label.UNDECIDED)
    within = {(source, target) for source, target in framework.attacks if source in undecided and target in undecided}
    untied = [_untie(knot, semantics, limits, deadline) for knot in framework.split(components(undecided, within))]
    standings |= {argument: standing for one in untied for argument, standing in one.standings.items()}
    credulous = sure.union(*(one.credulous for one in untied))
    sceptical = sure.union(*(one.sceptical for one in untied))
    knots = tuple(one.knot for one in untied)
    if any(knot.complete and not knot.sets for knot in knots):
        return Acceptance(dict.fromkeys(standings, Standing.NO_SET), frozenset(), frozenset(), grounding, knots)
    return Acceptance(standings, credulous, sceptical, grounding, knots)


def _decided(label: Label, attacked: bool) -> Standing:  # noqa: FBT001, one fact of the argument
    if label is Label.IN:
        return Standing.SURVIVES if attacked else Standing.UNCHALLENGED
    return Standing.FALLS if label is Label.OUT else Standing.OPEN


@dataclass(frozen=True, slots=True)
class _Untied:
    knot: Knot
    standings: dict[str, Standing]
    credulous: frozenset[str] = frozenset()
    sceptical: frozenset[str] = frozenset()


def _untie(knot: Framework, semantics: Semantics, limits: Limits, deadline: Deadline) -> _Untied:
    """List the sets of a knot; where they are too many, find out what is in some and in all of them without listing them."""
    members = tuple(sorted(knot.arguments))
    found = list[frozenset[str]]()
    try:
        found += islice(find_extensions(knot, semantics, deadline), limits.sets + 1)
        complete = len(found) <= limits.sets
        told = _Listed(knot, found) if complete else _reason(knot, semantics, found, deadline)
    except OutOfTimeError:
        return _Untied(_knot(members, found[: limits.sets], complete=False), dict.fromkeys(members, Standing.UNSETTLED))
    standings = {argument: told.standing(argument) for argument in members}
    return _Untied(_knot(members, found[: limits.sets], complete=complete), standings, told.some, told.every)


def _knot(members: tuple[str, ...], found: list[frozenset[str]], *, complete: bool) -> Knot:
    return Knot(members, tuple(sorted(tuple(sorted(one)) for one in found)), complete)


class _Listed:
    """What all sets of a knot say together, when all are listed."""

    def __init__(self, knot: Framework, found: list[frozenset[str]]) -> None:
        self.some = frozenset().union(*found)
        self.every = frozenset.intersection(*found) if found else frozenset[str]()
        self._attackers = knot.attackers()
        self._found = found

    def standing(self, argument: str) -> Standing:
        if argument in self.every:
            return Standing.SURVIVES
        attackers = self._attackers.get(argument, set())
        return Standing.FALLS if self._found and all(attackers & one for one in self._found) else Standing.OPEN


@dataclass(frozen=True, slots=True)
class _Reasoned:
    """What is known of the sets of a knot that are too many to be listed; of what is ``unknown``, nothing is."""

    some: frozenset[str]
    every: frozenset[str]
    unknown: frozenset[str]

    def standing(self, argument: str) -> Standing:
        if argument in self.unknown:
            return Standing.UNSETTLED
        if argument in self.every:
            return Standing.SURVIVES
        return Standing.OPEN if argument in self.some else Standing.FALLS


def _reason(knot: Framework, semantics: Semantics, found: list[frozenset[str]], deadline: Deadline) -> _Reasoned:
    """Find out what is in some and in all sets.

    A stable set attacks all that is not in it. Of preferred sets it stays unknown whether all of them attack what is in none, and whether
    what is in all sets found is in the others too, unless something that can be held is in conflict with it.
    """
    some = find_credulous(knot, semantics, deadline)
    if semantics is Semantics.STABLE:
        return _Reasoned(some, find_sceptical_stable(knot, deadline) or frozenset(), frozenset())
    conflicts = {end for attacker, attacked in knot.attacks for end, other in ((attacker, attacked), (attacked, attacker)) if other in some}
    return _Reasoned(some, frozenset(), (frozenset.intersection(*found) - conflicts) | (knot.arguments - some))
