"""Which records go to which named graph."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from pyoxigraph import NamedNode, Quad

from travaux.model.argument import Link, Position, Relation, Statement, TextChange
from travaux.model.consultation import Organization, Person, State
from travaux.model.contents import Actor, Contents
from travaux.model.corpus import Corpus
from travaux.model.finding import Finding
from travaux.model.identity import Id
from travaux.model.review import Decision, Layer, Reviewer
from travaux.model.text import Span
from travaux.model.treaty import Treaty
from travaux.rdf.graphs import GraphNames
from travaux.rdf.lines import from_lines
from travaux.rdf.records import encode, gather
from travaux.rdf.stored import records_in
from travaux.rdf.terms import property_iri


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
    yield from encode_actors(contents.actors, base)
    yield from encode_findings(contents.findings, base)


def encode_actors(actors: Iterable[Actor], base: str) -> Iterator[Quad]:
    """Write persons, organizations and States."""
    yield from _encode_all(actors, base, GraphNames(base).actors)


def decode_actors(lines: bytes, base: str) -> tuple[Actor, ...]:
    """Read back what ``encode_actors`` wrote, persons first, then organizations, then States, each by identifier."""
    properties = gather(from_lines(lines))
    persons, organizations = records_in(properties, Person, base), records_in(properties, Organization, base)
    return (*persons, *organizations, *records_in(properties, State, base))


def encode_findings(findings: Iterable[Finding], base: str) -> Iterator[Quad]:
    """Write findings."""
    yield from _encode_all(findings, base, GraphNames(base).findings)


def encode_statements(statements: Iterable[Statement], links: Iterable[Link], base: str) -> Iterator[Quad]:
    """Write what rules read from documents, and why it is linked, to the graphs of what was extracted from them."""
    records: tuple[Statement | Link, ...] = (*statements, *links)
    for record in records:
        yield from _encode_all([record], base, GraphNames(base).extracted(_document_name(record)))


def decode_statements(lines: bytes, base: str) -> tuple[tuple[Statement, ...], tuple[Link, ...]]:
    """Read back what ``encode_statements`` wrote, statements in the order of the text and links by identifier.

    Fields of many values come back sorted.
    """
    properties = gather(from_lines(lines))
    statements = sorted(records_in(properties, Statement, base), key=text_order)
    return tuple(statements), records_in(properties, Link, base)


def text_order(statement: Statement) -> tuple[int, int, Id]:
    """Give the key by which the statements of one document are sorted in the order of its text."""
    return statement.span.start, statement.span.end, statement.id


def encode_positions(positions: Iterable[Position], links: Iterable[Link], of: Mapping[Id, Id], base: str) -> Iterator[Quad]:
    """Write the positions that rules found to the graph of what is concluded over all documents, and which statement expresses which.

    ``of`` leads from statements to positions, and ``links`` tell why.
    """
    inferred = GraphNames(base).inferred
    records: tuple[Position | Link, ...] = (*positions, *links)
    yield from _encode_all(records, base, inferred)
    expresses, graph = NamedNode(property_iri("position")), NamedNode(inferred)
    for statement, position in of.items():
        yield Quad(NamedNode(base + statement), expresses, NamedNode(base + position), graph)


def encode_reviewed(records: Iterable[Statement | TextChange | Decision], base: str, document: str) -> Iterator[Quad]:
    """Write what people decided about a document to the graph of its review."""
    yield from _encode_all(records, base, GraphNames(base).reviewed(document))


def encode_argument(records: Iterable[Position | Relation | Decision | Reviewer], base: str) -> Iterator[Quad]:
    """Write what people decided over all documents: positions and how they bear on one another, and who decided."""
    yield from _encode_all(records, base, GraphNames(base).argument)


def encode_layers(layers: Iterable[Layer], base: str) -> Iterator[Quad]:
    """Write what the graphs of the argument map are."""
    yield from _encode_all(layers, base, GraphNames(base).layers)


def _document_name(record: Statement | Link) -> str:
    return record.document.removeprefix("document/")


def _encode_all(records: Iterable[Any], base: str, graph: str) -> Iterator[Quad]:
    """Write records in the graph named, and the places in documents that they point to in the graphs of those documents."""
    graphs = GraphNames(base)

    def graph_of(record: Any) -> str:  # noqa: ANN401, records of every class
        return graphs.document(record.document_name) if isinstance(record, Span) else graph

    for record in records:
        yield from encode(record, base, graph_of)
