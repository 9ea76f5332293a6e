"""Texts that try to be more than text stay text: in every page, in the browser, in the file and in the forms for programs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest
from lxml import html as lxml_html
from playwright.sync_api import Browser, Page
from pyoxigraph import RdfFormat, parse
from starlette.testclient import TestClient

from browsing import Visit, serving
from hostile_corpus import HOSTILE, REPORT, write_hostile
from travaux.errors import TravauxError
from travaux.pipeline.build import Build, build
from travaux.rdf.store import open_store
from travaux.reading.corpus import read_corpus
from travaux.views.explorer import Explorer
from travaux.views.offline import render_pages
from travaux.views.offline.crawling import Fragment, crawl
from travaux.web.explorer import explorer_app

_CODE = ("script", "img", "iframe", "object", "embed", "style", "base", "meta", "link", "textarea")
_SEEN = (
    "/",
    "/search?q=lakes",
    "/map?at=theme/lakes",
    f"/document/{REPORT}",
    "/instrument/draft/article/1",
    "/position/lakes-kept",
    "/trace",
)


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Build:
    return build(write_hostile(tmp_path_factory.mktemp("hostile")))


@pytest.fixture(scope="module")
def explorer(built: Build) -> Iterator[Explorer]:
    with open_store(built.generation.store, read_only=True) as store:
        yield Explorer(store, built.corpus)


@pytest.fixture(scope="module")
def pages(explorer: Explorer) -> Mapping[str, Fragment]:
    return {key: one for key, one in crawl(explorer).items() if not one.moved}


def test_no_page_has_an_element_or_an_attribute_of_a_text(pages: Mapping[str, Fragment]) -> None:
    assert len(pages) > 25
    for key, one in pages.items():
        page = lxml_html.fromstring(f"<main>{one.html}</main>")
        assert [element.tag for element in page.iter(*_CODE)] == [], key
        names = {str(name) for element in page.iter() for name in element.attrib}
        assert not {name for name in names if name.startswith("on") or name == "style"}, key
        assert not [link.get("href") for link in page.iter("a") if link.get("href", "").strip().lower().startswith("javascript")], key
        assert "49 ]]>" not in "".join(map(str, page.itertext())), key  # no template is filled in


def test_the_texts_are_shown_letter_for_letter(pages: Mapping[str, Fragment]) -> None:
    shown = Counter(
        key for key, one in pages.items() if HOSTILE in "".join(map(str, lxml_html.fromstring(f"<main>{one.html}</main>").itertext()))
    )
    for key in ("/", "/themes", "/reports", "/instrument/draft/article/1", "/theme/lakes", "/position/lakes-kept", f"/document/{REPORT}"):
        assert key in shown


def test_the_forms_for_programs_can_be_read(explorer: Explorer, built: Build) -> None:
    client = TestClient(explorer_app(explorer, built.generation.store), base_url="http://127.0.0.1:8750", follow_redirects=False)
    assert client.get("/theme/lakes?format=json").json()
    for path in ("/theme/lakes", "/instrument/draft/article/1", "/position/lakes-kept"):
        turtle = client.get(path, headers={"accept": "text/turtle"})
        assert turtle.status_code == 200
        texts = {str(getattr(quad.object, "value", "")) for quad in parse(turtle.content, format=RdfFormat.TURTLE)}
        assert any(HOSTILE in text for text in texts), path


def test_links_that_are_code_are_refused_when_the_corpus_is_read(tmp_path: Path) -> None:
    corpus = write_hostile(tmp_path) / "corpus.toml"
    text = corpus.read_text(encoding="utf-8")
    corpus.write_text(text.replace("https://example.org/?", "javascript:alert(1)//"), encoding="utf-8")
    with pytest.raises(TravauxError, match="is not an address"):
        read_corpus(tmp_path)


@pytest.mark.system
@pytest.mark.parametrize("where", ["server", "file"])
def test_nothing_runs_in_the_browser(browser: Browser, explorer: Explorer, built: Build, tmp_path: Path, where: str) -> None:
    in_file = where == "file"
    file = tmp_path / "hostile.html"
    file.write_text(render_pages(explorer, crawl(explorer) if in_file else {}), encoding="utf-8")
    with serving(explorer_app(explorer, built.generation.store)) as served:
        visit = Visit(browser, file.as_uri() if in_file else served)
        for path in _SEEN:
            page = visit.go(f"#{path}" if in_file else path)
            _walk(page, path)
        if not in_file:
            _query(visit.go("/query?ask=recurring-themes"))
        visit.close()
    assert visit.complaints == []


def _walk(page: Page, path: str) -> None:
    """Look at a page, and at what its scripts make of texts."""
    page.locator("main h1").wait_for()
    if path.startswith("/map"):
        page.wait_for_selector("#map[data-ready=true]")
        page.evaluate("travauxMap.actions.choose(travauxMap.view.shown.things[0].id); travauxMap.svg()")
    if path.startswith("/search"):
        page.locator("#find").fill("lakes")
        page.wait_for_selector("#found [role=option]")
    assert page.evaluate("typeof window.hacked") == "undefined"
    assert page.locator("main img, main script, main [onerror]").count() == 0


def _query(page: Page) -> None:
    page.wait_for_selector("#told:not(:empty)")
    assert page.evaluate("typeof window.hacked") == "undefined"
