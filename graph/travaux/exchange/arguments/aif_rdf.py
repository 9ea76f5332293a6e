"""The Argument Interchange Format as RDF, in the names that AIFdb gives to nodes and edges."""

from __future__ import annotations

from typing import BinaryIO

from travaux.exchange.arguments.aif_names import AIF, VOID
from travaux.exchange.arguments.aif_of_graph import to_node_set
from travaux.exchange.arguments.aif_of_triples import from_triples
from travaux.exchange.arguments.aif_to_graph import take_node_set
from travaux.exchange.arguments.aif_triples import to_triples
from travaux.exchange.arguments.decoding import decode
from travaux.exchange.arguments.gathering import gather_arguments
from travaux.exchange.arguments.graph import ArgumentGraph
from travaux.exchange.arguments.losses import AIF_RDF_LOSSES, count_losses
from travaux.exchange.arguments.reading import ReadArguments
from travaux.exchange.material import Loss, Material
from travaux.rdf.terms import NAMESPACES
from travaux.rdf.triples import read_triples, render_triples

_PREFIXES = {"aif": AIF, "void": VOID} | {
    name: NAMESPACES[name] for name in ("trv", "scheme", "rdf", "rdfs", "dcterms", "owl", "skos", "xsd")
}


def write_aif_rdf(material: Material, out: BinaryIO) -> tuple[Loss, ...]:
    """Write the argument map as Turtle; nodes have the IRIs that the whole graph gives them."""
    graph = gather_arguments(material)
    out.write(render_aif_rdf(graph))
    return count_losses(AIF_RDF_LOSSES, graph)


def render_aif_rdf(graph: ArgumentGraph) -> bytes:
    """Render a graph as Turtle; its ``base`` and each of its ids make an IRI, or ``ExchangeError`` is raised."""
    return render_triples(to_triples(to_node_set(graph)), _PREFIXES)


def read_aif_rdf(data: bytes, where: str) -> ReadArguments:
    """Read a map in any of the formats of RDF, and tell what it holds beyond the graph; ``where`` is the name of the file.

    ``ExchangeError``, with the place, for what no argument map can be.
    """
    return take_node_set(from_triples(read_triples(decode(data, where), where), where), where)
