"""Triples of files for other programs and from them, in plain terms."""

from __future__ import annotations

from collections.abc import Iterable

from pyoxigraph import Literal, NamedNode, Quad, RdfFormat, Triple, parse, serialize

from travaux.errors import ExchangeError
from travaux.model.store import Iri
from travaux.rdf.doctype import find_harm

Term = Iri | str | int
"""An IRI (``_:b`` for a blank node), a text or a whole number."""
PlainTriple = tuple[Iri, Iri, Term]

LARGEST = 64 * 1024 * 1024
"""How many characters XML may have when its entities stand for what they name."""
_HINT = "Nothing was read. Check the file in the program that wrote it, or name the right format."
_DIGITS = 18  # a place in a text has fewer
_FORMS = {".nq": RdfFormat.N_QUADS, ".nt": RdfFormat.N_TRIPLES, ".jsonld": RdfFormat.JSON_LD, ".rdf": RdfFormat.RDF_XML}


def render_triples(triples: Iterable[PlainTriple], prefixes: dict[str, str]) -> bytes:
    """Render Turtle, the triples sorted; ``ExchangeError`` if an IRI cannot be one."""
    ordered = sorted(set(triples), key=lambda triple: (triple[0], triple[1], isinstance(triple[2], Iri), str(triple[2])))
    try:
        written = (Triple(NamedNode(start), NamedNode(name), _to_term(end)) for start, name, end in ordered)
        return serialize(written, format=RdfFormat.TURTLE, prefixes=prefixes) or b""
    except ValueError as error:
        raise ExchangeError(f"the map has an id that can be no IRI: {error}", hint="Rename it in the file that it came from.") from error


def read_triples(text: str, where: str) -> list[PlainTriple]:
    """Read Turtle, TriG, N-Triples, N-Quads, RDF/XML or JSON-LD, told apart by the ending of ``where`` or by how the file begins.

    Named graphs, languages and types of texts are passed over; nothing is fetched. ``ExchangeError``, with line and column where they are
    known, for what is none of them, XML with entities that could grow or reach out, and JSON-LD with a context
    that stands elsewhere.
    """
    form = _find_form(text, where)
    if form == RdfFormat.RDF_XML and (harm := find_harm(text, LARGEST)):
        raise ExchangeError(f"this XML is refused: {harm}", where=where, hint="Nothing was read. Save it without a document type.")
    try:
        return [_to_plain(quad) for quad in parse(input=text, format=form)]
    except SyntaxError as error:
        place = where if error.lineno is None else f"{where}, line {error.lineno}, column {error.offset}"
        raise ExchangeError(f"this is not valid {form.name}: {error.msg}", where=place, hint=_HINT) from error


def _find_form(text: str, where: str) -> RdfFormat:
    for ending, form in _FORMS.items():
        if where.lower().endswith(ending):
            return form
    begins = text.lstrip()[:200]
    if begins.startswith(("<?xml", "<rdf:RDF", "<!DOCTYPE", "<!--")):
        return RdfFormat.RDF_XML
    return RdfFormat.JSON_LD if begins.startswith(("{", "[")) and not begins.startswith("[]") else RdfFormat.TRIG


def _to_term(end: Term) -> NamedNode | Literal:
    return NamedNode(end) if isinstance(end, Iri) else Literal(end)


def _to_plain(quad: Quad) -> PlainTriple:
    subject, end = quad.subject, quad.object
    return _to_iri(subject), Iri(quad.predicate.value), _to_value(end) if isinstance(end, Literal) else _to_iri(end)


def _to_iri(term: object) -> Iri:
    return Iri(term.value) if isinstance(term, NamedNode) else Iri(str(term))


def _to_value(literal: Literal) -> str | int:
    whole = literal.datatype.value == "http://www.w3.org/2001/XMLSchema#integer" and len(literal.value) <= _DIGITS
    return int(literal.value) if whole and literal.value.lstrip("+-").isdecimal() else literal.value
