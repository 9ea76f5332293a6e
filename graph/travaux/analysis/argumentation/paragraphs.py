"""In which paragraphs the words of relations stand."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from travaux.analysis.argumentation import queries
from travaux.model.store import Store, Value

_BATCH = 200
"""Things that one query asks about."""


class Words(NamedTuple):
    """Where the words of a relation stand: in the document of this IRI, from character to character."""

    document: str
    start: int
    end: int


def find_paragraphs(store: Store, words: Mapping[str, Words], positions: Mapping[str, tuple[str, str]]) -> dict[str, str]:
    """Name the paragraphs with the words of relations, by the IRI of the relation; ``positions`` are the IRIs of the two it joins.

    Mostly a statement on one of these positions is in that paragraph. For the others all paragraphs of the document are gone through,
    which takes long in a large store.
    """
    found = _find_said(store, words, positions)
    left = sorted(words.keys() - found.keys())
    for first in range(0, len(left), _BATCH):
        found |= {str(row["relation"]): _name(row) for row in store.select(queries.paragraphs(left[first : first + _BATCH]))}
    return found


def _find_said(store: Store, words: Mapping[str, Words], positions: Mapping[str, tuple[str, str]]) -> dict[str, str]:
    said = _find_statements(store, sorted({one for iri in words for one in positions[iri]}))
    near = {iri: [one for end in positions[iri] for one in said[words[iri].document, end]] for iri in words}
    holders = _find_holders(store, sorted({statement for statements in near.values() for statement in statements}))
    found: dict[str, str] = {}
    for iri, place in words.items():
        for first, last, name in sorted(holders[statement] for statement in near[iri] if statement in holders):
            if first <= place.start and place.end <= last:
                found[iri] = name
    return found


def _find_statements(store: Store, positions: Sequence[str]) -> Mapping[tuple[str, str], list[str]]:
    """Give statements by document and position; the identifier of a statement begins with that of its document."""
    found = defaultdict[tuple[str, str], list[str]](list)
    for first in range(0, len(positions), _BATCH):
        for row in store.select(queries.said(positions[first : first + _BATCH])):
            statement = str(row["statement"])
            found[statement.rpartition("/statement/")[0], str(row["position"])].append(statement)
    return found


def _find_holders(store: Store, statements: Sequence[str]) -> dict[str, tuple[int, int, str]]:
    """Give the paragraphs of statements: their first and last characters and their names."""
    found: dict[str, tuple[int, int, str]] = {}
    for first in range(0, len(statements), _BATCH):
        for row in store.select(queries.paragraphs_said(statements[first : first + _BATCH])):
            found[str(row["statement"])] = int(str(row["first"])), int(str(row["last"])), _name(row)
    return found


def _name(row: Mapping[str, Value]) -> str:
    return str(row["printed"]) if row["printed"] is not None else f"block-{row['order']}"
