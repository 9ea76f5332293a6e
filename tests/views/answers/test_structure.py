"""Centrality and communities in words: claims only where the comparison supports them."""

from __future__ import annotations

from typing import Any

import networkx as nx

from travaux.analysis.structure import find_centralities, find_communities
from travaux.views.answers.centrality import show_centrality
from travaux.views.answers.communities import show_communities
from travaux.views.report import render_markdown, render_terminal


def named(network: nx.Graph[Any], name: str) -> nx.Graph[Any]:
    network.graph.update(name=name, meaning="What is linked to what.", selection="statements that no person has rejected")
    return network


def central(network: nx.Graph[Any]) -> str:
    return " ".join(render_terminal(show_centrality(find_centralities(network, samples=19), 3), 200).split())


def groups(network: nx.Graph[Any]) -> str:
    return " ".join(render_terminal(show_communities(find_communities(network, samples=19), 3), 200).split())


def test_a_random_network_has_nothing_central_and_no_groups() -> None:
    network = named(nx.gnm_random_graph(60, 120, seed=1), "theme-cooccurrence")
    assert "No node is more central than its number of links gives." in central(network)
    told = groups(network)
    assert "There is no clustering beyond chance: no groups are shown." in told
    assert "Group 1" not in told
    assert "links all three at once" in told


def test_of_a_small_network_counts_are_shown_and_no_claims() -> None:
    told = central(named(nx.path_graph(6), "arguments"))
    assert "Nothing can be concluded: the network is too small" in told
    assert "more than links give" not in told
    assert "by chance" not in groups(named(nx.path_graph(6), "arguments"))


def test_an_empty_network_is_told_in_a_sentence() -> None:
    assert "That is not the same as: not said." in central(named(nx.Graph(), "arguments"))
    assert "That is not the same as: not said." in groups(named(nx.Graph(), "arguments"))


def test_what_is_more_central_is_shown_though_the_table_ends_before() -> None:
    network = nx.disjoint_union(nx.complete_graph(10), nx.complete_graph(10))
    network.add_edges_from([("broker", 0), ("broker", 10)])
    told = render_markdown(show_centrality(find_centralities(network, samples=19), 1))
    assert "3 nodes of 21 are more central than the number of links gives" in told
    assert told.count("| yes |\n") == 3


def test_groups_are_shown_by_their_members_and_have_no_names() -> None:
    told = groups(named(nx.planted_partition_graph(4, 20, 0.4, 0.01, seed=3), "theme-cooccurrence"))
    assert "At resolution 1 it divides into 4 groups beyond chance." in told
    assert "Group 1: 20 nodes" in told
    assert "1 smaller group not shown" in told
    assert "Groups have numbers, not names" in told


def test_estimates_are_shown_with_their_error() -> None:
    network = nx.barabasi_albert_graph(600, 2, seed=1)
    found = find_centralities(network, samples=19)
    assert found.pivots == 30
    told = render_terminal(show_centrality(found, 2), 120)
    assert " ± " in told
    assert "30 nodes drawn at random" in told


def test_numbers_of_the_whole_network_are_tested_only_with_samples_enough() -> None:
    network = named(nx.gnm_random_graph(30, 50, seed=1), "theme-cooccurrence")
    few, enough = (find_centralities(network, samples=samples) for samples in (118, 119))
    assert {trait.chance for trait in few.traits} == {None}
    assert None not in {trait.chance for trait in enough.traits}
    told = [" ".join(render_terminal(show_centrality(found, 3), 200).split()) for found in (few, enough)]
    assert "118 samples are too few to test these." in told[0]
    assert "too few to test" not in told[1]
