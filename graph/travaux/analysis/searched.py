"""What an answer looked through: so many statements of these documents, decided about by people or not."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from travaux.analysis.selection import ALL, Selection
from travaux.analysis.sparql import PREFIXES
from travaux.model.store import Store

_DOCUMENTS = "SELECT DISTINCT ?source ?document ?title WHERE { ?source a trv:Document ; trv:name ?document ; dcterms:title ?title }"
_COUNTS = """\
SELECT ?holder (COUNT(DISTINCT ?statement) AS ?statements) WHERE {{
  {selected} {more} BIND(STRBEFORE(STR(?statement), "/statement/") AS ?holder)
}} GROUP BY ?holder"""
"""A statement's identifier begins with that of its document, so that nothing needs to be looked up for each."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchedDocument:
    """A document of the corpus, and how many of its statements were searched: those that a person decided about, and the proposals."""

    name: str
    title: str
    decided: int
    undecided: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Searched:
    """What was looked through: every document of the corpus by name, also those of which no statement was searched.

    ``narrowed`` tells whether a selection was asked for, so that other statements may hold what these do not.
    """

    documents: tuple[SearchedDocument, ...]
    narrowed: bool = False

    @property
    def decided(self) -> int:
        """The number of statements that people decided about."""
        return sum(one.decided for one in self.documents)

    @property
    def undecided(self) -> int:
        """The number of statements that rules propose and nobody has decided about."""
        return sum(one.undecided for one in self.documents)

    @property
    def statements(self) -> int:
        """The number of statements searched."""
        return self.decided + self.undecided


def find_searched(store: Store, selection: Selection = ALL) -> Searched:
    """Count the statements of a selection by document."""
    every = _count(store, selection, "")
    undecided = _count(store, selection, "{ SELECT DISTINCT ?statement WHERE { ?statement trv:review review:unreviewed } }")
    titles = sorted((str(row["document"]), str(row["title"]), str(row["source"])) for row in store.select(PREFIXES + _DOCUMENTS))
    documents = (
        SearchedDocument(name=name, title=title, decided=every[iri] - undecided[iri], undecided=undecided[iri])
        for name, title, iri in titles
    )
    return Searched(documents=tuple(documents), narrowed=selection != ALL)


def _count(store: Store, selection: Selection, more: str) -> Counter[str]:
    rows = store.select(PREFIXES + _COUNTS.format(selected=selection.pattern(), more=more))
    return Counter({str(row["holder"]): int(str(row["statements"])) for row in rows})
