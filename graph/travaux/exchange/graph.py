"""The whole graph, in the formats of RDF; all but Turtle keep the named graphs."""

from __future__ import annotations

from collections.abc import Callable
from typing import BinaryIO

from travaux.exchange.material import Loss, Material
from travaux.model.store import Store
from travaux.rdf import export
from travaux.resources import ontology_folder


def _whole(write: Callable[[Store, BinaryIO], None]) -> Callable[[Material, BinaryIO], tuple[Loss, ...]]:
    def written(material: Material, out: BinaryIO) -> tuple[Loss, ...]:
        write(material.store, out)
        return ()

    return written


write_nquads = _whole(export.write_nquads)
write_trig = _whole(export.write_trig)
write_jsonld = _whole(export.write_jsonld)


def write_context(material: Material, out: BinaryIO) -> tuple[Loss, ...]:  # noqa: ARG001, every export is made from the same
    """Write the JSON-LD context, byte for byte as the ontology brings it; the same for every corpus."""
    out.write((ontology_folder() / "context.jsonld").read_bytes())
    return ()


def write_turtle(material: Material, out: BinaryIO) -> tuple[Loss, ...]:
    """Write all triples, without the named graphs that tell layers and documents apart."""
    export.write_turtle(material.store, out)
    graphs = material.store.select("SELECT (COUNT(DISTINCT ?g) AS ?graphs) WHERE { GRAPH ?g { ?s ?p ?o } }")
    return (Loss("named graphs", "all triples stand in one graph", int(str(graphs.rows[0][0]))),)
