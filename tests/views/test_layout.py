from __future__ import annotations

from itertools import combinations

import networkx as nx
import pytest

from travaux.views.layout import Layout, Tall
from travaux.views.links import Links
from travaux.views.plan import OFF_THE_MAP, plan_map
from travaux.views.wide import lay_out_wide

ROOM = 1038 / 686
SMALLEST_TEXT = 12.0
TEXT = 12.5


def layouts(network: nx.MultiDiGraph[str]) -> dict[str, Layout]:
    links = Links(network)
    plan = plan_map(links)
    return {"wide": lay_out_wide(links, plan, ROOM), "tall": Tall(links, plan, 374).lay_out()}


@pytest.mark.parametrize("form", ["wide", "tall"])
@pytest.mark.parametrize("corpus", ["lakes", "seeds_network"])
def test_everything_has_one_place_inside_the_map_and_nothing_overlaps(corpus: str, form: str, request: pytest.FixtureRequest) -> None:
    network: nx.MultiDiGraph[str] = request.getfixturevalue(corpus)
    layout = layouts(network)[form]
    assert set(layout.places) == set(network) - plan_map(Links(network)).off
    for place in layout.places.values():
        assert place.width / 2 <= place.x <= layout.width - place.width / 2
        assert place.height / 2 <= place.y <= layout.height - place.height / 2
    for one, other in combinations(layout.places.values(), 2):
        apart = abs(one.x - other.x) >= (one.width + other.width) / 2 - 0.2 or abs(one.y - other.y) >= (one.height + other.height) / 2 - 0.2
        assert apart, (one, other)


def test_only_requests_and_positions_of_one_statement_or_none_are_off_the_map(seeds_network: nx.MultiDiGraph[str]) -> None:
    links = Links(seeds_network)
    off = plan_map(links).off
    assert all(links.nodes[name]["kind"] in {*OFF_THE_MAP, "position"} for name in off)
    rare = {name for name in links.of_kind("position") if len(links.into(name, "expresses")) <= 1}
    assert rare
    assert off.intersection(links.of_kind("position")) == rare


def test_the_whole_map_of_the_seeds_is_legible_on_a_laptop(seeds_network: nx.MultiDiGraph[str]) -> None:
    layout = layouts(seeds_network)["wide"]
    scale = min(1038 / layout.width, 689 / layout.height)
    assert scale * TEXT >= SMALLEST_TEXT


def test_chapters_stand_in_treaty_order_and_consultations_in_order_of_time(seeds_network: nx.MultiDiGraph[str]) -> None:
    places = layouts(seeds_network)["wide"].places
    chapters = [f"instrument/draft/chapter/{number}" for number in ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX")]
    assert sorted(chapters, key=lambda name: places[name].y) == chapters
    stages = ["consultation/second-intersessional-consultation", "consultation/fifth-intersessional-consultation", "instrument/draft"]
    assert sorted(stages, key=lambda name: places[name].x) == stages


def test_an_adopted_article_stands_in_the_row_of_the_chapter_it_came_from(seeds_network: nx.MultiDiGraph[str]) -> None:
    places = layouts(seeds_network)["wide"].places
    procedural = places["instrument/draft/chapter/IV"].y
    assert abs(places["instrument/adopted/article/24"].y - procedural) < 30
    assert places["instrument/adopted/article/24"].x > places["instrument/draft/article/24"].x


def test_the_order_in_which_a_network_was_made_does_not_move_anything(lakes: nx.MultiDiGraph[str]) -> None:
    reversed_network: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    reversed_network.add_nodes_from(reversed(list(lakes.nodes(data=True))))
    reversed_network.add_edges_from(reversed(list(lakes.edges(data=True))))
    assert layouts(reversed_network)["wide"].places == layouts(lakes)["wide"].places


def test_a_network_without_a_treaty_has_a_place_for_everything() -> None:
    network: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    network.add_node("document/a", kind="document", label="A", type="other")
    network.add_node(
        "document/a/paragraph/1", kind="paragraph", label="paragraph 1", number="1", document="document/a", start=0, end=1, quote="a"
    )
    network.add_node("stray", kind="unheard-of", label="Something")
    for layout in layouts(network).values():
        assert set(layout.places) == set(network)


def test_an_empty_network_gives_an_empty_map() -> None:
    for layout in layouts(nx.MultiDiGraph()).values():
        assert layout.places == {}
