"""Records of the model as quads and back, by one rule for all classes: class → class, field → property, enumeration → concept.

A field that holds an identifier becomes an IRI under the corpus' base, a record with an identifier of its own becomes a node of its
own, a record without one lends its fields to its owner, a tuple becomes as many values, and ``None`` becomes nothing.
"""

from __future__ import annotations

import dataclasses
import types
import typing
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from functools import cache
from typing import Any

from pyoxigraph import Literal, NamedNode, Quad

from travaux.model.identity import Id
from travaux.rdf.terms import NAMESPACES, RDF_TYPE, RDFS_LABEL, class_iri, concept_iri, property_iri

_TYPE = NamedNode(RDF_TYPE)
_LABEL = NamedNode(RDFS_LABEL)
_DATE = NamedNode(NAMESPACES["xsd"] + "date")
_DATE_TIME = NamedNode(NAMESPACES["xsd"] + "dateTime")

Properties = dict[str, dict[str, list[NamedNode | Literal]]]


@dataclass(frozen=True, slots=True)
class FieldShape:
    """How one field of a record is written: its property, the type of one value, and whether it holds several or may be absent.

    ``record`` tells whether its values are records, ``lent`` whether these have no identifier and lend their fields to their owner.
    """

    name: str
    predicate: NamedNode
    value_type: Any
    many: bool
    optional: bool
    record: bool
    lent: bool


@cache
def record_fields(record_class: Any) -> tuple[FieldShape, ...]:
    """Describe the fields of a record class in the order of their definition, without its identifier."""
    hints = typing.get_type_hints(record_class)
    stored = (field.name for field in dataclasses.fields(record_class) if field.metadata.get("stored", True))
    return tuple(_field_shape(name, hints[name]) for name in stored if name != "id")


def _field_shape(name: str, hint: Any) -> FieldShape:
    many = optional = False
    if isinstance(hint, types.UnionType) or typing.get_origin(hint) is typing.Union:
        (hint,) = (part for part in typing.get_args(hint) if part is not types.NoneType)
        optional = True
    if typing.get_origin(hint) is tuple:
        hint = typing.get_args(hint)[0]
        many = True
    record = dataclasses.is_dataclass(hint)
    return FieldShape(name, NamedNode(property_iri(name, many=many)), hint, many, optional, record, lent=record and not hasattr(hint, "id"))


def inner_properties(record_class: Any) -> tuple[str, ...]:
    """Name the properties by which records of a class hold records with identifiers of their own."""
    return tuple(shape.predicate.value for shape in record_fields(record_class) if shape.record and not shape.lent)


def encode(record: Any, base: str, graph: str | Callable[[Any], str]) -> Iterator[Quad]:
    """Write a record, and the records inside it, as quads; ``base`` is the corpus' base IRI.

    ``graph`` is the IRI of the named graph, or gives it for each record: a place in a document is a part of the document's own graph
    wherever it is pointed to from, so that no triple stands in two graphs.
    """
    context = NamedNode(graph if isinstance(graph, str) else graph(record))
    subject = NamedNode(base + record.id)
    yield Quad(subject, _TYPE, NamedNode(class_iri(record.__class__)), context)
    yield Quad(subject, _LABEL, Literal(record.label), context)
    for shape, value in _values_of(record):
        yield Quad(subject, shape.predicate, _term(value, shape.value_type, base), context)
        if shape.record:
            yield from encode(value, base, graph)


def _values_of(record: Any) -> Iterator[tuple[FieldShape, Any]]:
    """Give every value of every field, those of records without an identifier in place of the records."""
    for shape in record_fields(record.__class__):
        held = getattr(record, shape.name)
        for value in held if shape.many else () if held is None else (held,):
            if shape.lent:
                yield from _values_of(value)
            else:
                yield shape, value


def _term(value: Any, value_type: Any, base: str) -> NamedNode | Literal:
    if value_type is Id:
        return NamedNode(base + value)
    if isinstance(value, StrEnum):
        return NamedNode(concept_iri(value))
    if isinstance(value, datetime):
        return Literal(value.isoformat().replace("+00:00", "Z"), datatype=_DATE_TIME)
    if isinstance(value, date):
        return Literal(value.isoformat(), datatype=_DATE)
    if isinstance(value, bool | int | float | str):
        return Literal(value)
    return NamedNode(base + value.id)


def decode(record_class: Any, identifier: Id, quads: Iterable[Quad], base: str) -> Any:
    """Read back the record of that class and identifier from the quads that ``encode`` wrote for it.

    Fields of many values come back sorted by identifier or value. Raises ``KeyError`` naming the property if a required one is missing.
    """
    return decode_from(record_class, identifier, gather(quads), base)


def gather(quads: Iterable[Quad]) -> Properties:
    """Gather quads by subject and property, once for all records that are to be read from them."""
    properties: Properties = {}
    for quad in quads:
        if isinstance(quad.subject, NamedNode) and isinstance(quad.object, NamedNode | Literal):
            properties.setdefault(quad.subject.value, {}).setdefault(quad.predicate.value, []).append(quad.object)
    return properties


def decode_from(record_class: Any, identifier: Id, properties: Properties, base: str) -> Any:
    """Read back a record as ``decode`` does, from what was gathered."""
    return _decode(record_class, identifier, properties, base)


def _decode(record_class: Any, identifier: Id | None, properties: Properties, base: str, owner: str = "") -> Any:
    own = properties.get(base + identifier if identifier else owner, {})
    values: dict[str, Any] = {"id": identifier} if identifier else {}
    for shape in record_fields(record_class):
        if shape.lent:
            values[shape.name] = _decode(shape.value_type, None, properties, base, owner=base + identifier if identifier else owner)
            continue
        found = [_value(term, shape, properties, base) for term in own.get(shape.predicate.value, ())]
        if shape.many:
            values[shape.name] = tuple(sorted(found, key=_sort_key))
        elif found or shape.optional:
            values[shape.name] = found[0] if found else None
        else:
            raise KeyError(shape.predicate.value)
    return record_class(**values)


def _sort_key(value: Any) -> str:
    return str(getattr(value, "id", value))


def _value(term: NamedNode | Literal, shape: FieldShape, properties: Properties, base: str) -> Any:
    value_type = shape.value_type
    if value_type is Id:
        return Id(term.value.removeprefix(base))
    if shape.record:
        return _decode(value_type, Id(term.value.removeprefix(base)), properties, base)
    if issubclass(value_type, StrEnum):
        return value_type(term.value.rsplit("/", 1)[1])
    if value_type in {date, datetime}:
        return value_type.fromisoformat(term.value)
    if value_type is bool:
        return term.value == "true"
    return value_type(term.value)
