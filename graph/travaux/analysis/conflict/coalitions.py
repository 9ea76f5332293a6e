"""Coalitions of positions: the largest sets that recorded support connects and within which nothing attacks.

The definition is that of C. Cayrol and M.-C. Lagasquie-Schiex, "Coalitions of arguments: a tool for handling bipolar argumentation
frameworks", International Journal of Intelligent Systems 25 (2010), 83-109: a coalition is a conflict-free set of arguments whose
subgraph of supports is connected, and which is maximal among such sets.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import networkx as nx

Pair = tuple[str, str]
_MOST_DIVISIONS = 2000
"""Sets that the division of one group may look at; the coalitions of a group can be as many as 2 to the power of its attacks."""


def find_coalitions(supports: Iterable[Pair], attacks: Iterable[Pair]) -> tuple[tuple[frozenset[str], int], ...]:
    """Find the coalitions of two positions or more, each with the number of attacks within it, the largest first, then by their names.

    ``supports`` and ``attacks`` are pairs of positions, whichever bears on the other. The number is above 0 only for a group too
    entangled to be divided: it is connected, and not free of conflict.
    """
    network: nx.Graph[str] = nx.Graph(sorted(supports))
    opposed = sorted({(min(pair), max(pair)) for pair in attacks})
    found = [one for group in nx.connected_components(network) for one in _divide(network, frozenset(group), opposed)]
    return tuple(sorted(((one, count) for one, count in found if len(one) > 1), key=lambda one: (-len(one[0]), sorted(one[0]))))


def _divide(network: nx.Graph[str], group: frozenset[str], opposed: Iterable[Pair]) -> Iterator[tuple[frozenset[str], int]]:
    """Divide a connected group at its attacks: every coalition within it is without the one or the other side of each."""
    inner = [pair for pair in opposed if group.issuperset(pair)]
    waiting, seen, free = [group], {group}, set[frozenset[str]]()
    while waiting:
        if len(seen) > _MOST_DIVISIONS:
            yield group, len(inner)
            return
        one = waiting.pop()
        pair = next((pair for pair in inner if one.issuperset(pair)), None)
        if pair is None:
            free.add(one)
            continue
        parts = {frozenset(part) for side in pair for part in nx.connected_components(network.subgraph(one - {side}))}
        waiting += sorted(parts - seen, key=sorted)
        seen |= parts
    yield from ((one, 0) for one in free if not any(one < other for other in free))
