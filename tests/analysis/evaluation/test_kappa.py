"""Agreement beyond chance, against worked examples and its laws."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from travaux.analysis.evaluation import cohen_kappa

labels = st.lists(st.tuples(st.sampled_from("abc"), st.sampled_from("abc")), min_size=1, max_size=30)


def test_two_labels_worked_by_hand() -> None:
    pairs = [("yes", "yes")] * 20 + [("yes", "no")] * 5 + [("no", "yes")] * 10 + [("no", "no")] * 15
    assert cohen_kappa(pairs) == pytest.approx((0.7 - 0.5) / (1 - 0.5))


def test_three_labels_worked_by_hand() -> None:
    first, second = "-+-0+", "-+-0-"
    chance = (2 * 3 + 2 * 1 + 1 * 1) / 25
    assert cohen_kappa(list(zip(first, second, strict=True))) == pytest.approx((0.8 - chance) / (1 - chance))


def test_without_pairs_or_with_one_label_alone_nothing_is_beyond_chance() -> None:
    assert cohen_kappa([]) is None
    assert cohen_kappa([("a", "a")] * 3) is None


@given(labels)
def test_it_is_the_same_whoever_is_first_and_never_above_one(pairs: list[tuple[str, str]]) -> None:
    kappa = cohen_kappa(pairs)
    assert kappa == cohen_kappa([(right, left) for left, right in pairs])
    assert kappa is None or -1 <= kappa <= 1


@given(labels)
def test_annotators_who_always_agree_have_one_where_there_are_two_labels(pairs: list[tuple[str, str]]) -> None:
    same = [(left, left) for left, _ in pairs]
    assert cohen_kappa(same) == (1 if len(set(same)) > 1 else None)


@given(st.integers(1, 6), st.integers(1, 6), st.integers(1, 6), st.integers(1, 6))
def test_labels_that_are_independent_agree_by_chance_alone(left_a: int, left_b: int, right_a: int, right_b: int) -> None:
    left, right = {"a": left_a, "b": left_b}, {"a": right_a, "b": right_b}
    pairs = [(one, two) for one in left for two in right for _ in range(left[one] * right[two])]
    assert cohen_kappa(pairs) == pytest.approx(0)
