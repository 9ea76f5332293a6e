"""Blank nodes on servers that name them anew in every request: as IRIs outside, as blank nodes inside."""

from __future__ import annotations

import re

from pyoxigraph import BlankNode, NamedNode, Quad

# RDF 1.1 Concepts, section 3.5, reserves this path for the purpose
_GENERATED = "https://w3id.org/travaux/.well-known/genid/"
_AS_IRI = re.compile(re.escape(f"<{_GENERATED}") + r"([0-9A-Za-z]+)>")
_NOT_IN_LABELS = re.compile(r"[^0-9A-Za-z]+")


def name_blank_nodes(quad: Quad) -> Quad:
    """Return the quad with IRIs in place of blank nodes."""
    subject, value = quad.subject, quad.object
    if isinstance(subject, BlankNode):
        subject = NamedNode(_GENERATED + subject.value)
    if isinstance(value, BlankNode):
        value = NamedNode(_GENERATED + value.value)
    return Quad(subject, quad.predicate, value, quad.graph_name)


def blank_names(lines: str) -> str:
    """Return N-Triples with blank nodes in place of the IRIs that ``name_blank_nodes`` made."""
    return _AS_IRI.sub(r"_:\1", lines)


def find_blank_name(iri: str) -> BlankNode | None:
    """Return the blank node that an IRI stands for, if it does."""
    return blank_node(iri.removeprefix(_GENERATED)) if iri.startswith(_GENERATED) else None


def blank_node(label: str) -> BlankNode:
    """Return a blank node of a label in which a server may use any characters."""
    return BlankNode("b" + _NOT_IN_LABELS.sub("x", label) if _NOT_IN_LABELS.search(label) else label)
