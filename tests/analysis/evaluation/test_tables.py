"""Tables of a score show its counts, the worst group first."""

from __future__ import annotations

from typing import Any

from travaux.analysis.evaluation import Annotated, Case, score
from travaux.analysis.evaluation.tables import differences_table, fields_table, group_table, misses_table, overall_table
from travaux.model.schemes import Stance


def made(start: int, end: int, document: str = "report", **said: Any) -> Annotated:
    return Annotated(document=document, start=start, end=end, quote="x" * (end - start), **said)


GOLD = [made(0, 10, cue="Noted", stance=Stance.NEUTRAL), made(20, 30, cue="urged", provisions=("article 5", "article 6"))]
FOUND = [
    made(0, 10, cue="noted", rule="verb", stance=Stance.OPPOSES),
    made(21, 30, cue="urged", rule="verb", provisions=()),
    made(50, 60, cue="noted", rule="noun"),
]


def test_the_overall_table_has_a_row_for_each_measure() -> None:
    rows = list(overall_table(score(GOLD, FOUND)))
    assert [row["matched"] for row in rows] == [2, 2, 2, 0]
    assert (rows[0]["precision"], rows[0]["recall"], rows[0]["f1"]) == (0.6667, 1.0, 0.8)
    assert rows[3]["f1"] is None


def test_the_fields_table_has_a_row_for_each_field() -> None:
    rows = {row["field"]: row for row in fields_table(score(GOLD, FOUND))}
    assert (rows["stance"]["right"], rows["stance"]["compared"], rows["stance"]["kappa"], rows["stance"]["alpha"]) == (0, 1, 0.0, 0.0)
    assert rows["act"]["accuracy"] is None


def test_only_fields_of_few_words_have_kappa_and_alpha() -> None:
    same = [made(10 * place, 10 * place + 9, stance=stance, cue=stance) for place, stance in enumerate(Stance)]
    rows = {row["field"]: (row["accuracy"], row["kappa"], row["alpha"]) for row in fields_table(score(same, same))}
    assert rows["stance"] == (1.0, 1.0, 1.0)
    assert rows["cue"] == (1.0, None, None)


def test_the_group_with_most_mistakes_comes_first_and_cues_are_in_lower_case() -> None:
    rows = group_table(score(GOLD, FOUND), "cue", {}).rows
    assert rows == (("noted", 1, 0, 2, 1, 0.5, 1.0, 0.6667), ("urged", 1, 0, 1, 0, 1.0, 1.0, 1.0))


def test_a_rule_has_a_precision_and_no_recall() -> None:
    rows = list(group_table(score(GOLD, FOUND), "rule", {}))
    assert [(row["rule"], row["found"], row["spurious"], row["precision"], row["recall"]) for row in rows] == [
        ("noun", 1, 1, 0.0, None),
        ("verb", 2, 0, 1.0, None),
    ]


def test_groups_of_cases_tell_how_many_stayed_empty() -> None:
    said = made(0, 10, "a/1")
    cases = [
        Case(document="a/1", manner="minutes", phenomenon="plain", text="", statements=(said,)),
        Case(document="a/2", manner="minutes", phenomenon="vote", text=""),
        Case(document="a/3", manner="minutes", phenomenon="vote", text=""),
    ]
    result = score([said], [said, made(0, 5, "a/3")], [case.document for case in cases])
    by_document = {case.document: case for case in cases}
    assert group_table(result, "phenomenon", by_document).rows == (
        ("vote", 0, 0, 1, 1, 0.0, None, None, 2, 1),
        ("plain", 1, 0, 1, 0, 1.0, 1.0, 1.0, 0, 0),
    )
    (minutes,) = group_table(result, "manner", by_document)
    assert (minutes["without"], minutes["stayed_empty"]) == (2, 1)


def test_misses_and_spurious_statements_stand_in_the_order_of_the_text() -> None:
    rows = list(misses_table(score([made(30, 40), made(0, 4)], [made(10, 20, rule="verb")])))
    assert [(row["mistake"], row["rule"]) for row in rows] == [("missed", None), ("spurious", "verb"), ("missed", None)]


def test_differences_show_both_values() -> None:
    (row,) = differences_table(score(GOLD, FOUND), "stance")
    assert (row["annotated_stance"], row["found_stance"], row["rule"]) == ("neutral", "opposes", "verb")
    (row,) = differences_table(score(GOLD, FOUND), "provisions")
    assert (row["annotated_provisions"], row["found_provisions"]) == ("article 5 · article 6", "")
