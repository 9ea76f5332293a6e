"""Nodes and edges of AIF written as triples."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from travaux.exchange.arguments import aif_names as names
from travaux.exchange.arguments.aif_nodes import INFORMATION, LOCUTION, Node, NodeSet
from travaux.model.store import Iri
from travaux.rdf.terms import RDF_TYPE, RDFS_LABEL, concept_iri
from travaux.rdf.triples import PlainTriple, Term

_TYPE, _LABEL = Iri(RDF_TYPE), Iri(RDFS_LABEL)


def to_triples(found: NodeSet) -> Iterator[PlainTriple]:
    """Write a node set; edges stand in both directions, as in files of AIFdb."""
    base = Iri(found.base)
    yield base, _TYPE, names.DATASET
    yield base, names.TITLE, found.title
    yield base, names.VERSION, found.version
    for source in found.sources:
        document = Iri(found.base + source["id"])
        yield document, _TYPE, names.DOCUMENT
        yield from ((document, names.ON_DOCUMENT[key], value) for key, value in source.items() if key != "id")
    for node in found.nodes:
        yield from _node_triples(Iri(found.base + node.id), node)
    types = {node.id: node.type for node in found.nodes}
    for edge in found.edges:
        start, end = Iri(found.base + edge.start), Iri(found.base + edge.end)
        name = Iri(names.AIF + _LINKS[types[edge.start], types[edge.end]])
        yield start, name, end
        yield end, name, start


def _node_triples(iri: Iri, node: Node) -> Iterator[PlainTriple]:
    yield iri, _TYPE, Iri(f"{names.AIF}{node.type}-node")
    yield iri, Iri(names.AIF + names.CLAIM_TEXT) if node.type in {INFORMATION, LOCUTION} else _LABEL, node.text
    if node.timestamp:
        yield iri, Iri(names.AIF + names.CREATED), node.timestamp
    if node.about.get("part"):
        yield iri, names.PART_OF, Iri(iri.rpartition("/")[0])
    if "speaker" in node.about:
        yield iri, Iri(names.AIF + names.SOURCE), node.about["speaker"]
    yield from _fields(iri, names.ON_NODE, node)
    yield from _nested(iri, "speaker", names.HAS_SPEAKER, names.ON_SPEAKER, node)
    yield from _nested(iri, "passage", names.HAS_PASSAGE, names.ON_PASSAGE, node)


def _nested(iri: Iri, name: str, link: Iri, properties: Mapping[str, Iri], node: Node) -> Iterator[PlainTriple]:
    inner = Iri(f"{iri}/{name}")
    told = list(_fields(inner, properties, node))
    if told:
        yield iri, link, inner
        yield from told


def _fields(iri: Iri, properties: Mapping[str, Iri], node: Node) -> Iterator[PlainTriple]:
    return ((iri, name, _to_term(key, node.about[key])) for key, name in properties.items() if key in node.about)


def _to_term(key: str, value: str | int) -> Term:
    if key in names.WORDS:
        return Iri(concept_iri(names.WORDS[key](str(value))))
    return Iri(value) if key == "source" else value


_LINKS = {
    **{("I", kind): names.PREMISE for kind in ("RA", "CA", "MA")},
    **{(kind, "I"): names.CONCLUSION for kind in ("RA", "CA", "MA")},
    ("L", "YA"): names.SPOKEN,
    ("YA", "I"): names.CONTENT,
}
"""What the edges that we write are called, by the types of their ends."""
