"""Answers can be had in every standard format, and two askings give the same bytes."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from lxml import etree
from pyoxigraph import RdfFormat, parse

from travaux.errors import QueryError
from travaux.rdf.sparql.answer import TABLE_FORMATS
from travaux.rdf.sparql.graph_forms import TRIPLE_FORMATS
from travaux.rdf.sparql.worker import QueryWorker, run_query
from travaux.rdf.store import open_store

DATA = """\
<https://example.org/b> <https://w3id.org/travaux/ontology#label> "two\\nlines, \\"quoted\\"\\t\U0001d54f" <https://example.org/g> .
<https://example.org/a> <https://w3id.org/travaux/ontology#label> "eins"@de <https://example.org/g> .
<https://example.org/a> <https://w3id.org/travaux/ontology#size> "3"^^<http://www.w3.org/2001/XMLSchema#integer> <https://example.org/g> .
"""
ROWS = "SELECT ?s ?l ?none { ?s trv:label ?l OPTIONAL { ?s trv:absent ?none } } ORDER BY ?s"
TRIPLES = "CONSTRUCT { ?s trv:label ?l . ?s trv:about [ a skos:Concept ; rdfs:label ?l ] } WHERE { ?s trv:label ?l }"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("answer") / "store"
    with open_store(place) as store:
        store.load([DATA.encode()])
    return place


@pytest.fixture(scope="module")
def worker(folder: Path) -> Iterator[QueryWorker]:
    with QueryWorker(folder) as opened:
        yield opened


def test_rows_as_json(worker: QueryWorker) -> None:
    with worker.answer(ROWS) as answer:
        told = json.loads(answer.serialize("json"))
    assert told["head"]["vars"] == ["s", "l", "none"]
    assert [row["l"]["value"] for row in told["results"]["bindings"]] == ["eins", 'two\nlines, "quoted"\t\U0001d54f']
    assert "none" not in told["results"]["bindings"][0]


def test_rows_as_csv(worker: QueryWorker) -> None:
    with worker.answer(ROWS) as answer:
        expected = 's,l,none\r\nhttps://example.org/a,eins,\r\nhttps://example.org/b,"two\nlines, ""quoted""\t\U0001d54f",\r\n'
        assert answer.serialize("csv").decode() == expected


def test_rows_as_tsv_and_xml(worker: QueryWorker) -> None:
    with worker.answer(ROWS) as answer:
        assert answer.serialize("tsv").decode().splitlines()[1] == '<https://example.org/a>\t"eins"@de\t'
        tree = etree.fromstring(answer.serialize("xml"))
    assert len(tree.findall(".//{*}result")) == 2


def test_a_truth_in_every_form_for_tables(worker: QueryWorker) -> None:
    with worker.answer("ASK { ?s trv:size 4 }") as answer:
        assert json.loads(answer.serialize("json")) == {"head": {}, "boolean": False}
        assert all(b"false" in answer.serialize(form) for form in TABLE_FORMATS)


@pytest.mark.parametrize("form", TRIPLE_FORMATS)
def test_triples_mean_the_same_in_every_form(worker: QueryWorker, form: str) -> None:
    with worker.answer(TRIPLES) as answer:
        lines = set(answer.serialize("ntriples").decode().splitlines())
        again = {f"{quad.triple} ." for quad in parse(answer.serialize(form), TRIPLE_FORMATS[form])}
    assert len(lines) == 8
    assert again == lines


@pytest.mark.parametrize("form", TRIPLE_FORMATS)
def test_two_askings_give_the_same_bytes(worker: QueryWorker, folder: Path, form: str) -> None:
    with worker.answer(TRIPLES) as first, run_query(folder, TRIPLES) as second:
        assert first.serialize(form) == second.serialize(form)


def test_turtle_declares_the_prefixes_that_it_uses(worker: QueryWorker) -> None:
    with worker.answer(TRIPLES) as answer:
        text = answer.serialize("turtle").decode()
    declared = [line.split()[1] for line in text.splitlines() if line.startswith("@prefix")]
    assert declared == ["rdf:", "rdfs:", "skos:", "trv:"]
    assert list(parse(text, RdfFormat.TURTLE))


def test_everything_of_nothing_is_a_table_without_columns(worker: QueryWorker) -> None:
    with worker.answer("SELECT * {}") as answer:
        assert (answer.count, answer.variables, answer.to_table().rows) == (1, (), ((),))


@pytest.mark.parametrize(("query", "form"), [(ROWS, "turtle"), (TRIPLES, "csv"), ("ASK {}", "json-ld"), (ROWS, "docx")])
def test_a_form_that_does_not_fit_is_an_error_that_names_those_that_do(worker: QueryWorker, query: str, form: str) -> None:
    with worker.answer(query) as answer, pytest.raises(QueryError, match="It has: "):
        answer.serialize(form)


def test_only_rows_are_a_table(worker: QueryWorker) -> None:
    with worker.answer(TRIPLES) as answer, pytest.raises(QueryError, match="no table"):
        answer.to_table()
