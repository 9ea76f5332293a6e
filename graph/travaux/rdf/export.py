"""A whole store, written in the formats that other tools read."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any, BinaryIO

from pyoxigraph import DefaultGraph, Quad, RdfFormat, Triple, serialize

from travaux.model.store import Store
from travaux.rdf.lines import from_lines
from travaux.rdf.terms import NAMESPACES
from travaux.resources import ontology_folder


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
    from rdflib import Dataset  # noqa: PLC0415, the one format that needs rdflib

    context = json.loads((ontology_folder() / "context.jsonld").read_text("utf-8"))["@context"]
    dataset = Dataset()
    with _literals_as_written():
        dataset.parse(data=b"".join(store.dump()), format="nquads")
    compact = json.loads(dataset.serialize(format="json-ld", context=context, auto_compact=True))
    out.write(json.dumps(_sorted(compact), ensure_ascii=False, indent=1).encode() + b"\n")


@contextmanager
def _literals_as_written() -> Iterator[None]:
    """Keep rdflib from writing literals its own way, such as the Z of a time as +00:00, which would be other triples."""
    import rdflib  # noqa: PLC0415, the one format that needs rdflib

    before = rdflib.NORMALIZE_LITERALS
    rdflib.NORMALIZE_LITERALS = False
    try:
        yield
    finally:
        rdflib.NORMALIZE_LITERALS = before


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
