"""The first corpus, as it is built, is what the shapes and the ontology say it is."""

from __future__ import annotations

import rdflib
from pyoxigraph import Quad
from rdflib import RDF, URIRef

from travaux.rdf.shapes import ShapesEngine, check_shapes
from travaux.rdf.terms import ONTOLOGY


def test_both_engines_find_nothing_wrong(quads: list[Quad]) -> None:
    assert len(quads) > 5000
    assert [check_shapes(quads, engine) for engine in ShapesEngine] == [(), ()]


def test_every_class_and_property_of_ours_that_is_used_is_in_the_ontology(quads: list[Quad], ontology: rdflib.Graph) -> None:
    used = {term.value for quad in quads for term in (quad.predicate, quad.object) if str(term).startswith(f"<{ONTOLOGY}")}  # type: ignore[union-attr]
    assert len(used) > 80
    assert {URIRef(one) for one in used} <= set(ontology.subjects(RDF.type))
