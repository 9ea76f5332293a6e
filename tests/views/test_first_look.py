"""The first look in a real browser."""

from __future__ import annotations

import os
import re
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import networkx as nx
import pytest

from travaux.views.links import Links
from travaux.views.page import render_first_look
from travaux.views.plan import plan_map

pytestmark = pytest.mark.system

AXE = Path(__file__).resolve().parents[2] / "graph" / "travaux" / "views" / "scripts" / "node_modules" / "axe-core" / "axe.min.js"
ARTICLE_24 = "#instrument/draft/article/24"
Show = Callable[..., Any]

HOSTILE = "</script><script>alert(1)</script><img src=x onerror=alert(2)>\"'`{{7*7}} \u202e\u0627\u0628🌊 javascript:alert(3)"


def until(page: Any, expression: str) -> None:
    """Wait for something to become true, without the ``eval`` that the page's policy forbids."""
    for _ in range(100):
        if page.evaluate(expression):
            return
        time.sleep(0.05)
    pytest.fail(f"it never came true: {expression}")


def chosen(page: Any) -> str | None:
    name: str | None = page.evaluate("travaux.state.chosen")
    return name


def test_it_opens_offline_without_a_word_of_complaint(seeds_file: Path, show: Show) -> None:
    opened = show(seeds_file)
    until(opened.page, "window.travaux !== undefined")
    opened.page.wait_for_timeout(300)
    assert opened.complaints == []
    assert opened.requests == [seeds_file.as_uri()]


def test_the_drawing_holds_what_the_network_holds(seeds_file: Path, seeds_network: nx.MultiDiGraph[str], show: Show) -> None:
    page = show(seeds_file).page
    placed = seeds_network.subgraph(set(seeds_network) - plan_map(Links(seeds_network)).off)
    assert page.evaluate("[travaux.nodes.length, travaux.edges.length]") == [len(placed), placed.number_of_edges()]
    assert page.evaluate("travaux.network.getScale()") * 12.5 >= 12


def test_choosing_an_article_on_the_map_shows_the_sentence_that_cites_it(seeds_file: Path, show: Show) -> None:
    page = show(seeds_file).page
    x, y = page.evaluate(
        """() => { const {x, y} = travaux.network.canvasToDOM(travaux.state.places["instrument/draft/article/24"]);
        const box = document.getElementById("map").getBoundingClientRect(); return [x + box.x, y + box.y]; }"""
    )
    page.mouse.click(x, y)
    until(page, "travaux.state.chosen !== null")
    details = page.locator("#details")
    assert details.locator("h4").inner_text() == "Article 24: Conditions and safeguards"
    assert (
        details.locator("blockquote")
        .first.inner_text()
        .startswith("With regard to the conditions and safeguards set out in article 24, several")
    )
    source = details.locator(".source").first.inner_text()
    assert re.search(r"Chair's Report of the Fifth Intersessional Consultation, paragraph 8, characters \d+–\d+", source)
    details.locator(".source a", has_text="paragraph 8").first.click()
    until(page, "travaux.state.chosen?.endsWith('paragraph/8')")
    assert "Under agenda item 2(c)" in page.locator("#details blockquote").first.inner_text()
    page.go_back()
    until(page, "travaux.state.chosen?.endsWith('article/24')")


def test_the_address_keeps_what_is_chosen(seeds_file: Path, show: Show) -> None:
    page = show(seeds_file, "#document/fifth-consultation-report/agenda-item/2(b)").page
    assert chosen(page) == "document/fifth-consultation-report/agenda-item/2(b)"
    assert "Criminalization" in page.locator("#details h4").first.inner_text()
    assert "dishonest intent" in page.locator("#details blockquote").first.inner_text()
    assert chosen(show(seeds_file, "#no/such/thing").page) is None


def test_a_document_shows_its_paragraphs_in_full(seeds_file: Path, seeds_network: nx.MultiDiGraph[str], show: Show) -> None:
    page = show(seeds_file, "#document/second-consultation-report").page
    text = page.locator("#details").inner_text()
    own = [
        node
        for _, node in seeds_network.nodes(data=True)
        if node["kind"] == "paragraph" and node["document"].endswith("second-consultation-report")
    ]
    assert len(own) >= 19
    for node in own:
        assert " ".join(node["quote"].split())[:200] in " ".join(text.split())


def test_keys_search_move_and_leave(seeds_file: Path, show: Show) -> None:
    opened = show(seeds_file)
    page = opened.page
    page.keyboard.press("/")
    page.keyboard.type("dishonest intent")
    assert page.locator("#found li").count() >= 1
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowUp")
    page.keyboard.press("Enter")
    assert page.locator("#details h4").inner_text() == "Dishonest intent"
    assert "Paragraph 7" in page.locator("#details").inner_text()
    assert page.evaluate("document.activeElement.id") == "panel"
    page.keyboard.press("Escape")
    assert chosen(page) is None
    page.wait_for_timeout(400)
    whole = page.evaluate("travaux.network.getScale()")
    page.keyboard.press("+")
    page.wait_for_timeout(300)
    assert page.evaluate("travaux.network.getScale()") > whole
    before = page.evaluate("travaux.network.getViewPosition().x")
    page.keyboard.press("ArrowRight")
    assert page.evaluate("travaux.network.getViewPosition().x") > before
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "panel"
    assert opened.complaints == []


