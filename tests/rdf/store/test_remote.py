"""What goes wrong with a server is said in words that help, and never leaves half a load behind."""

from __future__ import annotations

import json
import socket
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import Any
from urllib.parse import parse_qs

import httpx
import pytest

from travaux.errors import QueryError, StoreError
from travaux.model.store import Store
from travaux.rdf.store import open_store
from travaux.rdf.store.endpoint import Endpoint

Reply = tuple[int, dict[str, str], bytes]
JSON = {"Content-Type": "application/sparql-results+json"}


def table(*rows: dict[str, str]) -> Reply:
    bindings = [{name: {"type": "uri", "value": value} for name, value in row.items()} for row in rows]
    names = sorted({name for row in rows for name in row})
    return 200, JSON, json.dumps({"head": {"vars": names}, "results": {"bindings": bindings}}).encode()


def truth(*, answer: bool) -> Reply:
    return 200, JSON, json.dumps({"head": {}, "boolean": answer}).encode()


class Server:
    """A server that says what a test wants, and remembers what it was asked."""

    def __init__(self) -> None:
        self.reply: Callable[[str, dict[str, str]], Reply] = lambda _text, _headers: table()
        self.asked: list[str] = []
        outer = self

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                form = parse_qs(self.rfile.read(int(self.headers["Content-Length"])).decode())
                text = (form.get("query") or form.get("update") or [""])[0]
                outer.asked.append(text)
                status, headers, body = outer.reply(text, dict(self.headers.items()) | {"path": self.path})
                self.send_response(status)
                for name, value in ({"Content-Length": str(len(body))} | headers).items():
                    self.send_header(name, value)
                self.end_headers()
                self.wfile.write(body)

            def log_message(self, format: str, *args: Any) -> None:  # noqa: A002 (as the base class has it)
                """Say nothing."""

        self._http = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.location = f"http://127.0.0.1:{self._http.server_port}/sparql"
        self._thread = Thread(target=self._http.serve_forever, kwargs={"poll_interval": 0.01})
        self._thread.start()

    def close(self) -> None:
        self._http.shutdown()
        self._thread.join()
        self._http.server_close()


@pytest.fixture
def server() -> Iterator[Server]:
    opened = Server()
    yield opened
    opened.close()


def test_an_address_at_which_nobody_listens_is_unreachable() -> None:
    with socket.socket() as reserved:
        reserved.bind(("127.0.0.1", 0))
        location = f"http://127.0.0.1:{reserved.getsockname()[1]}/sparql"
        with pytest.raises(StoreError, match="cannot be reached"), open_store(location):
            pass


@pytest.mark.parametrize("location", ["http://", "http://[broken/sparql", "http://example.org:99999999/"])
def test_an_address_that_is_none_is_refused(location: str) -> None:
    with pytest.raises(StoreError), open_store(location):
        pass


@pytest.mark.parametrize(
    ("reply", "said"),
    [
        ((401, {"WWW-Authenticate": 'Basic realm="x"'}, b""), "refused the credentials"),
        ((403, {}, b"forbidden"), "refused the credentials"),
        ((404, {}, b"<h1>no such page</h1>"), "the server failed: 404"),
        ((302, {"Location": "http://127.0.0.1:1/"}, b""), "the server failed: 302"),
        ((500, {}, b"\n  out of memory \n"), "500 Internal Server Error, out of memory"),
        ((200, {"Content-Type": "text/html"}, b"<h1>Welcome</h1>"), "cut or no JSON"),
        ((200, JSON, b'{"head": {"vars": ["s"]}, "results": {"bindings": [{"s'), "cut or no JSON"),
        ((200, JSON, b"[]"), "no result of a query"),
        ((200, JSON | {"X-SPARQL-MaxRows": "10"}, table()[2]), "cut the answer after 10 rows"),
    ],
    ids=str,
)
def test_a_server_that_fails_is_an_error_of_the_store(server: Server, reply: Reply, said: str) -> None:
    server.reply = lambda _text, _headers: reply
    with pytest.raises(StoreError, match=said), open_store(server.location, credentials=("user", "secret")):
        pass


def test_a_query_that_the_server_refuses_is_an_error_of_the_query(server: Server) -> None:
    with open_store(server.location) as store:
        server.reply = lambda _text, _headers: (400, {}, b"line 1: syntax error\nSELECT")
        with pytest.raises(QueryError, match="refused the query: line 1: syntax error"):
            store.select("SELECT ?s { ?s ?p ?o }")


def test_a_default_graph_that_is_no_union_is_refused(server: Server) -> None:
    server.reply = lambda text, _headers: truth(answer=False) if "ASK" in text else table({"g": "https://example.org/g"})
    with pytest.raises(StoreError, match="not the union"), open_store(server.location):
        pass


def test_no_password_appears_in_an_error(server: Server) -> None:
    server.reply = lambda _text, _headers: (500, {}, b"down")
    with pytest.raises(StoreError) as raised, open_store(server.location.replace("//", "//user:secret@")):
        pass
    assert "secret" not in str(raised.value)


@pytest.mark.parametrize("inside", [True, False], ids=["in the address", "apart"])
def test_credentials_are_sent_when_the_server_asks_and_then_at_once(server: Server, *, inside: bool) -> None:
    seen: list[str | None] = []

    def reply(_text: str, headers: dict[str, str]) -> Reply:
        seen.append(headers.get("Authorization"))
        return table() if headers.get("Authorization") else (401, {"WWW-Authenticate": 'Basic realm="x"'}, b"")

    server.reply = reply
    location = server.location.replace("//", "//user:secret@") if inside else server.location
    with open_store(location, credentials=None if inside else ("user", "secret")):
        assert seen[0] is None
        assert set(seen[1:]) == {"Basic dXNlcjpzZWNyZXQ="}


