"""Where the nodes of a picture stand: computed by rule, so that the same network gives the same picture every time."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import networkx as nx

ROOM = 330, 66
"""Width and height of the room of one node, its box and the gap around it, in units of the picture."""
_APART = 1.4
"""Columns stand this many widths apart: the eye must follow the lines between them."""
_WIDE = 5.2 * ROOM[0]
"""How wide rows of parts may become at least before the next one begins."""
_PASSES = 8

Places = dict[Any, tuple[float, float]]


def arrange(network: nx.Graph[Any]) -> Places:
    """Give every node its centre; the upper left corner of the picture is 0, 0.

    Two-mode networks (nodes with ``bipartite`` 0 and 1) stand in two columns, directed ones in layers from left to right, part by part,
    and all others in two bows on which neighbours stand near one another.
    """
    modes = [[node for node, data in network.nodes(data=True) if data.get("bipartite") == mode] for mode in (0, 1)]
    if len(network) and sum(map(len, modes)) == len(network):
        return _in_columns(modes, network)
    if isinstance(network, nx.DiGraph):
        return _in_parts(network)
    return _in_bows(network)


def _in_columns(columns: Sequence[Sequence[Any]], network: nx.Graph[Any]) -> Places:
    ordered = _untangle([list(column) for column in columns], network)
    tallest = max(map(len, ordered), default=0)
    places: Places = {}
    for number, column in enumerate(ordered):
        step = ROOM[1] * (tallest / len(column) if column else 1)
        across = ROOM[0] * (0.5 + number * _APART)
        places |= {node: (across, (place + 0.5) * step) for place, node in enumerate(column)}
    return places


def _untangle(columns: list[list[Any]], network: nx.Graph[Any]) -> list[list[Any]]:
    """Order each column by the mean place of its neighbours, to and fro (the barycentre heuristic of Sugiyama, Tagawa and Toda, 1981)."""
    near: Mapping[Any, Mapping[Any, Any]] = nx.Graph(network).adj
    rank: dict[Any, float] = {}
    for column in columns:
        rank |= _ranks(column)
    for number in range(_PASSES):
        row = columns if number % 2 else columns[::-1]
        for column in row[1:]:
            means = {node: _mean([rank[other] for other in near[node] if other not in column]) for node in column}
            column.sort(key=lambda node: (_first(means[node], rank[node]), str(node)))
            rank |= _ranks(column)
    return columns


def _ranks(column: Sequence[Any]) -> dict[Any, float]:
    return {node: (place + 0.5) / len(column) for place, node in enumerate(column)}


def _first(mean: float | None, own: float) -> float:
    return own if mean is None else mean


def _mean(numbers: Sequence[float]) -> float | None:
    return sum(numbers) / len(numbers) if numbers else None


def _in_parts(network: nx.DiGraph[Any]) -> Places:
    """Stand connected parts in rows, the largest first."""
    parts = sorted(nx.weakly_connected_components(network), key=lambda part: (-len(part), min(map(str, part))))
    arranged = [_in_columns(_layers(network.subgraph(part)), network) for part in parts]
    widest = max([_WIDE, *(extent(own)[0] for own in arranged)])
    places: Places = {}
    left = top = bottom = 0.0
    for own in arranged:
        width, height = extent(own)
        if left and left + width > widest:
            left, top = 0.0, bottom
        places |= {node: (left + x, top + y) for node, (x, y) in own.items()}
        left, bottom = left + width + ROOM[0] * 0.12, max(bottom, top + height + ROOM[1] * 0.4)
    return places


def extent(places: Places) -> tuple[float, float]:
    """Give the width and the height of what stands at these places."""
    across, down = ([place[axis] for place in places.values()] for axis in (0, 1))
    return max(across, default=0) + ROOM[0] / 2, max(down, default=0) + ROOM[1] / 2


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


def _in_bows(network: nx.Graph[Any]) -> Places:
    """Stand nodes down the right and up the left, bent outwards, each next to the one that it is bound to most strongly."""
    order = _chain(network)
    half = (len(order) + 1) // 2
    bend = ROOM[0] * min(1.0, half / 12)
    middle = ROOM[0] * 1.3 + bend
    places: Places = {}
    for place, node in enumerate(order):
        row = place if place < half else len(order) - 1 - place
        swing = math.sin(math.pi * (row + 0.5) / half) * bend
        side = 1 if place < half else -1
        places[node] = middle + side * (ROOM[0] * 0.8 + swing), (row + 0.5) * ROOM[1] * 0.8
    return places


def _chain(network: nx.Graph[Any]) -> list[Any]:
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
