"""A whole store, written in the formats that other tools read."""

from __future__ import annotations

import json
import warnings
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any, BinaryIO

from pyoxigraph import BlankNode, DefaultGraph, NamedNode, Quad, RdfFormat, Triple, serialize
from pyoxigraph import Literal as OxLiteral

from travaux.model.store import Store
from travaux.rdf.lines import from_lines
from travaux.rdf.terms import NAMESPACES
from travaux.resources import ontology_folder

if TYPE_CHECKING:
    from rdflib import Dataset

_STRING = NAMESPACES["xsd"] + "string"


def write_nquads(store: Store, out: BinaryIO) -> None:
    """Write N-Quads, a line a quad, in code point order."""
    out.writelines(store.dump())


def write_trig(store: Store, out: BinaryIO) -> None:
    """Write TriG: the named graphs with prefixes, for people."""
    serialize(_by_graph(store), out, format=RdfFormat.TRIG, prefixes=NAMESPACES)


def write_turtle(store: Store, out: BinaryIO) -> None:
    """Write Turtle: all triples, without their named graphs."""
    triples = (Triple(quad.subject, quad.predicate, quad.object) for quad in _quads(store))
    serialize(triples, out, format=RdfFormat.TURTLE, prefixes=NAMESPACES)


def write_jsonld(store: Store, out: BinaryIO) -> None:
    """Write JSON-LD in the terms of ``ontology/context.jsonld``, which the file carries, with the named graphs, sorted."""
    context = json.loads((ontology_folder() / "context.jsonld").read_text("utf-8"))["@context"]
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)  # rdflib's own writer uses what rdflib calls deprecated
        compact = json.loads(_to_rdflib(store).serialize(format="json-ld", context=context, auto_compact=True))
    out.write(json.dumps(_sorted(compact), ensure_ascii=False, indent=1).encode() + b"\n")


def _to_rdflib(store: Store) -> Dataset:
    """Give the store to rdflib, literals as they are written: it would make +00:00 of the Z of a time, which is another triple."""
    from rdflib import BNode, Dataset, Literal, URIRef  # noqa: PLC0415, the one format that needs rdflib

    def to_node(term: object) -> URIRef | BNode | Literal:
        if isinstance(term, NamedNode):
            return URIRef(term.value)
        if isinstance(term, BlankNode):
            return BNode(term.value)
        if not isinstance(term, OxLiteral):
            raise TypeError(term)
        datatype = None if term.language or term.datatype.value == _STRING else URIRef(term.datatype.value)
        return Literal(term.value, lang=term.language, datatype=datatype, normalize=False)

    dataset = Dataset()
    for quad in _quads(store):
        within = dataset.graph(URIRef(quad.graph_name.value)) if isinstance(quad.graph_name, NamedNode) else dataset.default_graph
        within.add((to_node(quad.subject), to_node(quad.predicate), to_node(quad.object)))
    return dataset


EXPORTS: dict[str, Callable[[Store, BinaryIO], None]] = {
    "nq": write_nquads,
    "trig": write_trig,
    "ttl": write_turtle,
    "jsonld": write_jsonld,
}
"""The formats by the ending of their files."""


def _quads(store: Store) -> Iterator[Quad]:
    return iter(from_lines(store.dump()))


def _by_graph(store: Store) -> list[Quad]:
    return sorted(_quads(store), key=lambda quad: "" if isinstance(quad.graph_name, DefaultGraph) else quad.graph_name.value)


def _sorted(value: Any) -> Any:  # noqa: ANN401, JSON of any shape
    """Sort the members of objects by name and the items of lists by their JSON, except values of the context."""
    if isinstance(value, dict):
        return {key: value[key] if key == "@context" else _sorted(value[key]) for key in sorted(value)}
    if isinstance(value, list):
        return sorted((_sorted(item) for item in value), key=lambda item: json.dumps(item, sort_keys=True))
    return value
