"""Names in the notes of a corpus: the codes of its sources and the names of its documents, which stand for titles."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from travaux.analysis.sparql import PREFIXES
from travaux.model.store import Store

_SOURCES = "SELECT DISTINCT ?name ?title WHERE { ?source a trv:Source ; trv:name ?name ; dcterms:title ?title }"
_FOLLOWED = re.compile(r"(?=\s+(?:paragraphs?|question|page)\b)")
"""Before the place in a source: its title needs a comma there."""


def read_source_titles(store: Store) -> dict[str, str]:
    """Give the titles of the sources of a built graph by the names that notes use for them."""
    return {str(row["name"]): str(row["title"]) for row in store.select(PREFIXES + _SOURCES)}


def shorten_titles(titles: Mapping[str, str]) -> dict[str, str]:
    """Cut titles at the first comma that still tells them from all others.

    >>> shorten_titles({"A1": "Bar Association, letter", "A2": "Lake Forum, note of May", "A3": "Lake Forum, note, 1 June"})
    {'A1': 'Bar Association', 'A2': 'Lake Forum, note of May', 'A3': 'Lake Forum, note'}
    """
    beginnings = {name: _beginnings(title) for name, title in titles.items()}
    known: dict[str, int] = {}
    for title in set(titles.values()):
        for beginning in _beginnings(title):
            known[beginning] = known.get(beginning, 0) + 1
    return {name: next((one for one in its if known[one] == 1), titles[name]) for name, its in beginnings.items()}


def _beginnings(title: str) -> list[str]:
    parts = title.split(", ")
    return [", ".join(parts[:number]) for number in range(1, len(parts) + 1)]


@dataclass(frozen=True, slots=True)
class Part:
    """Some words of a note; ``name`` is the name that they replace, empty for words that name nothing."""

    words: str
    name: str = ""


class Noted:
    """Notes with names replaced by the titles that these stand for; a part of a longer word is no name."""

    def __init__(self, titles: Mapping[str, str]) -> None:
        self._titles = titles
        names = sorted(filter(None, titles), key=lambda name: (-len(name), name))
        self._pattern = re.compile(rf"(?<![\w/.-])({'|'.join(map(re.escape, names))})(?![\w/-])") if names else None

    def divide(self, note: str) -> list[Part]:
        """Divide a note into words and names, each name replaced by its title."""
        if self._pattern is None:
            return [Part(note)]
        parts = list[Part]()
        for place, some in enumerate(self._pattern.split(note)):
            if place % 2:
                parts.append(Part(self._titles[some], some))
            elif some:
                comma = "," if parts and _FOLLOWED.match(some) else ""
                parts.append(Part(f"{comma}{some}"))
        return parts

    def spell_out(self, note: str) -> str:
        """Write a note with titles instead of names."""
        return "".join(part.words for part in self.divide(note))


def name_documents(titles: Mapping[str, str]) -> dict[str, str]:
    """Give titles by name, but for names that may be words of a sentence: those without a hyphen."""
    return {name: title for name, title in titles.items() if "-" in name}
