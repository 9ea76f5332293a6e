"""Statements of the argument map are compared as annotated ones are."""

from __future__ import annotations

from dataclasses import replace

from argument_map.arguments import STATEMENTS
from travaux.analysis.evaluation import score, to_annotated
from travaux.model.argument import Link
from travaux.model.identity import Id, child
from travaux.model.schemes import ReviewStatus

ACCEPTED = [statement for statement in STATEMENTS if statement.review is not ReviewStatus.REJECTED]


def test_statements_keep_their_places_and_words() -> None:
    converted = list(to_annotated(ACCEPTED))
    assert [(one.start, one.end, one.quote) for one in converted] == [(one.span.start, one.span.end, one.span.quote) for one in ACCEPTED]
    assert [(one.cue, one.stance, one.prevalence) for one in converted] == [
        (one.cue, one.stance, one.speaker.prevalence) for one in ACCEPTED
    ]
    assert score(converted, converted).overall.f1 == 1


def test_identifiers_become_what_a_text_cites() -> None:
    for statement, one in zip(ACCEPTED, to_annotated(ACCEPTED), strict=True):
        assert one.provisions == tuple(f"article {provision.rpartition('/')[2]}" for provision in statement.provisions)
        assert one.themes == tuple(theme.rpartition("/")[2] for theme in statement.themes)
    assert any(one.provisions for one in to_annotated(ACCEPTED))


def test_provisions_in_words_go_before_those_that_the_corpus_describes() -> None:
    statement = replace(ACCEPTED[0], provisions=(Id("instrument/draft/article/3"),), citations=("article 3, paragraph 2",))
    assert [one.provisions for one in to_annotated([statement])] == [("article 3, paragraph 2",)]


def test_the_question_with_the_surest_link_comes_first() -> None:
    questions = tuple(Id(f"document/note/question/{number}") for number in ("1", "2", "3"))
    statement = replace(ACCEPTED[0], questions=questions)
    sure = {questions[1]: 0.9, questions[2]: 0.4}
    links = [
        Link(
            id=child(statement.id, "link", str(order)),
            document=statement.document,
            statement=statement.id,
            linked_to=target,
            reason="shares a word",
            rule="word",
            confidence=confidence,
        )
        for order, (target, confidence) in enumerate(sure.items())
    ]
    assert [one.questions for one in to_annotated([statement], links)] == [("2", "3", "1")]


def test_what_a_reviewer_has_rejected_is_not_compared() -> None:
    assert list(to_annotated([replace(ACCEPTED[0], review=ReviewStatus.REJECTED)])) == []
