"""Users' queries end in time, cannot crash their caller, and leave nothing behind."""

from __future__ import annotations

import os
import random
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from travaux.errors import QueryError, StoreError
from travaux.rdf.sparql.worker import QueryWorker, run_query
from travaux.rdf.store import open_store

ENDLESS = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store of 300 numbered things, of which each has a label and a sort key."""
    place = tmp_path_factory.mktemp("worker") / "store"
    label = '<https://example.org/{0}> <https://w3id.org/travaux/ontology#label> "thing {0}" <https://example.org/graph> .\n'
    number = label.replace("#label", "#number").replace('"thing {0}"', '"{0}"^^<http://www.w3.org/2001/XMLSchema#integer>')
    with open_store(place) as store:
        store.load(line.format(thing).encode() for thing in range(300) for line in (label, number))
    return place


@pytest.fixture(scope="module")
def worker(folder: Path) -> Iterator[QueryWorker]:
    with QueryWorker(folder) as opened:
        yield opened


def test_a_query_is_answered(worker: QueryWorker) -> None:
    with worker.answer("SELECT ?l ?n { ?s trv:label ?l ; trv:number ?n } ORDER BY DESC(?n) LIMIT 2") as answer:
        assert answer.to_table().rows == (("thing 299", 299), ("thing 298", 298))
        assert (answer.count, answer.cut) == (2, False)


def test_one_call_is_enough(folder: Path) -> None:
    with run_query(folder, "ASK { ?s trv:number 7 }") as answer:
        assert answer.truth


@pytest.mark.parametrize(("rows", "count", "cut"), [(None, 300, False), (300, 300, False), (299, 299, True), (1, 1, True), (0, 0, True)])
def test_rows_end_at_the_limit_and_say_so(worker: QueryWorker, rows: int | None, count: int, *, cut: bool) -> None:
    with worker.answer("SELECT * { ?s trv:label ?l }", rows=rows) as answer:
        assert (answer.count, answer.cut, len(answer.to_table())) == (count, cut, count)


def test_triples_end_at_the_limit_and_come_sorted(worker: QueryWorker) -> None:
    with worker.answer("CONSTRUCT WHERE { ?s trv:label ?l }", rows=250) as answer:
        lines = answer.serialize("ntriples").splitlines()
        assert (answer.count, answer.cut, lines) == (250, True, sorted(lines))
        assert len(lines) == 250


def test_a_query_that_takes_too_long_is_ended_and_the_next_one_is_answered(worker: QueryWorker) -> None:
    begun = time.monotonic()
    with pytest.raises(QueryError, match=r"longer than 0\.5 seconds"):
        worker.answer(ENDLESS, seconds=0.5)
    assert time.monotonic() - begun < 5
    with worker.answer("ASK {}") as answer:
        assert answer.truth


def test_a_crash_of_the_engine_is_an_error_of_the_query(worker: QueryWorker) -> None:
    chain = "||".join(["?s"] * 20_000)
    with pytest.raises(QueryError, match="broke down"):
        worker.answer(f"SELECT * {{ ?s ?p ?o FILTER ({chain}) }}")
    with worker.answer("ASK {}") as answer:
        assert answer.truth


def test_ordering_texts_among_numbers_cannot_bring_the_caller_down(tmp_path: Path) -> None:
    """The engine aborts on about half of these mixtures; whether it does is its affair, that we survive is ours."""
    integer = "^^<http://www.w3.org/2001/XMLSchema#integer>"
    with open_store(tmp_path / "store") as store:
        for mixture in range(6):
            chance = random.Random(mixture)  # noqa: S311 (the same mixtures every time)
            line = f'<https://example.org/{{}}> <https://example.org/{mixture}> "{{}}"{{}} <https://example.org/graph> .\n'
            store.load(line.format(thing, chance.randrange(200), chance.choice(["", integer])).encode() for thing in range(300))
    with QueryWorker(tmp_path / "store") as worker:
        for mixture in range(6):
            try:
                worker.answer(f"SELECT ?o {{ ?s <https://example.org/{mixture}> ?o }} ORDER BY ?o").close()
            except QueryError as error:
                assert "broke down" in error.what  # noqa: PT017 (which of the two happens is the engine's affair)
        with worker.answer("ASK {}") as answer:
            assert answer.truth


def test_a_wrong_query_is_explained_with_its_place(worker: QueryWorker) -> None:
    with pytest.raises(QueryError, match="line 2, column 9: “}” cannot stand here"):
        worker.answer("SELECT *\n{ ?s ?p }")


def test_a_query_that_is_not_permitted_never_reaches_the_process(folder: Path) -> None:
    with QueryWorker(folder) as idle, pytest.raises(QueryError, match="SERVICE"):
        idle.answer("SELECT * { SERVICE <http://127.0.0.1:1/> { ?s ?p ?o } }")


def test_a_function_that_nobody_knows_is_an_error_of_the_query(worker: QueryWorker) -> None:
    with pytest.raises(QueryError, match="not supported"):
        worker.answer("SELECT (<https://example.org/f>(1) AS ?x) {}")


def test_a_folder_without_a_store_is_an_error_of_the_store(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="holds no store"):
        run_query(tmp_path, "ASK {}")


def test_nothing_is_left_behind(folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    with QueryWorker(folder) as worker:
        worker.answer("SELECT * { ?s ?p ?o }").close()
        with pytest.raises(QueryError):
            worker.answer("SELECT * { ?s ?p }")
        with pytest.raises(QueryError):
            worker.answer(ENDLESS, seconds=0.2)
        process = worker._process  # noqa: SLF001 (the process is what must be gone)
    assert process is None
    assert os.listdir(tmp_path) == []  # noqa: PTH208
