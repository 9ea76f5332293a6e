"""Who is named for statements: persons in their capacities, organizations and States that the words of a report name."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from travaux.analysis.dossiers.queries import Scope, listed
from travaux.analysis.sparql import PREFIXES
from travaux.model.store import Store

_VOICES = """SELECT ?name ?organization ?on_behalf_of (COUNT(DISTINCT ?statement) AS ?statements) WHERE {
  %s ?statement trv:speaker ?voice .
  {
    ?voice trv:participation ?capacity . ?capacity trv:name ?name .
    OPTIONAL { ?capacity trv:organization/trv:name ?organization }
    OPTIONAL { ?capacity trv:onBehalfOf/trv:name ?on_behalf_of }
  } UNION {
    ?voice trv:actor ?actor . ?actor trv:name ?name .
    FILTER NOT EXISTS { ?voice trv:participation/(trv:person|trv:organization|trv:onBehalfOf|trv:state) ?actor }
  }
} GROUP BY ?name ?organization ?on_behalf_of ORDER BY DESC(?statements) STR(?name)"""

_NAMED = """SELECT DISTINCT ?statement ?name ?start WHERE {
  VALUES ?statement { %s }
  ?statement trv:speaker/trv:participation ?capacity . ?capacity trv:name ?name ; trv:span/trv:start ?start .
}"""
_BATCH = 500


@dataclass(frozen=True, slots=True, kw_only=True)
class Voice:
    """Somebody who is named for statements, for whom, and for how many of them."""

    name: str
    organization: str | None
    on_behalf_of: str | None
    statements: int


def find_voices(store: Store, scope: Scope, limit: int | None) -> tuple[Voice, ...]:
    """Find who is named for a scope's statements: those of most statements first, then by name."""
    bounded = "" if limit is None else f" LIMIT {limit}"
    return tuple(
        Voice(
            name=str(row["name"]),
            organization=str(row["organization"]) if row["organization"] else None,
            on_behalf_of=str(row["on_behalf_of"]) if row["on_behalf_of"] else None,
            statements=int(str(row["statements"])),
        )
        for row in store.select(PREFIXES + _VOICES % scope.pattern() + bounded)
        if row["name"]
    )


def find_named(store: Store, statements: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """Find the persons whom the words for the speakers of statements mean, by the statement's IRI, in the order of the report."""
    wanted = sorted(set(statements))
    found = defaultdict[str, dict[str, int]](dict)
    for first in range(0, len(wanted), _BATCH):
        for row in store.select(PREFIXES + _NAMED % listed(wanted[first : first + _BATCH])):
            found[str(row["statement"])].setdefault(str(row["name"]), int(str(row["start"])))
    return {statement: tuple(sorted(names, key=lambda name: (names[name], name))) for statement, names in found.items()}
