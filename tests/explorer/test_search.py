from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest
from lxml.html import HtmlElement

from browsing import Visit, violations
from travaux.analysis.search import Wanted
from travaux.views.explorer import AskedError, Explorer

if TYPE_CHECKING:
    from starlette.testclient import TestClient

Read = Callable[..., HtmlElement]


def test_the_words_found_are_marked_and_every_statement_leads_to_its_characters(read: Read, seeds_explorer: Explorer) -> None:
    page = read("/search?q=safeguard&kind=statement")
    found = seeds_explorer.index.find(Wanted(text="safeguard", chosen={"kind": ("statement",)}))
    cards = page.cssselect(".result")
    assert len(cards) == found.total > 3
    assert [card.cssselect("h2 a")[0].get("href") for card in cards] == [
        f"/document/{one.document}?at={one.start}-{one.end}#at" for one in found.results
    ]
    marked = {mark.text.lower() for mark in page.cssselect(".result mark")}
    assert marked <= {"safeguard", "safeguards", "safeguarding", "safeguarded"}
    assert "safeguards" in marked
    assert [card.get("data-stance") for card in cards] == [" ".join(one.stances) for one in found.results]


def test_facets_are_boxes_of_a_form_with_the_counts_of_the_index(read: Read, seeds_explorer: Explorer) -> None:
    page = read("/search?q=rights&stance=supports&stance=concerned")
    found = seeds_explorer.index.find(Wanted(text="rights", chosen={"stance": ("supports", "concerned")}))
    boxes = {(box.get("name"), box.get("value")): box for box in page.cssselect("form.facets input[type=checkbox]")}
    counts = {key: int(box.getparent().cssselect(".count")[0].text.replace(",", "")) for key, box in boxes.items()}
    assert counts == {(facet.name, value.value): value.count for facet in found.facets for value in facet.values}
    assert {key for key, box in boxes.items() if box.get("checked") is not None} == {("stance", "supports"), ("stance", "concerned")}
    removed = [link.get("href") for link in page.cssselect(".chosen a")]
    assert "/search?q=rights&stance=concerned" in removed


def test_pages_of_results_follow_on_one_another(read: Read) -> None:
    titles: list[str] = []
    address: str | None = "/search?kind=statement"
    while address:
        page = read(address)
        titles += [card.cssselect("h2 a")[0].get("href") for card in page.cssselect(".result")]
        address = next((link.get("href") for link in page.cssselect(".pages a") if link.text == "Next"), None)
    assert len(titles) == 131
    assert "1–20 of 131 results" in read("/search?kind=statement").text_content()


def test_nothing_found_says_what_was_searched_and_offers_near_words(read: Read) -> None:
    page = read("/search?q=safegards&stance=supports")
    assert "131 statements" in page.text_content()
    assert page.cssselect(".results .chip[href='/search?q=safeguards&stance=supports']")


def test_what_cannot_be_asked_is_refused(seeds_explorer: Explorer) -> None:
    with pytest.raises(AskedError, match="stance cannot be 'hostile'"):
        seeds_explorer.page("/search", [("stance", "hostile")])
    with pytest.raises(AskedError, match="no page 99"):
        seeds_explorer.page("/search", [("q", "rights"), ("page", "99")])


def test_a_text_that_looks_like_markup_stays_a_text(read: Read) -> None:
    page = read("/search?q=%3Cscript%3Ealert(1)%3C/script%3E%22%20onfocus=x")
    assert page.cssselect("#again")[0].get("value") == '<script>alert(1)</script>" onfocus=x'
    assert not page.cssselect("main script")


def test_suggestions_are_small_data(client: TestClient) -> None:
    answer = client.get("/search?q=article+24&suggest=1&format=json")
    suggestions = answer.json()["suggestions"]
    assert suggestions[0] == {
        "kind": "article",
        "kinds": "Articles",
        "words": "Article 24: Conditions and safeguards (draft)",
        "within": "Draft text of the convention; A/AC.291/22",
        "address": "/instrument/draft/article/24",
    }
    assert len(suggestions) <= 8
    assert len(answer.content) < 4_000


@pytest.mark.system
def test_suggestions_are_chosen_by_keyboard_and_facets_are_shown_at_once(visit: Callable[..., Visit]) -> None:
    page = visit("/search?q=rights", color_scheme="dark").page
    page.keyboard.press("/")
    page.keyboard.type("article 24")
    page.wait_for_selector("#found [role=option]")
    assert page.get_attribute("#find", "aria-expanded") == "true"
    assert violations(page) == []
    page.keyboard.press("ArrowDown")
    chosen = page.locator("#found [aria-selected=true]")
    assert chosen.get_attribute("id") == page.get_attribute("#find", "aria-activedescendant")
    page.keyboard.press("Escape")
    assert page.locator("#found").is_hidden()
    page.check("input[name=kind][value=statement]")
    page.wait_for_url("**kind=statement**")
    assert page.evaluate("document.activeElement.value") == "statement"
    page.emulate_media(color_scheme="light")
    assert violations(page) == []
    page.focus("#find")
    page.keyboard.type("article 24")
    page.wait_for_selector("#found [role=option]")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url("**/instrument/draft/article/24")
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto(page.url.replace("/instrument/draft/article/24", "/search?q=human+rights"))
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    assert violations(page) == []