def test_a_sign_of_the_legend_hides_what_it_stands_for(seeds_file: Path, show: Show) -> None:
    page = show(seeds_file).page
    page.get_by_role("button", name="question", exact=True).click()
    assert page.evaluate("travaux.nodes.get({filter: (node) => node.hidden}).every((node) => node.kind === 'question')")
    assert page.evaluate("travaux.nodes.get({filter: (node) => node.hidden}).length") == 26
    page.get_by_role("button", name="question", exact=True).click()
    assert page.evaluate("travaux.nodes.get({filter: (node) => node.hidden}).length") == 0


def test_pointing_at_a_thing_says_what_it_is(seeds_file: Path, show: Show) -> None:
    page = show(seeds_file).page
    x, y = page.evaluate(
        "(() => { const {x, y} = travaux.network.canvasToDOM(travaux.state.places['instrument/draft/article/17']); return [x, y]; })()"
    )
    page.locator("#map").hover(position={"x": x, "y": y})
    page.wait_for_selector("#tip:not([hidden])")
    assert page.locator("#tip").inner_text() == "Article 17: Offences relating to other international treaties"


def test_the_list_takes_the_place_of_the_map_and_leads_back_to_it(seeds_file: Path, show: Show) -> None:
    opened = show(seeds_file)
    page = opened.page
    page.get_by_role("button", name="List").click()
    page.wait_for_timeout(300)
    assert page.locator("#list").is_visible()
    assert not page.locator("#map").is_visible()
    assert not page.locator("#panel").is_visible()
    page.locator("#list").get_by_role("link", name="Article 24: Conditions and safeguards").first.click()
    assert chosen(page) == ARTICLE_24[1:]
    page.get_by_role("button", name="Map", exact=True).click()
    page.wait_for_timeout(300)
    assert page.locator("#map").is_visible()
    assert page.locator("#details h4").inner_text() == "Article 24: Conditions and safeguards"
    assert opened.complaints == []


@pytest.mark.parametrize(
    ("typed", "first", "noun"),
    [
        ("question 8", "Question 8", "Guiding question"),
        ("q8", "Question 8", "Guiding question"),
        ("article 4", "Article 4", "Article"),
        ("article 24", "Article 24: Conditions and safeguards", "Article · draft text"),
        ("art. 36", "Article 36", "Article · draft text"),
    ],
)
def test_a_search_for_a_number_finds_the_thing_of_that_number_first(
    seeds_file: Path, show: Show, typed: str, first: str, noun: str
) -> None:
    page = show(seeds_file).page
    page.keyboard.press("/")
    page.keyboard.type(typed)
    found = page.locator("#found li").first.inner_text()
    assert re.match(rf"{re.escape(first)}(?!\d)", found), found
    assert noun in found


@pytest.mark.parametrize(("typed", "person"), [("microsoft", "Nemanja Malisevic"), ("brazil", "Eric do Val Lacerda Sogocio")])
def test_a_search_finds_persons_by_their_own_words_alone(seeds_file: Path, show: Show, typed: str, person: str) -> None:
    page = show(seeds_file).page
    page.keyboard.press("/")
    page.keyboard.type(typed)
    speakers = page.locator("#found li").filter(has=page.locator("small", has_text="Speaker")).all_inner_texts()
    assert speakers
    assert all(speaker.casefold().startswith(person.casefold()) for speaker in speakers)


def test_recollection_is_marked_wherever_it_shows(seeds_file: Path, show: Show) -> None:
    page = show(seeds_file, "#instrument/draft/article/4").page
    assert page.locator("#details h4").inner_text().endswith("[unverified]")
    assert "not to be relied on" in page.locator("#details").inner_text()


def test_without_scripts_the_list_is_the_page(seeds_file: Path, show: Show) -> None:
    page = show(seeds_file, ARTICLE_24, java_script_enabled=False).page
    assert page.locator("#list").is_visible()
    assert not page.locator("#map-view").is_visible()
    entry = page.locator('[id="instrument/draft/article/24"]')
    assert "With regard to the conditions and safeguards" in entry.inner_text()
    assert "paragraph 8" in entry.inner_text()


