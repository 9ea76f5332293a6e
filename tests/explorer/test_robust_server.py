"""Hostile, broken, slow and crowded requests get proper answers, and everybody else is served meanwhile."""

from __future__ import annotations

import os
import socket
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlencode, urlsplit

import httpx
import pytest

from browsing import serving
from travaux.pipeline.build import Build
from travaux.rdf.sparql.pool import WorkerPool
from travaux.views.explorer import Explorer
from travaux.web.explorer import bounds, explorer_app
from travaux.web.explorer.kept import Kept, KeptAnswers, to_kept
from travaux.web.explorer.sparql import Limits

ENDLESS = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }"
MIXED = "SELECT ?x { VALUES ?x { " + " ".join(f'"{n}" {n} {n}.5 "{n} bis"' for n in range(40)) + " } } ORDER BY ?x"


@pytest.fixture(scope="module")
def address(seeds_explorer: Explorer, built_seeds: Build) -> Iterator[str]:
    """A server with two workers, of which a query may have three seconds, and a place for one who waits."""
    pool = WorkerPool(built_seeds.generation.store, workers=2, waiting=1, patience=0.5)
    app = explorer_app(seeds_explorer, built_seeds.generation.store, queries=Limits(rows=50, seconds=3), pool=pool)
    with serving(app) as served:
        yield served
    pool.close()


def talk(address: str, sent: bytes) -> str:
    """Send bytes as they are, and give what comes back."""
    with socket.create_connection((urlsplit(address).hostname or "", urlsplit(address).port or 0), timeout=10) as line:
        line.sendall(sent)
        return b"".join(iter(lambda: line.recv(65536), b"")).decode("latin-1")


def head(path: str, *more: str, method: str = "GET", host: str = "127.0.0.1") -> bytes:
    return "\r\n".join([f"{method} {path} HTTP/1.1", f"Host: {host}", "Connection: close", *more, "", ""]).encode("latin-1")


@pytest.mark.parametrize(
    ("sent", "status"),
    [
        (head("/static/../../../../etc/passwd"), 404),
        (head("/static/..%2f..%2f..%2fetc%2fpasswd"), 404),
        (head("/static/%2e%2e/%2e%2e/etc/passwd"), 404),
        (head("/%00"), 404),
        (head("/instrument/draft/article/%ff%fe"), 404),
        (head("/instrument/draft/article/%"), 404),
        (head("/" + "a/" * 5_000 + "a"), 404),
        (head("/" + "a" * 33_000), 414),
        (head(f"/sparql?query={'x' * 33_000}"), 414),
        (head("/", "X: " + "x" * 33_000), 431),
        (head("/", host="attacker.example"), 421),
        (b"GET / HTTP/1.1\r\n\r\n", 400),
        (b"NONSENSE\r\n\r\n", 400),
        (b"GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: -1\r\n\r\n", 400),
        (head("/sparql", "Content-Type: application/sparql-query", "Content-Length: 99999999", method="POST"), 413),
        (head("/themes", method="TRACE"), 405),
        (head("/about", "Content-Length: 0", method="POST"), 405),
        (head("/sparql?query=%ff"), 400),
    ],
)
def test_broken_and_hostile_requests_get_proper_answers(address: str, sent: bytes, status: int) -> None:
    told = talk(address, sent)
    assert told.startswith(f"HTTP/1.1 {status} "), told[:300]
    assert not [word for word in ("Traceback", "root:", "site-packages", ".py") if word in told]


def test_chunks_beyond_the_limit_are_not_read_to_the_end(address: str) -> None:
    start = head("/sparql", "Content-Type: application/sparql-query", "Transfer-Encoding: chunked", method="POST")
    chunk = b"10000\r\n" + b"x" * 65_536 + b"\r\n"
    assert talk(address, start + chunk * 17 + b"0\r\n\r\n").startswith("HTTP/1.1 413 ")


def test_a_body_that_does_not_come_is_not_waited_for_long(
    seeds_explorer: Explorer, built_seeds: Build, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bounds.Bounds.__init__, "__defaults__", (0.3,))
    begun = time.monotonic()
    with serving(explorer_app(seeds_explorer, built_seeds.generation.store)) as address:
        sent = head("/sparql", "Content-Type: application/sparql-query", "Content-Length: 100", method="POST")
        with socket.create_connection((urlsplit(address).hostname or "", urlsplit(address).port or 0), timeout=10) as line:
            line.sendall(sent + b"SELECT")
            told = line.recv(65536).decode("latin-1")
    assert told.startswith("HTTP/1.1 408 ")
    assert time.monotonic() - begun < 5


def test_an_error_is_a_page_for_people_and_data_for_programs(address: str) -> None:
    page = httpx.get(f"{address}/nowhere/at/all", headers={"accept": "text/html"})
    assert (page.status_code, "<h1>Not found</h1>" in page.text, 'href="/search"' in page.text) == (404, True, True)
    assert set(httpx.get(f"{address}/nowhere/at/all").json()["error"]) == {"what", "where", "hint"}


def ask(address: str, query: str, **options: Any) -> httpx.Response:
    return httpx.get(f"{address}/sparql", params={"query": query, **options}, timeout=30)


