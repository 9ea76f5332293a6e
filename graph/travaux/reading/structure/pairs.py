"""Quotation marks and brackets that come in pairs."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

_PAIRS = {"(": ")", "[": "]", "“": "”", "«": "»"}
_OPENERS = {closing: opening for opening, closing in _PAIRS.items()}
_MARK = re.compile(r"[()\[\]“”«»\"]")
# "a)" and "1)" open an item and close nothing.
_ITEM = re.compile(r"(?:^|[\s;:])(?:[a-z]|[ivx]{1,4}|\d{1,2})\)$")
_QUOTES = frozenset('“«"')


@dataclass(frozen=True, slots=True)
class Unpaired:
    """A mark without its partner; ``at`` is its place, ``opening`` whether it opens what nothing closes."""

    mark: str
    at: int
    opening: bool


def find_unpaired(text: str, start: int, end: int) -> Iterator[Unpaired]:
    """Yield the marks between two characters that have no partner, in order.

    A quotation that opens while another of the same mark is open leaves the earlier one without end. A straight mark may close a
    curly one.

    >>> [(u.mark, u.at) for u in find_unpaired("“one, “two” and (three", 0, 22)]
    [('“', 0), ('(', 16)]
    """
    return iter(sorted(_unpaired(text, start, end), key=lambda unpaired: unpaired.at))


def _unpaired(text: str, start: int, end: int) -> Iterator[Unpaired]:
    opened: dict[str, list[int]] = {mark: [] for mark in (*_PAIRS, '"')}
    for match in _MARK.finditer(text, start, end):
        mark, at = match[0], match.start()
        if mark == '"' and opened["“"] and not opened[mark]:
            opened["“"].pop()
        elif mark == '"':
            opened[mark] = [] if opened[mark] else [at]
        elif mark in _PAIRS:
            if mark in _QUOTES and opened[mark]:
                yield Unpaired(mark, opened[mark].pop(), opening=True)
            opened[mark].append(at)
        elif opened[_OPENERS[mark]]:
            opened[_OPENERS[mark]].pop()
        elif not (mark == ")" and _ITEM.search(text, max(start, at - 5), at + 1)):
            yield Unpaired(mark, at, opening=False)
    for mark, places in opened.items():
        yield from (Unpaired(mark, at, opening=True) for at in places)
