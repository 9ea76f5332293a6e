from __future__ import annotations

import math

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.stats import chi2_contingency

from travaux.analysis.discovery import find_keyness

counts = st.integers(0, 500)
sizes = st.integers(1_000, 100_000)


@given(counts, sizes, counts, sizes)
@settings(deadline=None, max_examples=60)
def test_g2_is_that_of_scipy(here: int, words_here: int, there: int, words_there: int) -> None:
    found = find_keyness(here, words_here, there, words_there)
    if here + there == 0:
        assert found is None
        return
    assert found is not None
    table = [[here, there], [words_here - here, words_there - there]]
    assert found.log_likelihood == pytest.approx(chi2_contingency(table, correction=False, lambda_="log-likelihood").statistic, abs=0.001)


@given(counts, sizes, counts, sizes)
@settings(deadline=None, max_examples=40)
def test_bodies_that_change_places_change_the_sign_of_the_ratio_alone(here: int, words_here: int, there: int, words_there: int) -> None:
    one, other = find_keyness(here, words_here, there, words_there), find_keyness(there, words_there, here, words_here)
    assert (one is None) == (other is None)
    if one and other:
        assert one.log_likelihood == pytest.approx(other.log_likelihood, abs=0.001)
        assert one.log_ratio == pytest.approx(-other.log_ratio)


def test_twice_as_frequent_is_a_log_ratio_of_one_and_equally_frequent_tells_nothing() -> None:
    twice, same, never = find_keyness(20, 1000, 10, 1000), find_keyness(10, 1000, 20, 2000), find_keyness(4, 1000, 0, 1000)
    assert twice is not None
    assert same is not None
    assert never is not None
    assert (twice.log_ratio, same.log_ratio, same.log_likelihood) == (1.0, 0.0, 0.0)
    assert never.log_ratio == math.log2(8)


@pytest.mark.parametrize(("words_here", "words_there"), [(0, 100), (100, 0)])
def test_nothing_to_compare_with_is_no_keyness(words_here: int, words_there: int) -> None:
    assert find_keyness(1, words_here, 0, words_there) is None
