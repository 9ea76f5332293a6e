"""Gradual semantics of bipolar frameworks: how strong an argument is between 0 and 1, given those that attack and support it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from math import prod

import networkx as nx

from travaux.analysis.argumentation.framework import BipolarFramework, to_sources

BASE = 0.5
"""The strength of a position by itself: the same for all, for how widely a view is held is a word of the report and no number."""
TOLERANCE = 1e-9
"""Strengths on a circle have settled when none of them moves by more than this in a round."""
MOST_ROUNDS = 2_000


class Gradual(StrEnum):
    """How the strengths of attackers and supporters act on an argument.

    ``DF_QUAD``: Rago, Toni, Aurisicchio and Baroni (2016), KR 2016, 63-72. ``QUADRATIC_ENERGY``: Potyka (2018), KR 2018, 148-157.
    """

    DF_QUAD = "df-quad"
    QUADRATIC_ENERGY = "quadratic-energy"


Rule = Callable[[float, Iterable[float], Iterable[float]], float]


@dataclass(frozen=True, slots=True)
class Strengths:
    """The strength of each argument, from 0 to 1; ``None`` for those on a circle that does not settle, and for what hangs on them."""

    by_argument: dict[str, float | None]

    @property
    def unsettled(self) -> tuple[str, ...]:
        """The arguments without a strength, sorted."""
        return tuple(sorted(name for name, strength in self.by_argument.items() if strength is None))


def df_quad(base: float, attackers: Iterable[float], supporters: Iterable[float]) -> float:
    """Combine strengths as DF-QuAD does: attackers and supporters each to ``1 - prod(1 - v)``, and their difference moves the base.

    >>> df_quad(0.5, [0.5, 0.5], [])
    0.125
    """
    attack, support = 1 - prod(1 - value for value in attackers), 1 - prod(1 - value for value in supporters)
    return base - base * (attack - support) if attack >= support else base + (1 - base) * (support - attack)


def quadratic_energy(base: float, attackers: Iterable[float], supporters: Iterable[float]) -> float:
    """Combine strengths as the quadratic energy model does in its equilibrium: energy is supports less attacks, summed.

    >>> quadratic_energy(0.5, [1.0], [])
    0.25
    """
    energy = sum(supporters) - sum(attackers)
    pull = energy**2 / (1 + energy**2)
    return base + (1 - base) * pull if energy > 0 else base - base * pull


_RULES: dict[Gradual, Rule] = {Gradual.DF_QUAD: df_quad, Gradual.QUADRATIC_ENERGY: quadratic_energy}


def find_strengths(framework: BipolarFramework, gradual: Gradual, bases: Mapping[str, float] | None = None) -> Strengths:
    """Compute the strengths, each argument after those that lead to it; all begin with ``BASE`` unless ``bases`` says otherwise.

    Arguments on a circle are computed together, round by round from their bases, until none moves by more than ``TOLERANCE``; after
    ``MOST_ROUNDS`` rounds they have no strength. Attacks and supports count once for each pair of arguments.
    """
    rule = _RULES[gradual]
    own = dict.fromkeys(framework.arguments, BASE) | dict(bases or {})
    attackers, supporters = to_sources(framework.attacks), to_sources(framework.supports)
    network: nx.DiGraph[str] = nx.DiGraph()
    network.add_nodes_from(sorted(framework.arguments))
    network.add_edges_from(sorted(framework.attacks | framework.supports))
    condensed = nx.condensation(network)
    strengths: dict[str, float | None] = {}
    for knot in nx.topological_sort(condensed):
        members = sorted(condensed.nodes[knot]["members"])
        edges = {name: (sorted(attackers.get(name, ())), sorted(supporters.get(name, ()))) for name in members}
        strengths |= _settle(members, edges, rule, own, strengths)
    return Strengths(dict(sorted(strengths.items())))


def _settle(
    members: list[str],
    edges: Mapping[str, tuple[list[str], list[str]]],
    rule: Rule,
    bases: Mapping[str, float],
    known: Mapping[str, float | None],
) -> dict[str, float | None]:
    outside = {name for sides in edges.values() for side in sides for name in side if name not in edges}
    unsettled: dict[str, float | None] = dict.fromkeys(members)
    given: dict[str, float] = {}
    for name in outside:
        strength = known[name]
        if strength is None:
            return unsettled
        given[name] = strength
    now = {name: bases[name] for name in members}
    for _ in range(MOST_ROUNDS):
        values = given | now
        after = {
            name: rule(bases[name], [values[one] for one in edges[name][0]], [values[one] for one in edges[name][1]]) for name in members
        }
        if all(abs(after[name] - now[name]) <= TOLERANCE for name in members):
            return dict(after)
        now = after
    return unsettled
