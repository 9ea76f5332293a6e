"""Alignments speak of terms that exist, declare every term of others, and make no blanket claims."""

from __future__ import annotations

from pathlib import Path

import pytest
import rdflib
from rdflib import OWL, RDF, RDFS, SKOS, BNode, URIRef

from travaux.rdf.terms import ONTOLOGY

TYPES = {OWL.Class, OWL.ObjectProperty, OWL.DatatypeProperty}
BUILT_IN = ("http://www.w3.org/2002/07/owl#", "http://www.w3.org/2001/XMLSchema#", "http://www.w3.org/2000/01/rdf-schema#")
ALIGNED_TO = {
    "AIF": "http://www.arg.dundee.ac.uk/aif#",
    "IBIS": "https://vocab.methodandstructure.com/ibis#",
    "PROV-O": "http://www.w3.org/ns/prov#",
    "Web Annotation": "http://www.w3.org/ns/oa#",
    "SKOS": str(SKOS),
    "Dublin Core": "http://purl.org/dc/terms/",
    "ORG": "http://www.w3.org/ns/org#",
    "FOAF": "http://xmlns.com/foaf/0.1/",
    "ELI": "http://data.europa.eu/eli/ontology#",
    "Akoma Ntoso": "https://docs.oasis-open.org/legaldocml/",
}


@pytest.fixture(scope="module")
def alignments(folder: Path) -> rdflib.Graph:
    return rdflib.Graph().parse(folder / "alignments.ttl")


def test_our_terms_are_those_of_the_ontology_with_the_same_types(alignments: rdflib.Graph, ontology: rdflib.Graph) -> None:
    own = {term for term in alignments.all_nodes() if isinstance(term, URIRef) and term.startswith(ONTOLOGY)}
    assert own
    for term in own:
        assert set(alignments.objects(term, RDF.type)) & TYPES == set(ontology.objects(term, RDF.type)) & TYPES != set(), term


def test_every_term_of_others_in_an_axiom_is_declared_and_says_whose_it_is(alignments: rdflib.Graph) -> None:
    axioms = (RDFS.subClassOf, RDFS.subPropertyOf, RDFS.domain, RDFS.range, OWL.equivalentClass, OWL.disjointWith, OWL.inverseOf)
    used = {term for predicate in axioms for pair in alignments.subject_objects(predicate) for term in pair}
    foreign = {one for one in used if not isinstance(one, BNode) and not str(one).startswith((ONTOLOGY, *BUILT_IN))}
    assert len(foreign) > 20
    for term in foreign:
        assert set(alignments.objects(term, RDF.type)) & TYPES, term
        assert alignments.value(term, RDFS.isDefinedBy), term


@pytest.mark.parametrize("name", ALIGNED_TO)
def test_every_vocabulary_is_reached(alignments: rdflib.Graph, name: str) -> None:
    reached = (RDFS.subClassOf, RDFS.subPropertyOf, RDFS.seeAlso)
    links = {str(value) for predicate in reached for value in alignments.objects(None, predicate)}
    assert any(link.startswith(ALIGNED_TO[name]) for link in links)


def test_nothing_of_ours_is_said_to_be_the_same_as_something_of_others(alignments: rdflib.Graph) -> None:
    for predicate in (OWL.equivalentClass, OWL.equivalentProperty, OWL.sameAs):
        assert not [subject for subject in alignments.subjects(predicate) if str(subject).startswith(ONTOLOGY)]
