"""The answer to a user's query: kept on disk until it is wanted, in any of the formats that SPARQL and RDF have for it."""

from __future__ import annotations

import io
from collections.abc import Mapping
from dataclasses import dataclass
from types import TracebackType
from typing import IO, Self

from pyoxigraph import QueryResultsFormat, QuerySolutions, parse_query_results

from travaux.errors import QueryError
from travaux.model.store import Table
from travaux.rdf.sparql.graph_forms import TRIPLE_FORMATS, write_triples
from travaux.rdf.sparql.keywords import QueryKind
from travaux.rdf.sparql.values import to_value

TABLE_FORMATS: Mapping[str, QueryResultsFormat] = {
    "json": QueryResultsFormat.JSON,
    "csv": QueryResultsFormat.CSV,
    "tsv": QueryResultsFormat.TSV,
    "xml": QueryResultsFormat.XML,
}
"""Formats of SELECT and ASK; ``.media_type`` of each is its name on the web."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What a query answered; close it, or use it as a context manager, to give its file back.

    ``count`` is the number of rows or triples, ``cut`` tells that there were more than the caller wanted. ``truth`` is the answer
    of ASK. Rows come as the engine gave them, triples in code point order.
    """

    kind: QueryKind
    count: int
    cut: bool
    truth: bool
    variables: tuple[str, ...]
    kept: IO[bytes]
    """Rows as SPARQL TSV, or triples as N-Triples."""

    def __enter__(self) -> Self:
        """Return the answer itself."""
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        """Give the file back."""
        self.close()

    def to_table(self) -> Table:
        """Return the rows as plain values; ``QueryError`` unless the query was a SELECT."""
        if self.kind is not QueryKind.SELECT:
            what = f"the answer of {self.kind.upper()} is no table"
            raise QueryError(what)
        return Table(self.variables, tuple(tuple(map(to_value, solution)) for solution in self._solutions()))

    def write(self, output: IO[bytes], form: str) -> None:
        """Write the answer in one of ``TABLE_FORMATS`` or ``TRIPLE_FORMATS``, piece by piece; ``QueryError`` if the form does not fit."""
        known: Mapping[str, object] = TRIPLE_FORMATS if self.kind is QueryKind.CONSTRUCT else TABLE_FORMATS
        if form not in known:
            what = f"the answer of {self.kind.upper()} has no form {form!r}"
            raise QueryError(what, hint=f"It has: {', '.join(known)}.")
        if self.kind is QueryKind.CONSTRUCT:
            write_triples(self.kept, output, form)
        elif self.kind is QueryKind.SELECT:
            self._solutions().serialize(output, TABLE_FORMATS[form])
        else:
            truth = b'{"head":{},"boolean":true}' if self.truth else b'{"head":{},"boolean":false}'
            parse_query_results(truth, QueryResultsFormat.JSON).serialize(output, TABLE_FORMATS[form])

    def serialize(self, form: str) -> bytes:
        """Return what ``write`` writes."""
        output = io.BytesIO()
        self.write(output, form)
        return output.getvalue()

    def close(self) -> None:
        """Give the file back; the answer cannot be read any more."""
        self.kept.close()

    def _solutions(self) -> QuerySolutions:
        self.kept.seek(0)
        solutions = parse_query_results(self.kept, QueryResultsFormat.TSV)
        if not isinstance(solutions, QuerySolutions):
            raise TypeError(solutions)
        return solutions
