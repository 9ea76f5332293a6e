"""Dates as a person writes them."""

from __future__ import annotations

import datetime as dt

_MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December")
_DASH = "\N{EN DASH}"


def to_dates(first: str | None, last: str | None = None) -> str:
    """Write a run of days, given as ISO dates; nothing for no date.

    >>> to_dates("2023-06-20", "2023-06-21")
    '20–21 June 2023'
    >>> to_dates("2023-08-21", "2023-09-01")
    '21 August – 1 September 2023'
    """
    if not first:
        return ""
    begin, end = dt.date.fromisoformat(first), dt.date.fromisoformat(last or first)
    whole = f"{end.day} {_MONTHS[end.month - 1]} {end.year}"
    if begin == end:
        return whole
    if (begin.year, begin.month) == (end.year, end.month):
        return f"{begin.day}{_DASH}{whole}"
    year = f" {begin.year}" if begin.year != end.year else ""
    return f"{begin.day} {_MONTHS[begin.month - 1]}{year} {_DASH} {whole}"
