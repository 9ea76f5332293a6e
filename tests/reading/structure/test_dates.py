from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from travaux.model.days import to_words
from travaux.reading.structure.dates import find_periods


@pytest.mark.parametrize(
    ("printed", "first", "last"),
    [
        ("13 July 2023", "2023-07-13", "2023-07-13"),
        ("13th of July, 2023", "2023-07-13", "2023-07-13"),
        ("July 13, 2023", "2023-07-13", "2023-07-13"),
        ("3 Sept. 2023", "2023-09-03", "2023-09-03"),
        ("2023-07-13", "2023-07-13", "2023-07-13"),
        ("20-21 June 2023", "2023-06-20", "2023-06-21"),
        ("20 and 21 June 2023", "2023-06-20", "2023-06-21"),
        ("20, 21 and 22 June 2023", "2023-06-20", "2023-06-22"),
        ("21 August\u20131 September 2023", "2023-08-21", "2023-09-01"),
        ("29 August to 1 September 2023", "2023-08-29", "2023-09-01"),
        ("30 May and\n1 June 2023", "2023-06-01", "2023-06-01"),
        ("31 May and 1 June 2023", "2023-05-31", "2023-06-01"),
        ("29 December 2022 to 6 January 2023", "2022-12-29", "2023-01-06"),
        ("29 December to 6 January 2023", "2022-12-29", "2023-01-06"),
        ("June 20-21, 2023", "2023-06-20", "2023-06-21"),
        ("August 29 \u2013 September 1, 2023", "2023-08-29", "2023-09-01"),
        ("2023-06-20 to 2023-06-21", "2023-06-20", "2023-06-21"),
    ],
)
def test_forms_of_dates(printed: str, first: str, last: str) -> None:
    period = find_periods(f"It was held on {printed}, in Rome.")[-1]
    assert (period.first_day.isoformat(), period.last_day.isoformat()) == (first, last)


@pytest.mark.parametrize("printed", ["31 June 2023", "June 2023", "20 June", "paragraph 3 of 2023", "1.2.2023-4", "320 June 2023"])
def test_what_is_no_date(printed: str) -> None:
    assert find_periods(printed) == ()


def test_two_periods_may_share_a_year() -> None:
    text = "Geneva, 7-11 March and 25-29 July 2022"
    assert [(text[p.start : p.end], p.first_day.month, p.first_day.year) for p in find_periods(text)] == [
        ("7-11 March", 3, 2022),
        ("25-29 July 2022", 7, 2022),
    ]


@given(st.dates(dt.date(1945, 1, 1), dt.date(2099, 1, 1)), st.integers(0, 300))
def test_a_printed_period_is_read_back(first: dt.date, days: int) -> None:
    last = first + dt.timedelta(days=days)
    text = f"from {to_words(first, last)}."
    (period,) = find_periods(text)
    assert (period.first_day, period.last_day) == (first, last)
    assert text[period.start : period.end] == to_words(first, last)
