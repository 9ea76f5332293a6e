"""Comparisons with samples: what is unusual, what is corrected, what cannot be told."""

from __future__ import annotations

import networkx as nx
import numpy as np
import pytest

from travaux.analysis.structure.links import read_links
from travaux.analysis.structure.sampling import PIVOTS, choose_pivots, choose_samples
from travaux.analysis.structure.significance import Obstacle, compare, correct, find_chance, find_obstacle
from travaux.errors import QueryError


def test_one_number_far_above_its_samples_is_unusual_and_the_rest_are_not() -> None:
    samples = np.random.default_rng(0).normal(size=(99, 30))
    observed = np.zeros(30)
    observed[4] = 9.0
    compared = compare(observed, samples)
    assert compared.chances[4] == pytest.approx(0.01)
    assert (np.delete(compared.chances, 4) > 0.5).all()


def test_among_many_numbers_drawn_by_chance_one_in_twenty_tables_has_one_that_is_called_unusual() -> None:
    rng = np.random.default_rng(1)
    found = sum(bool((compare(table[0], table[1:]).chances <= 0.05).any()) for table in rng.normal(size=(300, 40, 50)))
    assert 3 <= found <= 30


def test_numbers_that_never_vary_are_not_unusual() -> None:
    assert compare(np.ones(3), np.ones((19, 3))).chances.tolist() == [1.0, 1.0, 1.0]


def test_without_samples_nothing_is_unusual() -> None:
    assert compare(np.ones(3), np.zeros((0, 3))).chances.tolist() == [1.0, 1.0, 1.0]


def test_the_p_of_one_number_is_two_sided_and_never_nothing() -> None:
    samples = np.arange(19.0)
    assert find_chance(100, samples) == pytest.approx(0.1)
    assert find_chance(-100, samples) == pytest.approx(0.1)
    assert find_chance(9, samples) == 1


def test_holm_multiplies_the_least_p_by_their_number() -> None:
    assert correct(np.array([0.04, 0.01, 0.03])).tolist() == pytest.approx([0.06, 0.03, 0.06])


def test_what_stands_against_a_conclusion_is_told() -> None:
    assert find_obstacle(read_links(nx.Graph())) is Obstacle.EMPTY
    assert find_obstacle(read_links(nx.path_graph(15))) is Obstacle.SMALL
    assert find_obstacle(read_links(nx.complete_graph(25)), 0.0) is Obstacle.FIXED
    assert find_obstacle(read_links(nx.karate_club_graph()), 0.6) is None


def test_so_few_samples_that_nothing_can_show_are_refused() -> None:
    links = read_links(nx.karate_club_graph())
    with pytest.raises(QueryError, match="18 samples"):
        choose_samples(links, 18)
    assert (choose_samples(links, None), choose_samples(links, 19)) == (199, 19)


def test_only_large_networks_are_estimated() -> None:
    assert choose_pivots(read_links(nx.karate_club_graph())) == 0
    assert choose_pivots(read_links(nx.gnm_random_graph(800, 1000, seed=1))) == PIVOTS
