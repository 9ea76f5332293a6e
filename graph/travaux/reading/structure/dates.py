"""Printed dates and periods."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass

from travaux.model.days import MONTHS

_MONTHS = {name[:3].lower(): number for number, name in enumerate(MONTHS, start=1)}

_DAY = r"(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?"
_MONTH = r"(?:" + "|".join(MONTHS) + r"|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b\.?)"
_YEAR = r"(?:1[89]|20|21)\d\d"
# What joins the two ends of a period: a hyphen or dash, or a word between spaces.
_JOIN = r"(?:\s*[-\u2010-\u2015]\s*|\s+(?:to|and|until|till|through)\s+)"

# 13 July 2023 · 20-21 June 2023 · 20, 21 and 22 June 2023 · 21 August-1 September 2023 · 29 December 2022 to 6 January 2023
_DAY_FIRST = re.compile(
    rf"(?<![\d./-])(?:(?P<d1>{_DAY})(?:,\s*{_DAY}){{0,9}}(?:\s+(?P<m1>{_MONTH}))?(?:,?\s+(?P<y1>{_YEAR}))?,?(?P<join>{_JOIN}))?"
    rf"(?P<d2>{_DAY})\s+(?:of\s+)?(?P<m2>{_MONTH}),?\s+(?P<y2>{_YEAR})(?!\d)"
)
# 7-11 March and 25-29 July 2022: a period before another that has the year for both.
_SHARES_YEAR = re.compile(rf"(?<![\d./-])(?P<d1>{_DAY})(?:{_JOIN}(?P<d2>{_DAY}))?\s+(?P<month>{_MONTH})(?:\s*,\s*(?:and\s+)?|\s+and\s+)$")
_LOOK_BACK = 48
# July 13, 2023 · June 20-21, 2023 · August 29 - September 1, 2023 · December 29, 2022 to January 6, 2023
_MONTH_FIRST = re.compile(
    rf"\b(?:(?P<m1>{_MONTH})\s+(?P<d1>{_DAY})(?:,?\s+(?P<y1>{_YEAR}))?(?P<join>{_JOIN})(?:(?P<m2>{_MONTH})\s+)?(?P<d2>{_DAY})"
    rf"|(?P<m3>{_MONTH})\s+(?P<d3>{_DAY})),?\s+(?P<y2>{_YEAR})(?!\d)"
)
# 2023-07-13 · 2023-06-20 to 2023-06-21 · 2023-06-20/2023-06-21
_ISO = re.compile(rf"(?<![\d-])({_YEAR}-\d\d-\d\d)(?:(?:\s*[/\u2010-\u2015]\s*|\s+to\s+)({_YEAR}-\d\d-\d\d))?(?![\d-])")


@dataclass(frozen=True, slots=True)
class Period:
    """A printed date or period: where it stands and its first and last day, which are the same for a single date."""

    start: int
    end: int
    first_day: dt.date
    last_day: dt.date


def find_periods(text: str, start: int = 0, end: int | None = None) -> tuple[Period, ...]:
    """Return the dates and periods printed between two characters, in order; impossible dates (31 June) are left out.

    >>> [(str(p.first_day), str(p.last_day)) for p in find_periods("held from 29 August to 1 September 2023 and on July 4, 2024")]
    [('2023-08-29', '2023-09-01'), ('2024-07-04', '2024-07-04')]
    """
    end = len(text) if end is None else end
    found = sorted((*_read_day_first(text, start, end), *_read_month_first(text, start, end), *_read_iso(text, start, end)), key=_place)
    kept: list[Period] = []
    for period in found:
        if not kept or period.start >= kept[-1].end:
            kept.append(period)
    return tuple(kept)


def _place(period: Period) -> tuple[int, int]:
    return period.start, -period.end


def _read_day_first(text: str, start: int, end: int) -> Iterator[Period]:
    for match in _DAY_FIRST.finditer(text, start, end):
        last = _date(match["d2"], match["m2"], match["y2"])
        if last is None:
            continue
        first = _first_day(match["d1"], match["m1"] or match["m2"], match["y1"], last) if match["d1"] else last
        if first and first <= last and not _two_dates(match, first, last):
            found = Period(match.start(), match.end(), first, last)
        else:
            found = Period(match.start("d2"), match.end(), last, last)
        yield from _read_before(text, start, found)
        yield found


def _read_before(text: str, start: int, period: Period) -> Iterator[Period]:
    match = _SHARES_YEAR.search(text, max(start, period.start - _LOOK_BACK), period.start)
    if match:
        first = _date(match["d1"], match["month"], str(period.first_day.year))
        last = _date(match["d2"], match["month"], str(period.first_day.year)) if match["d2"] else first
        if first and last and first <= last < period.first_day:
            yield Period(match.start(), match.end("month"), first, last)


def _read_month_first(text: str, start: int, end: int) -> Iterator[Period]:
    for match in _MONTH_FIRST.finditer(text, start, end):
        if match["d3"]:
            only = _date(match["d3"], match["m3"], match["y2"])
            if only:
                yield Period(match.start(), match.end(), only, only)
            continue
        last = _date(match["d2"], match["m2"] or match["m1"], match["y2"])
        first = last and _first_day(match["d1"], match["m1"], match["y1"], last)
        if first and last and first <= last and not _two_dates(match, first, last):
            yield Period(match.start(), match.end(), first, last)


def _read_iso(text: str, start: int, end: int) -> Iterator[Period]:
    for match in _ISO.finditer(text, start, end):
        try:
            first = dt.date.fromisoformat(match[1])
            last = dt.date.fromisoformat(match[2]) if match[2] else first
        except ValueError:
            continue
        if first <= last:
            yield Period(match.start(), match.end(), first, last)


def _first_day(day: str, month: str, year: str | None, last: dt.date) -> dt.date | None:
    """Return the first day of a period; without a year it lies in the year before the last day's end, over New Year if it must."""
    if year:
        return _date(day, month, year)
    same = _date(day, month, str(last.year))
    return same if same is None or same <= last else _date(day, month, str(last.year - 1))


def _two_dates(match: re.Match[str], first: dt.date, last: dt.date) -> bool:
    """Whether "and" joins two dates ("3 May and 10 June 2023") and not the days of one meeting ("31 May and 1 June 2023")."""
    if (match["join"] or "").strip() != "and" or (first.month == last.month and not match["y1"]):
        return False
    return last - first > dt.timedelta(days=1)


def _date(day: str, month: str, year: str) -> dt.date | None:
    try:
        return dt.date(int(year), _MONTHS[month[:3].lower()], int(re.sub(r"\D", "", day)))
    except ValueError:
        return None
