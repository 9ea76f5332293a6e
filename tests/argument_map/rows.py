"""What an answer must say of a place in a document and of a statement, taken from the records and not from a store."""

from __future__ import annotations

from collections.abc import Callable

from argument_map.arguments import STATEMENTS
from argument_map.corpus import BASE
from argument_map.documents import span
from travaux.model.identity import Id
from travaux.model.store import Iri, Value

Row = tuple[Value, ...]

Ask = Callable[..., list[Row]]
"""Asks a named query with values for its parameters."""


def place(document: Id, number: str | None, quote: str, *, after: str = "") -> Row:
    """The columns document, paragraph, quote, start, end."""
    found = span(document, quote, after=after)
    return (document.rpartition("/")[2], number, quote, found.start, found.end)


def words(document: Id, quote: str) -> Row:
    """Exact words with the columns for their start and end."""
    found = span(document, quote)
    return (quote, found.start, found.end)


def iri(identifier: str) -> Iri:
    return Iri(BASE + identifier)


def said(name: str) -> Row:
    """The columns speaker, prevalence, stance, review, then the place, then the statement itself."""
    (statement,) = (one for one in STATEMENTS if one.id.endswith(f"/{name}"))
    where = place(statement.document, statement.paragraph.rpartition("/")[2], statement.span.quote)
    attitude = (statement.speaker.label, statement.speaker.prevalence.value, statement.stance.value, statement.review.value)
    return (*attitude, *where, iri(statement.id))


def claimed(name: str) -> Row:
    """The column claim, then all that ``said`` gives."""
    (statement,) = (one for one in STATEMENTS if one.id.endswith(f"/{name}"))
    return (statement.claim, *said(name))
