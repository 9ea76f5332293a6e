"""Answers of named queries on the first corpus, by the columns that a test looks at."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from travaux.model.store import Store, Table, Value
from travaux.rdf.named_queries import answer, get_named_query

SECOND, FIFTH, NOTE = "second-consultation-report", "fifth-consultation-report", "fifth-consultation-concept-note"
EARLIER, LATER = "second-intersessional-consultation", "fifth-intersessional-consultation"

Row = tuple[Value, ...]

_WORDS = (
    ("quote", "start", "end"),
    ("words", "words_start", "words_end"),
    ("rationale", "rationale_start", "rationale_end"),
)


@dataclass(frozen=True)
class Asked:
    """Asks named queries of one store and holds every place in an answer against the document's text."""

    store: Store
    texts: Mapping[str, str]

    def __call__(self, name: str, columns: str, **given: str) -> list[Row]:
        """Answer a query with these columns, named in one string, in the order of the query."""
        table = answer(self.store, get_named_query(name), given)
        self._check_places(table)
        return [tuple(row[column] for column in columns.split()) for row in table]

    def _check_places(self, table: Table) -> None:
        for row in table:
            for words, start, end in _WORDS:
                if row.get(words) is not None and start in row:
                    first, last = row[start], row[end]
                    assert isinstance(first, int)
                    assert isinstance(last, int)
                    assert self.texts[str(row["document"])][first:last] == row[words]


def distinct(rows: Iterable[Row]) -> list[Row]:
    """Rows without repetition, in their order: for columns that leave out what makes the rows of an answer differ."""
    return list(dict.fromkeys(rows))
