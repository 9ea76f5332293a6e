"""The invented corpus with further records that a test makes up."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from io import BytesIO
from typing import Any

from pyoxigraph import RdfFormat, serialize

from argument_map.arguments import POSITIONS, RELATIONS, STATEMENTS
from argument_map.corpus import BASE, quads
from travaux.model.argument import Position, Relation, Statement
from travaux.model.identity import identifier
from travaux.model.schemes import Marking, RelationForm, RelationKind, ReviewStatus
from travaux.model.store import Store
from travaux.rdf.records import encode
from travaux.rdf.store import open_store


@contextmanager
def open_grown(*records: Any) -> Iterator[Store]:
    """Open a store that holds the corpus, and these records in place of those of the same identifiers."""
    added = [quad for record in records for quad in encode(record, BASE, f"{BASE}graph/reviewed")]
    changed = {quad.subject for quad in added}
    kept = {*(quad for quad in quads() if quad.subject not in changed), *added}
    with open_store() as store:
        store.load(BytesIO(serialize(sorted(kept, key=str), format=RdfFormat.N_QUADS) or b""))
        yield store


def relate(kind: RelationKind, form: RelationForm, premise: str, conclusion: str, marking: Marking = Marking.INFERRED) -> Relation:
    """Make up a relation between two positions, shown by the words of another."""
    return Relation(
        id=identifier("relation", kind, premise, conclusion),
        kind=kind,
        form=form,
        premise=identifier("position", premise),
        conclusion=identifier("position", conclusion),
        marking=marking,
        span=RELATIONS[0].span,
    )


def claim(name: str, words: str) -> Position:
    """Make up a position that a person has named."""
    return Position(id=identifier("position", name), claim=words, review=ReviewStatus.ADDED)


def statement(name: str, **changes: Any) -> Statement:
    """Change a statement of the corpus."""
    (found,) = (one for one in STATEMENTS if one.id.endswith(f"/{name}"))
    changed = dict(changes)
    if isinstance(changed.get("position"), str) and changed["position"] in POSITIONS:
        changed["position"] = POSITIONS[changed["position"]].id
    return replace(found, **changed)
