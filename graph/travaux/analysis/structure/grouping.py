"""Groups with their members, from a division of the nodes."""

from __future__ import annotations

import numpy as np

from travaux.analysis.structure.groups import Group, Member
from travaux.analysis.structure.links import Links, Numbers, Reals
from travaux.analysis.structure.stability import Runs


def list_groups(links: Links, runs: Runs, components: Numbers) -> tuple[Group, ...]:
    """List the groups of two members or more, the largest first, each with its members, those with most weight inside first."""
    groups, strengths = runs.chosen, links.strengths()
    inside = _weigh_inside(links, groups)
    sizes, wholes = np.bincount(groups), np.bincount(components)
    by_group = np.split(np.lexsort((np.arange(links.nodes), -inside, groups)), np.cumsum(sizes)[:-1])
    listed = []
    for number, group in enumerate(sorted((one for one in range(len(sizes)) if sizes[one] > 1), key=lambda one: (-sizes[one], one)), 1):
        places = by_group[group]
        listed.append(
            Group(
                number=number,
                members=tuple(_member(links, node, number, inside, strengths, runs.holds) for node in places.tolist()),
                inside=float(inside[places].sum() / strengths[places].sum()),
                holds=float(runs.holds[places].mean()),
                is_part=bool(wholes[components[places[0]]] == len(places) and len(np.unique(components[places])) == 1),
            )
        )
    return tuple(listed)


def _member(links: Links, node: int, group: int, inside: Reals, strengths: Reals, holds: Reals) -> Member:
    return Member(
        name=links.names[node],
        label=links.labels[node],
        kind=links.kinds[node],
        group=group,
        weight=float(inside[node]),
        inside=float(inside[node] / strengths[node]),
        holds=float(holds[node]),
    )


def _weigh_inside(links: Links, groups: Numbers) -> Reals:
    """Sum for each node the weights of its links inside its group."""
    same = links.keep(groups[links.sources] == groups[links.targets])
    return same.strengths()
