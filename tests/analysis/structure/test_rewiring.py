"""Rewiring: what it keeps, and that all networks with the same numbers of links are as likely."""

from __future__ import annotations

from collections import Counter
from typing import Any

import networkx as nx
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from travaux.analysis.structure.exact import find_components
from travaux.analysis.structure.links import Links, read_links
from travaux.analysis.structure.rewiring import find_moved, rewire, swap_once


def of_kind(kind: str, seed: int) -> Links:
    if kind == "two-mode":
        return read_links(nx.bipartite.random_graph(8, 6, 0.3, seed=seed))
    network: nx.Graph[Any] = nx.gnp_random_graph(12, 0.25, seed=seed, directed=kind == "directed")
    for source, target in network.edges:
        network.edges[source, target]["weight"] = 1 + (source * target) % 4
    return read_links(network)


@settings(max_examples=30)
@given(st.sampled_from(["plain", "directed", "two-mode"]), st.integers(0, 200))
def test_numbers_of_links_weights_modes_and_parts_are_kept(kind: str, seed: int) -> None:
    links = of_kind(kind, seed)
    (rewired,) = rewire(links, 1, np.random.default_rng(seed))
    assert rewired.degrees().tolist() == links.degrees().tolist()
    assert sorted(rewired.weights) == sorted(links.weights)
    pairs = list(zip(rewired.sources.tolist(), rewired.targets.tolist(), strict=True))
    plain = [tuple(sorted(pair)) if kind == "plain" else pair for pair in pairs]
    assert len(set(plain)) == links.size
    assert all(source != target for source, target in pairs)
    parts = find_components(links)
    assert (parts[rewired.sources] == parts[rewired.targets]).all()
    if kind != "plain":
        assert np.bincount(rewired.sources, minlength=links.nodes).tolist() == np.bincount(links.sources, minlength=links.nodes).tolist()
    if links.second is not None:
        assert not links.second[rewired.sources].any()
        assert links.second[rewired.targets].all()


@pytest.mark.parametrize(
    ("network", "reached"),
    [
        (nx.path_graph(5), 7),  # labelled simple graphs with the degrees 1, 2, 2, 2, 1: six paths, and a link beside a triangle
        (nx.cycle_graph(5), 12),  # (5 - 1)! / 2 cycles
    ],
)
def test_all_networks_with_the_same_numbers_of_links_are_as_likely(network: nx.Graph[Any], reached: int) -> None:
    links = read_links(network)
    parts = np.zeros(links.size, np.int64)
    rng = np.random.default_rng(5)
    seen: Counter[frozenset[frozenset[int]]] = Counter()
    current, draws = links, 5000
    for _ in range(draws):
        current = swap_once(current, parts, rng)
        seen[frozenset(map(frozenset, zip(current.sources.tolist(), current.targets.tolist(), strict=True)))] += 1
    assert len(seen) == reached
    assert all(0.75 < count * reached / draws < 1.25 for count in seen.values())


def test_the_share_of_links_that_moved_is_told() -> None:
    links = read_links(nx.path_graph(4))
    assert find_moved(links, links) == 0
    (rewired,) = rewire(read_links(nx.complete_graph(5)), 1, np.random.default_rng(0))
    assert find_moved(rewired, read_links(nx.complete_graph(5))) == 0