@pytest.mark.parametrize("bypass", [False, True], ids=["with the policy", "without the policy"])
def test_hostile_texts_stay_texts(tmp_path: Path, show: Show, *, bypass: bool) -> None:
    network: nx.MultiDiGraph[str] = nx.MultiDiGraph(title=HOSTILE, description=HOSTILE)
    place = {"document": f"document/{HOSTILE}", "start": 0, "end": len(HOSTILE), "quote": HOSTILE}
    network.add_node(f"document/{HOSTILE}", kind="document", label=HOSTILE, title=HOSTILE, type="report")
    network.add_node("p", kind="paragraph", label=HOSTILE, number=HOSTILE, paragraph_id="p", paragraph=HOSTILE, **place)
    network.add_node("a", kind="article", label=HOSTILE, number=HOSTILE, note=HOSTILE)
    network.add_node("long", kind="theme", label="x" * 10_000)
    network.add_node("speaker", kind="participation", label=HOSTILE, paragraph_id="p", **place)
    words = {"quote": HOSTILE, "start": 0, "end": 9, "sentence_start": 0, "sentence_end": len(HOSTILE)}
    network.add_edge("p", "a", kind="cites", **words)
    finding = {"finding": "f", "check": "c", "severity": "error", "message": HOSTILE, "document": None, "subject": None, "places": [place]}
    network.graph["findings"] = [finding]
    file = tmp_path / "hostile.html"
    file.write_bytes(render_first_look(network, HOSTILE).encode())
    for fragment in ("", "#a", "#long", "#speaker", "#p"):
        opened = show(file, fragment, bypass_csp=bypass)
        page = opened.page
        until(page, "window.travaux !== undefined")
        if fragment:
            assert chosen(page) == fragment[1:]
        page.keyboard.press("/")
        page.keyboard.type("script")
        page.wait_for_timeout(100)
        assert page.locator("h1").inner_text() == HOSTILE
        assert page.locator("img").count() == 0
        assert page.locator("script").count() == 2
        assert opened.complaints == []
        assert opened.requests == [file.as_uri() + fragment] or opened.requests == [file.as_uri()]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("fragment", ["", ARTICLE_24])
def test_it_is_accessible(seeds_file: Path, show: Show, scheme: str, fragment: str) -> None:
    if not AXE.is_file():
        message = "axe-core is missing: python hatch_build.py installs it with the scripts of the pages"
        pytest.fail(message) if os.environ.get("CI") else pytest.skip(message)
    page = show(seeds_file, fragment, color_scheme=scheme, bypass_csp=True).page
    until(page, "window.travaux !== undefined")
    page.add_script_tag(path=AXE)
    for listing in (False, True):
        if listing:
            page.get_by_role("button", name="List").click()
        found = page.evaluate("axe.run(document, {resultTypes: ['violations']})")["violations"]
        assert [
            (rule["id"], rule["impact"], rule["nodes"][0]["html"][:200]) for rule in found if rule["impact"] in {"serious", "critical"}
        ] == []


def test_on_a_telephone_nothing_is_wider_than_the_window_and_a_tap_chooses(seeds_file: Path, show: Show) -> None:
    opened = show(seeds_file, width=390, height=844, has_touch=True, is_mobile=True)
    page = opened.page
    until(page, "window.travaux !== undefined")
    assert page.evaluate("document.documentElement.scrollWidth") == 390
    assert page.evaluate("travaux.network.getScale()") * 12.5 >= 12
    place = page.evaluate("travaux.network.canvasToDOM(travaux.state.places['instrument/draft/article/24'])")
    page.locator("#map").scroll_into_view_if_needed()
    page.locator("#map").tap(position=place)
    until(page, "travaux.state.chosen === 'instrument/draft/article/24'")
    assert page.locator("#details").is_visible()
    above = """(() => { const place = travaux.state.places["instrument/draft/article/24"];
        const y = document.getElementById("map").getBoundingClientRect().top + travaux.network.canvasToDOM(place).y;
        return y > 0 && y < document.getElementById("panel").getBoundingClientRect().top; })()"""
    until(page, above)
    assert opened.complaints == []


def test_lines_of_themes_are_drawn_for_a_theme_alone(seeds_file: Path, show: Show) -> None:
    shown = "travaux.edges.get({filter: (edge) => !edge.hidden && edge.kind === 'theme'}).length"
    assert show(seeds_file, ARTICLE_24).page.evaluate(shown) == 0
    page = show(seeds_file).page
    page.evaluate("location.hash = '#' + travaux.edges.get().find((edge) => edge.kind === 'theme').from")
    until(page, f"{shown} > 0")


def test_a_request_is_chosen_without_a_place_on_the_map(seeds_file: Path, show: Show) -> None:
    opened = show(seeds_file, "#outcome/protection-of-personal-data")
    assert "Taken up" in opened.page.locator("#details").inner_text()
    assert opened.page.evaluate("travaux.state.near.has('instrument/draft/article/36')")
    assert opened.complaints == []


def test_it_works_in_a_frame_without_an_address(seeds_file: Path, show: Show, tmp_path: Path) -> None:
    frame = tmp_path / "frame.html"
    inner = seeds_file.read_text(encoding="utf-8").replace("&", "&amp;").replace('"', "&quot;")
    frame.write_text(
        f'<!DOCTYPE html><title>t</title><iframe sandbox="allow-scripts" width="1200" height="700" srcdoc="{inner}"></iframe>',
        encoding="utf-8",
    )
    opened = show(frame)
    inside = opened.page.frames[1]
    until(inside, "window.travaux !== undefined")
    inside.get_by_role("link", name="Article 24: Conditions and safeguards").first.click()
    until(inside, "travaux.state.chosen === 'instrument/draft/article/24'")
    assert opened.complaints == []
