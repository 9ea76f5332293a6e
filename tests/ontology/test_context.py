"""The JSON-LD context names every term, and what is written with it reads back as the same graph."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
import rdflib
from rdflib import OWL, RDF, URIRef
from rdflib.compare import isomorphic

from travaux.rdf.terms import NAMESPACES, ONTOLOGY, STANDARD_PROPERTIES

BASE = "https://example.org/corpus/"
RDFLIB = "ignore:ConjunctiveGraph is deprecated:DeprecationWarning"
"""rdflib's own JSON-LD reader uses what rdflib calls deprecated."""

DATA = """
@prefix trv: <https://w3id.org/travaux/ontology#> .
@prefix dcterms: <http://purl.org/dc/terms/> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
@base <https://example.org/corpus/> .

<document/report/statement/1> a trv:Statement ; rdfs:label "Narrow the scope." ; trv:cue "cautioned against" ; trv:confidence 8.0e-1 ;
    trv:stance <https://w3id.org/travaux/scheme/stance/opposes> ; trv:provision <instrument/draft/article/5>, <instrument/draft/article/6> ;
    trv:span <document/report/span/3-9> .
<document/report/span/3-9> a trv:Span ; trv:start 3 ; trv:end 9 ; trv:quote " scope\\n" .
<document/report> a trv:Document ; dcterms:title "A report" ; dcterms:date "2023-06-20"^^xsd:date ; dcterms:language "en" ;
    dcterms:license "public domain" .
<document/report/decision/1/mira> a trv:Decision ; trv:subject <document/report/statement/1> ; trv:reviewer <reviewer/mira> ;
    trv:at "2030-11-01T09:30:00Z"^^xsd:dateTime ; trv:inForce true .
<consultation/fifth> trv:firstDay "2023-06-20"^^xsd:date .
<theme/scope> a trv:Theme ; skos:prefLabel "Scope"@en ; trv:signalPhrase "overbroad" ; skos:broader <theme/treaty> .
"""


@pytest.fixture(scope="session")
def context(folder: Path) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((folder / "context.jsonld").read_text(encoding="utf-8"))["@context"]
    return found


def expanded(context: dict[str, Any], key: str) -> str:
    term = context[key]
    prefix, _, name = (term["@id"] if isinstance(term, dict) else term).partition(":")
    return f"{context[prefix]}{name}"


def test_every_prefix_is_there(context: dict[str, Any]) -> None:
    assert NAMESPACES.items() <= context.items()


def test_every_class_and_property_has_its_own_name(context: dict[str, Any], ontology: rdflib.Graph) -> None:
    for kind in (OWL.Class, OWL.ObjectProperty, OWL.DatatypeProperty):
        for term in ontology.subjects(RDF.type, kind):
            if isinstance(term, URIRef) and term.startswith(ONTOLOGY):
                assert expanded(context, term.removeprefix(ONTOLOGY)) == str(term)
    for field, iri in STANDARD_PROPERTIES.items():
        assert expanded(context, field) == iri


def test_links_are_links_and_no_name_is_dead(context: dict[str, Any], ontology: rdflib.Graph) -> None:
    for key, term in context.items():
        if "trv:" in str(term):
            iri = URIRef(expanded(context, key))
            kinds = set(ontology.objects(iri, RDF.type))
            assert kinds, key
            assert (OWL.ObjectProperty in kinds) == (isinstance(term, dict) and term["@type"] == "@id"), key


@pytest.mark.filterwarnings(RDFLIB)
def test_a_graph_survives_the_round_trip(context: dict[str, Any]) -> None:
    before = rdflib.Graph().parse(data=DATA, format="turtle")
    written = before.serialize(format="json-ld", context=context, auto_compact=False)
    assert isomorphic(rdflib.Graph().parse(data=written, format="json-ld"), before)
    assert len(before) > 20


@pytest.mark.filterwarnings(RDFLIB)
def test_plain_json_with_the_context_means_the_graph(context: dict[str, Any]) -> None:
    document = {
        "@context": context,
        "id": BASE + "document/report/statement/1",
        "type": "Statement",
        "label": "Narrow the scope.",
        "cue": "cautioned against",
        "confidence": 0.8,
        "stance": "scheme:stance/opposes",
        "provision": [BASE + "instrument/draft/article/5", BASE + "instrument/draft/article/6"],
        "span": {"id": BASE + "document/report/span/3-9", "type": "Span", "start": 3, "end": 9, "quote": " scope\n"},
    }
    said = rdflib.Graph().parse(data=json.dumps(document), format="json-ld")
    meant = rdflib.Graph().parse(data=DATA, format="turtle")
    assert len(said) == 12
    assert {triple[:2] for triple in said} <= {triple[:2] for triple in meant}
    assert set(said) - set(meant) == set() or {float(triple[2]) for triple in set(said) - set(meant)} == {0.8}  # type: ignore[arg-type]
