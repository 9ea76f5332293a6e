"""What outcomes rest on: their facts and sources, and the sources that a note names."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from travaux.analysis.negotiation import queries
from travaux.model.store import Value

Rows = Callable[[str], Iterator[Mapping[str, Value]]]


class Grounds:
    """The sources of a corpus, and which facts and outcomes rest on which of them."""

    def __init__(self, rows: Rows) -> None:
        self._known = {
            str(row["thing"]): {"name": str(row["name"]), "title": str(row["title"]), "link": str(row["link"]) if row["link"] else None}
            for row in rows(queries.SOURCES)
        }
        self._named = {source["name"]: source for source in self._known.values()}
        self._sources: dict[str, list[str]] = {}
        for row in rows(queries.RESTS_ON):
            self._sources.setdefault(str(row["from"]), []).append(str(row["to"]))
        self._facts: dict[str, list[dict[str, Any]]] = {}
        for row in sorted(rows(queries.FACTS), key=lambda row: (str(row["from"]), row["order"])):
            fact = {"text": row["text"], "grade": row["grade"], "sources": self._of(str(row["thing"]))}
            self._facts.setdefault(str(row["from"]), []).append(fact)

    def of(self, name: str, node: Mapping[str, Any]) -> dict[str, Any]:
        """Return what a node gains: an outcome its facts and sources, a thing with a note the sources that the note names."""
        gained: dict[str, Any] = {"facts": self._facts.get(name, []), "sources": self._of(name)} if node["kind"] == "outcome" else {}
        words = dict.fromkeys(re.findall(r"\w+", str(node.get("note") or "")))
        if meant := [self._named[word] for word in words if word in self._named]:
            gained["note_sources"] = meant
        return gained

    def _of(self, name: str) -> list[dict[str, str | None]]:
        return [self._known[source] for source in sorted(self._sources.get(name, ())) if source in self._known]
