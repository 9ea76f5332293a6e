from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import pytest

from travaux.model.contents import Contents


def dated(contents: Contents) -> list[tuple[str, str, str]]:
    return [(event.event, event.first_day.isoformat(), event.last_day.isoformat()) for event in contents.events]


def test_events_of_the_seeds(fifth_report: Contents, second_report: Contents, concept_note: Contents) -> None:
    assert dated(fifth_report) == [
        ("sixth session", "2023-08-21", "2023-09-01"),
        ("fifth intersessional consultation", "2023-06-20", "2023-06-21"),
    ]
    assert dated(second_report) == [
        ("third session", "2022-08-29", "2022-09-09"),
        ("second intersessional consultation", "2022-06-13", "2022-06-14"),
    ]
    assert dated(concept_note) == [
        ("fifth intersessional consultation", "2023-06-20", "2023-06-21"),
        ("fifth intersessional consultation", "2023-06-20", "2023-06-21"),
        ("sixth session", "2023-08-29", "2023-09-01"),
    ]


def test_an_event_has_the_exact_words(fifth_report: Contents, concept_note: Contents) -> None:
    assert fifth_report.events[0].span.quote == "Sixth session**\n\nNew York, 21 August\u20131 September 2023"
    assert concept_note.events[2].span.quote == "sixth session to be held in New York from 29 August to 1 September 2023"


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Its 6th session will be held on 3 and 4 May 2024.", ("sixth session", 3, 4)),
        ("The resumed twenty-first session took place from May 3 to 4, 2024.", ("resumed twenty-first session", 3, 4)),
        ("The first (organizational) session (3-4 May 2024) was short.", ("first organizational session", 3, 4)),
        ("The organizational session, held on 3 May 2024, was short.", ("organizational session", 3, 3)),
        ("It prepared the Third Meeting of the Parties, Rome, 3 to 4 May 2024.", ("third meeting", 3, 4)),
        ("The Group held its third meeting in Rome on 3 and 4 May 2024.", ("third meeting", 3, 4)),
        ("The second expert workshop is scheduled for 3\u20134 May 2024.", ("second expert workshop", 3, 4)),
    ],
)
def test_ways_to_date_an_event(read: Callable[..., Contents], sentence: str, expected: tuple[str, int, int]) -> None:
    (event,) = read(f"1. {sentence}\n").events
    name, first, last = expected
    assert (event.event, event.first_day, event.last_day) == (name, dt.date(2024, 5, first), dt.date(2024, 5, last))


@pytest.mark.parametrize(
    "sentence",
    [
        "At its fourth meeting, on 14 June 2022, it rose.",
        "At its first session, it adopted a text dated 3 May 2024.",
        "Its sixth session was open. It was adjourned on 3 May 2024.",
        "It opened its sixth session on 3 May 2024.",
        "The report of the sixth session was issued on 3 May 2024.",
    ],
)
def test_dates_of_something_else_date_no_event(read: Callable[..., Contents], sentence: str) -> None:
    assert read(f"1. {sentence}\n").events == ()


def test_the_session_of_another_body_bears_its_name(read: Callable[..., Contents]) -> None:
    contents = read(
        "**Committee on Seabed Minerals**\n\n**Report of the Committee**\n\n"
        "1. The second session of the Committee, held on 3 May 2024, preceded the second session of the Council of Europe,"
        " held on 5 May 2024.\n"
    )
    assert [event.event for event in contents.events] == ["second session", "second session of the council of europe"]
