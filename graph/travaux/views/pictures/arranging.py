"""Where the nodes of a picture stand: computed by rule, so that the same network gives the same picture every time."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import networkx as nx

ROOM = 230, 74
"""Width and height of the room of one node, its box and the gap around it, in units of the picture."""
_GAP = 3.2
"""Columns stand this many widths apart where edges run from one to the next; there the eye must follow lines."""
_PASSES = 8

AnyNetwork = nx.Graph[Any]
Places = dict[Any, tuple[float, float]]


def arrange(network: AnyNetwork) -> Places:
    """Give every node its centre.

    Two-mode networks (nodes with ``bipartite`` 0 and 1) stand in two columns, directed ones in layers from left to right, part by part,
    and all others on a ring on which neighbours stand near one another.
    """
    modes = [[node for node, data in network.nodes(data=True) if data.get("bipartite") == mode] for mode in (0, 1)]
    if len(network) and sum(map(len, modes)) == len(network):
        return _in_columns(modes, network)
    if isinstance(network, nx.DiGraph):
        return _in_layers(network)
    return _on_ring(network)


def _in_columns(columns: Sequence[Sequence[Any]], network: AnyNetwork, top: float = 0) -> Places:
    ordered = _untangle([list(column) for column in columns], network)
    tallest = max(map(len, ordered), default=0)
    places: Places = {}
    for number, column in enumerate(ordered):
        step = ROOM[1] * (tallest / len(column) if column else 1)
        places |= {node: (number * ROOM[0] * _GAP / 2, top + (place + 0.5) * step) for place, node in enumerate(column)}
    return places


def _untangle(columns: list[list[Any]], network: AnyNetwork) -> list[list[Any]]:
    """Order each column by the mean place of its neighbours, to and fro (the barycentre heuristic of Sugiyama, Tagawa and Toda, 1981)."""
    near: Mapping[Any, Mapping[Any, Any]] = nx.Graph(network).adj
    for number in range(_PASSES):
        row = columns if number % 2 else columns[::-1]
        rank: dict[Any, float] = {}
        for column in row:
            mean = {node: _mean([rank[other] for other in near[node] if other in rank]) for node in column}
            own = {node: (place + 0.5) / len(column) for place, node in enumerate(column)}
            column.sort(key=lambda node: (own[node] if mean[node] is None else mean[node], str(node)))
            rank |= {node: (place + 0.5) / len(column) for place, node in enumerate(column)}
    return columns


def _mean(numbers: Sequence[float]) -> float | None:
    return sum(numbers) / len(numbers) if numbers else None


def _in_layers(network: nx.DiGraph[Any]) -> Places:
    """Stand connected parts one below another, the largest first, and what is connected to nothing in rows at the end."""
    parts = sorted(nx.weakly_connected_components(network), key=lambda part: (-len(part), min(map(str, part))))
    places: Places = {}
    top = 0.0
    for part in (part for part in parts if len(part) > 1):
        own = _in_columns(_layers(network.subgraph(part)), network, top)
        places |= own
        top = max(y for _, y in own.values()) + ROOM[1]
    return places | _in_rows(sorted((node for part in parts if len(part) == 1 for node in part), key=str), top)


def _layers(part: nx.DiGraph[Any]) -> list[list[Any]]:
    """Part a network into layers: each node one after the last of those that lead to it, members of a cycle together."""
    knots = nx.condensation(part)
    depth: dict[Any, int] = {}
    for knot in nx.lexicographical_topological_sort(knots, key=lambda one: min(map(str, knots.nodes[one]["members"]))):
        depth[knot] = max((depth[before] + 1 for before in knots.predecessors(knot)), default=0)
    layers: list[list[Any]] = [[] for _ in range(max(depth.values(), default=-1) + 1)]
    for knot, members in knots.nodes(data="members"):
        layers[depth[knot]] += members
    return [sorted(layer, key=str) for layer in layers]


def _in_rows(nodes: Sequence[Any], top: float) -> Places:
    wide = max(3, math.ceil(math.sqrt(len(nodes) / 2)))
    return {node: (place % wide * ROOM[0] * 1.1, top + (place // wide + 0.5) * ROOM[1]) for place, node in enumerate(nodes)}


def _on_ring(network: AnyNetwork) -> Places:
    """Stand nodes on an ellipse, each next to the one that it is bound to most strongly."""
    order = _chain(network)
    count = max(len(order), 1)
    down = max(ROOM[1] * count / 5.2, ROOM[1])
    across = max(down * 1.25, ROOM[0] * 1.2)
    angles = (math.tau * place / count - math.tau / 4 for place in range(count))
    return {node: (across * math.cos(angle), down * math.sin(angle)) for node, angle in zip(order, angles, strict=False)}


def _chain(network: AnyNetwork) -> list[Any]:
    """Go from node to node, always to the most strongly bound one that is left, beginning with the one of most weight."""
    left = dict.fromkeys(sorted(network, key=lambda node: (-_weight_of(network.adj[node].values()), str(node))))
    chain: list[Any] = []
    while left:
        bound = {node: edge for node, edge in network.adj[chain[-1]].items() if node in left} if chain else {}
        following = min(bound, key=lambda node: (-_weight_of([bound[node]]), str(node))) if bound else next(iter(left))
        del left[following]
        chain.append(following)
    return chain


def _weight_of(edges: Iterable[Mapping[str, Any]]) -> float:
    return sum(float(edge.get("weight", 1)) for edge in edges)
