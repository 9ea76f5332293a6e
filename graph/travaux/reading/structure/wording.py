"""Lists of words that rules go by."""

from __future__ import annotations


def words(printed: str) -> tuple[str, ...]:
    """Return the words of a list in the order printed.

    >>> words("of the and")
    ('of', 'the', 'and')
    """
    return tuple(printed.split())
