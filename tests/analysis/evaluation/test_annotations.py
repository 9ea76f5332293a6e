"""The annotated statements of the project are exact, and the two annotators agree."""

from __future__ import annotations

from collections import Counter

import pytest

from annotations import cases, read_pass, reports, seed_texts
from travaux.analysis.evaluation import Annotated, score

PASSES = ("a", "b")
WORDS = ("cue", "speaker", "rationale", "condition", "contrast")
FIELDS = ("speaker_kind", "prevalence", "act", "stance", "provisions")


def everything() -> list[tuple[str, Annotated]]:
    """All annotated statements with their texts."""
    seeds = seed_texts(["second-consultation-report", "fifth-consultation-report"])
    found = [(seeds[one.document], one) for name in PASSES for one in read_pass(name)]
    found += [(case.text, one) for case in cases() for one in case.statements]
    return found + [(reports().texts[one.document], one) for one in reports().statements]


def test_every_word_that_is_quoted_stands_in_the_text() -> None:
    wrong = [(one.document, word) for text, one in everything() for word in WORDS if (getattr(one, word) or "") not in text]
    wrong += [(one.document, one.quote) for text, one in everything() if text[one.start : one.end] != one.quote]
    assert wrong == []


def test_every_statement_is_annotated_in_full() -> None:
    assert [(one.document, one.quote) for _, one in everything() if None in {getattr(one, name) for name in (*FIELDS, *WORDS)}] == []


def test_nobody_is_named_where_nobody_speaks() -> None:
    assert [one.quote for _, one in everything() if (one.speaker == "") != (one.speaker_kind == "unattributed")] == []


@pytest.mark.parametrize("name", PASSES)
def test_no_annotator_marks_the_same_statement_twice(name: str) -> None:
    marked = Counter((one.document, one.start, one.end, one.cue, one.speaker) for one in read_pass(name))
    assert [statement for statement, count in marked.items() if count > 1] == []


def test_two_annotators_agree() -> None:
    agreement = score(read_pass("a"), read_pass("b"))
    assert agreement.overall.f1 is not None
    assert agreement.overall.f1 >= 0.9
    for name in ("prevalence", "stance", "act", "speaker_kind"):
        kappa = agreement.fields[name].kappa
        assert kappa is not None
        assert kappa >= 0.8


def test_cases_are_many_of_many_manners_and_hold_hard_negatives() -> None:
    assert sum(bool(case.statements) for case in cases()) >= 150
    assert sum(not case.statements for case in cases()) >= 50
    assert len({case.manner for case in cases()}) >= 5
    assert [text for text, count in Counter(case.text for case in cases()).items() if count > 1] == []
