"""RDF terms as plain Python values, and back."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from typing import TypeAlias

from pyoxigraph import BlankNode, Literal, NamedNode, Triple

from travaux.errors import QueryError
from travaux.model.store import Iri, Value
from travaux.rdf.terms import NAMESPACES

Term: TypeAlias = NamedNode | BlankNode | Literal | Triple
Given: TypeAlias = Iri | str | int | float | bool | date

_XSD = NAMESPACES["xsd"]
_INTEGERS = [
    *("integer", "int", "long", "short", "byte", "unsignedInt", "unsignedLong", "unsignedShort", "unsignedByte"),
    *("nonNegativeInteger", "positiveInteger", "nonPositiveInteger", "negativeInteger"),
]
_TRUTHS = {"true": True, "1": True, "false": False, "0": False}

_READERS: dict[str, Callable[[str], Value]] = {
    **dict.fromkeys((_XSD + name for name in _INTEGERS), int),
    **dict.fromkeys((_XSD + name for name in ("decimal", "double", "float")), float),
    _XSD + "boolean": _TRUTHS.__getitem__,
    _XSD + "date": date.fromisoformat,
}


def to_value(term: Term | None) -> Value:
    """Return the value of a term: IRIs as ``Iri``, blank nodes as ``Iri`` beginning with ``_:``, literals by their datatype.

    Integers of every width become ``int``; decimals, doubles and floats ``float``; a date without time zone a ``date``. Any other
    literal, and one that is no value of its datatype, becomes its text.
    """
    if term is None:
        return None
    if isinstance(term, Literal):
        return _literal_value(term)
    return Iri(term.value) if isinstance(term, NamedNode) else Iri(str(term))


def _literal_value(literal: Literal) -> Value:
    read = _READERS.get(literal.datatype.value)
    if read is None or "_" in literal.value:  # Python reads “1_000” as a number, RDF does not
        return literal.value
    try:
        return read(literal.value)
    except (ValueError, KeyError):
        return literal.value


def to_term(value: Given) -> NamedNode | Literal:
    """Return the term of a value; ``QueryError`` for what RDF cannot hold.

    ``str`` becomes a plain literal, ``int`` an integer, ``float`` a double, ``date`` a date, ``datetime`` a dateTime.
    """
    try:
        if isinstance(value, Iri):
            return NamedNode(value)
        if isinstance(value, date):
            kind = "dateTime" if isinstance(value, datetime) else "date"
            return Literal(value.isoformat(), datatype=NamedNode(_XSD + kind))
        return Literal(value)
    except ValueError as error:
        what = f"{value!r} cannot be a term of a query: {error}"
        raise QueryError(what, hint="IRIs are absolute and hold no blanks; texts hold whole Unicode characters.") from error
