"""What the rest of the package expects of a store of triples, whichever engine stands behind it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import BinaryIO, Protocol

from travaux.model.cells import guard


class Iri(str):
    """An absolute IRI in a result or a parameter; a plain ``str`` there is a literal."""

    __slots__ = ()


Value = Iri | str | int | float | bool | date | None
"""A term as a plain Python value; ``None`` is an unbound variable. Language-tagged and unknown literals come as their text."""


@dataclass(frozen=True, slots=True)
class Table:
    """The answer of a SELECT query: variable names in the order of the query, and rows of as many values."""

    variables: tuple[str, ...]
    rows: tuple[tuple[Value, ...], ...]

    def __iter__(self) -> Iterator[dict[str, Value]]:
        """Iterate over the rows as dictionaries from variable to value."""
        return (dict(zip(self.variables, row, strict=True)) for row in self.rows)

    def __len__(self) -> int:
        return len(self.rows)


def to_cell(value: Value) -> str:
    """Write a value for CSV: numbers as they are, truth values as ``true`` and ``false``, days in ISO 8601, what has no value as nothing.

    A text that a spreadsheet would take for a formula, as it begins with ``=``, ``+``, ``-`` or ``@``, gains an apostrophe before it.

    >>> to_cell("=SUM(A1)"), to_cell(-3), to_cell("2(a)")
    ("'=SUM(A1)", '-3', '2(a)')
    """
    text = write_value(value)
    return guard(text) if isinstance(value, str) else text


def write_value(value: Value) -> str:
    """Write a value as text, exactly: truth values as ``true`` and ``false``, days in ISO 8601, what has no value as nothing."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    return value.isoformat() if isinstance(value, date) else str(value)


class Store(Protocol):
    """A set of quads that answers SPARQL 1.1. The default graph of every query is the union of the named graphs.

    Queries given here are the project's own; what a user types goes through a guarded worker with a time limit.
    Every method raises ``StoreError`` when the engine fails and ``QueryError`` when the query does.
    """

    @property
    def folder(self) -> Path | None:
        """The folder that holds it; ``None`` for a store in memory or on a server."""
        ...

    def select(self, query: str, parameters: Mapping[str, Value] | None = None) -> Table:
        """Answer a SELECT query; ``parameters`` replace the variables of those names by values, safely quoted."""
        ...

    def ask(self, query: str, parameters: Mapping[str, Value] | None = None) -> bool:
        """Answer an ASK query."""
        ...

    def construct(self, query: str, parameters: Mapping[str, Value] | None = None) -> bytes:
        """Answer a CONSTRUCT or DESCRIBE query as sorted N-Triples in UTF-8."""
        ...

    def load(self, quads: BinaryIO | Iterable[bytes]) -> None:
        """Add N-Quads, given as a binary stream or as lines; all are added or none."""
        ...

    def clear(self, graph: Iri | None = None) -> None:
        """Remove all quads of one named graph, or of all of them."""
        ...

    def graphs(self) -> tuple[Iri, ...]:
        """Name the graphs that hold at least one quad, sorted."""
        ...

    def dump(self) -> Iterator[bytes]:
        """Give all quads as N-Quads lines in code point order, each ending in a newline."""
        ...

    def close(self) -> None:
        """Release the engine; a closed store answers nothing."""
        ...
