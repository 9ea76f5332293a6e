"""What an answer looked through: so many statements of these documents, decided about by people or not."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from travaux.analysis.selection import ALL, Selection
from travaux.analysis.sparql import PREFIXES, apart, last_word
from travaux.model.schemes import ReviewStatus
from travaux.model.store import Store

_DOCUMENTS = "SELECT DISTINCT ?source ?document ?title WHERE { ?source a trv:Document ; trv:name ?document ; dcterms:title ?title }"
_COUNTS = f"""\
SELECT ?source ?review (COUNT(DISTINCT ?statement) AS ?statements) WHERE {{{{
  {{selected}} {apart("?statement trv:document ?source", "?statement trv:review ?review").replace("{", "{{").replace("}", "}}")}
}}}} GROUP BY ?source ?review"""


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
    decided, undecided = Counter[str](), Counter[str]()
    for row in store.select(PREFIXES + _COUNTS.format(selected=selection.pattern())):
        counted = undecided if last_word(row["review"]) == ReviewStatus.UNREVIEWED else decided
        counted[str(row["source"])] += int(str(row["statements"]))
    titles = sorted((str(row["document"]), str(row["title"]), str(row["source"])) for row in store.select(PREFIXES + _DOCUMENTS))
    documents = (SearchedDocument(name=name, title=title, decided=decided[iri], undecided=undecided[iri]) for name, title, iri in titles)
    return Searched(documents=tuple(documents), narrowed=selection != ALL)
