"""Dates as a person writes them."""

from __future__ import annotations

import datetime as dt

from travaux.model.days import to_words

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
    return to_words(begin, end, within=_DASH, across=f" {_DASH} ")
