"""A connection that begins a request and does not end it is closed, whatever it sends meanwhile."""

from __future__ import annotations

import socket
import threading
import time
from collections.abc import Iterator

import pytest
import uvicorn
from starlette.responses import PlainTextResponse

from travaux.web import patience
from travaux.web.patience import PatientProtocol

HEAD = b"GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nX: "


@pytest.fixture
def port(monkeypatch: pytest.MonkeyPatch) -> Iterator[int]:
    monkeypatch.setattr(patience, "PATIENCE", 0.4)
    listening = socket.create_server(("127.0.0.1", 0))
    server = uvicorn.Server(uvicorn.Config(PlainTextResponse("yes"), log_level="error", lifespan="off", ws="none", http=PatientProtocol))
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]})
    thread.start()
    while not server.started:
        time.sleep(0.01)
    yield int(listening.getsockname()[1])
    server.should_exit = True
    thread.join()
    listening.close()


def seconds_until_closed(line: socket.socket) -> float:
    """Send a byte every twentieth of a second until the other side has had enough."""
    begun = time.monotonic()
    line.settimeout(0.05)
    while time.monotonic() - begun < 5:
        try:
            line.sendall(b"x")
            if line.recv(1) == b"":
                break
        except TimeoutError:
            continue
        except OSError:
            break
    return time.monotonic() - begun


def test_a_head_that_comes_a_byte_at_a_time_is_not_waited_for(port: int) -> None:
    with socket.create_connection(("127.0.0.1", port)) as line:
        line.sendall(HEAD)
        assert 0.3 < seconds_until_closed(line) < 3


def test_a_second_head_that_does_not_come_is_not_waited_for_either(port: int) -> None:
    with socket.create_connection(("127.0.0.1", port)) as line:
        line.sendall(HEAD + b"\r\n\r\n")
        assert line.recv(65536).startswith(b"HTTP/1.1 200 ")
        line.sendall(HEAD)
        assert seconds_until_closed(line) < 3


def test_who_says_nothing_is_not_waited_for(port: int) -> None:
    with socket.create_connection(("127.0.0.1", port), timeout=5) as line:
        assert line.recv(1) == b""
