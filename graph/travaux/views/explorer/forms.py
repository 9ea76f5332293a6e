"""Forms in which a page can be had beside HTML: the same as data, the triples of what it is about, and a brief to hand over."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import parse_qsl, urlsplit

from travaux.views.briefs.formats import FORMS as BRIEF_FORMS
from travaux.views.briefs.formats import BriefForm
from travaux.views.explorer.addresses import with_options
from travaux.views.explorer.page import Moved, Page

OPTION = "format"
"""The option of an address that asks for a form."""


@dataclass(frozen=True, slots=True)
class Form:
    """A form by its name, its media type and what a link to it says.

    ``triples`` tells RDF from plain data; ``brief`` is the format of a form that is a brief.
    """

    name: str
    media: str
    words: str
    triples: bool = False
    brief: BriefForm | None = None


HTML = "text/html"
DATA = (
    Form("json", "application/json", "JSON"),
    Form("turtle", "text/turtle", "Turtle", triples=True),
    Form("json-ld", "application/ld+json", "JSON-LD", triples=True),
    Form("ntriples", "application/n-triples", "N-Triples", triples=True),
    Form("rdfxml", "application/rdf+xml", "RDF/XML", triples=True),
)
"""What programs read."""
_BRIEFS = {"docx": ("docx", "Word"), "pdf": ("pdf", "PDF"), "md": ("md", "Markdown"), "html": ("brief-html", "HTML")}
BRIEFS = tuple(Form(name, BRIEF_FORMS[key].media_type, words, brief=BRIEF_FORMS[key]) for key, (name, words) in _BRIEFS.items())
"""What people hand over. The page itself is what a request for HTML is answered with, so that form of a brief has a name of its own."""
FORMS = (*DATA, *BRIEFS)


def forms_of(page: Page | Moved) -> tuple[Form, ...]:
    """Give the forms in which a page can be had."""
    has_data = isinstance(page, Page) and page.data is not None
    data = tuple(form for form in DATA if (page.about is not None if form.triples else has_data))
    return (*data, *BRIEFS) if isinstance(page, Page) and page.brief else data


def in_form(address: str, name: str) -> str:
    """Give the address of the same page in a form.

    >>> in_form("/theme/trust?stance=supports#main", "turtle")
    '/theme/trust?stance=supports&format=turtle'
    """
    split = urlsplit(address)
    return with_options(split.path, [*(pair for pair in parse_qsl(split.query) if pair[0] != OPTION), (OPTION, name)])
