"""Exact measures of a network, counted by rustworkx; in one thread, so that sums are the same every time."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
import rustworkx as rx

from travaux.analysis.structure.links import Flags, Links, Numbers, Reals

_ONE_THREAD = 2**31
_DAMPING = 0.85


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Joints:
    """What holds a network together, directions left aside.

    ``components`` numbers the component of each node, ``cut_nodes`` marks nodes without which their component falls apart, ``bridges``
    marks links of the same kind, ``cores`` is the core number of each node.
    """

    components: Numbers
    cut_nodes: Flags
    bridges: Flags
    cores: Numbers


def find_betweenness(links: Links) -> Reals:
    """Count for each node the pairs of other nodes whose shortest paths lead through it (Freeman 1977), shares of a pair as shares.

    Paths follow directions where there are any; weights are left aside, as many statements make no path longer or shorter.
    """
    network = _to_directed(links) if links.directed else _to_graph(links)
    found = rx.betweenness_centrality(network, normalized=False, parallel_threshold=_ONE_THREAD)
    return np.fromiter((found[node] for node in range(links.nodes)), np.float64, links.nodes)


def find_page_rank(links: Links) -> Reals:
    """Give the PageRank (Brin & Page 1998) of each node along the directed, weighted links, damping 0.85; the sum is 1."""
    found = rx.pagerank(_to_directed(links), alpha=_DAMPING, weight_fn=float, tol=1e-10, max_iter=1000)
    return np.fromiter((found[node] for node in range(links.nodes)), np.float64, links.nodes)


def find_joints(links: Links) -> Joints:
    """Find components, cut nodes, bridges (Tarjan 1974; Hopcroft & Tarjan 1973) and core numbers (Seidman 1983)."""
    network = _to_graph(links)
    bridges = {frozenset(pair) for pair in rx.bridges(network)}
    cores: Any = rx.core_number(network)  # a mapping from node to number, which its stub calls a number
    pairs = zip(links.sources.tolist(), links.targets.tolist(), strict=True)
    cut = np.zeros(links.nodes, np.bool_)
    cut[sorted(rx.articulation_points(network))] = True
    return Joints(
        components=_components(network),
        cut_nodes=cut,
        bridges=np.fromiter((frozenset(pair) in bridges for pair in pairs), np.bool_, links.size),
        cores=np.fromiter((cores[node] for node in range(links.nodes)), np.int64, links.nodes),
    )


def find_components(links: Links) -> Numbers:
    """Find the component of each node, by number, 0 being that of the first node; directions are left aside."""
    return _components(_to_graph(links))


def _components(network: rx.PyGraph[Any, Any]) -> Numbers:
    numbers = np.zeros(network.num_nodes(), np.int64)
    for number, members in enumerate(sorted(map(sorted, rx.connected_components(network)))):
        numbers[members] = number
    return numbers


def _to_graph(links: Links) -> rx.PyGraph[Any, Any]:
    network: rx.PyGraph[Any, Any] = rx.PyGraph(multigraph=False)
    network.add_nodes_from([None] * links.nodes)
    network.add_edges_from_no_data(list(zip(links.sources.tolist(), links.targets.tolist(), strict=True)))
    return network


def _to_directed(links: Links) -> rx.PyDiGraph[Any, Any]:
    network: rx.PyDiGraph[Any, Any] = rx.PyDiGraph()
    network.add_nodes_from([None] * links.nodes)
    network.add_edges_from(list(zip(links.sources.tolist(), links.targets.tolist(), links.weights.tolist(), strict=True)))
    return network
