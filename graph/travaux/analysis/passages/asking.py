"""Questions about many things at once, one look-up for each: what a store answers as quickly however large it is."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from travaux.analysis.sparql import PREFIXES, batches, listed
from travaux.model.store import Store, Value

_LABELS = "SELECT DISTINCT ?thing ?label WHERE { VALUES ?thing { %s } ?thing rdfs:label ?label }"
_SPANS = (
    "SELECT DISTINCT ?thing ?start ?end ?quote WHERE { VALUES ?thing { %s } ?thing trv:start ?start ; trv:end ?end ; trv:quote ?quote }"
)

Properties = Mapping[str, tuple[Value, ...]]
"""Last part of the name of a property → its values."""
Rows = list[dict[str, Value]]


def ask(store: Store, query: str, things: Iterable[str]) -> Rows:
    """Ask about things, for whom ``%s`` stands in the query; rows in an order that no store decides."""
    rows = [row for some in batches(sorted(set(things))) for row in store.select(PREFIXES + query % listed(some))]
    return sorted(rows, key=lambda row: [str(value) for value in row.values()])


def group(rows: Iterable[dict[str, Value]]) -> dict[str, Rows]:
    """Put the rows of each ``?thing`` together."""
    found = defaultdict[str, Rows](list)
    for row in rows:
        found[str(row["thing"])].append(row)
    return dict(found)


def read_labels(store: Store, things: Iterable[str]) -> dict[str, str]:
    """Read what things are called."""
    return {str(row["thing"]): str(row["label"]) for row in ask(store, _LABELS, things)}


def read_spans(store: Store, spans: Iterable[str]) -> dict[str, tuple[int, int, str]]:
    """Read where spans begin and end, and their words."""
    return {str(row["thing"]): (int(str(row["start"])), int(str(row["end"])), str(row["quote"])) for row in ask(store, _SPANS, spans)}


def first(own: Properties, name: str) -> str | None:
    """Give the only value of a property as text."""
    return str(own[name][0]) if own.get(name) else None
