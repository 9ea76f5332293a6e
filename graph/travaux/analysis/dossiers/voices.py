"""Who is named for statements: persons in their capacities, organizations and States that the words of a report name."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from travaux.analysis.dossiers.queries import listed
from travaux.analysis.dossiers.scope import Scope
from travaux.analysis.sparql import PREFIXES, apart
from travaux.model.store import Store

_SPEAKERS = f"SELECT DISTINCT ?statement ?voice ?who WHERE {{ {apart('?voice %s ?who', '?statement trv:speaker ?voice')} }}"
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
_BATCH = 500


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
    taking_part = _speakers(store, scope, "trv:participation")
    in_person = {voice for _, voice, _ in taking_part}
    acting = [one for one in _speakers(store, scope, "trv:actor") if one[1] not in in_person]
    counts = _most(taking_part, limit) | _most(acting, limit)
    found = dict[str, Voice]()
    for row in store.select(PREFIXES + _WHO % listed(sorted(counts))) if counts else ():
        found[str(row["who"])] = Voice(
            name=str(row["name"]),
            organization=str(row["organization"]) if row["organization"] else None,
            on_behalf_of=str(row["on_behalf_of"]) if row["on_behalf_of"] else None,
            statements=counts[str(row["who"])],
        )
    return tuple(found[who] for who in sorted(found, key=lambda who: (-counts[who], found[who].name, who)))[:limit]


def _speakers(store: Store, scope: Scope, link: str) -> list[tuple[str, ...]]:
    """Read who is named for statements of a scope: statement, speaker as the report words it, and who that is."""
    rows = [tuple(map(str, row)) for row in store.select(PREFIXES + _SPEAKERS.replace("%s", link)).rows]
    return [row for row, kept in zip(rows, scope.holds([row[0] for row in rows]), strict=True) if kept]


def _most(speakers: Iterable[tuple[str, ...]], limit: int | None) -> dict[str, int]:
    counts = Counter(who for _, who in {(statement, who) for statement, _, who in speakers})
    return dict(sorted(counts.items(), key=lambda one: (-one[1], one[0]))[:limit])


def find_named(store: Store, statements: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """Find the persons whom the words for the speakers of statements mean, by the statement's IRI, in the order of the report."""
    wanted = sorted(set(statements))
    found = defaultdict[str, dict[str, int]](dict)
    for first in range(0, len(wanted), _BATCH):
        for row in store.select(PREFIXES + _NAMED % listed(wanted[first : first + _BATCH])):
            found[str(row["statement"])].setdefault(str(row["name"]), int(str(row["start"])))
    return {statement: tuple(sorted(names, key=lambda name: (names[name], name))) for statement, names in found.items()}
