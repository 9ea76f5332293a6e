"""Rows of a store as networks name things: identifiers relative to the corpus, words of schemes, plain values."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from travaux.analysis.network import queries
from travaux.analysis.selection import Selection
from travaux.analysis.sparql import PREFIXES, last_word
from travaux.model.prevalence import strongest
from travaux.model.schemes import EvidenceGrade, Prevalence
from travaux.model.store import Iri, Store, Value

Attributes = dict[str, Any]

_WORDS = frozenset({"review", "prevalence", "stance", "kind", "form", "marking", "version", "grade"})
"""Variables whose values are controlled words: the last part of the concept's IRI is the word."""
_CLASSES = {"Article": "article", "Chapter": "chapter", "PreambularParagraph": "preambular-paragraph"} | {
    "Person": "person",
    "Organization": "organization",
    "State": "state",
}


class Reader:
    """The answers of a store, for one network; a ``lean`` one tells what things are called, and not what statements say of them."""

    def __init__(self, store: Store, selection: Selection, *, lean: bool = False) -> None:
        self._store = store
        self.selection = selection
        self.lean = lean
        documents = [str(row["document"]) for row in store.select(PREFIXES + queries.BASE)]
        self._base = documents[0].rpartition("document/")[0] if documents else ""

    def rows(self, query: str) -> Iterator[Mapping[str, Any]]:
        """Give the rows of an answer; what is absent is left out."""
        for row in self._store.select(PREFIXES + query):
            yield {name: self._plain(name, value) for name, value in row.items() if value is not None}

    def _plain(self, name: str, value: Value) -> object:
        if name in _WORDS:
            return last_word(value)
        if isinstance(value, Iri):
            short = str(value).removeprefix(self._base) if self._base else str(value)
            return _CLASSES.get(short.rpartition("#")[2], short)
        return value.isoformat() if isinstance(value, date) else value

    def details(self, kind: str) -> dict[str, Attributes]:
        """Tell what each thing of a kind is: ``kind``, ``label`` and what its kind has; of several labels the first by alphabet."""
        found: dict[str, Attributes] = {}
        for row in sorted(self.rows(queries.DETAILS[kind]), key=lambda row: (row["thing"], str(row.get("label")))):
            found.setdefault(row["thing"], {"kind": kind} | {name: value for name, value in row.items() if name != "thing"})
        for node in found.values():
            if "grade" in node:
                node["verified"] = node.pop("grade") != EvidenceGrade.M.value
        return found

    def counts(self, kind: str) -> dict[str, int]:
        """Count the statements selected that are linked to each thing of a kind."""
        return {row[kind]: row["statements"] for row in self.rows(queries.counts(self.selection, kind)) if kind in row}

    def positions(self) -> dict[str, Attributes]:
        """Describe the positions: what each is, and what the statements selected say of it; grounds have no statements."""
        found, counted = self.details("position"), self.counts("position")
        for name, node in found.items():
            node |= {"claim": node["label"], "statements": counted.get(name, 0)}
        if not self.lean:
            self._tell_holders(found)
        return found

    def _tell_holders(self, found: dict[str, Attributes]) -> None:
        """Tell of each position how widely and where it is held."""
        words: dict[str, set[Prevalence]] = {}
        places: dict[str, set[str]] = {}
        for row in self.rows(queries.held(self.selection)):
            words.setdefault(row["position"], set()).add(Prevalence(row["prevalence"]))
        for row in self.rows(queries.reported(self.selection)):
            places.setdefault(row["position"], set()).add(row["consultation"])
        for name, node in found.items():
            node["prevalence"] = tuple(word.value for word in strongest(words.get(name, ())))
            node["consultations"] = tuple(sorted(places.get(name, ())))

    def things(self, kind: str) -> dict[str, Attributes]:
        """Describe the things of a kind that statements selected are linked to, each with how many ``statements`` those are unless lean."""
        if self.lean:
            return self.details(kind)
        if kind == "position":
            return self.positions()
        described = self.details(kind)
        return {
            name: described.get(name, {"kind": kind, "label": name}) | {"statements": count}
            for name, count in sorted(self.counts(kind).items())
        }
