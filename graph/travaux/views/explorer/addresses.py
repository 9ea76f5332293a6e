"""Addresses: where each thing is shown, relative to the root of a server or of a file.

A thing is shown at its identifier, so its IRI leads to its page once the base IRI leads to a server. Lists and tools have addresses that
no identifier has.
"""

from __future__ import annotations

from collections.abc import Iterable
from urllib.parse import urlencode

from travaux.model.identity import Id, identifier

CITED = "cited"
"""Stands in place of the name of a text for an article that statements cite and no text is known to have."""


def cited_address(number: str) -> str:
    """Give the address of an article that is known from statements alone."""
    return f"/{identifier('instrument', CITED, 'article', number)}"


def address_of(thing: str) -> str:
    """Give the address of a thing by its identifier."""
    return f"/{thing}"


def theme_address(name: str) -> str:
    """Give the address of a theme by its name."""
    return f"/theme/{name}"


def position_address(key: str) -> str:
    """Give the address of a position by its key, the last part of its identifier."""
    return f"/position/{key}"


def consultation_address(name: str) -> str:
    """Give the address of a consultation by its name."""
    return f"/{identifier('consultation', name)}"


def document_address(name: str) -> str:
    """Give the address of a document by its name."""
    return f"/{identifier('document', name)}"


def question_address(document: str, number: str) -> str:
    """Give the address of a guiding question."""
    return f"/{identifier('document', document, 'question', number)}"


def passage_address(document: str, start: int, end: int) -> str:
    """Give the address of some characters of a document, where the reader opens and marks them."""
    return f"{document_address(document)}?at={start}-{end}#at"


def with_options(address: str, pairs: Iterable[tuple[str, str]]) -> str:
    """Put options behind an address.

    >>> with_options("/themes", [("stance", "supports"), ("page", "2")])
    '/themes?stance=supports&page=2'
    """
    written = urlencode([pair for pair in pairs if pair[1]])
    return f"{address}?{written}" if written else address


def relative_id(iri: str, base: str) -> Id | None:
    """Give the identifier of an IRI of the corpus; ``None`` for one of somebody else."""
    return Id(iri.removeprefix(base)) if iri.startswith(base) else None
