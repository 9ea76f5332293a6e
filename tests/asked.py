"""Answers of named queries on the first corpus, by the columns that a test looks at."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

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

    store: Store = field(repr=False)
    texts: Mapping[str, str] = field(repr=False)
    answered: dict[tuple[str, ...], Table] = field(default_factory=dict, repr=False)

    def __call__(self, name: str, columns: str, **given: str) -> list[Row]:
        """Answer a query with these columns, named in one string, in the order of the query."""
        key = (name, *(f"{parameter}={value}" for parameter, value in sorted(given.items())))
        if key not in self.answered:
            self.answered[key] = answer(self.store, get_named_query(name), given)
            self._check_places(self.answered[key])
        return [tuple(row[column] for column in columns.split()) for row in self.answered[key]]

    def _check_places(self, table: Table) -> None:
        for row in table:
            for words, start, end in _WORDS:
                if row.get(words) is not None and start in row:
                    first, last = row[start], row[end]
                    assert isinstance(first, int)
                    assert isinstance(last, int)
                    assert self.texts[str(row["document"])][first:last] == row[words]
