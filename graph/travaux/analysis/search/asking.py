"""Asking a store for what records are made of."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from travaux.analysis.sparql import PREFIXES
from travaux.model.identity import Id, identifier
from travaux.model.store import Store

Row = tuple[str, ...]
_DOCUMENTS = """\
SELECT DISTINCT ?document ?name ?title ?meeting ?symbol WHERE {
  ?document a trv:Document ; trv:name ?name ; dcterms:title ?title
  OPTIONAL { ?document trv:consultation/trv:name ?meeting } OPTIONAL { ?document trv:symbol ?symbol }
}"""
_NAMED = (
    "SELECT DISTINCT ?thing ?name WHERE { VALUES ?class { trv:Document trv:Consultation trv:Instrument } ?thing a ?class ; trv:name ?name }"
)
_ROMAN = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}


@dataclass(frozen=True, slots=True)
class Source:
    """A document as records name it; ``consultation`` is a name, empty if it is of none."""

    name: str
    title: str
    consultation: str
    symbol: str

    @property
    def facets(self) -> tuple[tuple[str, str], ...]:
        """The facets of what stands in the document."""
        own = (("document", self.name),)
        return (("consultation", self.consultation), *own) if self.consultation else own


class Asking:
    """A store, and what all questions to it need: its base, and its documents by IRI."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def rows(self, query: str) -> list[Row]:
        """Answer a query with texts, empty where there is no value, sorted."""
        table = self._store.select(PREFIXES + query)
        return sorted(tuple("" if value is None else str(value) for value in row) for row in table.rows)

    def pairs(self, query: str) -> dict[str, list[str]]:
        """Gather the second column by the first."""
        found: dict[str, list[str]] = {}
        for first, second in self.rows(query):
            found.setdefault(first, []).append(second)
        return found

    @cached_property
    def base(self) -> str:
        """The IRI that identifiers are relative to; empty if nothing in the store tells it."""
        for thing, name in self.rows(_NAMED):
            for kind in ("document", "consultation", "instrument"):
                if thing.endswith(f"/{identifier(kind, name)}"):
                    return thing.removesuffix(identifier(kind, name))
        return ""

    def id_of(self, iri: str) -> Id:
        """Give the identifier of an IRI."""
        return Id(iri.removeprefix(self.base))

    @cached_property
    def sources(self) -> dict[str, Source]:
        """The documents by IRI, in the order of their names."""
        rows = sorted(self.rows(_DOCUMENTS), key=lambda row: row[1])
        return {iri: Source(name, title, meeting, symbol) for iri, name, title, meeting, symbol in rows}


def by_number(text: str) -> tuple[int, str]:
    """Sort texts by the number that they begin with."""
    found = re.match(r"\d+", text)
    return (int(found[0]) if found else 10**9, text)


def in_arabic(numeral: str) -> str:
    """Write a Roman numeral in Arabic; anything else is left out.

    >>> in_arabic("IV"), in_arabic("17 bis")
    ('4', '')
    """
    if not numeral or set(numeral) - set(_ROMAN):
        return ""
    values = [_ROMAN[letter] for letter in numeral]
    return str(sum(-value if value < after else value for value, after in pairwise([*values, 0])))


def joined(texts: Iterable[str]) -> str:
    """Join texts that are not empty, each once."""
    return "; ".join(dict.fromkeys(text for text in texts if text))


def capitalised(text: str) -> str:
    """Write the first letter large."""
    return text[:1].upper() + text[1:]
