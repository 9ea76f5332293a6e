"""The endpoint does what the SPARQL 1.1 protocol asks of one, and says clearly what it does not do."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Mapping
from typing import Any
from urllib.parse import urlencode

import pytest
from lxml import etree
from rdflib import Graph, URIRef
from starlette.testclient import TestClient

pytestmark = pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated")  # rdflib reads JSON-LD into one

ASK, SELECT = "ASK { ?s a trv:Statement }", "SELECT ?s WHERE { ?s a trv:Statement } ORDER BY STR(?s) LIMIT 3"
CONSTRUCT = "CONSTRUCT { ?s a trv:Statement } WHERE { ?s a trv:Statement } LIMIT 3"
DIRECT, FORM = {"content-type": "application/sparql-query"}, {"content-type": "application/x-www-form-urlencoded"}
BASE = "https://w3id.org/travaux/corpus/cybercrime-convention/"
THEMES, ACTORS = f"{BASE}graph/themes", f"{BASE}graph/actors"


def get(client: TestClient, query: str, accept: str = "", **options: Any) -> Any:
    return client.get("/sparql", params={"query": query, **options}, headers={"accept": accept} if accept else {})


def rows(answer: Any) -> list[dict[str, Any]]:
    assert answer.status_code == 200, answer.text
    return list(answer.json()["results"]["bindings"])


def post(client: TestClient, body: str | bytes, headers: Mapping[str, str], url: str = "/sparql") -> Any:
    return client.post(url, content=body, headers=dict(headers))


def test_a_query_can_be_sent_in_each_of_the_three_ways_with_one_answer(client: TestClient) -> None:
    found = [get(client, SELECT), post(client, urlencode({"query": SELECT}), FORM), post(client, SELECT, DIRECT)]
    assert [len(rows(answer)) for answer in found] == [3, 3, 3]
    assert len({answer.text for answer in found}) == 1


@pytest.mark.parametrize(
    ("accept", "media", "read"),
    [
        ("", "application/sparql-results+xml", None),
        ("application/sparql-results+json", "application/sparql-results+json", json.loads),
        ("application/json", "application/json", json.loads),
        ("application/sparql-results+xml;q=0.9, text/csv;q=0.2", "application/sparql-results+xml", etree.fromstring),
        ("text/csv", "text/csv; charset=utf-8", None),
        ("text/tab-separated-values", "text/tab-separated-values; charset=utf-8", None),
        ("text/html;q=0.1, application/*;q=0.5", "application/sparql-results+json", json.loads),
    ],
)
def test_rows_come_in_the_format_that_is_liked_best(client: TestClient, accept: str, media: str, read: Any) -> None:
    answer = get(client, SELECT, accept)
    assert (answer.status_code, answer.headers["vary"]) == (200, "accept")
    assert answer.headers["content-type"] == media if accept else "application/sparql-results+json"
    assert read is None or read(answer.content) is not None


def test_a_table_as_csv_has_the_rows_of_the_table_as_json(client: TestClient) -> None:
    told = [row["s"]["value"] for row in rows(get(client, SELECT))]
    assert list(csv.reader(io.StringIO(get(client, SELECT, "text/csv").text))) == [["s"], *([value] for value in told)]


@pytest.mark.parametrize(
    ("accept", "media", "form"),
    [
        ("text/turtle", "text/turtle; charset=utf-8", "turtle"),
        ("application/n-triples", "application/n-triples", "nt"),
        ("application/ld+json", "application/ld+json", "json-ld"),
        ("application/rdf+xml", "application/rdf+xml", "xml"),
    ],
)
def test_triples_come_in_every_format_and_mean_the_same(client: TestClient, accept: str, media: str, form: str) -> None:
    answer = get(client, CONSTRUCT, accept)
    assert (answer.status_code, answer.headers["content-type"]) == (200, media)
    assert set(Graph().parse(data=answer.content, format=form)) == set(Graph().parse(data=get(client, CONSTRUCT, format="ntriples").text))


@pytest.mark.parametrize("form", ["json", "xml", "application/sparql-results+json"])
def test_a_truth_has_the_format_of_the_option_whatever_the_header_says(client: TestClient, form: str) -> None:
    answer = get(client, ASK, "text/turtle", format=form)
    assert answer.status_code == 200
    assert "true" in answer.text


def test_description_of_a_thing_by_query(client: TestClient) -> None:
    answer = get(client, f"DESCRIBE <{BASE}theme/trust>", "text/turtle")
    assert URIRef(f"{BASE}theme/trust") in set(Graph().parse(data=answer.content).subjects())


COUNT = "SELECT ?g (COUNT(*) AS ?n) WHERE { GRAPH ?g { ?s ?p ?o } } GROUP BY ?g"
UNION = "SELECT (COUNT(*) AS ?n) WHERE { ?s ?p ?o }"


def held(client: TestClient, query: str, *graphs: tuple[str, str]) -> dict[str, int]:
    url = f"/sparql?{urlencode([('query', query), *graphs])}"
    return {row.get("g", {"value": ""})["value"]: int(row["n"]["value"]) for row in rows(client.get(url))}


def test_the_default_graph_is_the_union_of_the_named_graphs(client: TestClient) -> None:
    assert held(client, UNION)[""] == sum(held(client, COUNT).values()) > 10_000


def test_graphs_of_the_request_replace_those_of_the_query(client: TestClient) -> None:
    by_graph = held(client, COUNT)
    chosen = ("default-graph-uri", THEMES)
    assert held(client, UNION, chosen)[""] == by_graph[THEMES]
    assert held(client, UNION, chosen, ("default-graph-uri", ACTORS))[""] == by_graph[THEMES] + by_graph[ACTORS]
    assert held(client, UNION.replace("WHERE", f"FROM <{ACTORS}> WHERE"), chosen)[""] == by_graph[THEMES]
    assert held(client, UNION.replace("WHERE", f"FROM <{ACTORS}> WHERE"))[""] == by_graph[ACTORS]
    assert held(client, COUNT, chosen) == {}


def test_named_graphs_of_the_request_are_the_only_ones_that_there_are(client: TestClient) -> None:
    by_graph = held(client, COUNT)
    assert held(client, COUNT, ("named-graph-uri", THEMES)) == {THEMES: by_graph[THEMES]}
    assert held(client, UNION, ("named-graph-uri", THEMES))[""] == 0
    both = (("named-graph-uri", THEMES), ("default-graph-uri", ACTORS))
    assert (held(client, COUNT, *both), held(client, UNION, *both)[""]) == ({THEMES: by_graph[THEMES]}, by_graph[ACTORS])
    url = f"/sparql?{urlencode(both)}"
    assert len(rows(post(client, COUNT, DIRECT, url))) == 1
    assert len(rows(post(client, urlencode([("query", COUNT), *both]), FORM))) == 1


def test_a_graph_that_is_not_there_is_empty_and_is_never_fetched(client: TestClient) -> None:
    assert held(client, UNION, ("default-graph-uri", "http://127.0.0.1:9/never"))[""] == 0
    assert held(client, UNION.replace("WHERE", "FROM <file:///etc/passwd> WHERE"))[""] == 0


@pytest.mark.parametrize(
    ("options", "status", "said"),
    [
        ([("query", "SELECT ?s WHERE { ?s a trv:Statement ")], 400, "line 1, column 17"),
        ([("query", "SELECT ?s WHERE {\n ?s a trv:Statement ; }\nORDER ?s")], 400, "line 3, column"),
        ([("query", "")], 400, "empty"),
        ([("query", ASK), ("query", ASK)], 400, "2 queries"),
        ([("default-graph-uri", THEMES)], 400, "no query"),
        ([("query", ASK), ("default-graph-uri", "not a graph")], 400, "absolute IRI"),
        ([("query", ASK), ("format", "docx")], 400, "It has: "),
        ([("query", ASK), ("timeout", "soon")], 400, "timeout=5"),
        ([("query", ASK), ("timeout", "nan")], 400, "timeout=5"),
        ([("update", "CLEAR ALL")], 400, "nothing can be changed"),
        ([("query", "INSERT DATA { <x:a> <x:b> <x:c> }")], 400, "queries only read"),
        ([("query", "LOAD <http://127.0.0.1/>")], 400, "queries only read"),
        ([("query", "ASK { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }")], 400, "SERVICE"),
        ([("query", "SELECT * { ?s unknown:p ?o }")], 400, "not declared"),
        ([("query", f"SELECT * {{ {'{' * 3000} }} {'}' * 3000}")], 400, "more than 100 brackets"),
    ],
)
def test_what_cannot_be_answered_is_refused_with_the_reason(client: TestClient, options: Any, status: int, said: str) -> None:
    answer = client.get(f"/sparql?{urlencode(options)}")
    assert (answer.status_code, answer.headers["content-type"]) == (status, "text/plain; charset=utf-8")
    assert said in answer.text
    assert "Traceback" not in answer.text


@pytest.mark.parametrize(
    ("body", "headers", "status", "said"),
    [
        (SELECT, {"content-type": "text/plain"}, 415, "application/sparql-query"),
        (SELECT, {}, 415, "does not say"),
        (urlencode({"query": SELECT}), DIRECT, 400, "line 1, column"),
        (SELECT, FORM, 400, "no query"),
        ("ASK { ?s ?p 'é' }".encode("latin-1"), DIRECT, 400, "not UTF-8"),
        (SELECT, {"content-type": "application/sparql-query; charset=utf-16"}, 415, "UTF-8"),
        ("CLEAR ALL", {"content-type": "application/sparql-update"}, 400, "nothing can be changed"),
        (urlencode({"update": "CLEAR ALL"}), FORM, 400, "nothing can be changed"),
        (urlencode([("query", ASK), ("query", ASK)]), FORM, 400, "2 queries"),
        ("ASK { } # " + "x" * 200_000, DIRECT, 400, "100,000 is the limit"),
        (b"x" * 1_000_001, DIRECT, 413, "1,000,000 bytes"),
    ],
)
def test_bodies_that_are_no_queries_are_refused(client: TestClient, body: Any, headers: Any, status: int, said: str) -> None:
    answer = post(client, body, headers)
    assert (answer.status_code, said in answer.text) == (status, True), answer.text


def test_a_format_that_an_answer_cannot_have_is_not_acceptable(client: TestClient) -> None:
    assert [get(client, *asked).status_code for asked in ((SELECT, "text/turtle"), (CONSTRUCT, "text/csv"), (ASK, "image/png"))] == [
        406
    ] * 3


def test_errors_are_json_for_those_who_read_json(client: TestClient) -> None:
    told = get(client, "SELECT", "application/sparql-results+json").json()["error"]
    assert set(told) == {"what", "where", "hint"}
    assert told["where"].startswith("line 1")


def test_other_methods_are_told_which_ones_there_are(client: TestClient) -> None:
    answers = [client.put("/sparql"), client.delete("/sparql"), client.patch("/sparql")]
    assert [(answer.status_code, "GET" in answer.headers["allow"]) for answer in answers] == [(405, True)] * 3
    assert client.options("/sparql").headers["allow"] == "GET, HEAD, POST, OPTIONS"


def test_head_tells_what_get_would_say_and_says_nothing(client: TestClient) -> None:
    asked = {"query": SELECT}
    head, full = client.head("/sparql", params=asked), client.get("/sparql", params=asked)
    assert head.status_code == 200
    assert {name: value for name, value in head.headers.items() if name != "date"} == dict(full.headers)


def test_scripts_of_other_sites_may_ask_and_read(client: TestClient) -> None:
    origin = {"origin": "https://example.org"}
    assert client.get("/sparql", params={"query": ASK}, headers=origin).headers["access-control-allow-origin"] == "*"
    asked = {**origin, "access-control-request-method": "POST", "access-control-request-headers": "content-type"}
    allowed = client.options("/sparql", headers=asked)
    assert (allowed.status_code, allowed.headers["access-control-allow-origin"]) == (204, "*")
    assert "POST" in allowed.headers["access-control-allow-methods"]
    assert "content-type" in allowed.headers["access-control-allow-headers"]
    assert "access-control-allow-private-network" not in allowed.headers


def test_without_a_query_the_endpoint_describes_itself(client: TestClient) -> None:
    described = Graph().parse(data=client.get("/sparql").content, format="turtle")
    sd = "http://www.w3.org/ns/sparql-service-description#"
    endpoint = URIRef("http://127.0.0.1:8750/sparql")
    assert (endpoint, URIRef(f"{sd}feature"), URIRef(f"{sd}UnionDefaultGraph")) in described
    assert {str(name) for name in described.objects(None, URIRef(f"{sd}name"))} == set(held(client, COUNT))
    assert "COUNT(DISTINCT" in str(next(described.objects(endpoint, URIRef("http://www.w3.org/2000/01/rdf-schema#comment"))))
    same = [client.get("/sparql", headers={"accept": accept}) for accept in ("application/ld+json", "application/rdf+xml")]
    assert [len(Graph().parse(data=answer.content, format=form)) for answer, form in zip(same, ("json-ld", "xml"), strict=True)] == [
        len(described)
    ] * 2


def test_a_browser_without_a_query_is_led_to_where_one_is_typed(client: TestClient) -> None:
    answer = client.get("/sparql", headers={"accept": "text/html,application/xml;q=0.9,*/*;q=0.8"})
    assert (answer.status_code, answer.headers["location"]) == (303, "/query")
