from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from travaux.analysis.discovery import find_always_inside, find_c_values

PUBLISHED = {
    "adenoid cystic basal cell carcinoma": (5, 11.6096),
    "cystic basal cell carcinoma": (11, 12.0),
    "ulcerated basal cell carcinoma": (7, 14.0),
    "recurrent basal cell carcinoma": (5, 10.0),
    "circumscribed basal cell carcinoma": (3, 6.0),
    "basal cell carcinoma": (984, 1551.36),
}
"""Frequencies and C-values of the example of Frantzi, Ananiadou and Mima (2000), section 2.3.1."""

words = st.lists(st.sampled_from("abcd"), min_size=1, max_size=5).map(tuple)
corpora = st.dictionaries(words, st.integers(1, 50), max_size=12)


def test_the_published_example() -> None:
    values = find_c_values({tuple(term.split()): times for term, (times, _) in PUBLISHED.items()})
    for term, (_, expected) in PUBLISHED.items():
        assert values[tuple(term.split())] == pytest.approx(expected, abs=0.005), term


def test_one_word_has_none() -> None:
    assert find_c_values({("cell",): 984}) == {("cell",): 0.0}


@given(corpora, st.integers(1, 20))
def test_c_values_grow_as_frequencies_do(frequencies: dict[tuple[str, ...], int], factor: int) -> None:
    values = find_c_values(frequencies)
    grown = find_c_values({term: factor * times for term, times in frequencies.items()})
    assert all(grown[term] == pytest.approx(factor * value) for term, value in values.items())


@given(corpora)
def test_a_term_within_no_other_is_worth_its_frequency_by_its_length_and_order_is_no_matter(
    frequencies: dict[tuple[str, ...], int],
) -> None:
    values = find_c_values(frequencies)
    assert values == find_c_values(dict(reversed(frequencies.items())))
    longest = max(map(len, frequencies), default=0)
    for term, times in frequencies.items():
        if len(term) == longest:
            assert values[term] == pytest.approx(times * {1: 0, 2: 1, 3: 1.58496, 4: 2, 5: 2.32193}[longest], rel=1e-4)


@given(corpora)
def test_what_is_always_inside_is_inside_something_as_frequent(frequencies: dict[tuple[str, ...], int]) -> None:
    for part in find_always_inside(frequencies):
        assert any(" ".join(part) in " ".join(term) and frequencies[term] >= frequencies[part] for term in frequencies if term != part)
