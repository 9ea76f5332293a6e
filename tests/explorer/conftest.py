"""The explorer of the first corpus and of the invented one, as pages, as an application and in a browser."""

from __future__ import annotations

import json
import warnings
from collections.abc import Callable, Iterator, Mapping
from dataclasses import asdict
from pathlib import Path

import pytest
from lxml import html as lxml_html
from playwright.sync_api import Browser

from argument_map.corpus import CORPUS
from browsing import Visit, serving
from sharing import Shared
from travaux.model.store import Store
from travaux.pipeline.build import Build
from travaux.views.explorer import Explorer
from travaux.views.offline import render_pages
from travaux.views.offline.crawling import Fragment, crawl
from travaux.web.explorer import explorer_app

with warnings.catch_warnings():
    warnings.simplefilter("ignore")  # it would rather have another client than the one that we have
    from starlette.testclient import TestClient


@pytest.fixture(scope="session")
def seeds_explorer(built_seeds: Build, stored_seeds: Store) -> Explorer:
    return Explorer(stored_seeds, built_seeds.corpus, version=built_seeds.generation.folder.name)


@pytest.fixture(scope="session")
def lakes_explorer(stored_lakes: Store) -> Explorer:
    return Explorer(stored_lakes, CORPUS, version="1a4e5")


@pytest.fixture(scope="session")
def read(seeds_explorer: Explorer) -> Callable[..., lxml_html.HtmlElement]:
    """Render the page of the first corpus at an address and read it: ``read("/theme/trust")``."""

    def read_page(address: str, explorer: Explorer = seeds_explorer) -> lxml_html.HtmlElement:
        return lxml_html.document_fromstring(explorer.html(address))

    return read_page


@pytest.fixture(scope="session")
def client(seeds_explorer: Explorer, built_seeds: Build) -> TestClient:
    """A client of the explorer of the first corpus that follows no redirection."""
    app = explorer_app(seeds_explorer, built_seeds.generation.store)
    return TestClient(app, base_url="http://127.0.0.1:8750", follow_redirects=False)


@pytest.fixture(scope="session")
def served(seeds_explorer: Explorer, built_seeds: Build) -> Iterator[str]:
    """The address of a server of the first corpus, without a slash at the end."""
    with serving(explorer_app(seeds_explorer, built_seeds.generation.store)) as address:
        yield address


@pytest.fixture(scope="session")
def crawled(request: pytest.FixtureRequest, shared: Shared) -> Mapping[str, Fragment]:
    """Every page of the first corpus, as a file holds it: made once, for the tests of pages and those of the file."""

    def make() -> str:
        return json.dumps({key: asdict(one) for key, one in crawl(request.getfixturevalue("seeds_explorer")).items()})

    made = _make_file(shared, "pages.json", make).read_text(encoding="utf-8")
    return {key: Fragment(**one) for key, one in json.loads(made).items()}


@pytest.fixture(scope="session")
def seeds_file(request: pytest.FixtureRequest, crawled: Mapping[str, Fragment], shared: Shared) -> Path:
    """The file of the first corpus; its name has blanks."""

    def make() -> str:
        return render_pages(request.getfixturevalue("seeds_explorer"), crawled)

    return _make_file(shared, "the whole negotiation.html", make)


def _make_file(shared: Shared, name: str, make: Callable[[], str]) -> Path:
    return shared.make(name.replace(" ", "-"), lambda folder: (folder / name).write_text(make(), encoding="utf-8")) / name


@pytest.fixture
def visit(browser: Browser, served: str) -> Iterator[Callable[..., Visit]]:
    """Open a window at the explorer: ``visit("/themes", width=390, height=844, color_scheme="dark")``; it must not complain."""
    visits: list[Visit] = []

    def open_window(path: str, **options: object) -> Visit:
        visits.append(Visit(browser, served, **options))  # type: ignore[arg-type]
        visits[-1].go(path)
        return visits[-1]

    yield open_window
    for one in visits:
        one.close()
    assert [one.complaints for one in visits if one.complaints] == []
