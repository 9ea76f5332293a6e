"""Networks and a browser for the tests of pages."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import networkx as nx
import pytest
from playwright.sync_api import Browser, Page

from argument_map.corpus import CORPUS, open_lakes
from travaux.analysis.negotiation import negotiation_network
from travaux.model.schemes import LayerKind
from travaux.pipeline.build import Build
from travaux.pipeline.layers import locate_layers
from travaux.rdf.store import open_store
from travaux.views.page import render_first_look


class Opened:
    """A page in the browser, with everything that it complained about or asked the network for."""

    def __init__(self, page: Page, url: str) -> None:
        self.page = page
        self.complaints: list[str] = []
        self.requests: list[str] = []
        page.on("console", lambda message: self.complaints.append(message.text))
        page.on("pageerror", lambda error: self.complaints.append(str(error)))
        page.on("request", lambda request: self.requests.append(request.url))
        page.on("dialog", lambda dialog: self.complaints.append(f"dialog: {dialog.message}"))
        page.goto(url)


@pytest.fixture(scope="session")
def lakes() -> nx.MultiDiGraph[str]:
    with open_lakes() as store:
        return negotiation_network(store)


@pytest.fixture(scope="session")
def lakes_page(lakes: nx.MultiDiGraph[str]) -> str:
    return render_first_look(lakes, CORPUS.title)


@pytest.fixture(scope="session")
def seeds_network(built_seeds: Build) -> nx.MultiDiGraph[str]:
    with open_store(built_seeds.generation.store, read_only=True) as store:
        return negotiation_network(store)


@pytest.fixture(scope="session")
def proposals_network(built_seeds: Build) -> nx.MultiDiGraph[str]:
    """What rules alone make of the seeds, as if nobody had reviewed it."""
    with open_store(locate_layers(built_seeds.corpus.folder, {LayerKind.EXTRACTED, LayerKind.INFERRED}), read_only=True) as store:
        return negotiation_network(store)


@pytest.fixture(scope="session")
def seeds_file(seeds_network: nx.MultiDiGraph[str], built_seeds: Build, tmp_path_factory: pytest.TempPathFactory) -> Path:
    file = tmp_path_factory.mktemp("page") / "first-look.html"
    file.write_bytes(render_first_look(seeds_network, built_seeds.corpus.title).encode())
    return file


@pytest.fixture
def show(browser: Browser) -> Iterator[Callable[..., Opened]]:
    """Open a file in a window of the browser: ``show(file, fragment, width=…, height=…)`` and other options of a browser context."""
    contexts = []

    def open_file(file: Path, fragment: str = "", *, width: int = 1366, height: int = 768, **options: object) -> Opened:
        context = browser.new_context(viewport={"width": width, "height": height}, **options)  # type: ignore[arg-type]
        contexts.append(context)
        return Opened(context.new_page(), file.as_uri() + fragment)

    yield open_file
    for context in contexts:
        context.close()
