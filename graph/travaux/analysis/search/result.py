"""What a search finds: results a page at a time, the facets with their counts, and what else may have been meant."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

from travaux.analysis.search.record import Kind
from travaux.analysis.tables import Tabular
from travaux.model.identity import Id
from travaux.model.schemes import Prevalence
from travaux.model.store import Table


class Piece(NamedTuple):
    """A run of characters of a text, and whether it is a word that was searched for."""

    text: str
    hit: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """A thing found.

    ``name`` and ``text`` are its name (of a statement its claim) and the words below it in pieces; ``other`` are its other names, of a
    statement the words for who speaks. ``page`` is the thing on whose page it is shown; a statement or a paragraph is shown at its
    characters, and ``page`` of a statement is its position. ``prevalences`` are the strongest words of those of its statements.
    ``facets`` are its values of each facet.
    """

    id: Id
    kind: Kind
    title: str
    name: tuple[Piece, ...]
    text: tuple[Piece, ...]
    other: tuple[Piece, ...]
    facets: Mapping[str, tuple[str, ...]]
    stances: tuple[str, ...]
    prevalences: tuple[Prevalence, ...]
    review: str | None
    document: str | None
    document_title: str | None
    paragraph: str | None
    start: int | None
    end: int | None
    page: Id | None
    grade: str | None
    statements: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class FacetValue:
    """A value of a facet, its name where it is the name of a thing, and how many results have it under what is chosen of other facets."""

    value: str
    name: str
    count: int
    chosen: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Facet:
    """A facet with the values that any result has, and those chosen."""

    name: str
    values: tuple[FacetValue, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Near:
    """A text that may have been meant: the one typed with a word replaced that stands in so many records."""

    text: str
    word: str
    instead: str
    records: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Found(Tabular):
    """What a search found: ``total`` results, of which those from ``first`` (from 0) are here; ``searched`` counts records by kind.

    A row of the table is a result.
    """

    text: str
    total: int
    first: int
    results: tuple[Result, ...]
    facets: tuple[Facet, ...]
    near: tuple[Near, ...]
    searched: Mapping[str, int]

    def to_table(self) -> Table:
        """Give the results as rows."""
        columns = ("id", "kind", "title", "document", "paragraph", "start", "end")
        rows = ((str(one.id), one.kind.value, one.title, one.document, one.paragraph, one.start, one.end) for one in self.results)
        return Table(columns, tuple(rows))


@dataclass(frozen=True, slots=True, kw_only=True)
class Suggestion:
    """What somebody who is still typing may mean."""

    result: Result
