"""Networks of NetworkX as arrays."""

from __future__ import annotations

from typing import Any

import networkx as nx

from travaux.analysis.structure.links import read_links


def test_parallel_links_are_merged_and_loops_and_lone_nodes_left_out() -> None:
    network: nx.MultiDiGraph[Any] = nx.MultiDiGraph()
    network.add_edges_from([("a", "b", {"weight": 2}), ("a", "b", {"weight": 3}), ("b", "a", {}), ("b", "b", {})])
    network.add_node("c")
    links = read_links(network)
    assert (links.directed, links.merged, links.loops, links.unlinked) == (True, 1, 1, 1)
    assert list(zip(links.sources.tolist(), links.targets.tolist(), links.weights.tolist(), strict=True)) == [(0, 1, 5.0), (1, 0, 1.0)]
    assert links.degrees().tolist() == [2, 2]
    assert links.strengths().tolist() == [6.0, 6.0]


def test_the_modes_of_a_two_mode_network_are_sources_and_targets_whatever_the_order_of_its_edges() -> None:
    network: nx.Graph[Any] = nx.Graph()
    network.add_nodes_from(["x", "y"], bipartite=1)
    network.add_nodes_from(["z"], bipartite=0)
    network.add_edges_from([("x", "z"), ("z", "y")])
    links = read_links(network)
    assert links.second is not None
    assert links.second.tolist() == [True, True, False]
    assert (links.sources.tolist(), links.targets.tolist()) == ([2, 2], [0, 1])


def test_a_network_with_a_link_inside_a_mode_is_not_two_mode() -> None:
    network: nx.Graph[Any] = nx.Graph()
    network.add_nodes_from(["x", "y"], bipartite=1)
    network.add_edge("x", "y")
    assert read_links(network).second is None


def test_labels_tell_versions_apart_and_show_the_first_words_of_questions() -> None:
    network: nx.Graph[Any] = nx.Graph()
    network.add_node("p", label="article 5", version="draft")
    network.add_node("q", label="question 1", text="What " + "and what " * 30)
    network.add_edge("p", "q")
    labels = read_links(network).labels
    assert labels[0] == "article 5 (draft)"
    assert labels[1].startswith("question 1: What and what")
    assert labels[1].endswith("…")


def test_a_network_without_links_is_read() -> None:
    assert (read_links(nx.Graph()).nodes, read_links(nx.empty_graph(3)).unlinked) == (0, 3)
