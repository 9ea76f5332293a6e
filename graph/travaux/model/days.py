"""Days and periods as people write them."""

from __future__ import annotations

import datetime as dt

MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December")


def to_words(first: dt.date, last: dt.date | None = None, *, within: str = " to ", across: str = " to ") -> str:
    """Return a day or period as a report prints it; ``within`` joins two days of one month, ``across`` those of two.

    >>> to_words(dt.date(2023, 8, 29), dt.date(2023, 9, 1)), to_words(dt.date(2023, 7, 13))
    ('29 August to 1 September 2023', '13 July 2023')
    """
    last = last or first
    end = f"{last.day} {MONTHS[last.month - 1]} {last.year}"
    if first == last:
        return end
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day}{within}{end}"
    year = f" {first.year}" if first.year != last.year else ""
    return f"{first.day} {MONTHS[first.month - 1]}{year}{across}{end}"
