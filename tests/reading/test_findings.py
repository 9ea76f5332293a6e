from __future__ import annotations

import datetime as dt
from itertools import permutations

import pytest

from travaux.model.consultation import Consultation
from travaux.model.document import DatedEvent, Document
from travaux.model.identity import identifier
from travaux.model.schemes import DocumentKind, EvidenceGrade, MilestoneKind, Severity
from travaux.model.text import Span
from travaux.model.treaty import Evidence, Milestone
from travaux.reading.findings import check_events
from travaux.reading.formats import read_source
from travaux.reading.structure import Context, read_structure
from travaux.resources import seeds_folder


def event(document: str, name: str, first_day: str, last_day: str, start: int = 0) -> DatedEvent:
    owner = identifier("document", document)
    span = Span.of(owner, "x" * 1000, start, start + 1)
    return DatedEvent(
        id=identifier("document", document, "event", f"{start}"),
        document=owner,
        event=name,
        first_day=dt.date.fromisoformat(first_day),
        last_day=dt.date.fromisoformat(last_day),
        span=span,
    )


def milestone(title: str, first_day: str, last_day: str | None = None, grade: EvidenceGrade = EvidenceGrade.A) -> Milestone:
    return Milestone(
        id=identifier("milestone", title),
        kind=MilestoneKind.SESSION,
        title=title,
        order=1,
        evidence=Evidence(grade=grade),
        first_day=dt.date.fromisoformat(first_day),
        last_day=dt.date.fromisoformat(last_day) if last_day else None,
    )


def consultation(name: str, title: str, first_day: str, last_day: str) -> Consultation:
    return Consultation(
        id=identifier("consultation", name),
        name=name,
        title=title,
        first_day=dt.date.fromisoformat(first_day),
        last_day=dt.date.fromisoformat(last_day),
    )


def test_two_seeds_date_the_sixth_session_differently() -> None:
    events: list[DatedEvent] = []
    for name, kind in (("fifth-consultation-report", DocumentKind.REPORT), ("fifth-consultation-concept-note", DocumentKind.CONCEPT_NOTE)):
        document = Document(id=identifier("document", name), name=name, title=name, kind=kind, file=f"{name}.txt", checksum="")
        events += read_structure(document, read_source(seeds_folder() / "documents" / f"{name}.txt"), Context()).events
    (finding,) = check_events(events)
    assert (finding.check, finding.severity) == ("event-dates", Severity.WARNING)
    assert finding.message == (
        "Sixth session: fifth-consultation-concept-note gives 29 August to 1 September 2023;"
        " fifth-consultation-report gives 21 August to 1 September 2023."
    )
    assert [span.quote[-16:] for span in finding.spans] == ["1 September 2023", "1 September 2023"]
    assert {span.document for span in finding.spans} == {
        str(identifier("document", name)) for name in ("fifth-consultation-report", "fifth-consultation-concept-note")
    }


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (("2023-08-21", "2023-09-01"), ("2023-08-21", "2023-09-01")),
        (("2023-08-21", "2023-09-01"), ("2023-08-29", "2023-08-29")),
        (("2022-05-30", "2022-06-10"), ("2024-01-08", "2024-01-12")),
        (("2022-05-30", "2022-05-30"), ("2023-05-30", "2023-05-30")),
    ],
    ids=["equal", "a day of the session", "another body's session", "single days a year apart"],
)
def test_datings_that_agree_or_are_of_two_events(first: tuple[str, str], second: tuple[str, str]) -> None:
    assert check_events([event("a", "first session", *first), event("b", "first session", *second)]) == ()


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (("2023-08-21", "2023-09-01"), ("2023-08-29", "2023-09-01")),
        (("2023-08-21", "2023-09-01"), ("2022-08-21", "2022-09-01")),
        (("2023-08-21", "2023-08-21"), ("2023-08-22", "2023-08-22")),
        (("2023-08-21", "2023-08-25"), ("2023-10-02", "2023-10-06")),
    ],
    ids=["another first day", "a slip of the year", "the day after", "some weeks later"],
)
def test_datings_that_differ(first: tuple[str, str], second: tuple[str, str]) -> None:
    (finding,) = check_events([event("a", "first session", *first), event("b", "first session", *second)])
    assert finding.message.startswith("First session: a gives ")


def test_there_is_one_finding_however_many_give_the_same_dates() -> None:
    agreeing = [event(name, "first session", "2023-08-21", "2023-09-01") for name in "abcdefg"]
    (finding,) = check_events([*agreeing, event("h", "first session", "2023-08-29", "2023-09-01")])
    assert finding.message == (
        "First session: h gives 29 August to 1 September 2023; a, b, c, d, e and 2 more give 21 August to 1 September 2023."
    )
    assert finding.document == "document/h"
    assert len(finding.spans) == 6


def test_there_is_one_finding_for_all_dates_of_an_event() -> None:
    given = [event(f"{day:02}", "first session", f"2023-08-{day:02}", f"2023-08-{day + 1:02}") for day in range(1, 21, 3)]
    (finding,) = check_events(given)
    assert finding.message.count(" gives ") == 5
    assert finding.message.endswith("and 2 more dates are given.")


def test_one_document_may_contradict_itself() -> None:
    (finding,) = check_events(
        [event("a", "first session", "2023-05-01", "2023-05-02"), event("a", "first session", "2023-05-03", "2023-05-04", start=9)]
    )
    assert [span.start for span in finding.spans] == [0, 9]


def test_the_corpus_is_compared_by_the_normal_form_of_names() -> None:
    printed = [event("a", "sixth session", "2023-08-29", "2023-09-01")]
    (finding,) = check_events(printed, milestones=[milestone("6th Session, New York", "2023-08-21", "2023-09-01")])
    assert finding.check == "event-dates"
    assert finding.message == (
        "Sixth session: a gives 29 August to 1 September 2023; the corpus' timeline gives 21 August to 1 September 2023."
    )
    assert len(finding.spans) == 1


def test_consultations_of_the_corpus_count_by_title_or_name() -> None:
    printed = [event("a", "fifth intersessional consultation", "2023-06-20", "2023-06-22")]
    entries = (
        consultation("fifth", "Fifth Intersessional Consultation with stakeholders", "2023-06-20", "2023-06-21"),
        consultation("fifth-intersessional-consultation", "Stakeholder days", "2023-06-20", "2023-06-21"),
    )
    assert [len(check_events(printed, consultations=[entry])) for entry in entries] == [1, 1]


def test_unverified_milestones_contradict_nobody() -> None:
    printed = [event("a", "sixth session", "2023-08-29", "2023-09-01")]
    recalled = milestone("Sixth session", "2023-08-21", "2023-09-01", EvidenceGrade.M)
    assert check_events(printed, milestones=[recalled]) == ()


def test_the_order_of_the_input_does_not_matter() -> None:
    events = [
        event("a", "first session", "2023-05-01", "2023-05-05"),
        event("b", "first session", "2023-05-02", "2023-05-05"),
        event("c", "second session", "2023-08-01", "2023-08-05"),
        event("d", "second session", "2023-08-01", "2023-08-06"),
    ]
    results = {check_events(order) for order in permutations(events)}
    assert len(results) == 1
    assert [finding.message.partition(":")[0] for finding in results.pop()] == ["First session", "Second session"]
