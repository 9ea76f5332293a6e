"""Pictures of networks: what they hold, and how they look in a real browser."""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import networkx as nx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from travaux.analysis.network import NETWORKS
from travaux.analysis.selection import ALL
from travaux.errors import TravauxError
from travaux.model.store import Store
from travaux.views import templating
from travaux.views.pictures import draw_network
from travaux.views.pictures.arranging import ROOM, arrange

AXE = Path(__file__).resolve().parents[2] / "graph" / "travaux" / "views" / "scripts" / "node_modules" / "axe-core" / "axe.min.js"
HOSTILE = "</script><script>alert(1)</script><img src=x onerror=alert(2)>\"'`{{7*7}}"
Show = Callable[..., Any]

two_modes = st.lists(st.tuples(st.integers(0, 9), st.integers(0, 9)), max_size=30)


def small(label: str = "The scope should be narrow.") -> nx.MultiDiGraph[str]:
    network: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    network.add_node("narrow", label=label, kind="position")
    network.add_node("workable", label="It keeps the convention workable.", kind="position")
    network.add_node("alone", label="Nobody links it.", kind="position")
    network.add_edge("workable", "narrow", kind="supports", sentence=label)
    return network


def overlaps(places: dict[Any, tuple[float, float]]) -> list[tuple[Any, Any]]:
    boxes = sorted(places.items(), key=lambda one: str(one[0]))
    return [
        (one, other)
        for number, (one, (x, y)) in enumerate(boxes)
        for other, (u, v) in boxes[number + 1 :]
        if abs(x - u) < ROOM[0] * 0.95 and abs(y - v) < ROOM[1] * 0.75
    ]


@given(two_modes)
@settings(max_examples=40)
def test_the_boxes_of_a_network_of_two_modes_stand_apart(pairs: list[tuple[int, int]]) -> None:
    network: nx.Graph[str] = nx.Graph()
    for one, other in pairs:
        network.add_node(f"a{one}", bipartite=0)
        network.add_node(f"b{other}", bipartite=1)
        network.add_edge(f"a{one}", f"b{other}")
    places = arrange(network)
    assert places.keys() == set(network)
    assert overlaps(places) == []


@given(two_modes)
@settings(max_examples=40)
def test_the_boxes_of_other_networks_stand_apart(pairs: list[tuple[int, int]]) -> None:
    for network in (nx.DiGraph(pairs), nx.Graph(pairs)):
        places = arrange(network)
        assert places.keys() == set(network)
        assert overlaps(places) == []


def test_premises_stand_left_of_what_they_lead_to() -> None:
    places = arrange(nx.DiGraph([("a", "b"), ("b", "c"), ("a", "c"), ("x", "y")]))
    assert places["a"][0] < places["b"][0] < places["c"][0]
    assert places["x"][0] < places["y"][0]


def test_the_same_network_gives_the_same_bytes(stored_lakes: Store) -> None:
    pages = [draw_network(NETWORKS["theme-cooccurrence"].build(stored_lakes, ALL), "Themes").html for _ in range(2)]
    assert pages[0] == pages[1]


def test_the_table_holds_every_link_and_what_has_none() -> None:
    html = draw_network(small(), "Arguments", description="Who supports what.").html
    assert "The same as a table: 1 link, and 1 without a link" in html
    assert "Who supports what." in html
    assert html.count("Nobody links it.") == 1


def test_of_too_many_nodes_the_heaviest_are_shown_and_the_rest_is_told() -> None:
    star: nx.Graph[int] = nx.star_graph(20)
    html = draw_network(star, "Star", most=5).html
    assert "16 more nodes are not shown" in html
    assert "The same as a table: 4 links" in html
    with pytest.raises(TravauxError, match="one node at least"):
        draw_network(star, "Star", most=0)


def test_an_empty_network_is_a_picture_too() -> None:
    assert "The same as a table: 0 links" in draw_network(nx.Graph(), "Nothing").html


