"""Agendas that a report prints as a list."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from travaux.reading.structure.scope import squeeze

# "adopted the following agenda:" and the line break that the list stands after.
_LEAD = re.compile(r"\b(?:agenda\b[^.:;\n]{0,120}|agenda\s+was\s+as\s+follows):[ \t]*(?=\n)", re.IGNORECASE)
_ENTRY = re.compile(r"\n[ \t]*(?:(?P<number>\d{1,2})[.)]|\((?P<letter>[a-z])\)|(?P<bare>[a-z])\))[ \t]+(?P<title>[^\n]{2,200})")


@dataclass(frozen=True, slots=True)
class ItemMention:
    """A place that introduces an item: its number without spaces, its title if it is given."""

    number: str
    title: str | None
    start: int
    end: int


def find_listed_items(text: str, start: int, end: int) -> Iterator[ItemMention]:
    r"""Yield the items of an agenda that is printed as a list between two characters; lettered items belong to the number before.

    >>> text = "The agenda was:\n1. Opening\n2. Reports:\n(a) Finance;"
    >>> [(item.number, item.title) for item in find_listed_items(text, 0, len(text))]
    [('1', 'Opening'), ('2', 'Reports'), ('2(a)', 'Finance')]
    """
    lead = _LEAD.search(text, start, end)
    if not lead:
        return
    number = ""
    for match in _ENTRY.finditer(text, lead.end(), end):
        letter = match["letter"] or match["bare"]
        number = match["number"] or number
        title = squeeze(match["title"]).rstrip(" .;:,")
        if title and number:
            yield ItemMention(f"{number}({letter})" if letter else number, title, match.start() + 1, match.end())