def test_answers_end_at_the_limit_and_say_so(address: str) -> None:
    assert "x-sparql-maxrows" not in ask(address, "SELECT * { ?s a trv:Theme } LIMIT 50").headers
    cut = ask(address, "SELECT * { ?s ?p ?o }")
    assert (cut.headers["x-sparql-maxrows"], len(cut.json()["results"]["bindings"])) == ("50", 50)


def test_texts_ordered_among_numbers_leave_the_server_alive(address: str) -> None:
    assert ask(address, MIXED).status_code in {200, 500}
    assert ask(address, "ASK {}").json()["boolean"] is True


def test_a_runaway_query_is_ended_and_nobody_waits_for_it(address: str) -> None:
    found: list[httpx.Response] = []
    thread = threading.Thread(target=lambda: found.append(ask(address, ENDLESS)))
    ask(address, "ASK {}")  # a worker has begun
    thread.start()
    time.sleep(0.3)
    for path in ("/sparql?query=ASK%7B%7D", "/ontology", "/void"):
        httpx.get(f"{address}{path}", timeout=10)
        begun = time.monotonic()
        assert httpx.get(f"{address}{path}").status_code == 200
        assert time.monotonic() - begun < 1
    thread.join()
    assert (found[0].status_code, "longer than 3 seconds" in found[0].text) == (503, True)
    assert busy_workers() == 0


def test_a_query_ends_with_the_one_who_asked(address: str) -> None:
    with pytest.raises(httpx.ReadTimeout):
        httpx.get(f"{address}/sparql", params={"query": ENDLESS}, timeout=0.5)
    wait(lambda: busy_workers() == 0, seconds=2)


def test_too_many_queries_at_once_are_told_to_come_back(address: str) -> None:
    found: list[httpx.Response] = []
    threads = [threading.Thread(target=lambda: found.append(ask(address, ENDLESS, timeout=2))) for _ in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    crowded = [answer for answer in found if "retry-after" in answer.headers]
    assert ({answer.status_code for answer in found}, len(crowded)) == ({503}, 4)
    assert ask(address, "ASK {}").status_code == 200


def test_scripts_of_other_sites_can_be_kept_out(seeds_explorer: Explorer, built_seeds: Build) -> None:
    with serving(explorer_app(seeds_explorer, built_seeds.generation.store, shared=False)) as address:
        answers = [httpx.get(f"{address}/void"), httpx.options(f"{address}/sparql", headers={"access-control-request-method": "GET"})]
    assert [name for answer in answers for name in answer.headers if name.startswith("access-control")] == []


def test_kept_answers_make_room_for_others() -> None:
    kept = KeptAnswers(most=1_000)
    made: list[str] = []

    def make(name: str) -> Kept:
        made.append(name)
        return to_kept(b"x" * 240, "text/plain")

    def get(name: str) -> None:
        kept.get(name, lambda: make(name))

    for name in "abcdaea":
        get(name)
    assert "".join(made) == "abcde"
    get("b")
    assert "".join(made) == "abcdeb"


def busy_workers() -> int:
    """Count the processes of workers below this one that use a processor now."""
    before = times()
    time.sleep(0.3)
    return sum(after - before.get(name, after) > 10 for name, after in times().items())


def times() -> dict[str, int]:
    found = {}
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            fields = (folder / "stat").read_text().rpartition(")")[2].split()
            if fields[1] == str(os.getpid()) and "travaux.rdf.sparql.process" in (folder / "cmdline").read_text():
                found[folder.name] = int(fields[11]) + int(fields[12])
        except OSError:
            continue
    return found


def wait(until: Callable[[], bool], *, seconds: float) -> None:
    end = time.monotonic() + seconds
    while not until():
        assert time.monotonic() < end
        time.sleep(0.1)


def test_clients_that_others_wrote_are_answered(address: str) -> None:
    from rdflib.plugins.stores.sparqlstore import SPARQLStore  # noqa: PLC0415
    from SPARQLWrapper import CSV, JSON, POST, SPARQLWrapper  # noqa: PLC0415

    query = "SELECT (COUNT(*) AS ?n) WHERE { ?s a trv:Statement }"
    wrapper: Any = SPARQLWrapper(f"{address}/sparql")
    wrapper.setQuery(f"PREFIX trv: <https://w3id.org/travaux/ontology#> {query}")
    wrapper.setReturnFormat(JSON)
    assert [row["n"]["value"] for row in wrapper.query().convert()["results"]["bindings"]] == ["133"]
    wrapper.setMethod(POST)
    wrapper.setReturnFormat(CSV)
    assert wrapper.query().convert().split() == [b"n", b"133"]
    store: Any = SPARQLStore(f"{address}/sparql")
    assert [int(row[0]) for row in store.query(f"PREFIX trv: <https://w3id.org/travaux/ontology#> {query}")] == [133]


def test_a_query_by_hand_over_one_connection(address: str) -> None:
    body = urlencode({"query": "ASK {}"})
    with httpx.Client(base_url=address, headers={"content-type": "application/x-www-form-urlencoded"}) as one:
        assert [one.post("/sparql", content=body).json()["boolean"] for _ in range(3)] == [True] * 3
