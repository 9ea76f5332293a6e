"""The map: its drawing, its table and its address say the same, and nothing moves."""

from __future__ import annotations

import json
import struct
from collections.abc import Callable
from pathlib import Path

import pytest
from lxml import etree
from lxml.html import HtmlElement
from playwright.sync_api import Page
from starlette.testclient import TestClient

from browsing import Visit, violations
from travaux.analysis.neighbourhood import find_neighbours
from travaux.analysis.tables import to_data
from travaux.model.identity import Id
from travaux.model.store import Store
from travaux.views.explorer import AskedError, Explorer

Read = Callable[..., HtmlElement]
Open = Callable[..., Visit]
THEME = "/map?at=theme/human-rights"
_PLACES = "Object.fromEntries(travauxMap.view.shown.things.map(({id}) => [id, travauxMap.network.getPosition(id)]))"
_SHOWN = "travauxMap.view.shown.things.map(({id}) => id).sort()"
_LINKS = "travauxMap.view.shown.edges.map((e) => `${e.source} ${e.target}`).sort()"
_IN_TABLE = "[...document.querySelectorAll('#map tbody tr')]"


def _ready(visit: Visit) -> Page:
    visit.page.wait_for_selector("#map[data-ready=true]")
    return visit.page


def _until(page: Page, condition: str) -> None:
    """Wait for a condition; the policy of the page lets no test put one into it."""
    for _ in range(100):
        if page.evaluate(condition):
            return
        page.wait_for_timeout(50)
    pytest.fail(f"it never came to {condition}")


def test_the_data_of_the_page_are_the_neighbourhood(client: TestClient, stored_seeds: Store, seeds_explorer: Explorer) -> None:
    given = client.get(f"{THEME}&format=json").json()
    assert given == json.loads(json.dumps(to_data(find_neighbours(stored_seeds, seeds_explorer.corpus.base, Id("theme/human-rights")))))


def test_without_scripts_the_table_holds_every_link_and_ways_to_go_on(read: Read, stored_seeds: Store, seeds_explorer: Explorer) -> None:
    page = read(THEME)
    found = find_neighbours(stored_seeds, seeds_explorer.corpus.base, Id("theme/human-rights"))
    rows = [(row.get("data-source"), row.get("data-target")) for row in page.cssselect("#map tbody tr")]
    assert rows == [(edge.source, edge.target) for edge in found.edges]
    links = {link.get("href") for link in page.cssselect("#map tbody a")}
    assert "/map?at=theme%2Fhuman-rights&open=theme%2Fconditions" in links
    assert {f"/{thing.id}" for thing in found.things} <= links


def test_what_is_opened_hidden_and_chosen_is_in_the_table_too(read: Read) -> None:
    def rows(options: str) -> set[tuple[str, str]]:
        return {(row.get("data-source"), row.get("data-target")) for row in read(f"{THEME}{options}").cssselect("#map tbody tr")}

    whole, wider = rows(""), rows("&open=instrument/draft/article/24")
    assert whole < wider
    folded = rows("&open=instrument/draft/article/24&fold=instrument/draft/article/24")
    assert {name for row in folded for name in row} == {name for row in whole for name in row}
    assert all("theme/trust" not in row for row in rows("&hide=theme/trust"))
    assert all("question" not in f"{row}" for row in rows("&kind=position"))


def test_two_texts_of_one_name_are_told_apart_and_what_is_marked_too(read: Read) -> None:
    page = read("/map?at=instrument/draft/article/24&mark=instrument/adopted/article/24")
    assert "(draft)" not in read("/map?at=consultation/fifth-intersessional-consultation").cssselect("h1")[0].text_content()
    heads = [head.text_content() for head in page.cssselect("#map thead th")]
    assert heads[:3] == ["From", "Relation", "To"]
    row = next(row for row in page.cssselect("#map tr[data-target='instrument/adopted/article/24']"))
    assert "article, draft" in row.text_content()
    assert "article, adopted text, marked" in row.text_content()
    assert row.get("class") == "marked"
    assert [row.get("class") for row in page.cssselect("#map tbody tr")].count("marked") == sum(
        "instrument/adopted/article/24" in (row.get("data-source"), row.get("data-target")) for row in page.cssselect("#map tbody tr")
    )


