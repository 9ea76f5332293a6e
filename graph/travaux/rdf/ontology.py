"""The ontology as quads of the vocabulary graph, the same bytes on every run."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from pyoxigraph import BlankNode, CanonicalizationAlgorithm, Dataset, NamedNode, Quad, RdfFormat, parse

from travaux.rdf.graphs import GraphNames
from travaux.resources import ontology_folder

VOCABULARY_FILES = ("travaux.ttl", "schemes.ttl", "order.ttl", "alignments.ttl")
"""The files of the ontology folder that make the vocabulary graph; the shapes are no part of it."""

GENERATED = "https://w3id.org/travaux/genid/"
"""Namespace of the IRIs that stand for blank nodes: stores rename blank nodes, and then no two dumps are alike."""


def read_vocabulary(base: str) -> tuple[Quad, ...]:
    """Read ontology, concept schemes, order and alignments as quads of the corpus' vocabulary graph, in code point order of their lines.

    Blank nodes are replaced by IRIs under ``GENERATED``, numbered by the canonical form of the whole (RDFC-1.0), so the quads depend on
    what the files say and not on how they were parsed.
    """
    dataset = Dataset(chain.from_iterable(_read(name) for name in VOCABULARY_FILES))
    dataset.canonicalize(CanonicalizationAlgorithm.RDFC_1_0)
    graph = NamedNode(GraphNames(base).vocabulary)
    return tuple(sorted((_named(quad, graph) for quad in dataset), key=str))


def vocabulary_lines(base: str) -> Iterator[bytes]:
    """Give the quads of ``read_vocabulary`` as N-Quads lines, each ending in a newline."""
    return (f"{quad} .\n".encode() for quad in read_vocabulary(base))


def _read(name: str) -> Iterator[Quad]:
    return parse(path=ontology_folder() / name, format=RdfFormat.TURTLE, rename_blank_nodes=True)


def _named(quad: Quad, graph: NamedNode) -> Quad:
    subject = _generated(quad.subject) if isinstance(quad.subject, BlankNode) else quad.subject
    value = _generated(quad.object) if isinstance(quad.object, BlankNode) else quad.object
    return Quad(subject, quad.predicate, value, graph)


def _generated(node: BlankNode) -> NamedNode:
    return NamedNode(GENERATED + node.value)
