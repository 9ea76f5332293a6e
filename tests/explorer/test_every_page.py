"""What holds on every page of the first corpus that links lead to: one crawl, and one page of every kind in the browser."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from itertools import pairwise
from urllib.parse import urlsplit

import pytest
from lxml import html as lxml_html
from lxml.html import HtmlElement
from starlette.testclient import TestClient

from browsing import Visit, violations
from travaux.views.offline.crawling import Fragment
from travaux.views.offline.routes import page_key

Pages = Mapping[str, HtmlElement]
_NAMING = ("for", "aria-labelledby", "aria-describedby", "aria-controls")
_SCHEMES = {"http", "https"}
_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_FIELDS = ("select", "textarea", "input")


@pytest.fixture(scope="module")
def pages(crawled: Mapping[str, Fragment]) -> Pages:
    """The main part of every page that is shown at its own address."""
    return {key: lxml_html.fromstring(f"<main>{one.html}</main>") for key, one in crawled.items() if not one.moved}


def _elements(page: HtmlElement) -> Iterator[HtmlElement]:
    return (one for one in page.iter() if isinstance(one.tag, str))


def _wrong(pages: Pages, find: Callable[[HtmlElement], object]) -> dict[str, object]:
    """Give what is found on each page where anything is found."""
    return {key: found for key, page in pages.items() if (found := find(page))}


def test_all_kinds_of_pages_are_reached(pages: Pages) -> None:
    kinds = {urlsplit(key).path.split("/")[1] for key in pages}
    lists = {"", "articles", "questions", "themes", "positions", "people", "reports", "search", "map", "compare", "conflicts", "gaps"}
    things = {"trace", "arguments", "about", "instrument", "theme", "position", "consultation", "person", "organization", "document"}
    assert lists | things <= kinds


def test_one_heading_names_the_page_and_none_skips_a_level(pages: Pages) -> None:
    def skipping(page: HtmlElement) -> list[int]:
        levels = [int(one.tag[1]) for one in page.iter(*_HEADINGS)]
        well = levels[:1] == [1] and levels.count(1) == 1 and all(after <= before + 1 for before, after in pairwise(levels))
        return [] if well else levels[:9]

    assert _wrong(pages, skipping) == {}
    assert _wrong(pages, lambda page: [one.tag for one in page.iter(*_HEADINGS) if not one.text_content().strip()]) == {}


def test_no_name_is_given_twice_and_every_name_used_is_given(pages: Pages) -> None:
    def ambiguous(page: HtmlElement) -> list[str]:
        given = Counter(one.get("id", "") for one in page.iter() if one.get("id") is not None)
        used = {name for one in _elements(page) for attribute in _NAMING for name in one.get(attribute, "").split()}
        return [name for name, times in given.items() if times > 1 or not name.strip()] + sorted(used - given.keys())

    assert _wrong(pages, ambiguous) == {}


def test_nothing_in_a_page_is_code(pages: Pages) -> None:
    def code(page: HtmlElement) -> list[str]:
        attributes = [name for one in _elements(page) for name in map(str, one.attrib) if name == "style" or name.startswith("on")]
        return attributes + [one.tag for one in page.iter("script", "style", "iframe", "object", "embed", "base", "meta", "link")]

    assert _wrong(pages, code) == {}


def test_fields_pictures_links_and_tables_say_what_they_are(pages: Pages) -> None:
    assert _wrong(pages, lambda page: [lxml_html.tostring(one)[:200] for one in _elements(page) if _is_nameless(one)]) == {}


def _is_nameless(one: HtmlElement) -> bool:
    if one.tag in _FIELDS and one.get("type") not in {"hidden", "submit"}:
        named = one.get("id") is not None and one.getroottree().xpath("//label[@for=$name]", name=one.get("id"))
        return not (one.get("aria-label") or named or any(outer.tag == "label" for outer in one.iterancestors()))
    if one.tag == "svg":
        return one.get("aria-hidden") != "true" and not (one.get("role") == "img" and (one.get("aria-label") or one.findtext("title")))
    if one.tag == "img":
        return one.get("alt") is None
    if one.tag == "th":
        return one.get("scope") not in {"col", "row", "colgroup", "rowgroup"}
    if one.tag in {"a", "button"} and one.get("hidden") is None:
        return not (one.text_content().strip() or one.get("aria-label"))
    return False


def test_links_out_lead_to_the_web_alone(pages: Pages) -> None:
    out = {one.get("href", "") for page in pages.values() for one in page.iter("a") if not one.get("href", "").startswith(("/", "#"))}
    assert {urlsplit(address).scheme for address in out} <= _SCHEMES
    assert not [address for address in out if not urlsplit(address).netloc]


def _links(pages: Pages) -> dict[str, str]:
    """Give where every link within the corpus leads, with one of the pages that it stands on."""
    found = {}
    for key, page in pages.items():
        for one in page.iter("a"):
            address = one.get("href", "")
            if address.startswith(("/", "#")):
                found[address if address.startswith("/") else f"{key}{address}"] = key
    return found


def test_every_link_leads_to_a_page_and_every_anchor_is_there(pages: Pages, crawled: Mapping[str, Fragment]) -> None:
    links = _links(pages)
    assert len(links) > 1_000
    anchors = {key: {one.get("id") for one in page.iter() if one.get("id")} for key, page in pages.items()}
    lost = {}
    for address, stands_on in links.items():
        key, anchor = page_key(address), urlsplit(address).fragment
        if key is not None and key in crawled and (moved := crawled[key].moved):
            key, anchor = page_key(moved), anchor or urlsplit(moved).fragment
        if key is not None and (key not in pages or (anchor not in {"", "main", "at"} and anchor not in anchors[key])):
            lost[address] = stands_on
    assert lost == {}


def test_links_are_answered_by_the_server_with_the_characters_that_they_ask_for(pages: Pages, client: TestClient) -> None:
    """Of links whose addresses differ in options alone, every tenth is asked."""
    every = sorted(_links(pages))
    plain = [one for one in every if "?" not in one]
    with_options = [one for one in every if "?" in one]
    asked = [*dict.fromkeys(one.partition("#")[0] for one in (*plain[::4], *with_options[::20]))]
    wrong = {one: answer.status_code for one in asked if (answer := client.get(one)).status_code not in {200, 303}}
    assert wrong == {}
    passages = [one for one in with_options if "?at=" in one and one.startswith("/document/")]
    for address in passages[::25]:
        page = lxml_html.document_fromstring(client.get(address.partition("#")[0]).text)
        start, _, end = address.partition("?at=")[2].partition("#")[0].partition("-")
        marked = page.cssselect("mark")
        assert marked[0].get("id") == "at"
        assert sum(len("".join(map(str, one.itertext()))) for one in marked) <= int(end) - int(start)


@pytest.mark.parametrize("address", ["/", "/no-such-page", "/theme/trust?stance=angry"])
def test_a_page_is_in_its_language_under_its_title(client: TestClient, address: str) -> None:
    page = lxml_html.document_fromstring(client.get(address, headers={"accept": "text/html"}).text)
    assert page.get("lang") == "en"
    assert page.findtext(".//title")
    assert [one.tag for one in page.cssselect("body > *") if one.tag in {"header", "main", "footer"}] == ["header", "main", "footer"]
    assert page.cssselect("a.skip[href='#main']")


KINDS = (
    *("/", "/articles", "/questions", "/themes", "/positions", "/people", "/reports", "/search?q=human+rights", "/map?at=theme/trust"),
    *("/compare", "/conflicts", "/gaps", "/trace", "/arguments", "/query", "/about", "/ontology", "/instrument/draft"),
    *("/instrument/draft/article/24", "/theme/trust", "/position/dual-criminality", "/consultation/fifth-intersessional-consultation"),
    *("/document/fifth-consultation-concept-note", "/document/fifth-consultation-concept-note/question/13", "/no-such-page"),
    *("/instrument/draft/chapter/IV", "/person/nemanja-malisevic", "/organization/microsoft"),
)
"""One page of every kind; the longest report is checked by a test of its own."""


COLOURED = ("/", "/search?q=human+rights", "/trace", "/query", "/theme/trust", "/position/dual-criminality", "/no-such-page")
"""Pages that together show everything that has a colour."""


@pytest.mark.system
def test_one_page_of_every_kind_can_be_used_by_everybody_in_light_and_dark(visit: Callable[..., Visit]) -> None:
    """What is wrong in light is wrong in dark too, except colours."""
    window = visit("/about", width=390, height=844)
    found = {}
    for address in KINDS:
        window.page.emulate_media(color_scheme="light")
        page = window.go(address)
        found[address, "light"] = violations(page)
        if address in COLOURED:
            page.emulate_media(color_scheme="dark")
            found[address, "dark"] = violations(page, "color-contrast")
        found[address, "width"] = ["too wide"] if page.evaluate("document.documentElement.scrollWidth > innerWidth") else []
    window.complaints[:] = [one for one in window.complaints if "404" not in one]
    assert {key: wrong for key, wrong in found.items() if wrong} == {}
