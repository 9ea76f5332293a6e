"""Agreement of divisions, modularity and Leiden against published examples and other implementations."""

from __future__ import annotations

from math import log

import networkx as nx
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from travaux.analysis.structure.agreement import adjusted_rand, find_company, variation_of_information
from travaux.analysis.structure.leiden import divide, number_groups
from travaux.analysis.structure.links import Numbers, read_links
from travaux.analysis.structure.modularity import modularity

GROUPS = st.lists(st.tuples(st.integers(0, 3), st.integers(0, 3)), min_size=2, max_size=12)


def by_definition(one: list[int], other: list[int]) -> float:
    """Count the pairs of things one by one."""
    pairs = [(first, second) for first in range(len(one)) for second in range(first)]
    both = sum(one[a] == one[b] and other[a] == other[b] for a, b in pairs)
    here, there = (sum(groups[a] == groups[b] for a, b in pairs) for groups in (one, other))
    expected, most = here * there / len(pairs), (here + there) / 2
    return 1.0 if most == expected else (both - expected) / (most - expected)


def numbers(*groups: int) -> Numbers:
    return np.array(groups, np.int64)


@given(GROUPS)
def test_the_adjusted_rand_index_is_that_of_counting_pairs(groups: list[tuple[int, int]]) -> None:
    one, other = [pair[0] for pair in groups], [pair[1] for pair in groups]
    assert adjusted_rand(numbers(*one), numbers(*other)) == pytest.approx(by_definition(one, other))
    assert adjusted_rand(numbers(*one), numbers(*one)) == pytest.approx(1)
    assert variation_of_information(numbers(*one), numbers(*one)) == pytest.approx(0)


def test_the_adjusted_rand_index_is_that_of_a_published_example() -> None:
    """Yeung & Ruzzo 2001: ten things in three classes and three clusters, 0.313."""
    classes = numbers(0, 0, 1, 1, 1, 1, 2, 2, 2, 2)
    clusters = numbers(0, 1, 0, 1, 1, 2, 2, 2, 2, 2)
    assert adjusted_rand(classes, clusters) == pytest.approx(0.313, abs=5e-4)


def test_the_variation_of_information_of_halves_that_cross_is_twice_the_logarithm_of_two() -> None:
    assert variation_of_information(numbers(0, 0, 1, 1), numbers(0, 1, 0, 1)) == pytest.approx(2 * log(2))


def test_company_is_the_share_of_the_group_that_stays_together() -> None:
    assert find_company(numbers(0, 0, 0, 1), numbers(5, 5, 6, 6)).tolist() == [0.5, 0.5, 0.0, 1.0]


def test_modularity_is_that_of_networkx() -> None:
    network = nx.les_miserables_graph()
    links = read_links(network)
    groups = divide(links, 1.0, 3)
    communities = [{links.names[node] for node in np.flatnonzero(groups == group)} for group in range(int(groups.max()) + 1)]
    for resolution in (0.5, 1.0, 2.0):
        assert modularity(links, groups, resolution) == pytest.approx(nx.community.modularity(network, communities, resolution=resolution))


def test_leiden_finds_the_greatest_modularity_known_of_the_karate_club() -> None:
    links = read_links(nx.Graph(nx.karate_club_graph().edges()))
    assert max(modularity(links, divide(links, 1.0, seed)) for seed in range(5)) == pytest.approx(0.4198, abs=1e-4)


def test_modularity_of_two_modes_is_that_of_barber_by_definition() -> None:
    links = read_links(nx.davis_southern_women_graph())
    groups = divide(links, 1.0, 0)
    degrees, linked = links.degrees(), set(zip(links.sources.tolist(), links.targets.tolist(), strict=True))
    assert links.second is not None
    women, events = np.flatnonzero(~links.second).tolist(), np.flatnonzero(links.second).tolist()
    total = sum(
        ((woman, event) in linked) - degrees[woman] * degrees[event] / links.size
        for woman in women
        for event in events
        if groups[woman] == groups[event]
    )
    assert modularity(links, groups) == pytest.approx(total / links.size)
    assert modularity(links, groups) > 0.3


def test_nodes_without_a_link_are_groups_of_their_own() -> None:
    links = read_links(nx.path_graph(4))
    assert len(set(divide(links.keep(np.array([True, False, False])), 1.0, 0).tolist())) == 3
    assert number_groups(numbers(7, 3, 7, 1)).tolist() == [0, 1, 0, 2]
