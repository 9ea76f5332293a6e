"""Desks on a small corpus, and clients of applications that serve them."""

from __future__ import annotations

import warnings
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from desks import build_lakes, copy_of
from sharing import Shared
from travaux.pipeline.desk import Desk, open_desk
from travaux.web.review import review_app
from travaux.web.security import LOOPBACK, Hosts

with warnings.catch_warnings():
    warnings.simplefilter("ignore")  # it would rather have another client than the one that we have
    from starlette.testclient import TestClient

HOST = "127.0.0.1:8000"


@pytest.fixture(scope="session")
def built_lakes(shared: Shared) -> Path:
    return shared.make("twelve", lambda folder: build_lakes(folder / "corpus", 12)) / "corpus"


@pytest.fixture
def lakes(built_lakes: Path, tmp_path: Path) -> Path:
    return copy_of(built_lakes, tmp_path / "corpus")


@pytest.fixture
def desk(lakes: Path) -> Iterator[Desk]:
    with open_desk(lakes) as opened:
        yield opened


@pytest.fixture
def serve(desk: Desk) -> Callable[..., TestClient]:
    def make(*, hosts: Hosts | None = None, token: str | None = None, writing: bool = True, raising: bool = True) -> TestClient:
        app = review_app(desk, token=token, writing=writing, hosts=hosts or LOOPBACK)
        return TestClient(app, base_url=f"http://{HOST}", raise_server_exceptions=raising)

    return make


@pytest.fixture
def client(serve: Callable[..., TestClient]) -> TestClient:
    return serve()
