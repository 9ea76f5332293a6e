from __future__ import annotations

from collections.abc import Callable

import pytest

from travaux.model.contents import Contents

BODIES = "United Nations bodies, specialized agencies, funds and functional commissions of the Economic and Social Council"
CONSULTATIVE = "non-governmental organizations in consultative status with the Economic and Social Council"
OTHERS = "other non-governmental organizations, civil society, academic institutions and the private sector"


def figures(contents: Contents) -> list[tuple[int, str, int | None]]:
    counts = {figure.id: figure.count for figure in contents.attendance}
    return [(figure.count, figure.category, counts[figure.part_of] if figure.part_of else None) for figure in contents.attendance]


def test_attendance_of_the_second_report(second_report: Contents) -> None:
    assert figures(second_report) == [
        (102, "multi-stakeholders", None),
        (6, BODIES, 102),
        (5, "intergovernmental organizations", 102),
        (34, CONSULTATIVE, 102),
        (58, OTHERS, 102),
        (76, "Member States and non-member observer States", None),
    ]
    total, first, *_ = second_report.attendance
    assert (total.span.quote, first.span.quote) == ("102 multi-stakeholders", f"6 from {BODIES}")
    assert [figure.order for figure in second_report.attendance] == [1, 2, 3, 4, 5, 6]
    assert {figure.paragraph for figure in second_report.attendance} == {"document/second-consultation-report/paragraph/3"}


def test_attendance_of_the_fifth_report(fifth_report: Contents) -> None:
    assert figures(fifth_report) == [
        (58, "multi-stakeholders", None),
        (2, BODIES, 58),
        (7, "intergovernmental organizations", 58),
        (18, CONSULTATIVE, 58),
        (31, OTHERS, 58),
        (77, "Member States and non-member observer States", None),
    ]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Forty-one experts took part.", [(41, "experts", None)]),
        ("It was attended by 1,204 residents, including 300 pupils.", [(1204, "residents", None), (300, "pupils", 1204)]),
        (
            "The workshop brought together 30 participants, namely 20 officials and 10 scientists.",
            [(30, "participants", None), (20, "officials", 30), (10, "scientists", 30)],
        ),
        ("Representatives of 12 States participated, as did nine observers.", [(12, "States", None), (9, "observers", None)]),
    ],
)
def test_ways_to_count(read: Callable[..., Contents], sentence: str, expected: list[tuple[int, str, int | None]]) -> None:
    assert figures(read(f"1. {sentence}\n")) == expected


@pytest.mark.parametrize(
    "sentence",
    [
        "The fifth session was attended on 20 and 21 June 2023.",
        "Delegates who attended discussed agenda item 2 and article 5 over four meetings.",
        "There were 30 proposals on 12 themes.",
    ],
)
def test_other_numbers_are_no_attendance(read: Callable[..., Contents], sentence: str) -> None:
    assert read(f"1. {sentence}\n").attendance == ()
