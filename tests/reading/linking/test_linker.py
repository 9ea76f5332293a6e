"""Links of statements to themes and questions, and why."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from travaux.model.identity import Id
from travaux.model.text import Span
from travaux.reading.linking import Knowledge, Linked, link_statements

REPORT = Id("document/report")


def link(knowledge: Knowledge, report: Any, *statements: Any, **fields: Any) -> Linked:
    return link_statements(statements, report(*statements, **fields), knowledge)


def test_a_statement_gets_the_theme_that_it_names(knowledge: Knowledge, say: Any, report: Any) -> None:
    linked = link(knowledge, report, say("the need to regulate barrages"))
    assert linked.statements[0].themes == ("theme/dams",)


def test_a_negative_phrase_vetoes_a_theme(knowledge: Knowledge, say: Any, report: Any) -> None:
    linked = link(knowledge, report, say("the exchange of data centres"), say("the exchange of data"))
    assert [statement.themes for statement in linked.statements] == [(), ("theme/data",)]


def test_a_cited_provision_gives_its_theme(knowledge: Knowledge, say: Any, report: Any) -> None:
    linked = link(knowledge, report, say("delete it", provisions=(Id("instrument/draft/article/4"),)))
    assert linked.statements[0].themes == ("theme/dams",)
    assert linked.links[0].rule == "theme-of-provision"
    assert linked.links[0].reason == "cites “article 4”, a sign of “Dams”"


def test_what_another_statement_of_the_sentence_says_is_no_context(knowledge: Knowledge, say: Any, report: Any) -> None:
    text = "Speakers stressed the importance of dams and the role of youth."
    start = text.index("the role")
    first = say("dams", span=Span.of(REPORT, text, text.index("dams"), text.index("dams") + 4))
    second = say("the role of youth", span=Span.of(REPORT, text, start, start + 17), paragraph=first.paragraph)
    alone = link(knowledge, report, second, text=text)
    together = link_statements([first, second], report(first, text=text), knowledge)
    assert alone.statements[0].themes == ("theme/dams",)
    assert [found.rule for found in together.links if found.statement == second.id and "theme/" in found.linked_to] == ["theme-continued"]


def test_a_statement_without_words_of_its_own_continues_the_one_before(knowledge: Knowledge, say: Any, report: Any) -> None:
    first = say("the exchange of data")
    second = say("this would help all", paragraph=first.paragraph)
    linked = link_statements([first, second], report(first), knowledge)
    assert linked.statements[1].themes == ("theme/data",)
    assert linked.links[-1].rule in {"theme-continued", "question-by-theme"}


def test_a_question_is_answered_by_theme_and_chapter(knowledge: Knowledge, say: Any, report: Any) -> None:
    linked = link(knowledge, report, say("sharing data without delay"))
    reasons = {found.linked_to: found.reason for found in linked.links}
    assert linked.statements[0].questions[0] == "document/note/question/2"
    assert reasons[Id("document/note/question/2")] == "shares “Exchange of data” with question 2, chapter Shared waters"


def test_the_question_on_the_whole_chapter_takes_what_no_other_asks(knowledge: Knowledge, say: Any, report: Any) -> None:
    linked = link(knowledge, report, say("the chapter should be shorter"))
    assert linked.statements[0].questions == ("document/note/question/3",)


def test_another_chapter_is_linked_only_by_subject(knowledge: Knowledge, say: Any, report: Any) -> None:
    chapter = Id("instrument/draft/chapter/IX")
    linked = link(knowledge, report, say("the election of officers"), say("the storage of water by dams"), chapter=chapter)
    assert [statement.questions for statement in linked.statements] == [(), ("document/note/question/1",)]


def test_questions_of_another_consultation_count_only_if_there_are_none_of_its_own(knowledge: Knowledge, say: Any, report: Any) -> None:
    statement = say("sharing data without delay")
    elsewhere = link(knowledge, report, statement, meeting=Id("consultation/autumn"))
    moved = replace(knowledge, questions=(*knowledge.questions[:1], *(replace(q, consultation=Id("c")) for q in knowledge.questions[1:])))
    assert elsewhere.statements[0].questions[0] == "document/note/question/2"
    assert link(moved, report, statement).statements[0].questions == ()


def test_every_link_of_a_statement_has_one_record(knowledge: Knowledge, say: Any, report: Any) -> None:
    linked = link(knowledge, report, say("dams and the exchange of data"), say("small farms"))
    for statement in linked.statements:
        targets = [found.linked_to for found in linked.links if found.statement == statement.id]
        assert targets == [*statement.themes, *statement.questions, *statement.partial_questions]
    assert len({found.id for found in linked.links}) == len(linked.links)
    assert all(0 < found.confidence < 1 for found in linked.links)


def test_nothing_is_linked_where_nothing_is_known(say: Any, report: Any) -> None:
    linked = link(Knowledge(), report, say("dams"))
    assert linked.links == ()
    assert linked.statements[0].themes == linked.statements[0].questions == ()
