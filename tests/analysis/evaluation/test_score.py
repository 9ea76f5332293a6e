"""What a score counts, and what it leaves out."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from travaux.analysis.evaluation import Annotated, Tally, score
from travaux.model.schemes import Prevalence, Stance


def made(start: int, end: int, document: str = "report", **said: Any) -> Annotated:
    return Annotated(document=document, start=start, end=end, quote="x" * (end - start), **said)


def test_precision_recall_and_f1_count_pairs_misses_and_spurious_statements() -> None:
    gold = [made(0, 10), made(20, 30), made(40, 50)]
    result = score(gold, [made(0, 9), made(60, 70)])
    assert result.overall == Tally(3, 2, 1, 1)
    assert (result.overall.precision, result.overall.recall) == (1 / 2, 1 / 3)
    assert result.overall.f1 == pytest.approx(0.4)
    assert result.misses == tuple(gold[1:])
    assert result.spurious == (made(60, 70),)


def test_the_strict_and_the_lenient_count_stand_beside_the_main_one() -> None:
    result = score([made(0, 10), made(20, 30)], [made(4, 14), made(20, 24)])
    assert (result.strict.gold_matched, result.overall.gold_matched, result.lenient.gold_matched) == (0, 1, 2)


def test_nothing_found_and_nothing_annotated_divide_nothing() -> None:
    assert score([], []).overall == Tally(0, 0, 0, 0)
    assert score([], []).overall.f1 is None
    assert score([made(0, 9)], []).overall.f1 is None
    assert score([made(0, 9)], [made(20, 29)]).overall.f1 == 0


def test_what_is_found_in_documents_that_nobody_annotated_is_not_counted() -> None:
    result = score([made(0, 10)], [made(0, 10), made(0, 10, "note")])
    assert result.overall == Tally(1, 1, 1, 1)
    assert result.elsewhere == 1


def test_documents_without_statements_should_stay_empty() -> None:
    result = score([made(0, 10)], [made(0, 10), made(5, 9, "loud")], ["report", "loud", "quiet"])
    assert (result.silent, result.kept_silent) == (2, 1)
    assert result.overall.found == 2


def test_a_field_is_compared_where_both_sides_say_something() -> None:
    gold = [made(0, 10, stance=Stance.OPPOSES), made(20, 30, stance=Stance.NEUTRAL), made(40, 50), made(60, 70, stance=Stance.NEUTRAL)]
    found = [made(0, 10, stance=Stance.OPPOSES), made(20, 30, stance=Stance.SUPPORTS), made(40, 50, stance=Stance.NEUTRAL), made(60, 70)]
    stance = score(gold, found).fields["stance"]
    assert (stance.right, stance.pairs, stance.accuracy) == (1, 2, 0.5)
    assert score(gold, found).fields["act"].accuracy is None


@pytest.mark.parametrize(
    ("field", "gold", "found", "right"),
    [
        ("prevalence", Prevalence.MANY, Prevalence.MANY, True),
        ("prevalence", Prevalence.MANY, Prevalence.MOST, False),
        ("provisions", ("article 5", "article 24"), ("article 24", "article 5"), True),
        ("provisions", ("article 5",), ("article 5", "article 24"), False),
        ("provisions", (), (), True),
        ("questions", ("15", "4"), ("4", "9"), True),
        ("questions", ("15", "4"), ("9", "4"), False),
        ("questions", (), (), True),
        ("questions", (), ("9",), False),
        ("questions", ("9",), (), False),
        ("speaker", "", "", True),
        ("speaker", "", "Some", False),
        ("rationale", "to avoid doubt", "in order to avoid doubt", True),
        ("rationale", "to avoid doubt", "", False),
        ("contrast", "", "", True),
    ],
)
def test_when_values_of_a_field_agree(field: str, gold: Any, found: Any, right: bool) -> None:  # noqa: FBT001, a column of the table
    agreement = score([made(0, 10, **{field: gold})], [made(0, 10, **{field: found})]).fields[field]
    assert (agreement.right, agreement.pairs) == (int(right), 1)


def test_themes_are_counted_one_by_one() -> None:
    gold = [made(0, 10, themes=("scope", "privacy")), made(20, 30, themes=("scope",)), made(40, 50)]
    found = [made(0, 10, themes=("scope",)), made(20, 30, themes=("victims", "scope")), made(40, 50, themes=("scope",))]
    assert score(gold, found).themes == Tally(3, 3, 2, 2)


def test_groups_hold_each_statement_under_its_own_key() -> None:
    gold = [made(0, 10, cue="noted"), made(20, 30, cue="said")]
    found = [made(0, 10, cue="said"), made(60, 70, cue="said")]
    assert score(gold, found).tally_by(lambda one: one.cue) == {"noted": Tally(1, 0, 1, 0), "said": Tally(1, 2, 0, 1)}


statements = st.lists(st.tuples(st.integers(0, 40), st.integers(1, 9)).map(lambda drawn: made(drawn[0], drawn[0] + drawn[1])), max_size=8)


@given(statements, statements)
def test_every_statement_is_in_a_pair_or_alone_and_groups_add_up(gold: list[Annotated], found: list[Annotated]) -> None:
    result = score(gold, found, ["report"])
    assert sorted([one for one, _ in result.pairs] + list(result.misses), key=_place) == sorted(gold, key=_place)
    assert sorted([one for _, one in result.pairs] + list(result.spurious), key=_place) == sorted(found, key=_place)
    groups = result.tally_by(lambda one: one.start % 3).values()
    assert sum(tally.gold for tally in groups) == len(gold)
    assert sum(tally.found_matched for tally in groups) == len(result.pairs)


def _place(one: Annotated) -> tuple[int, int]:
    return one.start, one.end
