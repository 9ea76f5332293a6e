"""Networks as arrays: nodes by number, each link once, with what it weighs."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from textwrap import shorten
from typing import Any

import networkx as nx
import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[np.int64]
Reals = NDArray[np.float64]
Flags = NDArray[np.bool_]

_FIRST_WORDS = 90


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Links:
    """A simple network: no link leads from a node to itself, none stands twice.

    ``names``, ``labels`` and ``kinds`` describe the nodes that have a link, in the order of their names; all else counts nodes by their
    place there. A link leads from ``sources`` to ``targets`` and weighs ``weights``; where ``directed`` is false the direction means
    nothing, but in a two-mode network sources are of the first mode and targets of the second (``second`` marks its nodes).
    ``unlinked`` counts nodes without a link, ``merged`` parallel links that became one with the sum of the weights, ``loops`` links of a
    node to itself, which were left out.
    """

    names: tuple[str, ...]
    labels: tuple[str, ...]
    kinds: tuple[str, ...]
    sources: Numbers
    targets: Numbers
    weights: Reals
    directed: bool = False
    second: Flags | None = None
    unlinked: int = 0
    merged: int = 0
    loops: int = 0

    @property
    def nodes(self) -> int:
        """How many nodes have a link."""
        return len(self.names)

    @property
    def size(self) -> int:
        """How many links there are."""
        return len(self.sources)

    def degrees(self) -> Numbers:
        """Count the links of each node, in both directions."""
        return np.bincount(self.sources, minlength=self.nodes) + np.bincount(self.targets, minlength=self.nodes)

    def strengths(self) -> Reals:
        """Sum the weights of the links of each node, in both directions."""
        out, into = (np.bincount(ends, self.weights, self.nodes) for ends in (self.sources, self.targets))
        return (out + into).astype(np.float64)

    def keep(self, kept: Flags) -> Links:
        """Keep only the links marked; the nodes stay."""
        return replace(self, sources=self.sources[kept], targets=self.targets[kept], weights=self.weights[kept])


def read_links(network: nx.Graph[Any]) -> Links:
    """Read any NetworkX graph.

    Nodes have ``label``, ``version``, ``text``, ``kind`` and ``bipartite`` (0 or 1), edges ``weight``; each of these is optional.

    A network is two-mode if every linked node has ``bipartite`` and each link joins a 0 to a 1; the direction of its links, if any, only
    tells the modes apart and is dropped. Nodes that no attribute names are called by their text.
    """
    weights: dict[tuple[Any, Any], float] = {}
    loops = 0
    for source, target, counted in network.edges(data="weight", default=1):
        if source == target:
            loops += 1
            continue
        ends = (source, target)
        weights[ends] = weights.get(ends, 0.0) + float(counted)
    nodes: Mapping[Any, Mapping[str, Any]] = network.nodes
    two_mode = _is_two_mode(nodes, weights)
    directed = network.is_directed() and not two_mode
    placed = sorted({end for ends in weights for end in ends}, key=str)
    place = {node: number for number, node in enumerate(placed)}
    merged: dict[tuple[int, int], float] = {}
    for (source, target), weight in weights.items():
        first, last = place[source], place[target]
        if (two_mode and nodes[source]["bipartite"] == 1) or (not two_mode and not directed and first > last):
            first, last = last, first
        merged[first, last] = merged.get((first, last), 0.0) + weight
    ordered = sorted(merged)
    pairs = np.array(ordered, dtype=np.int64).reshape(-1, 2)
    return Links(
        names=tuple(map(str, placed)),
        labels=tuple(_label(nodes[node], node) for node in placed),
        kinds=tuple(str(nodes[node].get("kind", "")) for node in placed),
        sources=pairs[:, 0].copy(),
        targets=pairs[:, 1].copy(),
        weights=np.array([merged[pair] for pair in ordered], dtype=np.float64),
        directed=directed,
        second=np.array([nodes[node]["bipartite"] == 1 for node in placed], dtype=np.bool_) if two_mode else None,
        unlinked=network.number_of_nodes() - len(placed),
        merged=network.number_of_edges() - loops - len(ordered),
        loops=loops,
    )


def _label(node: Mapping[str, Any], name: object) -> str:
    """Name a node for people, a provision with the version of the text that it is of, a question with its first words."""
    label = str(node.get("label", name))
    if "text" in node:
        return f"{label}: {shorten(str(node['text']), _FIRST_WORDS, placeholder='…')}"
    return f"{label} ({node['version']})" if "version" in node else label


def _is_two_mode(nodes: Mapping[Any, Mapping[str, Any]], weights: Mapping[tuple[Any, Any], float]) -> bool:
    modes = [{nodes[source].get("bipartite"), nodes[target].get("bipartite")} for source, target in weights]
    return bool(modes) and all(pair == {0, 1} for pair in modes)