@pytest.mark.parametrize(
    "options", [[("depth", "4")], [("stance", "angry")], [("kind", "x")], [("link", "x")], [("consultation", "nowhere")]]
)
def test_wrong_options_are_told(seeds_explorer: Explorer, options: list[tuple[str, str]]) -> None:
    with pytest.raises(AskedError):
        seeds_explorer.page("/map", options)


@pytest.mark.system
@pytest.mark.parametrize(("path", "scheme"), [("/map", "light"), (f"{THEME}&open=instrument/draft/article/24", "dark")])
def test_the_drawing_and_the_table_are_the_same_and_accessible(visit: Open, read: Read, path: str, scheme: str) -> None:
    page = _ready(visit(path, color_scheme=scheme))
    drawn = page.evaluate(_SHOWN)
    assert sorted(page.evaluate("travauxMap.network.body.data.nodes.getIds()")) == drawn
    in_table = page.evaluate(f"{_IN_TABLE}.flatMap((row) => [row.dataset.source, row.dataset.target]).filter(Boolean)")
    assert sorted(set(in_table)) == drawn
    linked = page.evaluate(
        f"{_IN_TABLE}.filter((row) => row.dataset.target).map((row) => `${{row.dataset.source}} ${{row.dataset.target}}`).sort()"
    )
    assert linked == page.evaluate(_LINKS)
    texts = [" ".join("".join(row.itertext()).replace("expand", "").split()) for row in read(path).cssselect("#map tbody tr")]
    shown = page.evaluate(f"{_IN_TABLE}.map((row) => row.textContent)")
    assert ["".join(text.split()) for text in shown] == ["".join(text.split()) for text in texts]
    assert violations(page) == []


@pytest.mark.system
def test_expanding_moves_nothing_and_the_address_gives_the_same_picture(visit: Open) -> None:
    opened = visit(THEME)
    page = _ready(opened)
    before = page.evaluate(_PLACES)
    page.evaluate("travauxMap.actions.enter('instrument/draft/article/24')")
    page.evaluate("travauxMap.actions.enter(travauxMap.view.shown.things.find(({kind}) => kind === 'question').id)")
    _until(page, "travauxMap.state.open.length === 2")
    after = page.evaluate(_PLACES)
    assert len(after) > len(before)
    assert {name: after[name] for name in before} == before
    page.evaluate("travauxMap.actions.hide('theme/trust'); travauxMap.actions.pinHere('instrument/draft/article/36')")
    kept, shown, address = page.evaluate(_PLACES), page.evaluate(_SHOWN), page.evaluate("location.pathname + location.search")
    assert {name: after[name] for name in kept} == kept
    again = _ready(visit(address))
    assert again.evaluate(_SHOWN) == shown
    assert again.evaluate(_PLACES) == kept
    assert again.evaluate("location.pathname + location.search") == address


@pytest.mark.system
def test_no_two_things_lie_on_one_another_and_choices_move_none(visit: Open) -> None:
    page = _ready(visit(f"{THEME}&depth=2"))
    boxes = list(page.evaluate("Object.fromEntries(travauxMap.view.places)").items())
    for number, (name, one) in enumerate(boxes):
        for other_name, other in boxes[number + 1 :]:
            apart = (
                abs(one["x"] - other["x"]) >= (one["width"] + other["width"]) / 2
                or abs(one["y"] - other["y"]) >= (one["height"] + other["height"]) / 2
            )
            assert apart, (name, other_name)
    narrowed = _ready(visit(f"{THEME}&depth=2&consultation=fifth-intersessional-consultation"))
    first = page.evaluate("Object.fromEntries(travauxMap.view.places)")
    own = {name: place for name, place in narrowed.evaluate(_PLACES).items() if name in first}
    start = set(page.evaluate("travauxMap.view.model.openings[0].neighbourhood.things.map(({id}) => id)"))
    assert own.keys() & start
    assert all(own[name] == {"x": first[name]["x"], "y": first[name]["y"]} for name in own.keys() & start)


