"""How positions bear on one another, each relation at the sentence that shows it."""

from __future__ import annotations

from travaux.model.argument import Relation
from travaux.model.identity import Id, identifier
from travaux.model.text import Span
from travaux.reading.review.notices import Event, Notice, moves
from travaux.reading.review.placing import Page
from travaux.reading.review.schema import RelationTable


def place_relation(key: str, table: RelationTable, page: Page, document: Id) -> tuple[Relation | None, tuple[Notice, ...]]:
    """Find the sentence of a relation in its document; without it there is no relation, and a notice."""
    found = page.find(table.evidence, table.paragraph, table.context)
    if found is None:
        lost = f"it is not certain where in the document the words {table.evidence!r} of paragraph {table.paragraph} stand now"
        return None, (Notice(Event.UNPLACED, key, lost),)
    relation = Relation(
        id=identifier("relation", key),
        kind=table.kind,
        form=table.form,
        premise=identifier("position", table.premise),
        conclusion=identifier("position", table.conclusion),
        marking=table.marking,
        span=Span.of(document, page.text, found.start, found.end),
    )
    return relation, tuple(moves(key, table.evidence, table.paragraph, found, page.text))