@pytest.mark.parametrize(
    ("location", "update"),
    [
        ("http://localhost:8890/sparql", "http://localhost:8890/sparql"),
        ("http://localhost:8890/sparql#sparql-auth", "http://localhost:8890/sparql-auth"),
        ("http://dba:dba@localhost:8890/sparql#/sparql-auth", "http://localhost:8890/sparql-auth"),
        ("http://localhost:3030/corpus/query#update", "http://localhost:3030/corpus/update"),
        ("http://localhost:7200/repositories/corpus#corpus/statements", "http://localhost:7200/repositories/corpus/statements"),
        ("https://read.example.org/sparql#https://write.example.org/sparql", "https://write.example.org/sparql"),
    ],
)
def test_the_fragment_names_where_updates_go(location: str, update: str) -> None:
    endpoint = Endpoint(location)
    assert endpoint.update_address == httpx.URL(update)
    assert endpoint.query_address == httpx.URL(location).copy_with(fragment=None, userinfo=b"")
    endpoint.close()


def test_a_large_load_that_fails_is_put_away_again(server: Server) -> None:
    failing = b'"999"'

    def reply(text: str, _headers: dict[str, str]) -> Reply:
        if failing.decode() in text:
            return 500, {}, b"disk full"
        return truth(answer=True) if text.startswith("ASK") else table()

    server.reply = reply
    lines = (b'<https://example.org/s> <https://example.org/p> "%d" <https://example.org/g> .\n' % number for number in range(2500))
    with open_store(server.location) as store, pytest.raises(StoreError, match="disk full"):
        store.load(lines)
    updates = [text for text in server.asked if not text.startswith(("SELECT", "ASK"))]
    assert updates[-1] == "DROP SILENT GRAPH <urn:travaux:staging:https%3A%2F%2Fexample.org%2Fg>"
    assert not any(text.startswith("ADD") for text in updates)
    assert not any("GRAPH <https://example.org/g>" in text for text in updates)


def test_a_large_load_becomes_visible_by_one_request(server: Server) -> None:
    lines = (b'<https://example.org/s> <https://example.org/p> "%d" <https://example.org/g%d> .\n' % (n, n % 2) for n in range(2500))
    with open_store(server.location) as store:
        store.load(lines)
    assert [text.count("ADD <") for text in server.asked if text.startswith("ADD")] == [2]


def test_a_remote_store_for_reading_cannot_be_changed(server: Server) -> None:
    with open_store(server.location, read_only=True) as store:
        with pytest.raises(StoreError, match="for reading only"):
            store.load([])
        with pytest.raises(StoreError, match="for reading only"):
            store.clear()


def test_a_closed_remote_store_says_so(server: Server) -> None:
    with open_store(server.location) as store:
        store.close()
        with pytest.raises(StoreError, match="is closed"):
            store.ask("ASK {}")


def test_a_dump_that_the_server_cuts_is_noticed(server: Server) -> None:
    def reply(text: str, _headers: dict[str, str]) -> Reply:
        if "CONSTRUCT" in text:
            return (
                200,
                {"Content-Type": "application/n-triples"},
                b"<https://example.org/s> <https://example.org/p> <https://example.org/o> .\n",
            )
        if "COUNT" in text:
            number = {"type": "literal", "value": "2", "datatype": "http://www.w3.org/2001/XMLSchema#integer"}
            return 200, JSON, json.dumps({"head": {"vars": ["held"]}, "results": {"bindings": [{"held": number}]}}).encode()
        return truth(answer=True) if text.startswith("ASK") else table({"g": "https://example.org/g"})

    server.reply = reply
    with open_store(server.location) as store, pytest.raises(StoreError, match="gave 1 of the 2 triples"):
        list(store.dump())


@pytest.mark.system
def test_virtuoso_refuses_a_wrong_password(virtuoso: str) -> None:
    with open_store(virtuoso, credentials=("dba", "wrong")) as store, pytest.raises(StoreError, match="refused the credentials"):
        store.load([b"<https://example.org/s> <https://example.org/p> <https://example.org/o> <https://example.org/g> .\n"])


@pytest.mark.system
def test_virtuoso_does_not_show_its_own_graphs(virtuoso: str) -> None:
    with open_store(virtuoso) as store:
        store.clear()
        store.load([b'<https://example.org/s> <https://example.org/p> "o" <https://example.org/g> .\n'])
        assert _count(store, "{ ?s ?p ?o }") == 1
        assert _count(store, "{ GRAPH ?g { ?s ?p ?o } }") == 1
        assert _count(store, "{ GRAPH <https://example.org/g> { ?s ?p ?o } ?s ?p ?o }") == 1
        with pytest.raises(QueryError, match="GRAPH of a name and GRAPH of a variable"):
            _count(store, "{ GRAPH <https://example.org/g> { ?s ?p ?o } GRAPH ?g { ?s ?p ?o } }")
        store.clear()


def _count(store: Store, pattern: str) -> object:
    return store.select(f"SELECT (COUNT(*) AS ?number) WHERE {pattern}").rows[0][0]
