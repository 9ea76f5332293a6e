"""Forms in which a page can be had beside HTML: the same as data, and the triples of what it is about."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import parse_qsl, urlsplit

from travaux.views.explorer.addresses import with_options
from travaux.views.explorer.page import Moved, Page

OPTION = "format"
"""The option of an address that asks for a form."""


@dataclass(frozen=True, slots=True)
class Form:
    """A form by its name, its media type and what a link to it says; ``triples`` tells RDF from plain data."""

    name: str
    media: str
    words: str
    triples: bool


HTML = "text/html"
FORMS = (
    Form("json", "application/json", "JSON", triples=False),
    Form("turtle", "text/turtle", "Turtle", triples=True),
    Form("json-ld", "application/ld+json", "JSON-LD", triples=True),
    Form("ntriples", "application/n-triples", "N-Triples", triples=True),
    Form("rdfxml", "application/rdf+xml", "RDF/XML", triples=True),
)


def forms_of(page: Page | Moved) -> tuple[Form, ...]:
    """Give the forms in which a page can be had."""
    has_data = isinstance(page, Page) and page.data is not None
    return tuple(form for form in FORMS if (page.about is not None if form.triples else has_data))


def in_form(address: str, name: str) -> str:
    """Give the address of the same page in a form.

    >>> in_form("/theme/trust?stance=supports#main", "turtle")
    '/theme/trust?stance=supports&format=turtle'
    """
    split = urlsplit(address)
    return with_options(split.path, [*(pair for pair in parse_qsl(split.query) if pair[0] != OPTION), (OPTION, name)])
