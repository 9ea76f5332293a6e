"""Reviewers agree or differ in what they hold of the same statements, whoever of them comes first."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from travaux.analysis.evaluation import SecondOpinions, compare_opinions
from travaux.analysis.evaluation.opinion_tables import agreement_table, disputed_table, disputes_table, pairs_table
from travaux.analysis.evaluation.opinions import FIELDS, PairAgreement
from travaux.model.review import Opinion
from travaux.model.schemes import Act, Prevalence, ReviewStatus, SpeakerKind, Stance

REJECTED = ReviewStatus.REJECTED


def made(key: str, reviewer: str, **said: Any) -> Opinion:
    values: dict[str, Any] = {
        "document": "report",
        "decision": ReviewStatus.ACCEPTED,
        "paragraph": "1",
        "quote": f"the words of {key}",
        "cue": "stressed",
        "act": Act.STRESS,
        "stance": Stance.SUPPORTS,
        "claim": "Clean water is needed.",
        "speaker_kind": SpeakerKind.COLLECTIVE,
        "prevalence": Prevalence.SEVERAL,
    }
    return Opinion(key=key, reviewer=reviewer, at=dt.datetime(2026, 3, 1, tzinfo=dt.UTC), **(values | said))


opinions = st.lists(
    st.builds(
        made,
        st.sampled_from(["one", "two", "three", "four"]),
        st.sampled_from(["anna", "ben", "carla"]),
        document=st.sampled_from(["report", "minutes"]),
        decision=st.sampled_from([ReviewStatus.ACCEPTED, ReviewStatus.EDITED, REJECTED]),
        stance=st.sampled_from([Stance.SUPPORTS, Stance.OPPOSES]),
        themes=st.lists(st.sampled_from(["lakes", "rivers"]), unique=True).map(tuple),
        position=st.sampled_from([None, "clean-water"]),
    ),
    max_size=24,
    unique_by=lambda one: (one.document, one.key, one.reviewer),
)

THREE = (
    made("one", "anna"),
    made("one", "ben", decision=ReviewStatus.EDITED, themes=("lakes",)),
    made("one", "carla", themes=("rivers", "lakes")),
    made("two", "anna", stance=Stance.OPPOSES),
    made("two", "ben", stance=Stance.CONCERNED, settles=True),
    made("two", "carla", decision=REJECTED, stance=Stance.NEUTRAL),
    made("three", "anna"),
    made("three", "ben"),
    made("four", "carla"),
)


def field(found: SecondOpinions, name: str) -> dict[str, Any]:
    return next(row for row in agreement_table(found) if row["field"] == name)


def test_statements_that_two_have_judged_are_compared() -> None:
    found = compare_opinions(THREE)
    assert (found.reviewers, found.judged, found.common) == (("anna", "ben", "carla"), 4, 3)
    assert [row["field"] for row in agreement_table(found)] == list(FIELDS)


def test_how_a_statement_that_stands_came_about_is_no_difference() -> None:
    row = field(compare_opinions(THREE), "stands")
    assert (row["statements"], row["unanimous"], row["observed"]) == (3, 2, round(5 / 7, 4))


def test_whoever_rejects_a_statement_says_nothing_about_its_fields() -> None:
    row = field(compare_opinions(THREE), "stance")
    assert (row["statements"], row["unanimous"], row["observed"]) == (3, 2, 0.8)
    only_rejected = compare_opinions([made("one", "anna"), made("one", "ben", decision=REJECTED)])
    assert field(only_rejected, "stance")["remark"] == "undefined: no two reviewers have judged one statement"
    assert field(only_rejected, "stands")["alpha"] == 0


def test_sets_are_compared_by_masi_and_the_others_as_names() -> None:
    rows = {row["field"]: row["distance"] for row in agreement_table(compare_opinions(THREE))}
    assert {name for name, distance in rows.items() if distance == "MASI"} == {"provisions", "questions", "themes"}
    assert set(rows.values()) == {"MASI", "nominal"}


def test_where_only_one_value_occurs_that_is_said() -> None:
    found = compare_opinions(THREE)
    assert (field(found, "act")["alpha"], field(found, "act")["remark"]) == (None, "undefined: all say 'stress'")
    assert field(found, "provisions")["remark"] == "undefined: all say 'none'"
    assert {row["remark"] for row in pairs_table(found) if row["field"] == "position"} == {"undefined: all say 'none'"}


def test_each_two_reviewers_are_compared() -> None:
    pairs = {(row["first"], row["second"]): row for row in pairs_table(compare_opinions(THREE)) if row["field"] == "stands"}
    assert {pair: (row["statements"], row["same"], row["kappa"]) for pair, row in pairs.items()} == {
        ("anna", "ben"): (3, 3, None),
        ("anna", "carla"): (2, 1, 0),
        ("ben", "carla"): (2, 1, 0),
    }


def test_two_who_have_judged_different_statements_are_no_pair() -> None:
    found = compare_opinions([made("one", "anna"), made("one", "ben"), made("two", "ben"), made("two", "carla")])
    assert {(one.first, one.second) for one in found.pairs} == {("anna", "ben"), ("ben", "carla")}


def test_citations_are_compared_as_texts_write_them() -> None:
    found = compare_opinions([made("one", "anna", provisions=("Article  24",)), made("one", "ben", provisions=("article 24",))])
    assert found.disputes == ()


def test_disputed_statements_are_listed_with_what_differs_and_who_settled_it() -> None:
    rows = list(disputes_table(compare_opinions(THREE)))
    assert [(row["key"], row["differing"], row["settled_by"]) for row in rows] == [
        ("one", "themes", None),
        ("two", "stands, stance", "ben"),
    ]


def test_what_each_reviewer_says_in_a_field_is_shown() -> None:
    found = compare_opinions(THREE)
    (row,) = disputed_table(found, "stands")
    assert (row["by_anna"], row["by_ben"], row["by_carla"]) == ("stands", "stands", "rejected")
    (row,) = disputed_table(found, "stance")
    assert (row["by_anna"], row["by_ben"], "by_carla" in row) == ("opposes", "concerned", False)
    (row,) = disputed_table(found, "themes")
    assert (row["by_anna"], row["by_ben"], row["by_carla"]) == ("none", "lakes", "lakes · rivers")
    assert len(disputed_table(found, "act")) == 0


def test_statements_of_two_documents_are_two_even_with_one_key() -> None:
    found = compare_opinions([made("one", "anna"), made("one", "ben", document="minutes")])
    assert (found.judged, found.common) == (2, 0)


def test_nobody_has_said_anything() -> None:
    found = compare_opinions([])
    assert (found.reviewers, found.judged, found.pairs, found.disputes) == ((), 0, (), ())


@given(opinions, st.randoms())
def test_the_order_of_reviewers_does_not_matter(held: list[Opinion], chance: Any) -> None:
    order = ["anna", "ben", "carla"]
    chance.shuffle(order)
    by_statement = sorted(held, key=lambda one: (one.document, one.key, order.index(one.reviewer)))
    assert compare_opinions(by_statement) == compare_opinions(sorted(held, key=lambda one: (one.document, one.key, one.reviewer)))


@given(opinions)
def test_reviewers_who_hold_the_same_agree_wholly(held: list[Opinion]) -> None:
    first = [one for one in held if one.reviewer == "anna"]
    found = compare_opinions([*first, *(made(one.key, "ben", **_rest(one)) for one in first)])
    assert found.disputes == ()
    assert {one.observed for one in found.fields} <= {1.0, None}
    assert {one.alpha for one in found.fields} <= {1.0, None}
    assert {one.kappa for one in found.pairs} <= {1.0, None}


@given(opinions)
def test_there_is_a_value_or_a_reason_why_there_is_none(held: list[Opinion]) -> None:
    found = compare_opinions(held)
    assert [one for one in found.fields if (one.alpha is None) != (one.remark is not None)] == []
    assert [one for one in found.pairs if (one.kappa is None) != (one.remark is not None)] == []
    assert {row["alpha"] == row["alpha"] for row in agreement_table(found)} == {True}


@given(opinions)
def test_of_two_reviewers_the_pair_says_what_the_field_says(held: list[Opinion]) -> None:
    found = compare_opinions(one for one in held if one.reviewer != "carla")
    pairs: dict[str, PairAgreement] = {one.field: one for one in found.pairs}
    for one in found.fields if pairs else ():
        assert (pairs[one.field].statements, pairs[one.field].same) == (one.statements, one.unanimous)
        assert one.observed == (pytest.approx(one.unanimous / one.statements) if one.statements else None)


def _rest(one: Opinion) -> dict[str, Any]:
    return {name: getattr(one, name) for name in ("document", "decision", "stance", "themes", "position")}
