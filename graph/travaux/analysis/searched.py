"""What an answer looked through: so many statements of these documents, decided about by people or not."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from travaux.analysis.columns import Columns
from travaux.analysis.columns.columns import NOTHING, place_of, texts
from travaux.analysis.selection import ALL, Selection
from travaux.analysis.sources import Sources, find_sources
from travaux.analysis.sparql import PREFIXES
from travaux.model.schemes import ReviewStatus
from travaux.model.store import Store

_DOCUMENTS = "SELECT DISTINCT ?source ?document ?title WHERE { ?source a trv:Document ; trv:name ?document ; dcterms:title ?title }"


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

    ``narrowed`` tells whether a selection was asked for, so that other statements may hold what these do not; ``sources`` are
    those of the corpus.
    """

    documents: tuple[SearchedDocument, ...]
    narrowed: bool = False
    sources: Sources = Sources.REPORTS

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


def find_searched(store: Store, columns: Columns, selection: Selection = ALL) -> Searched:
    """Count the statements of a selection by document."""
    selected = columns.select(selection) & (columns.document != NOTHING)
    proposed = columns.review == place_of(ReviewStatus.UNREVIEWED)
    counts = [np.bincount(columns.document[mask], minlength=len(columns.documents)) for mask in (selected & ~proposed, selected & proposed)]
    numbers = dict(zip(texts(columns.documents), zip(*(one.tolist() for one in counts), strict=True), strict=True))
    titles = sorted((str(row["document"]), str(row["title"]), str(row["source"])) for row in store.select(PREFIXES + _DOCUMENTS))
    in_order = ((name, title, *numbers.get(iri, (0, 0))) for name, title, iri in titles)
    documents = (SearchedDocument(name=name, title=title, decided=first, undecided=second) for name, title, first, second in in_order)
    return Searched(documents=tuple(documents), narrowed=selection != ALL, sources=find_sources(store))
