"""The main journeys of a reader, each walked in a bright window of a desk with a server, and on a dark telephone with the file."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from browsing import Visit

PHONE: dict[str, Any] = {"width": 390, "height": 844, "color_scheme": "dark"}
FIFTH = "fifth-intersessional-consultation"


class Window:
    """A window at the server or at the file: a reader goes by links, fields and keys, and never types an address."""

    def __init__(self, visit: Visit, start: str) -> None:
        self.visit = visit
        self.page: Page = visit.go(start)
        if start:
            self.page.wait_for_selector("#packed", state="detached")
        self.in_file = bool(start)

    @property
    def main(self) -> Locator:
        """The part of the window that is a page of its own."""
        return self.page.locator("main")

    @property
    def path(self) -> str:
        """The address of the page that is shown, without options."""
        address = urlsplit(self.page.url)
        return urlsplit(address.fragment).path if self.in_file else address.path

    def at(self, path: str) -> None:
        """Wait until the window is at an address, whatever its options, and shows a page under one heading."""
        for _ in range(200):
            if self.path == path and self.main.locator("h1").count() == 1:
                break
            self.page.wait_for_timeout(25)
        else:
            pytest.fail(f"the window is at {self.page.url}, not at {path}")
        expect(self.main.locator("h1")).not_to_have_text("This is not in the file")

    def follow(self, link: Locator) -> str:
        """Follow a link, and give the path that it promised."""
        promised = (link.get_attribute("href") or "").removeprefix("#").partition("#")[0].partition("?")[0]
        link.click()
        self.at(promised)
        return promised

    def menu(self, words: str) -> None:
        """Follow an entry of the main menu."""
        self.follow(self.page.locator(".menu").get_by_role("link", name=words, exact=True))

    def press(self, *keys: str) -> None:
        """Press keys, one after the other."""
        for key in keys:
            self.page.keyboard.press(key)

    def tab_to(self, wanted: Locator) -> None:
        """Go to a part of the page by the tabulator."""
        for _ in range(300):
            if wanted.evaluate("(one) => one === document.activeElement"):
                return
            self.page.keyboard.press("Tab")
        pytest.fail(f"the tabulator does not come to {wanted}")

    def open_around(self, wanted: Locator) -> None:
        """Open by keys what is folded around a part of the page, the outermost first."""
        folded = wanted.locator("xpath=ancestor::details[not(@open)]")
        for _ in range(0 if wanted.is_visible() else folded.count()):
            self.tab_to(folded.first.locator("summary").first)
            self.press("Enter")
            self.page.wait_for_timeout(50)

    def marked(self) -> str:
        """Give the characters that the reader of documents marks."""
        expect(self.page.locator("#at")).to_be_visible()
        return "".join(self.page.locator("mark").all_text_contents())


Journey = Callable[[Window], None]


def from_the_matrix_to_the_characters(window: Window) -> None:
    """A delegate asks what was said on a theme, and where exactly."""
    cell = window.main.locator("table.matrix tbody tr", has_text="Human rights").first.locator("td a").last
    assert f"consultation={FIFTH}" in (cell.get_attribute("href") or "")
    window.follow(cell)
    said = window.main.locator(".statement:visible")
    assert set(said.evaluate_all("(all) => all.map((one) => one.dataset.consultation)")) == {FIFTH}
    quote = said.first.locator("blockquote q").inner_text()
    window.follow(said.first.locator("a.where"))
    assert window.marked() == quote


def from_a_pressure_point_to_the_adopted_text(window: Window) -> None:
    """What became of the article that most was said against?"""
    draft = window.follow(window.main.locator(".points h3 a").first)
    later = window.main.locator("a[href*='/instrument/adopted/article/']").first
    expect(later).to_be_attached()
    later.evaluate("(one) => one.closest('details')?.setAttribute('open', '')")
    window.follow(later)
    window.page.go_back()
    window.at(draft)
    window.page.emulate_media(media="print")
    expect(window.main.locator(".statement .source").first).to_be_visible()
    expect(window.page.locator(".menu")).to_be_hidden()


def by_keys_to_an_article(window: Window) -> None:
    """By the keyboard alone."""
    window.press("/")
    window.page.keyboard.type("article 24")
    expect(window.page.locator("#found [role=option]").first).to_contain_text("Article 24")
    window.press("ArrowDown", "Enter")
    window.at("/instrument/draft/article/24")
    expect(window.main.locator("h1")).to_contain_text("Conditions and safeguards")


def by_words_to_the_characters(window: Window) -> None:
    """By the keyboard alone: search, choose, open, read."""
    window.press("/")
    window.page.keyboard.type("human rights")
    window.press("Enter")
    window.at("/search")
    expect(window.main.locator("#how-many")).to_contain_text("results")
    window.page.wait_for_load_state()
    for name, value in (("kind", "statement"), ("stance", "supports")):
        box = window.main.locator(f"input[name={name}][value={value}]")
        window.open_around(box)
        window.tab_to(box)
        window.press("Space")
        window.page.wait_for_url(f"**{name}={value}**")
    result = window.main.locator(".result").first
    expect(result).to_have_attribute("data-stance", "supports")
    quote = result.locator("q").inner_text()
    window.tab_to(result.locator("h2 a"))
    window.press("Enter")
    assert window.marked() == quote


def over_the_map(window: Window) -> None:
    """A theme is opened on the map; table, address and pictures say the same."""
    window.menu("Map")
    page = window.page
    page.wait_for_selector("#map[data-ready=true]")
    window.main.locator("a[aria-label='map: Trust and reciprocity']").first.click()
    expect(window.main.locator("h1")).to_contain_text("Trust and reciprocity")
    page.wait_for_selector("#map[data-ready=true]")
    window.main.locator("[data-map=canvas]").focus()
    window.press("ArrowDown", "ArrowDown", "Enter")
    page.wait_for_timeout(300)
    drawn = page.evaluate(_SHOWN)
    told = page.evaluate("[...document.querySelectorAll('#map tbody tr')].flatMap((row) => [row.dataset.source, row.dataset.target])")
    assert sorted({one for one in told if one}) == drawn
    for form, ending in (("exportPng", ".png"), ("exportSvg", ".svg")):
        with page.expect_download() as download:
            page.locator(f"[data-do={form}]").click()
        assert download.value.suggested_filename.endswith(ending)
    address = page.url
    page.goto("about:blank")
    page.goto(address)
    page.wait_for_selector("#map[data-ready=true]")
    assert page.evaluate(_SHOWN) == drawn


_SHOWN = "travauxMap.view.shown.things.map(({id}) => id).sort()"


def from_a_comparison_to_outcomes(window: Window) -> None:
    """What changed between two consultations, why, and what became of it?"""
    window.menu("Compare")
    position = window.main.locator("a[href*='/position/dual-criminality']")
    if not position.count():
        position = window.main.locator("a[href*='/position/']")
    position.first.evaluate(
        "(one) => { for (let at = one.closest('details'); at; at = at.parentElement.closest('details')) at.open = true }"
    )
    window.follow(position.first)
    assert window.main.locator(".statement").count() > 0
    window.menu("Outcomes")
    window.follow(window.main.locator(".index a[href*='/instrument/'], a[href*='/instrument/']").first)


def from_a_conflict_to_a_position(window: Window) -> None:
    """Both sentences are there before anything is opened."""
    window.menu("Conflicts")
    dispute = window.main.locator("#conflicts").locator("xpath=..").locator("article").first
    quotes = dispute.locator("blockquote q")
    assert quotes.count() >= 2
    expect(quotes.nth(0)).to_be_visible()
    expect(quotes.nth(1)).to_be_visible()
    window.follow(dispute.locator("a[href*='/position/']").first)


def from_a_gap_to_its_question(window: Window) -> None:
    """By the keyboard alone: g and a letter, then tabulator and Enter."""
    gaps = window.page.locator(".menu").get_by_role("link", name="Gaps")
    window.tab_to(gaps)
    window.press("Enter")
    window.at("/gaps")
    question = window.main.locator("section[aria-labelledby=unanswered-questions] .source a[href*='/question/']").first
    asked = window.main.locator("section[aria-labelledby=unanswered-questions] blockquote q").first.inner_text()
    window.tab_to(question)
    window.press("Enter")
    expect(window.main).to_contain_text(asked)
    assert "/question/" in window.page.url


def by_a_query_to_a_table(window: Window) -> None:
    """An example runs; its answer is a table, a drawing, a map of themes and a file."""
    window.menu("Query")
    window.main.locator("a[href*='ask=recurring-themes']").first.click()
    expect(window.page.locator(".answer-table tbody tr")).to_have_count(40)
    window.page.get_by_role("button", name="Graph").click()
    assert window.page.locator(".answer-drawing path").count() == 40
    window.page.get_by_role("button", name="Map of themes").click()
    expect(window.page.locator("#shown")).to_contain_text("themes")
    with window.page.expect_download() as download:
        window.page.get_by_role("link", name="CSV").click()
    assert download.value.suggested_filename.endswith(".csv")


def from_a_consultation_to_a_panellist(window: Window) -> None:
    """Who was there, who said what, and where does it stand?"""
    window.menu("Reports")
    window.follow(window.main.locator("a[href*='/consultation/second-intersessional-consultation']").first)
    person = window.main.locator("a[href*='/person/']").first
    person.evaluate("(one) => { for (let at = one.closest('details'); at; at = at.parentElement.closest('details')) at.open = true }")
    window.follow(person)
    window.follow(window.main.locator("a[href*='/document/']").first)
    assert window.marked()


JOURNEYS: tuple[Journey, ...] = (
    from_the_matrix_to_the_characters,
    from_a_pressure_point_to_the_adopted_text,
    by_keys_to_an_article,
    by_words_to_the_characters,
    over_the_map,
    from_a_comparison_to_outcomes,
    from_a_conflict_to_a_position,
    from_a_gap_to_its_question,
    by_a_query_to_a_table,
    from_a_consultation_to_a_panellist,
)


@pytest.fixture
def at_a_desk(browser: Browser, served: str) -> Iterator[Window]:
    visit = Visit(browser, served)
    yield Window(visit, "")
    visit.close()
    assert visit.complaints == []


@pytest.fixture
def on_a_phone(browser: Browser, seeds_file: Path) -> Iterator[Window]:
    visit = Visit(browser, seeds_file.as_uri(), offline=True, **PHONE)
    yield Window(visit, "#/")
    visit.close()
    assert visit.complaints == []


@pytest.mark.system
@pytest.mark.parametrize("journey", JOURNEYS)
def test_a_journey_at_a_desk(at_a_desk: Window, journey: Journey) -> None:
    journey(at_a_desk)


@pytest.mark.system
@pytest.mark.parametrize("journey", [one for one in JOURNEYS if one is not by_a_query_to_a_table])
def test_a_journey_on_a_phone_without_a_network(on_a_phone: Window, journey: Journey) -> None:
    journey(on_a_phone)
    assert on_a_phone.page.evaluate("document.documentElement.scrollWidth <= innerWidth")
