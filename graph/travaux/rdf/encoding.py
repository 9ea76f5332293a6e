"""Which records go to which named graph."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from pyoxigraph import Quad

from travaux.model.contents import Contents
from travaux.model.corpus import Corpus
from travaux.model.finding import Finding
from travaux.model.text import Span
from travaux.model.treaty import Treaty
from travaux.rdf.graphs import GraphNames
from travaux.rdf.records import encode


def encode_corpus(corpus: Corpus) -> Iterator[Quad]:
    """Write what ``corpus.toml`` says: the corpus with its instruments, consultations and documents."""
    yield from encode(corpus, corpus.base, GraphNames(corpus.base).corpus)


def encode_treaty(treaty: Treaty, base: str) -> Iterator[Quad]:
    """Write the treaty facts."""
    yield from _encode_all(treaty.records(), base, GraphNames(base).treaty)


def encode_contents(contents: Contents, base: str) -> Iterator[Quad]:
    """Write the structure of a document to its own graph, the actors that it names to theirs, its findings to theirs."""
    graphs = GraphNames(base)
    yield from _encode_all(contents.parts(), base, graphs.document(contents.document.name))
    yield from _encode_all(contents.actors, base, graphs.actors)
    yield from encode_findings(contents.findings, base)


def encode_findings(findings: Iterable[Finding], base: str) -> Iterator[Quad]:
    """Write findings."""
    yield from _encode_all(findings, base, GraphNames(base).findings)


def _encode_all(records: Iterable[Any], base: str, graph: str) -> Iterator[Quad]:
    """Write records in the graph named, and the places in documents that they point to in the graphs of those documents."""
    graphs = GraphNames(base)

    def graph_of(record: Any) -> str:  # noqa: ANN401, records of every class
        return graphs.document(record.document_name) if isinstance(record, Span) else graph

    for record in records:
        yield from encode(record, base, graph_of)
