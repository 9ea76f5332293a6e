from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import replace

import pytest

from travaux.model.consultation import Consultation
from travaux.model.contents import Contents
from travaux.model.identity import Id
from travaux.model.schemes import DocumentKind, Severity
from travaux.reading.structure import Context

ARTICLES = Context(
    provisions={"article 4": Id("draft/article/4"), "article 5": Id("draft/article/5")}, provision_titles={"article 5": "Access to fish"}
)


def checks(contents: Contents) -> list[str]:
    return [finding.check for finding in contents.findings]


def test_what_does_not_add_up_in_the_second_report(second_report: Contents) -> None:
    (finding,) = second_report.findings
    assert (finding.check, finding.severity) == ("attendance-sum", Severity.WARNING)
    assert finding.message == "Paragraph 3 gives 102 multi-stakeholders, but the parts that it lists make 103 (6 + 5 + 34 + 58)."
    assert [span.quote.split()[0] for span in finding.spans] == ["102", "6", "5", "34", "58"]
    assert finding.subject == second_report.attendance[0].id


def test_the_fifth_report_adds_up(fifth_report: Contents) -> None:
    assert fifth_report.findings == ()


def test_the_open_quotation_of_question_5(concept_note: Contents) -> None:
    (finding,) = concept_note.findings
    assert (finding.check, finding.severity) == ("unbalanced-marks", Severity.NOTE)
    assert finding.message == "In question 5 a quotation opens and is not closed: “illegal access, …"
    (span,) = finding.spans
    assert (span.quote, finding.subject) == ("“illegal access,", "document/fifth-consultation-concept-note/paragraph/5")


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("It was attended by 30 experts: 20 from States and 10 from industry.", []),
        ("It was attended by 30 experts: 20 from States and 11 from industry.", ["attendance-sum"]),
        ("It was attended by 30 experts, including 20 from States.", []),
        ("It was attended by 30 experts, including 20 from States and 11 from industry.", ["attendance-sum"]),
    ],
)
def test_attendance(read: Callable[..., Contents], sentence: str, expected: list[str]) -> None:
    assert checks(read(f"1. {sentence}\n")) == expected


@pytest.mark.parametrize(
    ("numbers", "message"),
    [
        (("1", "2", "4", "5"), "Paragraph 2 is followed by paragraph 4: the numbering leaves out 3."),
        (("1", "2", "6", "7"), "Paragraph 2 is followed by paragraph 6: the numbering leaves out 3 to 5."),
        (("1", "2", "2", "3"), "The number 2 is given to two paragraphs that follow each other."),
        (("1", "2", "3"), None),
    ],
)
def test_paragraph_numbers(read: Callable[..., Contents], numbers: tuple[str, ...], message: str | None) -> None:
    contents = read("".join(f"{number}. Something was said.\n\n" for number in numbers))
    assert [paragraph.number for paragraph in contents.paragraphs] == list(numbers)
    assert [finding.message for finding in contents.findings] == ([message] if message else [])
    assert len({paragraph.id for paragraph in contents.paragraphs}) == len(numbers)


def test_question_numbers_are_named_as_such(read: Callable[..., Contents]) -> None:
    contents = read("1. Who asks?\n\n3. Who answers?\n\n4. Who pays?\n", DocumentKind.CONCEPT_NOTE)
    assert [(f.check, f.message) for f in contents.findings] == [
        ("question-numbering", "Question 1 is followed by question 3: the numbering leaves out 2.")
    ]


@pytest.mark.parametrize(
    ("sentence", "excerpts"),
    [
        ("They said “yes” (and “no”) to [one] [two].", []),
        ("They said a) yes, b) no and c) maybe, at 5 o\u2019clock.", []),
        ("They said (yes and left.", ["(yes and left."]),
        ("They said yes) and left.", ["They said yes)"]),
        ('They said "yes and left.', ['"yes and left.']),
        ('They said “yes" and left.', []),
        ("They said [yes and left [no].", ["[yes and left"]),
    ],
)
def test_marks_that_come_in_pairs(read: Callable[..., Contents], sentence: str, excerpts: list[str]) -> None:
    contents = read(f"1. {sentence}\n")
    assert [finding.spans[0].quote for finding in contents.findings] == excerpts
    assert set(checks(contents)) <= {"unbalanced-marks"}


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("See articles 4 and 5.", []),
        ("See article 6.", ["unknown-provision"]),
        ("See article 6 of the Charter of the United Nations.", []),
        ("See preambular paragraph 99.", []),
        ("See article 5 on access to fish and article 4.", []),
        ("See article 5 of the draft convention on the access to fish, and so on.", []),
        ("See article 5 on trade in fish was discussed.", ["provision-title"]),
        ("See article 5, entitled “Trade”.", ["provision-title"]),
        ("See article 4 on trade.", []),
    ],
)
def test_citations_of_provisions(read: Callable[..., Contents], sentence: str, expected: list[str]) -> None:
    assert checks(read(f"1. {sentence}\n", context=ARTICLES)) == expected


def test_a_differing_title_is_shown_beside_the_known_one(read: Callable[..., Contents]) -> None:
    (finding,) = read("1. See article 5 on trade in fish was discussed.\n", context=ARTICLES).findings
    assert finding.message == "The document gives article 5 the title “trade in fish”; the corpus has “Access to fish”."
    assert (finding.severity, finding.spans[0].quote) == (Severity.NOTE, "article 5 on trade in fish")


def test_a_report_dated_before_the_end_of_its_consultation(read: Callable[..., Contents], fifth_consultation: Consultation) -> None:
    text = "20 June 2023\n\n**Report of the consultation**\n\n1. It was held as planned and heard many speakers.\n"
    (finding,) = read(text, context=Context(consultation=fifth_consultation)).findings
    assert finding.message == ("The report is dated 20 June 2023, before the end of the consultation that it reports, 21 June 2023.")
    assert [span.quote for span in finding.spans] == ["20 June 2023"]
    earlier = replace(fifth_consultation, first_day=dt.date(2023, 6, 19), last_day=dt.date(2023, 6, 20))
    assert read(text, context=Context(consultation=earlier)).findings == ()
    assert read(text, DocumentKind.CONCEPT_NOTE, Context(consultation=fifth_consultation)).findings == ()