@pytest.mark.system
def test_what_is_expanded_stays_in_sight_and_no_link_runs_behind_the_middle(visit: Open) -> None:
    opened = visit("/map", reduced_motion="reduce")
    page = _ready(opened)
    where = "travauxMap.network.canvasToDOM(travauxMap.network.getPosition('instrument/draft/article/15'))"
    box = page.locator("[data-map=canvas]").bounding_box()
    assert box is not None
    for _ in range(5):  # on a busy machine two clicks may come too far apart to be one double click
        at = page.evaluate(where)
        page.mouse.dblclick(box["x"] + at["x"], box["y"] + at["y"])
        page.wait_for_timeout(400)
        if page.evaluate("travauxMap.state.open.length") == 1:
            break
    _until(page, "travauxMap.state.open.length === 1")
    at = page.evaluate(where)
    assert 0 < at["x"] < box["width"]
    assert 0 < at["y"] < box["height"]
    assert page.locator("[data-map=tip]").is_hidden()
    assert page.evaluate("travauxMap.marks().links") == []
    page.keyboard.press("Escape")
    assert page.evaluate("travauxMap.state.open") == []
    opened.go("/map?at=instrument/draft/article/23")
    page.wait_for_selector("#map[data-ready=true]")
    middle = page.evaluate("travauxMap.view.places.get('instrument/draft/article/23')")
    links = page.evaluate("travauxMap.marks().links")
    assert links
    for link in links:
        bend = link.get("bend") or {name: (link["from"][name] + link["to"][name]) / 2 for name in "xy"}
        for part in (number / 20 for number in range(21)):
            x, y = ((1 - part) ** 2 * link["from"][name] + 2 * part * (1 - part) * bend[name] + part**2 * link["to"][name] for name in "xy")
            assert abs(x - middle["x"]) > middle["width"] / 2 or abs(y - middle["y"]) > middle["height"] / 2


@pytest.mark.system
def test_the_map_is_walked_by_keys_alone(visit: Open) -> None:
    page = _ready(visit("/map?at=instrument/draft/article/24"))
    page.locator("[data-map=canvas]").focus()
    page.keyboard.press("ArrowUp")
    assert page.evaluate("travauxMap.view.chosen") == "instrument/draft/article/24"
    page.keyboard.press("ArrowUp")
    chosen = page.evaluate("travauxMap.view.chosen")
    assert chosen.startswith("position/")
    heading = page.locator("[data-map=panel] h2").inner_text()
    assert heading in page.locator("[data-map=said]").inner_text()
    page.keyboard.press("Enter")
    _until(page, "travauxMap.state.open.length === 1")
    assert f"open={chosen}" in page.url
    assert page.evaluate("travauxMap.view.chosen") is None
    page.keyboard.press("Escape")
    assert page.evaluate("travauxMap.state.open") == []
    assert "open=" not in page.url
    page.keyboard.press("Escape")
    assert "at=instrument/draft/article/24" in page.url
    scale = page.evaluate("travauxMap.network.getScale()")
    page.keyboard.press("+")
    _until(page, f"travauxMap.network.getScale() > {scale}")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("h")
    assert page.evaluate("travauxMap.state.hide.size") == 1
    page.keyboard.press("u")
    assert page.evaluate("travauxMap.state.hide.size") == 0


