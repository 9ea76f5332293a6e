from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from travaux.views.explorer.leaves import PARAGRAPHS, STATEMENTS, Leaves, split


@given(st.lists(st.integers(0, 120), max_size=200))
def test_pages_hold_all_paragraphs_in_order_and_none_is_too_long(numbers: list[int]) -> None:
    starts = split(numbers)
    edges = [*starts, len(numbers)]
    assert starts[0] == 0
    assert [place for first, last in pairwise(edges) for place in range(first, last)] == list(range(len(numbers)))
    for first, last in pairwise(edges):
        assert last - first <= PARAGRAPHS
        assert last - first == 1 or sum(numbers[first:last]) <= STATEMENTS


@given(st.lists(st.integers(0, 120), min_size=1, max_size=200))
def test_a_paragraph_is_found_on_its_page(numbers: list[int]) -> None:
    leaves = Leaves(split(numbers), len(numbers))
    for block in range(len(numbers)):
        leaf = leaves.leaf(leaves.number_of(block))
        assert leaf.first <= block < leaf.last
