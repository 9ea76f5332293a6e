"""Each measure against another implementation, or against its definition."""

from __future__ import annotations

from typing import Any

import networkx as nx
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from travaux.analysis.structure.bridges import measure_bridges
from travaux.analysis.structure.exact import find_betweenness, find_joints, find_page_rank
from travaux.analysis.structure.links import read_links
from travaux.analysis.structure.measures import measure
from travaux.analysis.structure.pivots import estimate_betweenness

ENDS = st.lists(st.tuples(st.integers(0, 11), st.integers(0, 11)).filter(lambda ends: ends[0] != ends[1]), min_size=1, max_size=40)


def undirected(ends: list[tuple[int, int]]) -> nx.Graph[Any]:
    network: nx.Graph[Any] = nx.Graph()
    network.add_edges_from(ends)
    return network


def directed(ends: list[tuple[int, int]]) -> nx.DiGraph[Any]:
    network: nx.DiGraph[Any] = nx.DiGraph()
    network.add_edges_from((source, target, {"weight": 1 + (source + target) % 3}) for source, target in ends)
    return network


@settings(max_examples=25)
@given(ENDS, st.booleans())
def test_betweenness_is_that_of_networkx_and_of_all_pivots(ends: list[tuple[int, int]], along: bool) -> None:  # noqa: FBT001
    network = directed(ends) if along else undirected(ends)
    links = read_links(network)
    expected = nx.betweenness_centrality(network, normalized=False)
    by_name = [expected[int(name)] for name in links.names]
    assert find_betweenness(links) == pytest.approx(by_name)
    estimate = estimate_betweenness(links, np.arange(links.nodes))
    assert estimate.values == pytest.approx(by_name)
    assert estimate.errors == pytest.approx(0)


@settings(max_examples=25)
@given(ENDS)
def test_page_rank_is_that_of_networkx(ends: list[tuple[int, int]]) -> None:
    network = directed(ends)
    links = read_links(network)
    expected = nx.pagerank(network, tol=1e-12, max_iter=2000)
    assert find_page_rank(links) == pytest.approx([expected[int(name)] for name in links.names], abs=1e-6)


@settings(max_examples=25)
@given(ENDS)
def test_cores_cut_nodes_components_and_bridges_are_those_of_networkx(ends: list[tuple[int, int]]) -> None:
    network = undirected(ends)
    links = read_links(network)
    joints = find_joints(links)
    names = [int(name) for name in links.names]
    cores = nx.core_number(network)
    assert joints.cores.tolist() == [cores[name] for name in names]
    assert {names[node] for node in np.flatnonzero(joints.cut_nodes)} == set(nx.articulation_points(network))
    found = {frozenset((names[links.sources[place]], names[links.targets[place]])) for place in np.flatnonzero(joints.bridges)}
    assert found == {frozenset(bridge) for bridge in nx.bridges(network)}
    parts = [{names[node] for node in np.flatnonzero(joints.components == part)} for part in range(int(joints.components.max()) + 1)]
    assert sorted(parts, key=min) == sorted(nx.connected_components(network), key=min)


@settings(max_examples=25)
@given(ENDS)
def test_a_bridge_cuts_off_what_falls_away_when_it_is_taken_out(ends: list[tuple[int, int]]) -> None:
    network = undirected(ends)
    links = read_links(network)
    for place, size in measure_bridges(links, find_joints(links)):
        source, target = (int(links.names[end[place]]) for end in (links.sources, links.targets))
        without = network.copy()
        without.remove_edge(source, target)
        assert size == min(len(nx.node_connected_component(without, source)), len(nx.node_connected_component(without, target)))


def test_some_pivots_estimate_betweenness_within_their_standard_error() -> None:
    network = nx.barabasi_albert_graph(300, 2, seed=4)
    links = read_links(network)
    exact = find_betweenness(links)
    estimate = estimate_betweenness(links, np.sort(np.random.default_rng(1).permutation(links.nodes)[:100]))
    leading = np.argsort(-exact)[:10]
    assert (np.abs(estimate.values - exact) <= 3 * estimate.errors)[leading].all()
    assert (estimate.errors[leading] < exact[leading]).all()
    assert np.corrcoef(estimate.values, exact)[0, 1] > 0.95


def test_the_karate_club_has_its_known_values() -> None:
    """Freeman's normalised betweenness in Zachary's club (1977) is 0.438 and 0.304; its innermost core is the fourth."""
    links = read_links(nx.karate_club_graph())
    found = dict(zip(links.names, measure(links, 0, np.random.default_rng(0)).betweenness.tolist(), strict=True))
    assert found["0"] == pytest.approx(0.4376, abs=1e-4)
    assert found["33"] == pytest.approx(0.3041, abs=1e-4)
    cores = find_joints(links).cores
    assert (int(cores.max()), int((cores == 4).sum())) == (4, 10)
