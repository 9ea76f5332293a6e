"""The site in a browser, from a plain server of files in a folder below its root, and from disk."""

from __future__ import annotations

import functools
import http.server
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from browsing import Visit, violations

_ARTICLE = "/instrument/draft/article/5"


@pytest.fixture(scope="module")
def served(lakes_site: Path) -> Iterator[str]:
    """The address of the site on a server that knows nothing of it."""

    class Quiet(http.server.SimpleHTTPRequestHandler):
        def log_message(self, format: str, *args: object) -> None:  # noqa: A002, the name of the standard library
            """Say nothing."""

    handler = functools.partial(Quiet, directory=str(lakes_site.parents[1]))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_address[1]}/in/lakes"
        server.shutdown()


@pytest.mark.system
@pytest.mark.parametrize("where", ["server", "disk"])
def test_from_the_first_page_to_a_quotation_and_back_by_a_search(browser: Browser, served: str, lakes_site: Path, where: str) -> None:
    visit = Visit(browser, served if where == "server" else lakes_site.as_uri())
    page = visit.go("/index.html")
    page.locator(".menu").get_by_text("Articles").click()
    page.locator("main a[href*='/article/']").first.click()
    expect(page.locator("h1")).to_contain_text("Article")
    page.locator("main .statement a[href*='at=']").first.click()
    expect(page.locator("mark#at")).to_be_in_viewport()
    assert page.locator(".reading-card[open]").count() >= 1
    page.locator("#find").fill("lakes")
    expect(page.locator("#found [role=option]").first).to_be_visible()
    page.locator("#find").press("Enter")
    expect(page.locator("h1")).to_have_text("Search: “lakes”")
    expect(page.locator(".result").first).to_contain_text("lake", ignore_case=True)
    page.keyboard.press("g")
    page.keyboard.press("m")
    page.wait_for_selector("#map[data-ready=true]")
    visit.close()
    assert visit.complaints == []


@pytest.mark.system
def test_data_is_fetched_and_pages_can_be_used_by_everybody(browser: Browser, served: str) -> None:
    visit = Visit(browser, served, width=390, height=844)
    found = {path: violations(visit.go(path)) for path in ("/index.html", "/data/index.html", "/query/index.html")}
    assert {path: wrong for path, wrong in found.items() if wrong} == {}
    page = visit.go("/data/index.html")
    assert not page.evaluate("document.documentElement.scrollWidth > innerWidth")
    with page.expect_download() as download:
        page.get_by_role("link", name="graph.ttl").click()
    assert "Article" in download.value.path().read_text("utf-8")
    visit.close()
    assert visit.complaints == []


@pytest.mark.system
def test_an_iri_leads_to_its_place_without_scripts(browser: Browser, served: str, lakes_site: Path) -> None:
    statement = next((lakes_site / "document").rglob("statement/*/index.html")).parent.relative_to(lakes_site)
    visit = Visit(browser, served, java_script_enabled=False)
    page = visit.go(f"/{statement}")
    page.wait_for_url("**/index.html?at=*")
    expect(page.locator("section.passage:target")).to_be_in_viewport()
    visit.close()
    assert visit.complaints == []
