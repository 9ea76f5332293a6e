"""Agreement beyond chance, against published and worked examples and its laws."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from travaux.analysis.evaluation import cohen_kappa, krippendorff_alpha
from travaux.analysis.evaluation.coefficients import MOST_LABELS, Judgement, Label, to_judgements

labels = st.lists(st.tuples(st.sampled_from("abc"), st.sampled_from("abc")), min_size=1, max_size=30)
words: st.SearchStrategy[Label] = st.sampled_from("abc")
sets: st.SearchStrategy[Label] = st.frozensets(st.sampled_from("abcd"))
places = st.lists(st.tuples(st.sampled_from("ABC"), st.integers(0, 9)), unique=True, max_size=30)


def judged(label: st.SearchStrategy[Label]) -> st.SearchStrategy[list[Judgement]]:
    """Judgements of three people, each of whom may have left anything out."""
    return places.flatmap(
        lambda told: st.lists(label, min_size=len(told), max_size=len(told)).map(
            lambda said: [(who, thing, one) for (who, thing), one in zip(told, said, strict=True)]
        )
    )


def rows(**by_person: str) -> Iterator[Judgement]:
    """Judgements as they are printed in the literature: a line a person, a column a thing, a dot for what was not judged."""
    for who, line in by_person.items():
        yield from ((who, thing, label) for thing, label in enumerate(line.split()) if label != ".")


def of_sets(*pairs: tuple[str, str]) -> list[Judgement]:
    """Judgements of two people, the letters of a word being the members of a set."""
    return to_judgements((frozenset(one), frozenset(two)) for one, two in pairs)


def test_krippendorff_nominal_data_of_four_observers_with_gaps() -> None:
    """Krippendorff, "Computing Krippendorff's alpha-reliability" (2011), section C: 0.743."""
    told = rows(
        A="1 2 3 3 2 1 4 1 2 . . .",
        B="1 2 3 3 2 2 4 1 2 5 . 3",
        C=". 3 3 3 2 3 4 2 2 5 1 .",
        D="1 2 3 3 2 4 4 1 2 5 1 .",
    )
    assert krippendorff_alpha(told) == pytest.approx(0.743, abs=0.0005)


def test_krippendorff_nominal_data_of_two_observers() -> None:
    """The same, section B: 0.692."""
    told = rows(Meg="a a b b d c c c e d d a", Owen="b a b b b c c c e d d d")
    assert krippendorff_alpha(told) == pytest.approx(0.692, abs=0.0005)


def test_krippendorff_binary_data_of_two_observers() -> None:
    """The same, section A: 0.095."""
    told = rows(Meg="0 1 0 0 0 0 0 0 1 0", Owen="1 1 1 0 0 1 0 0 0 0")
    assert krippendorff_alpha(told) == pytest.approx(0.095, abs=0.0005)


def test_artstein_and_poesio_dialogue_acts() -> None:
    """Artstein and Poesio, "Inter-coder agreement for computational linguistics", 2008: observed 0.88, expected 0.396, kappa 0.801."""
    counts = {("stat", "stat"): 46, ("stat", "ireq"): 6, ("ireq", "ireq"): 32, ("chck", "ireq"): 6, ("chck", "chck"): 10}
    assert cohen_kappa([pair for pair, times in counts.items() for _ in range(times)]) == pytest.approx(0.801, abs=0.0005)


def test_sets_that_share_members_disagree_in_part_for_alpha() -> None:
    """Worked by hand: MASI of {a} and {a, b} is 1 - 1/2 * 2/3 = 2/3; expected over a, a, ab, b, b, b in 15 pairs, 2 * 2/3 + 3 * 2/3 + 6."""
    told = of_sets(("a", "a"), ("ab", "b"), ("b", "b"))
    assert krippendorff_alpha(told) == pytest.approx(1 - (2 / 3 / 3) / ((2 * 2 / 3 + 3 * 2 / 3 + 6) / 15))


def test_sets_may_be_empty() -> None:
    assert krippendorff_alpha(of_sets(("", ""), ("a", "a"))) == 1
    assert krippendorff_alpha(of_sets(("", "a"), ("a", ""))) == pytest.approx(1 - 1 / (4 / 6))


def test_sets_that_are_not_the_same_differ_for_kappa() -> None:
    pairs = [("a", "ab"), ("b", "b"), ("ab", "ab"), ("b", "a")]
    assert cohen_kappa([(frozenset(one), frozenset(two)) for one, two in pairs]) == cohen_kappa(list(pairs))


def test_alpha_needs_two_values_of_what_was_judged_by_two() -> None:
    assert krippendorff_alpha([]) is None
    assert krippendorff_alpha(rows(A="1 2 3", B=". . .")) is None
    assert krippendorff_alpha(rows(A="1 1 2", B="1 1 .")) is None


def test_beyond_the_most_labels_nothing_is_computed() -> None:
    pairs = [(str(number), str(number)) for number in range(MOST_LABELS + 1)]
    assert cohen_kappa(pairs) is None
    assert krippendorff_alpha(to_judgements(pairs)) is None


@given(labels)
def test_kappa_is_what_the_formula_says(pairs: list[tuple[str, str]]) -> None:
    total = len(pairs)
    first, second = Counter(left for left, _ in pairs), Counter(right for _, right in pairs)
    observed = Fraction(sum(left == right for left, right in pairs), total)
    expected = Fraction(sum(first[label] * second[label] for label in first), total * total)
    kappa = cohen_kappa(list(pairs))
    assert kappa == (None if expected == 1 else pytest.approx(float((observed - expected) / (1 - expected))))


@given(judged(words) | judged(sets))
def test_alpha_does_not_depend_on_the_order_or_the_names_of_people(told: list[Judgement]) -> None:
    renamed = [({"A": "Z", "B": "A", "C": "B"}[who], thing, label) for who, thing, label in reversed(told)]
    assert krippendorff_alpha(renamed) == krippendorff_alpha(told)


@given(judged(words) | judged(sets))
def test_alpha_is_never_above_one_and_what_one_alone_has_judged_does_not_matter(told: list[Judgement]) -> None:
    alpha = krippendorff_alpha(told)
    assert alpha is None or alpha <= 1
    assert krippendorff_alpha([*told, ("D", 99, told[0][2] if told else "a")]) == alpha


@given(st.lists(words, min_size=1, max_size=9) | st.lists(sets, min_size=1, max_size=9))
def test_people_who_say_the_same_agree_wholly_where_there_are_two_values(said: list[Label]) -> None:
    told: list[Judgement] = [(who, thing, label) for who in "ABC" for thing, label in enumerate(said)]
    assert krippendorff_alpha(told) == (1 if len(set(said)) > 1 else None)


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
    kappa = cohen_kappa(list(pairs))
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
