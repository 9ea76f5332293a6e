"""Statements are paired one to one, as many as can be, and the best of such pairings."""

from __future__ import annotations

from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from travaux.analysis.evaluation.annotated import Annotated
from travaux.analysis.evaluation.matching import HALF, Measure, match, overlap_of_both, overlap_of_shorter, overlap_of_union

MEASURES = (overlap_of_both, overlap_of_union, overlap_of_shorter)


def made(start: int, end: int, document: str = "report", cue: str | None = None, speaker: str | None = None) -> Annotated:
    return Annotated(document=document, start=start, end=end, quote="x" * (end - start), cue=cue, speaker=speaker)


spans = st.tuples(st.integers(0, 12), st.integers(1, 8), st.sampled_from("ab")).map(
    lambda drawn: made(drawn[0], drawn[0] + drawn[1], drawn[2])
)
few = st.lists(spans, max_size=5)


@pytest.mark.parametrize(("measure", "expected"), [(overlap_of_both, 5 / 10), (overlap_of_union, 5 / 13), (overlap_of_shorter, 5 / 8)])
def test_the_measures_divide_the_common_characters_by_different_lengths(measure: Measure, expected: float) -> None:
    assert measure(made(0, 10), made(5, 13)) == pytest.approx(expected)
    assert measure(made(5, 13), made(0, 10)) == pytest.approx(expected)


def test_the_same_characters_of_another_document_are_no_overlap() -> None:
    assert overlap_of_shorter(made(0, 10, "a"), made(0, 10, "b")) == 0
    assert match([made(0, 10, "a")], [made(0, 10, "b")]) == []


def test_a_pair_needs_half_of_both_quotes() -> None:
    assert match([made(0, 10)], [made(5, 15)]) == [(0, 0)]
    assert match([made(0, 10)], [made(6, 14)]) == []
    assert match([made(0, 10)], [made(0, 4)]) == []
    assert match([made(0, 10)], [made(0, 4)], overlap_of_shorter) == [(0, 0)]


def test_a_statement_has_one_partner() -> None:
    assert match([made(0, 10)], [made(0, 10), made(0, 9)]) == [(0, 0)]
    assert match([made(0, 10), made(1, 10)], [made(0, 10)]) == [(0, 0)]


def test_two_pairs_go_before_one_perfect_pair() -> None:
    assert match([made(0, 10), made(2, 14)], [made(0, 10), made(0, 6)]) == [(0, 1), (1, 0)]


def test_of_the_same_quote_that_with_the_same_cue_is_the_partner_then_that_with_the_same_speaker() -> None:
    gold = [made(0, 9, cue="supported", speaker="some"), made(0, 9, cue="opposed", speaker="others")]
    assert match(gold, [made(0, 9, cue="opposed", speaker="some"), made(0, 9, cue="supported", speaker="others")]) == [(0, 1), (1, 0)]
    assert match(gold[:1], [made(0, 9, speaker="others"), made(0, 9, speaker="some")]) == [(0, 1)]


@given(few, few, st.sampled_from(MEASURES))
def test_pairs_are_one_to_one_and_overlap_enough(gold: list[Annotated], found: list[Annotated], measure: Measure) -> None:
    pairs = match(gold, found, measure)
    assert len({place for place, _ in pairs}) == len({other for _, other in pairs}) == len(pairs)
    assert all(measure(gold[place], found[other]) >= HALF for place, other in pairs)
    assert pairs == sorted(pairs)


@given(few, few, st.sampled_from(MEASURES))
def test_no_other_pairing_has_more_pairs_or_more_overlap(gold: list[Annotated], found: list[Annotated], measure: Measure) -> None:
    shorter, longer = sorted([gold, found], key=len)
    best = max(_worth([measure(one, two) for one, two in zip(shorter, order, strict=False)]) for order in permutations(longer))
    count, overlap = _worth([measure(gold[place], found[other]) for place, other in match(gold, found, measure)])
    assert count == best[0]
    assert overlap == pytest.approx(best[1], abs=1e-4)


@given(st.lists(spans, max_size=8))
def test_statements_match_themselves(statements: list[Annotated]) -> None:
    assert len(match(statements, statements)) == len(statements)


@given(few, few)
def test_each_stricter_measure_finds_no_more_pairs(gold: list[Annotated], found: list[Annotated]) -> None:
    both, union, shorter = (len(match(gold, found, measure)) for measure in MEASURES)
    assert union <= both <= shorter


def _worth(overlaps: list[float]) -> tuple[int, float]:
    enough = [overlap for overlap in overlaps if overlap >= HALF]
    return len(enough), sum(enough)
