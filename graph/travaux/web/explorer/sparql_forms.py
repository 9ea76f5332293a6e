"""In which formats the endpoint answers, and which of them a request wants."""

from __future__ import annotations

from collections.abc import Mapping

from travaux.rdf.sparql.answer import TABLE_FORMATS
from travaux.rdf.sparql.graph_forms import TRIPLE_FORMATS
from travaux.rdf.sparql.keywords import QueryKind
from travaux.web.answers import Refused
from travaux.web.explorer.negotiation import choose

_TABLES = {form.media_type.partition(";")[0]: name for name, form in TABLE_FORMATS.items()}
_TRIPLES = {form.media_type.partition(";")[0]: name for name, form in TRIPLE_FORMATS.items()}
_ALIASES = {"application/json": "json", "application/xml": "xml", "text/xml": "xml"}
"""Names that clients use for the formats of tables; an answer carries the name that was asked for."""
_GRAPH_ALIASES = {"application/json": "json-ld", "application/xml": "rdfxml", "text/xml": "rdfxml", "text/plain": "ntriples"}
_LONGEST_SHOWN = 60


def table_forms() -> Mapping[str, str]:
    """Give media type → format of what SELECT and ASK answer, the preferred first."""
    return _TABLES | _ALIASES


def triple_forms() -> Mapping[str, str]:
    """Give media type → format of what CONSTRUCT and DESCRIBE answer, and of the service description, the preferred first."""
    return _TRIPLES | _GRAPH_ALIASES


def choose_form(kind: QueryKind, accept: str, option: str) -> tuple[str, str]:
    """Choose media type and format of an answer: what the ``format`` option names, else what the ``Accept`` header likes best.

    ``Refused`` with 400 for an option that names no format of such answers, with 406 if the header likes none.
    """
    known = triple_forms() if kind is QueryKind.CONSTRUCT else table_forms()
    own: dict[str, str] = {}
    for media_type, name in known.items():
        own.setdefault(name, media_type)
    if option:
        media = own.get(option, option if option in known else "")
        if not media:
            raise Refused(400, f"the answer of {kind.upper()} has no format {option[:_LONGEST_SHOWN]!r}", hint=f"It has: {', '.join(own)}.")
        return media, known[media]
    media = choose(accept, tuple(known)) or ""
    if not media:
        what = f"the answer of {kind.upper()} has none of the formats that the request accepts"
        raise Refused(406, what, hint=f"It has: {', '.join(own.values())}.")
    return media, known[media]
