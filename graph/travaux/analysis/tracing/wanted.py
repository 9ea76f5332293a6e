"""Which positions are wanted, and what may have been meant where there are none."""

from __future__ import annotations

from difflib import get_close_matches

from travaux.analysis.selection import Selection
from travaux.analysis.sparql import quoted
from travaux.analysis.tracing.queries import asking, claims, saying
from travaux.analysis.tracing.treaty import TreatyFile
from travaux.errors import QueryError
from travaux.model.schemes import OutcomeKind
from travaux.model.store import Store
from travaux.naming.kinds import NameKind
from travaux.naming.meant import find_meant

_NEAR = 0.75
"""How alike two words must be for the one to be taken for the other, as difflib measures."""
_SHOWN = 3
_MARKS = ".,;:()“”\"'"


def choose(store: Store, treaty: TreatyFile, what: str, outcome: OutcomeKind | None, consultation: str | None) -> tuple[str, ...]:
    """Find the positions that a user asks for: their IRIs, sorted, perhaps with rejected ones among them.

    Raises ``QueryError`` with the nearest names for what the graph does not know.
    """
    chosen = list[set[str]]()
    if what.strip():
        chosen.append(_of_words(store, treaty, what.strip()))
    if outcome is not None:
        chosen.append(_positions(store, asking(_of_outcome(outcome))))
    if consultation is not None:
        chosen.append(_of_consultation(store, find_meant(store, NameKind.CONSULTATION, consultation)))
    return tuple(sorted(set.intersection(*chosen) if chosen else _positions(store, claims())))


def with_outcome(store: Store) -> set[str]:
    """Find the positions of which an outcome is on file."""
    return _positions(store, asking("?outcome a trv:Outcome ."))


def _of_words(store: Store, treaty: TreatyFile, what: str) -> set[str]:
    if (places := treaty.find_provisions(what)) is not None:
        return _of_provisions(store, treaty.leading_to(places))
    ending = f"/position/{what.removeprefix('position/')}"
    held = " && ".join(f"CONTAINS(LCASE(?claim), {quoted(word)})" for word in what.lower().split())
    found = _positions(store, claims(f"FILTER(STRENDS(STR(?position), {quoted(ending)}) || ({held}))"))
    if not found:
        raise QueryError(f"there is no position {what!r}", hint=_nearest(store, what))
    return {iri for iri in found if iri.endswith(ending)} or found


def _of_provisions(store: Store, places: tuple[str, ...]) -> set[str]:
    """Find the positions of statements that cite a provision, and those of which an outcome is about it."""
    wanted = f"VALUES ?wanted {{ {' '.join(f'<{iri}>' for iri in places)} }}"
    said = _positions(store, saying(f"{wanted} ?statement trv:provision ?wanted ."))
    return said | _positions(store, asking(f"{wanted} ?outcome trv:provision ?wanted ; a trv:Outcome ."))


def _of_outcome(kind: OutcomeKind) -> str:
    """Want an outcome as it may be shown: what rests on recollection is unknown."""
    shown = f"?became = outcome:{kind.value} && ?grade != grade:M"
    if kind is OutcomeKind.UNKNOWN:
        shown = f"?became = outcome:{kind.value} || ?grade = grade:M"
    return f"?outcome a trv:Outcome ; trv:kind ?became ; trv:grade ?grade . FILTER({shown})"


def _of_consultation(store: Store, name: str) -> set[str]:
    return _positions(store, saying(Selection(consultations=(name,)).pattern()))


def _positions(store: Store, query: str) -> set[str]:
    return {str(row["position"]) for row in store.select(query)}


def _nearest(store: Store, what: str) -> str:
    """Name the positions whose key or claim has words most like those given."""
    words = what.casefold().split()

    def likeness(iri: str, claim: str) -> int:
        key = iri.rpartition("/")[2].casefold()
        own = [*key.split("-"), *(word.strip(_MARKS) for word in claim.casefold().split())]
        named = get_close_matches(what.casefold(), [key], n=1, cutoff=_NEAR)
        return 2 * len(named) + sum(bool(get_close_matches(word, own, n=1, cutoff=_NEAR)) for word in words)

    rows = [(str(row["position"]), str(row["claim"])) for row in store.select(claims())]
    ranked = sorted((-likeness(iri, claim), claim, iri.rpartition("/position/")[2]) for iri, claim in rows)
    near = [f"  {key}: {claim}" for score, claim, key in ranked[:_SHOWN] if score]
    if near:
        return "\n".join(["The nearest are:", *near])
    return "Give the key of a position, words of its claim, or a provision such as: article 5" if rows else "This graph holds no positions."
