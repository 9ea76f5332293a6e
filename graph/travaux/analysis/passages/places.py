"""Where in its document a thing stands."""

from __future__ import annotations

from travaux.analysis.sparql import PREFIXES
from travaux.model.store import Store

_PLACE = """SELECT DISTINCT ?start ?end WHERE {
  { <%(thing)s> trv:span ?span . ?span trv:start ?start ; trv:end ?end } UNION { <%(thing)s> trv:start ?start ; trv:end ?end }
}"""


def find_place(store: Store, iri: str) -> tuple[int, int] | None:
    """Find the first and the last character (exclusive) of a thing, the earliest if there are several; ``None`` if it has none."""
    rows = store.select(PREFIXES + _PLACE % {"thing": iri})
    return min(((int(str(row["start"])), int(str(row["end"]))) for row in rows), default=None)
