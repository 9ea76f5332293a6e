from __future__ import annotations

from collections.abc import Callable

import pytest
from starlette.testclient import TestClient

from travaux.pipeline.desk import Desk
from travaux.web.review.writing import HEADERS, LARGEST
from travaux.web.security import Hosts
from travaux.web.serving import hosts_of, is_loopback

Serve = Callable[..., TestClient]
POSITION = {"reviewer": "anna", "claim": "Lakes should be kept."}
_SECRET, _OTHER = "tökén", "right"
_EVERYWHERE = "0.0.0.0"  # noqa: S104, named to be told apart
PLACES = ["/", "/static/review.js", "/api/stamp", "/api/items", "/api/filters", "/api/progress", "/api/positions"]


@pytest.mark.parametrize("place", [*PLACES, "/nothing", "/api/decisions"])
def test_every_answer_carries_the_headers(client: TestClient, place: str) -> None:
    answer = client.get(place)
    assert {name: answer.headers.get(name) for name in HEADERS} == HEADERS


@pytest.mark.parametrize("place", PLACES)
def test_head_answers_as_get_without_a_body(client: TestClient, place: str) -> None:
    answer = client.head(place)
    assert (answer.status_code, answer.content) == (200, b"")


@pytest.mark.parametrize(
    "host", ["evil.example", "evil.example:8000", "127.0.0.1.evil.example", "192.168.1.5:8000", "", "[::1", "127.0.0.1@evil.example"]
)
def test_another_name_is_not_answered(client: TestClient, host: str) -> None:
    assert client.get("/", headers={"host": host}).status_code == 421


@pytest.mark.parametrize("host", ["localhost:8000", "127.0.0.1:9", "[::1]:8000", "LOCALHOST"])
def test_names_of_this_machine_are_answered(client: TestClient, host: str) -> None:
    assert client.get("/", headers={"host": host}).status_code == 200


@pytest.mark.parametrize(
    "headers",
    [
        {"origin": "https://evil.example"},
        {"origin": "null"},
        {"origin": "http://127.0.0.1:9999"},
        {"sec-fetch-site": "cross-site"},
        {"sec-fetch-site": "same-site"},
        {"origin": "http://127.0.0.1:8000", "sec-fetch-site": "cross-site"},
    ],
)
def test_another_site_decides_nothing(client: TestClient, desk: Desk, headers: dict[str, str]) -> None:
    assert client.post("/api/positions", json=POSITION, headers=headers).status_code == 403
    assert desk.positions() == {}


@pytest.mark.parametrize("headers", [{}, {"origin": "http://127.0.0.1:8000", "sec-fetch-site": "same-origin"}])
def test_the_page_itself_may_write(client: TestClient, headers: dict[str, str]) -> None:
    assert client.post("/api/positions", json=POSITION, headers=headers).status_code == 201


@pytest.mark.parametrize("kind", ["text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x", ""])
def test_forms_are_not_understood(client: TestClient, kind: str) -> None:
    assert client.post("/api/positions", content=b"{}", headers={"content-type": kind}).status_code == 415


def test_too_much_is_refused_whether_or_not_its_length_is_told(client: TestClient) -> None:
    kind = {"content-type": "application/json"}
    assert client.post("/api/positions", content=b"x" * (LARGEST + 1), headers=kind).status_code == 413
    assert client.post("/api/positions", content=iter([b"x" * LARGEST, b"xx"]), headers=kind).status_code == 413


@pytest.mark.parametrize(
    ("method", "place"), [("POST", "/api/items"), ("GET", "/api/decisions"), ("DELETE", "/api/positions"), ("PUT", "/")]
)
def test_an_address_is_asked_only_as_it_should_be(client: TestClient, method: str, place: str) -> None:
    assert client.request(method, place, headers={"content-type": "application/json"}).status_code == 405


@pytest.mark.parametrize(
    "place", ["/nothing", "/api/items/x/y", "/api/vocabulary/x", "/static/nothing", "/static/..%2Fpage.py", "/static/../page.py"]
)
def test_nothing_is_at_other_addresses(client: TestClient, place: str) -> None:
    assert client.get(place).status_code == 404


def test_without_leave_nothing_is_written(serve: Serve, desk: Desk) -> None:
    client = serve(writing=False)
    assert client.get("/api/items").status_code == 200
    assert client.post("/api/positions", json=POSITION).status_code == 403
    assert 'data-writing="no"' in client.get("/").text
    assert desk.positions() == {}


def test_with_a_token_what_writes_must_carry_it(serve: Serve, desk: Desk) -> None:
    client = serve(token=_SECRET)
    assert client.get("/api/items").status_code == 200
    for given in [None, "Bearer wrong", "Basic tökén", "tökén", "Bearer "]:
        headers = {"authorization": given.encode()} if given else {}
        answer = client.post("/api/positions", json=POSITION, headers=headers)
        assert answer.status_code == 401
    assert desk.positions() == {}
    assert serve(token=_OTHER).post("/api/positions", json=POSITION, headers={"authorization": "Bearer right"}).status_code == 201
    assert "right" not in serve(token=_OTHER).get("/").text.split("<title>")[0]


def test_a_mistake_of_the_server_shows_nothing_of_it(serve: Serve, desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(type(desk), "positions", lambda _: 1 / 0)
    answer = serve(raising=False).get("/api/positions")
    assert answer.status_code == 500
    assert "ZeroDivision" not in answer.text
    assert answer.headers["x-content-type-options"] == "nosniff"


@pytest.mark.parametrize(
    ("host", "loopback"),
    [
        ("127.0.0.1", True),
        ("127.9.9.9", True),
        ("::1", True),
        ("localhost", True),
        (_EVERYWHERE, False),
        ("192.168.1.5", False),
        ("lakes.example", False),
    ],
)
def test_which_hosts_only_this_machine_can_reach(host: str, *, loopback: bool) -> None:
    assert is_loopback(host) is loopback


def test_a_server_for_everybody_answers_to_addresses_and_not_to_names() -> None:
    hosts = hosts_of(_EVERYWHERE)
    assert hosts.admit("192.168.1.5:8000")
    assert not hosts.admit("evil.example:8000")
    assert hosts_of("Lakes.example").admit("lakes.example")
    assert not Hosts(frozenset({"a"})).admit("192.168.1.5")
