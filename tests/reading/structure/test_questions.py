from __future__ import annotations

from collections.abc import Callable

from travaux.model.contents import Contents
from travaux.model.schemes import DocumentKind


def test_the_guiding_questions_of_the_concept_note(concept_note: Contents) -> None:
    questions = concept_note.questions
    assert [question.number for question in questions] == [str(number) for number in range(1, 27)]
    assert [question.order for question in questions] == list(range(1, 27))
    assert questions[14].id == "document/fifth-consultation-concept-note/question/15"
    assert questions[14].span.quote == (
        "What advice would you provide to Member States on the scope of the different forms of international cooperation, including"
        " extradition, mutual legal assistance, and the collection of evidence in electronic form?"
    )
    assert {question.consultation for question in questions} == {"consultation/fifth-intersessional-consultation"}


def test_questions_stand_under_sections_and_chapters(concept_note: Contents) -> None:
    sizes = [sum(question.section == section.id for question in concept_note.questions) for section in concept_note.sections]
    assert sizes == [4, 6, 4, 4, 4, 4]
    chapters = {section.id: section.chapter for section in concept_note.sections}
    assert all(question.chapter == chapters[question.section or concept_note.header.id] for question in concept_note.questions)
    assert concept_note.questions[0].chapter == "instrument/draft/chapter/1"


def test_a_question_of_two_sentences_is_whole(concept_note: Contents) -> None:
    quote = concept_note.questions[4].span.quote
    assert quote.startswith("Based on the criminalization of the offences")
    assert quote.count("?") == 2
    assert quote.endswith("given the serious harm caused by them?")


def test_reports_have_no_questions(fifth_report: Contents, read: Callable[..., Contents]) -> None:
    assert fifth_report.questions == ()
    assert read("1. Who asks?\n", DocumentKind.REPORT).questions == ()


def test_numbered_prose_of_a_concept_note_is_no_question(read: Callable[..., Contents]) -> None:
    note = read(
        "**Background**\n\n1. The dialogue is held every year.\n\n2. It is open to all.\n\n**Questions**\n\n"
        "3. What is missing?\n\n4. Please give examples.\n\n5. Who pays?\n",
        DocumentKind.CONCEPT_NOTE,
    )
    assert [question.number for question in note.questions] == ["3", "4", "5"]
