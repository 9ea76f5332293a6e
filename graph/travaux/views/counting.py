"""Numbers with their nouns, and lists, as English writes them."""

from __future__ import annotations

from collections.abc import Iterable


def count_of(number: int, noun: str, several: str = "") -> str:
    """Write a number with its noun; ``several`` is the noun after several where no rule makes it.

    >>> count_of(1, "statement"), count_of(2000, "statement"), count_of(2, "theory"), count_of(2, "person", "people")
    ('1 statement', '2,000 statements', '2 theories', '2 people')
    """
    is_y = noun.endswith("y") and not noun.endswith(("ay", "ey", "oy"))
    return f"{number:,} {noun if number == 1 else several or (f'{noun[:-1]}ies' if is_y else f'{noun}s')}"


def join(words: Iterable[str]) -> str:
    """Write a list as English does.

    >>> join(["a", "b", "c"])
    'a, b and c'
    """
    listed = list(words)
    return " and ".join(filter(None, [", ".join(listed[:-1]), listed[-1]])) if listed else ""
