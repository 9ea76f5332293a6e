"""Things, the vocabulary and the dataset can be had as RDF, at their addresses and in every form."""

from __future__ import annotations

import pytest
from rdflib import RDF, Graph, Literal, Namespace, URIRef
from starlette.testclient import TestClient

from travaux.model.store import Store
from travaux.rdf.describe import MOST_POINTING, describe
from travaux.rdf.named_queries import named_queries
from travaux.rdf.terms import NAMESPACES

pytestmark = pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated")  # rdflib reads JSON-LD into one

TRV, VOID, SH = (Namespace(iri) for iri in (NAMESPACES["trv"], "http://rdfs.org/ns/void#", NAMESPACES["sh"]))
BASE = "https://w3id.org/travaux/corpus/cybercrime-convention/"
STATEMENT = "document/fifth-consultation-report/statement/5-0328"
FORMS = {"text/turtle": "turtle", "application/ld+json": "json-ld", "application/n-triples": "nt", "application/rdf+xml": "xml"}


def read(client: TestClient, address: str, accept: str = "text/turtle") -> Graph:
    answer = client.get(address, headers={"accept": accept})
    assert (answer.status_code, answer.headers["content-type"].partition(";")[0]) == (200, accept), answer.text
    return Graph().parse(data=answer.content, format=FORMS[accept])


def test_a_thing_is_described_with_its_own_triples_its_parts_and_the_names_of_what_it_points_to(
    client: TestClient, stored_seeds: Store
) -> None:
    told, thing = read(client, f"/{STATEMENT}"), URIRef(f"{BASE}{STATEMENT}")
    own = stored_seeds.select(f"SELECT ?p ?o WHERE {{ <{thing}> ?p ?o }}").rows
    assert len(set(told.predicate_objects(thing))) == len(own) > 10
    span = next(told.objects(thing, TRV.span))
    assert str(next(told.objects(span, TRV.quote)))
    theme = next(told.objects(thing, TRV.theme))
    assert next(told.objects(theme, URIRef(NAMESPACES["rdfs"] + "label"))) is not None
    assert len(set(told.subjects(None, thing))) >= 1


@pytest.mark.parametrize("address", [f"/{STATEMENT}", "/instrument/draft/article/24", "/scheme/stance/supports", "/ontology", "/void"])
def test_every_form_of_a_thing_means_the_same(client: TestClient, address: str) -> None:
    graphs = [read(client, address, accept) for accept in FORMS]
    for graph in graphs:
        graph.remove((None, URIRef(NAMESPACES["foaf"] + "primaryTopic"), None))
        if address.startswith("/scheme"):
            graph.remove((None, URIRef(NAMESPACES["rdfs"] + "comment"), None))
    assert all(set(graphs[0]) == set(other) for other in graphs[1:])  # no blank nodes anywhere
    assert len(graphs[0]) > 10


def test_what_many_things_point_to_is_cut_and_the_document_says_so(stored_seeds: Store) -> None:
    thing = f"{BASE}document/fifth-consultation-report"
    told = describe(stored_seeds, thing, document="http://127.0.0.1/x")
    assert told is not None
    ((pointing,),) = stored_seeds.select(f"SELECT (COUNT(*) AS ?n) WHERE {{ ?s ?p <{thing}> }}").rows
    assert (told.pointing, told.pointing_in_all, told.cut) == (MOST_POINTING, pointing, True)
    assert f"Of the {pointing:,} triples that point to it {MOST_POINTING} are given".encode() in told.lines
    assert describe(stored_seeds, f"{BASE}nothing") is None


def test_an_answer_is_not_sent_twice_to_who_has_it(client: TestClient) -> None:
    for address, accept in (("/instrument/draft/article/24", "text/html"), (f"/{STATEMENT}", "text/turtle"), ("/void", "text/turtle")):
        first = client.get(address, headers={"accept": accept})
        again = client.get(address, headers={"accept": accept, "if-none-match": f'"other", W/{first.headers["etag"]}'})
        assert (again.status_code, again.content, again.headers["etag"]) == (304, b"", first.headers["etag"])
        assert first.headers["vary"] == "accept"
    assert client.get("/instrument/draft/article/24", headers={"if-none-match": '"other"'}).status_code == 200


def test_a_page_names_its_other_forms_in_its_headers(client: TestClient) -> None:
    link = client.get("/instrument/draft/article/24?stance=opposes").headers["link"]
    assert '</instrument/draft/article/24?stance=opposes&format=turtle>; rel="alternate describedby"; type="text/turtle"' in link


def test_no_form_of_a_page_is_forced_on_anybody(client: TestClient) -> None:
    assert client.get("/instrument/draft/article/24", headers={"accept": "image/png"}).status_code == 406
    assert client.get("/instrument/draft/article/24?format=xlsx").status_code == 400


def test_the_ontology_is_described_whole_and_shown_to_people(client: TestClient) -> None:
    terms = read(client, "/ontology")
    assert {TRV.Statement, TRV.Position} <= set(terms.subjects(RDF.type, URIRef(NAMESPACES["owl"] + "Class")))
    page = client.get("/ontology", headers={"accept": "text/html"}).text
    assert all(f'id="{name}"' in page for name in ("Statement", "Position", "span"))
    assert client.get("/scheme/stance/hostile").status_code == client.get("/scheme/%3E%20%7B").status_code == 404


def test_the_dataset_is_described_with_counts_that_are_those_of_the_graph(client: TestClient, stored_seeds: Store) -> None:
    assert client.get("/.well-known/void").headers["location"] == "/void"
    told = read(client, "/void")
    dataset = next(told.subjects(RDF.type, VOID.Dataset))
    ((triples,),) = stored_seeds.select("SELECT (COUNT(*) AS ?n) WHERE { ?s ?p ?o }").rows
    assert next(told.objects(dataset, VOID.triples)) == Literal(triples)
    assert str(next(told.objects(dataset, VOID.sparqlEndpoint))) == "http://127.0.0.1:8750/sparql"
    part = next(told.subjects(VOID["class"], TRV.Statement))
    assert next(told.objects(part, VOID.entities)) == Literal(133)
    spans = [held for held in told.objects(part, VOID.propertyPartition) if (held, VOID.property, TRV.span) in told]
    assert [next(told.objects(held, VOID.triples)) for held in spans] == [Literal(133)]


def test_prefixes_and_named_queries_are_declared_for_other_tools(client: TestClient) -> None:
    told = read(client, "/void")
    declared = {
        str(next(told.objects(one, SH.prefix))): str(next(told.objects(one, SH.namespace))) for one in told.objects(None, SH.declare)
    }
    assert declared == NAMESPACES
    queries = {str(next(told.objects(one, SH.select))) for one in told.subjects(RDF.type, SH.SPARQLExecutable)}
    assert queries == {query.text for query in named_queries()}