@pytest.mark.system
def test_the_legend_filters_and_the_search_finds(visit: Open) -> None:
    page = _ready(visit(THEME))
    assert page.evaluate("travauxMap.network.getScale() * 13") >= 11
    page.locator("[data-legend=stance-supports]").click()
    assert page.locator("[data-legend=stance-supports]").get_attribute("aria-pressed") == "false"
    assert "stance=opposes" in page.url
    stances = page.evaluate(
        "travauxMap.view.shown.things.filter(({kind}) => kind === 'position').map(({stances}) => stances.map(([s]) => s))"
    )
    assert all(set(one) - {"supports"} for one in stances)
    page.locator("[data-map=unhide]").click()
    page.locator("[data-map=find]").fill("effective remedy")
    page.keyboard.press("Enter")
    assert page.locator("[data-map=found]").inner_text().endswith("found")
    assert "remedy" in page.evaluate("travauxMap.view.model.things.get(travauxMap.view.chosen).label")
    assert "find=effective+remedy" in page.url


@pytest.mark.system
def test_pictures_are_downloaded_as_png_and_svg(visit: Open, tmp_path: Path) -> None:
    page = _ready(visit("/map?at=instrument/draft/article/24"))
    for form in ("exportPng", "exportSvg"):
        with page.expect_download() as download:
            page.locator(f"[data-do={form}]").click()
        download.value.save_as(tmp_path / form)
    png = (tmp_path / "exportPng").read_bytes()
    assert png.startswith(b"\x89PNG\r\n\x1a\n")
    sheet = page.evaluate("travauxMap.sheet().sheet")
    assert struct.unpack(">II", png[16:24]) == (-int(-sheet["width"] * 2 // 1), -int(-sheet["height"] * 2 // 1))
    svg = etree.fromstring((tmp_path / "exportSvg").read_bytes())
    texts = " ".join(str(text) for text in svg.itertext())
    assert "Around: article 24: Conditions and safeguards" in texts
    assert "United Nations Convention against Cybercrime" in texts
    assert "proposal" in texts
    assert "Art. 24 Conditions and safeguards" in texts
    assert "adopted text" in texts
    _stays_text(page)


def _stays_text(page: Page) -> None:
    """Hostile names stay names, on the page and in pictures."""
    hostile = "</text><script>alert(1)</script><img src=x onerror=alert(2)>\u0007"
    page.evaluate(
        """async (hostile) => {
          for (const thing of travauxMap.view.model.things.values()) Object.assign(thing, {label: hostile, short: hostile, text: hostile});
          const id = travauxMap.view.shown.things[1].id;
          travauxMap.actions.choose(id);
          travauxMap.actions.hide(id);
        }""",
        hostile,
    )
    assert page.locator("#map script, #map img").count() == 0
    svg = etree.fromstring(page.evaluate("travauxMap.svg()").encode())
    assert not svg.findall(".//{*}script")


@pytest.mark.system
def test_on_a_phone_nothing_is_wider_than_the_window_and_the_panel_is_a_sheet(visit: Open) -> None:
    page = _ready(visit(f"{THEME}&mark=theme/trust", width=390, height=844))
    seen = """(name) => {
      const at = travauxMap.network.canvasToDOM(travauxMap.view.places.get(name));
      const {clientWidth, clientHeight} = document.querySelector("[data-map=canvas]");
      return at.x > 0 && at.y > 0 && at.x < clientWidth && at.y < clientHeight;
    }"""
    assert page.evaluate("travauxMap.marks().things.get('theme/trust').some(({weight, stroke}) => weight === 4 && stroke)")
    page.evaluate("travauxMap.state.mark.clear(); travauxMap.actions.reset()")
    assert page.evaluate(seen, "theme/human-rights")
    for stance in ("supports", "opposes", "proposes", "concerned"):
        first = f"travauxMap.view.areas.find((area) => area.stance === '{stance}').members[0]"
        assert page.evaluate(seen, page.evaluate(first)), stance
    page.evaluate("travauxMap.actions.choose('theme/human-rights')")
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    box = page.locator("[data-map=panel]").bounding_box()
    assert box is not None
    assert box["x"] == 0
    assert box["y"] + box["height"] == pytest.approx(844)
