"""What is built while the explorer runs is what it shows next, and nobody who asks meanwhile is left without an answer."""

from __future__ import annotations

import threading
from collections.abc import AsyncIterator, Iterator
from contextlib import contextmanager
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest
from starlette.concurrency import run_in_threadpool
from starlette.responses import PlainTextResponse, StreamingResponse
from starlette.testclient import TestClient
from starlette.types import ASGIApp, Receive, Scope, Send

from argument_map.corpus import CORPUS, nquads
from travaux.errors import StoreError
from travaux.pipeline.workspace import Workspace
from travaux.rdf.store import open_store
from travaux.views.explorer import Explorer
from travaux.web.explorer.newest import Newest
from travaux.web.explorer.serving import newest_explorer


class Builds:
    """Builds that answer with their number; what was opened and closed is noted."""

    def __init__(self) -> None:
        self.number: int | None = 1
        self.broken = False
        self.noted: list[str] = []

    def find(self) -> int | None:
        return self.number

    @contextmanager
    def opening(self) -> Iterator[ASGIApp]:
        if self.broken:
            raise StoreError("the store is damaged")
        number = self.number
        self.noted.append(f"open {number}")
        yield PlainTextResponse(str(number))
        self.noted.append(f"close {number}")


@pytest.fixture
def builds() -> Builds:
    return Builds()


def test_a_new_build_takes_the_place_of_the_one_before_it_which_is_closed(builds: Builds) -> None:
    with Newest(builds.find, builds.opening, seconds=0) as app:
        client = TestClient(app)
        told = [client.get("/").text]
        builds.number = 2
        told += [client.get("/").text, client.get("/").text]
    assert told == ["1", "2", "2"]
    assert builds.noted == ["open 1", "open 2", "close 1", "close 2"]


def test_builds_are_not_looked_for_with_every_request(builds: Builds) -> None:
    with Newest(builds.find, builds.opening, seconds=60) as app:
        builds.number = 2
        assert TestClient(app).get("/").text == "1"


def test_a_build_that_is_absent_or_broken_changes_nothing_until_it_is_whole(builds: Builds) -> None:
    with Newest(builds.find, builds.opening, seconds=0) as app:
        client = TestClient(app)
        builds.number = None
        told = [client.get("/").text]
        builds.number, builds.broken = 2, True
        told.append(client.get("/").text)
        builds.broken = False
        told.append(client.get("/").text)
    assert told == ["1", "1", "2"]


def test_an_answer_that_has_begun_is_ended_from_the_build_that_it_began_with() -> None:
    noted: list[str] = []
    halfway, answered = threading.Event(), threading.Event()
    number = 1

    async def pieces(of: int) -> AsyncIterator[str]:
        yield f"{of} begins, "
        if of == 1:
            halfway.set()
            await run_in_threadpool(answered.wait, 5)  # until the other request is answered
        noted.append(f"{of} ends")
        yield f"{of} ends"

    @contextmanager
    def opening() -> Iterator[ASGIApp]:
        own = number

        async def app(scope: Scope, receive: Receive, send: Send) -> None:
            await StreamingResponse(pieces(own))(scope, receive, send)

        yield app
        noted.append(f"{own} closed")

    with Newest(lambda: number, opening, seconds=0) as app:
        client = TestClient(app)
        slow: list[str] = []
        thread = threading.Thread(target=lambda: slow.append(client.get("/").text))
        thread.start()
        assert halfway.wait(5)
        number = 2
        assert client.get("/").text == "2 begins, 2 ends"
        answered.set()
        thread.join()
    assert slow == ["1 begins, 1 ends"]
    assert noted == ["2 ends", "1 ends", "1 closed", "2 closed"]


def test_pages_and_queries_come_from_the_build_that_was_published_last(tmp_path: Path) -> None:
    workspace = Workspace(tmp_path)
    corpora = [replace(CORPUS, title=title) for title in ("First build", "Second build", "Third build")]
    publish(workspace, "0" * 16)

    @contextmanager
    def opening() -> Iterator[tuple[Explorer, Path]]:
        location = workspace.get_current().store
        with open_store(location, read_only=True) as store:
            yield Explorer(store, corpora[int(location.parent.name[0])]), location

    with newest_explorer(workspace.find_current, opening) as app:
        app._seconds = 0  # noqa: SLF001
        client = TestClient(app, base_url="http://127.0.0.1")
        for number, corpus in enumerate(corpora):
            if number:
                publish(workspace, str(number) * 16)
            assert corpus.title in client.get("/").text
            assert client.get("/sparql", params={"query": "ASK { ?s a trv:Statement }", "format": "json"}).json()["boolean"] is True
    assert not (tmp_path / "generations" / ("0" * 16)).exists()


def publish(workspace: Workspace, name: str) -> None:
    with workspace.staged() as staged:
        with open_store(staged / "store") as store:
            store.load(BytesIO(nquads()))
        workspace.publish(staged, name)
