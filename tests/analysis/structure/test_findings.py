"""What is called central and what a group, on networks whose answer is known."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import networkx as nx
import pytest

from travaux.analysis.structure import Centralities, Communities, find_centralities, find_communities
from travaux.analysis.structure.findings import Claim
from travaux.analysis.structure.groups import Verdict
from travaux.analysis.structure.significance import Obstacle
from travaux.analysis.tables import to_data
from travaux.errors import QueryError

FEW = 19


def two_camps() -> nx.Graph[Any]:
    """Two cliques of ten that only one node with two links joins."""
    network = nx.disjoint_union(nx.complete_graph(10), nx.complete_graph(10))
    network.add_edges_from([("broker", 0), ("broker", 10)])
    return network


def club() -> nx.Graph[Any]:
    network: nx.Graph[Any] = nx.karate_club_graph()
    for source, target in network.edges:
        network.edges[source, target]["weight"] = 1
    return network


def test_who_joins_two_camps_is_more_central_than_two_links_give() -> None:
    found = find_centralities(two_camps(), samples=FEW)
    broker = next(node for node in found.nodes if node.name == "broker")
    assert (broker.links, broker.claim, broker.cut_node) == (2, Claim.MORE, True)
    assert {node.name for node in found.nodes if node.claim is Claim.MORE} == {"broker", "0", "10"}
    assert [(bridge.cuts_off, {bridge.source, bridge.target}) for bridge in found.bridges] == [
        (10, {"0", "broker"}),
        (10, {"10", "broker"}),
    ]
    assert [(core.number, core.nodes) for core in found.cores] == [(9, 20), (2, 1)]


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_nobody_is_called_central_in_a_network_drawn_at_random(seed: int) -> None:
    found = find_centralities(nx.gnm_random_graph(60, 120, seed=seed), samples=FEW)
    assert {node.claim for node in found.nodes} == {Claim.NO_MORE}


def test_the_hub_of_a_star_is_no_more_central_than_its_links_give() -> None:
    network = nx.disjoint_union(nx.star_graph(30), nx.gnm_random_graph(30, 60, seed=1))
    found = find_centralities(network, samples=FEW)
    hub = found.nodes[0] if found.nodes[0].links == 30 else next(node for node in found.nodes if node.links == 30)
    assert hub.claim is Claim.NO_MORE


@pytest.mark.parametrize("make", [nx.Graph, lambda: nx.path_graph(6), lambda: nx.complete_graph(25)])
def test_of_empty_small_and_complete_networks_nothing_is_concluded(make: Callable[[], nx.Graph[Any]]) -> None:
    central, groups = find_centralities(make(), samples=FEW), find_communities(make(), samples=FEW)
    assert central.obstacle is not None
    assert groups.obstacle is central.obstacle
    assert {node.claim for node in central.nodes} <= {Claim.OPEN}
    assert {one.verdict for one in groups.divisions} <= {Verdict.OPEN}
    assert groups.groups == ()


def test_planted_groups_are_found_and_hold() -> None:
    found = find_communities(nx.planted_partition_graph(4, 20, 0.4, 0.01, seed=3), samples=FEW)
    assert found.chosen == 1.0
    members = [{int(member.name) // 20 for member in group.members} for group in found.groups]
    assert sorted(map(tuple, members)) == [(0,), (1,), (2,), (3,)]
    assert all(group.holds > 0.95 for group in found.groups)


@pytest.mark.parametrize("seed", [1, 2])
def test_no_groups_are_shown_in_a_network_drawn_at_random(seed: int) -> None:
    found = find_communities(nx.gnm_random_graph(80, 160, seed=seed), samples=FEW)
    assert {one.verdict for one in found.divisions} <= {Verdict.CHANCE, Verdict.UNSTEADY}
    assert (found.chosen, found.groups) == (None, ())


def test_parts_that_share_no_link_are_not_called_groups() -> None:
    network = nx.disjoint_union_all([nx.gnm_random_graph(25, 50, seed=seed) for seed in (1, 4, 7)])
    found = find_communities(network, samples=FEW)
    assert {one.verdict for one in found.divisions} == {Verdict.PARTS}


def test_the_karate_club_falls_into_the_two_camps_that_zachary_saw() -> None:
    network = club()
    found = find_communities(network, resolutions=[0.5], samples=FEW)
    assert sum(len(group.members) for group in found.groups) == 34
    assert len(found.groups) == 2
    sides = [sum(network.nodes[int(one.name)]["club"] == "Officer" for one in group.members) / len(group.members) for group in found.groups]
    assert min(sides) < 0.1
    assert max(sides) > 0.9


def test_the_southern_women_are_grouped_as_two_modes() -> None:
    found = find_communities(nx.davis_southern_women_graph(), samples=FEW)
    assert found.network.two_mode
    together = {member.name: group.number for group in found.groups for member in group.members}
    assert len({together[name] for name in ("Evelyn Jefferson", "Laura Mandeville", "Theresa Anderson", "Brenda Rogers")}) == 1
    assert together["Evelyn Jefferson"] != together["Nora Fayette"]


def test_the_same_seed_gives_the_same_result_and_another_seed_the_same_claims() -> None:
    once, again = (find_centralities(two_camps(), samples=FEW, seed=4) for _ in range(2))
    assert once == again
    other = find_centralities(two_camps(), samples=FEW, seed=5)
    assert [node.claim for node in other.nodes] == [node.claim for node in once.nodes]
    first, second = (find_communities(club(), samples=FEW, seed=4, resolutions=[1.0]) for _ in range(2))
    assert first == second


def test_directed_networks_have_page_rank_and_others_have_not() -> None:
    network = nx.gnp_random_graph(40, 0.1, seed=2, directed=True)
    assert sum(node.page_rank or 0 for node in find_centralities(network, samples=FEW).nodes) == pytest.approx(1)
    assert all(node.page_rank is None for node in find_centralities(club(), samples=FEW).nodes)


def test_results_are_rows_and_plain_data() -> None:
    central: Centralities = find_centralities(club(), samples=FEW)
    groups: Communities = find_communities(club(), samples=FEW, resolutions=[1.0])
    assert len(central.to_table()) == 34
    assert len(groups.to_table()) == 34
    assert to_data(central)["rewiring"]["samples"] == FEW
    assert any("Westfall" in method for method in to_data(groups)["methods"])


def test_a_resolution_of_nothing_is_refused() -> None:
    with pytest.raises(QueryError, match="above 0"):
        find_communities(club(), resolutions=[0.0])


def test_progress_is_told_to_the_end() -> None:
    told: list[tuple[str, int, int]] = []
    find_communities(club(), samples=FEW, resolutions=[1.0], progress=lambda *step: told.append(step))
    assert told[-1] == ("dividing rewired networks", FEW, FEW)
    assert find_centralities(nx.path_graph(4)).obstacle is Obstacle.SMALL
