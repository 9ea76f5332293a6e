"""The invented corpus as it stands once reviewers have said what became of what its positions ask for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from io import BytesIO
from typing import Any

from pyoxigraph import Quad, RdfFormat, serialize

from argument_map.arguments import POSITIONS, STATEMENTS
from argument_map.corpus import BASE, quads
from argument_map.documents import DRAFT
from argument_map.treaty import ADOPTED
from travaux.model.argument import Position
from travaux.model.identity import child, identifier
from travaux.model.schemes import CorrespondenceKind, EvidenceGrade, OutcomeKind, ReviewStatus, SourceKind
from travaux.model.store import Store
from travaux.model.treaty import Correspondence, Evidence, Fact, Outcome, Source
from travaux.rdf.records import encode
from travaux.rdf.store import open_store

PAPER = Source(
    id=identifier("source", "S2"),
    name="S2",
    title="A newspaper & its <archive>",
    kind=SourceKind.SECONDARY,
    link="https://example.org/paper?a=1&b=2",
)
_TOLD = Evidence(grade=EvidenceGrade.C, sources=(PAPER.id,), note="It was in the paper.")

ZONES = Outcome(
    id=identifier("outcome", "zones"),
    topic="Buffer zones",
    asked="Optional buffer zones.",
    kind=OutcomeKind.REVERSED,
    evidence=_TOLD,
    provision=child(DRAFT, "article", "4"),
    facts=(Fact(id=identifier("fact", "zones", "1"), text="No article has buffer zones.", order=1, evidence=_TOLD),),
)
"""The only outcome that reverses what was asked."""


def _correspondence(number: str, later: str | None, kind: CorrespondenceKind, evidence: Evidence) -> Correspondence:
    return Correspondence(
        id=identifier("correspondence", f"draft-{number}-{later}"),
        earlier=child(DRAFT, "article", number),
        later=child(ADOPTED, "article", later) if later else None,
        kind=kind,
        evidence=evidence,
    )


_NAMED = {
    "narrow": ("scope",),
    "farms": ("small-farms",),
    "optional": ("zones",),
    "workable": ("scope",),
}
"""Positions that a person has named, and the outcomes of what they ask for."""

RECORDS: tuple[Any, ...] = (
    PAPER,
    ZONES,
    _correspondence("4", None, CorrespondenceKind.DROPPED, _TOLD),
    _correspondence("6", "1", CorrespondenceKind.MOVED, Evidence(grade=EvidenceGrade.M)),
    Position(id=identifier("position", "refused"), claim="A person has refused this.", review=ReviewStatus.REJECTED),
    *(
        replace(POSITIONS[name], outcomes=tuple(identifier("outcome", one) for one in outcomes), review=ReviewStatus.ADDED)
        for name, outcomes in _NAMED.items()
    ),
    *(replace(one, citations=("article 1", "article 99")) for one in STATEMENTS if one.id.endswith("/belong")),
)
"""What reviewers have added."""


def traced_quads(more: Iterable[Any] = ()) -> list[Quad]:
    """Encode the corpus, with what reviewers have added in place of what they have changed, and further records."""
    added = [quad for record in (*RECORDS, *more) for quad in encode(record, BASE, f"{BASE}graph/reviewed")]
    changed = {quad.subject for quad in added}
    return sorted({*(quad for quad in quads() if quad.subject not in changed), *added}, key=str)


@contextmanager
def open_traced(*more: Any) -> Iterator[Store]:
    """Open a store in memory that holds all that, and more records."""
    with open_store() as store:
        store.load(BytesIO(serialize(traced_quads(more), format=RdfFormat.N_QUADS) or b""))
        yield store
