"""Who is named for statements: persons in their capacities, organizations and States that the words of a report name."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from travaux.analysis.dossiers.scope import Scope
from travaux.analysis.sparql import PREFIXES, apart, batches, listed
from travaux.model.store import Store

_CAPACITIES = "{ SELECT ?voice ?who WHERE { ?voice trv:participation ?who } }"
_ACTORS = "{ SELECT ?voice ?who WHERE { ?voice trv:actor ?who MINUS { ?voice trv:participation ?capacity } } }"
_SPEAKERS = f"SELECT ?statement ?who WHERE {{ %s {apart('?statement trv:speaker ?voice')} }}"
_WHO = """SELECT DISTINCT ?who ?name ?organization ?on_behalf_of WHERE {
  VALUES ?who { %s }
  ?who trv:name ?name .
  OPTIONAL { ?who trv:organization ?works . ?works trv:name ?organization }
  OPTIONAL { ?who trv:onBehalfOf ?whom . ?whom trv:name ?on_behalf_of }
}"""
_NAMED = """SELECT DISTINCT ?statement ?name ?start WHERE {
  VALUES ?statement { %s }
  ?statement trv:speaker/trv:participation ?capacity . ?capacity trv:name ?name ; trv:span/trv:start ?start .
}"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Voice:
    """Somebody who is named for statements, for whom, and for how many of them."""

    name: str
    organization: str | None
    on_behalf_of: str | None
    statements: int


def find_voices(store: Store, scope: Scope, limit: int | None) -> tuple[Voice, ...]:
    """Find who is named for a scope's statements: those of most statements first, then by name.

    A person counts in each capacity apart; an actor whom the report's own words name counts where they name no capacity.
    """
    counts = _count(store, scope, _CAPACITIES, limit) | _count(store, scope, _ACTORS, limit)
    found = dict[str, Voice]()
    for row in store.select(PREFIXES + _WHO % listed(sorted(counts))) if counts else ():
        found[str(row["who"])] = Voice(
            name=str(row["name"]),
            organization=str(row["organization"]) if row["organization"] else None,
            on_behalf_of=str(row["on_behalf_of"]) if row["on_behalf_of"] else None,
            statements=counts[str(row["who"])],
        )
    return tuple(found[who] for who in sorted(found, key=lambda who: (-counts[who], found[who].name, who)))[:limit]


def _count(store: Store, scope: Scope, voices: str, limit: int | None) -> dict[str, int]:
    """Count the statements of a scope by who is named for them: the most only."""
    rows = [(str(statement), str(who)) for statement, who in store.select(PREFIXES + _SPEAKERS % voices).rows]
    pairs = sorted({pair for pair, kept in zip(rows, scope.holds([row[0] for row in rows]), strict=True) if kept})
    counts = Counter(who for _, who in pairs)
    return dict(sorted(counts.items(), key=lambda one: (-one[1], one[0]))[:limit])


def find_named(store: Store, statements: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """Find the persons whom the words for the speakers of statements mean, by the statement's IRI, in the order of the report."""
    wanted = sorted(set(statements))
    found = defaultdict[str, dict[str, int]](dict)
    for some in batches(wanted):
        for row in store.select(PREFIXES + _NAMED % listed(some)):
            found[str(row["statement"])].setdefault(str(row["name"]), int(str(row["start"])))
    return {statement: tuple(sorted(names, key=lambda name: (names[name], name))) for statement, names in found.items()}