def test_a_notebook_shows_it_in_a_frame_that_may_do_nothing_but_draw() -> None:
    shown = draw_network(small(HOSTILE), "<b>")._repr_html_()
    assert shown.startswith('<iframe title="&lt;b&gt;" sandbox="allow-scripts" ')
    assert "<script" not in shown


def test_the_policy_forbids_everything_but_this_script_and_this_style() -> None:
    page = draw_network(small(), "Arguments").html
    policy = re.search(r'http-equiv="Content-Security-Policy" content="([^"]*)"', page)
    assert policy
    assert policy[1].startswith("default-src 'none'; ")
    assert "unsafe" not in policy[1]
    for tag in ("script", "style"):
        (content,) = re.findall(rf"<{tag}>(.*?)</{tag}>", page, re.DOTALL)
        digest = base64.b64encode(hashlib.sha256(content.encode()).digest()).decode()
        assert f"{tag}-src 'sha256-{digest}'" in policy[1]


def test_a_picture_without_built_scripts_says_what_to_run(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(templating, "_STATIC", tmp_path)
    with pytest.raises(TravauxError, match=r"python hatch_build\.py"):
        draw_network(small(), "Arguments")


@pytest.mark.system
def test_hostile_texts_stay_texts_and_nothing_is_asked_of_the_network(tmp_path: Path, show: Show) -> None:
    page = tmp_path / "picture.html"
    draw_network(small(HOSTILE), HOSTILE, description=HOSTILE).write(page)
    opened = show(page, bypass_csp=True)
    opened.page.wait_for_function("window.travauxPicture !== undefined")
    opened.page.locator("summary").first.click()
    assert opened.page.title() == HOSTILE
    assert HOSTILE in opened.page.locator("td").all_inner_texts()
    assert (opened.complaints, opened.requests) == ([], [page.as_uri()])


@pytest.mark.system
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_network_of_the_seeds_is_drawn_and_can_be_used_by_everybody(
    stored_seeds: Store, tmp_path: Path, show: Show, scheme: str
) -> None:
    for name in ("arguments", "theme-cooccurrence"):
        network = NETWORKS[name].build(stored_seeds, ALL)
        file = tmp_path / f"{name}.html"
        draw_network(network, name, description=str(network.graph["meaning"])).write(file)
        opened = show(file, bypass_csp=True, color_scheme=scheme)
        page = opened.page
        page.wait_for_function("window.travauxPicture !== undefined")
        drawn = page.evaluate("[travauxPicture.network.body.data.nodes.length, travauxPicture.network.body.data.edges.length]")
        assert drawn == [sum(1 for node in network if network.degree(node)), network.number_of_edges()]
        assert page.evaluate("travauxPicture.network.getScale()") * 13 >= 9.5
        page.locator("summary").first.click()
        page.add_script_tag(path=str(AXE))
        assert page.evaluate("axe.run(document, {resultTypes: ['violations']})")["violations"] == []
        assert opened.complaints == []


@pytest.mark.system
def test_keys_move_and_enlarge_it(tmp_path: Path, show: Show) -> None:
    page_file = tmp_path / "picture.html"
    draw_network(small(), "Arguments").write(page_file)
    page = show(page_file, bypass_csp=True).page
    page.wait_for_function("window.travauxPicture !== undefined")
    page.locator("#picture").focus()
    before = page.evaluate("travauxPicture.network.getScale()")
    page.keyboard.press("+")
    assert page.evaluate("travauxPicture.network.getScale()") > before
    across = page.evaluate("travauxPicture.network.getViewPosition().x")
    page.keyboard.press("ArrowRight")
    assert page.evaluate("travauxPicture.network.getViewPosition().x") > across
    page.keyboard.press("0")
    assert page.evaluate("travauxPicture.network.getScale()") == pytest.approx(before)
    page.evaluate("travauxPicture.choose('narrow')")
    page.keyboard.press("Escape")
    assert page.evaluate("travauxPicture.chosen()") is None
