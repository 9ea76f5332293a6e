from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from itertools import combinations
from typing import Any

import networkx as nx
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from argument_map import recounted
from argument_map.arguments import POSITIONS, STATEMENTS
from travaux.analysis.network import (
    NETWORKS,
    positions_by_provision,
    positions_by_theme,
    speakers_by_position,
    statements_by_question,
    theme_cooccurrence,
    themes_by_consultation,
)
from travaux.analysis.selection import ALL, Selection
from travaux.model.schemes import LayerKind, Prevalence, ReviewStatus, Stance
from travaux.model.store import Store

Build = Callable[[Store, Selection], "nx.Graph[str]"]

SELECTIONS = st.builds(
    Selection,
    consultations=st.sampled_from([(), (), ("spring",), ("autumn",), ("spring", "autumn")]),
    documents=st.sampled_from([(), (), ("spring-report",), ("autumn-report", "spring-report"), ("autumn-note",)]),
    layers=st.frozensets(st.sampled_from([LayerKind.EXTRACTED, LayerKind.REVIEWED])),
    reviews=st.frozensets(st.sampled_from([one for one in ReviewStatus if one is not ReviewStatus.REJECTED])),
    prevalence_at_least=st.none() | st.sampled_from(Prevalence),
    stances=st.frozensets(st.sampled_from(Stance)),
)


def weights(network: nx.Graph[str]) -> dict[str, int]:
    """Weights by the last parts of both names."""
    return {" ".join(name.rpartition("/")[2] for name in ends): link["weight"] for *ends, link in network.edges(data=True)}


def counted(network: nx.Graph[str]) -> Counter[tuple[str, str]]:
    return Counter({(source, target): link["weight"] for source, target, link in network.edges(data=True)})


def test_positions_are_linked_to_the_provisions_that_their_statements_cite(stored_lakes: Store) -> None:
    network = positions_by_provision(stored_lakes)
    assert weights(network) == {
        "data 6": 1,
        "farms 3": 1,
        "firm 3": 1,
        "monitoring 5": 1,
        "narrow 1": 2,
        "optional 4": 1,
        "reservoirs 1": 2,
    }
    assert len(network) == 12
    assert network.nodes["instrument/draft/article/1"] == {
        "bipartite": 1,
        "kind": "provision",
        "label": "article 1: Scope",
        "provision_kind": "article",
        "number": "1",
        "order": 3,
        "instrument": "draft",
        "version": "draft",
        "verified": True,
        "statements": 4,
    }


def test_positions_are_linked_to_the_themes_that_their_statements_carry(stored_lakes: Store) -> None:
    assert weights(positions_by_theme(stored_lakes)) == {
        "data data-sharing": 1,
        "farms discharges": 1,
        "farms small-farms": 1,
        "firm discharges": 1,
        "monitoring monitoring": 1,
        "monitoring trust": 1,
        "narrow scope": 2,
        "optional buffer-zones": 1,
        "reservoirs reservoirs": 2,
        "trust trust": 1,
    }


def test_a_position_tells_its_strongest_words_and_where_it_was_held(stored_lakes: Store) -> None:
    nodes = positions_by_theme(stored_lakes).nodes
    assert nodes["position/narrow"] == {
        "bipartite": 0,
        "kind": "position",
        "label": "The scope should be narrow.",
        "claim": "The scope should be narrow.",
        "review": "added",
        "statements": 2,
        "prevalence": ("several", "a-number-of"),
        "consultations": ("autumn", "spring"),
    }
    assert (nodes["position/trust"]["review"], nodes["position/trust"]["prevalence"]) == ("unreviewed", ("many",))
    assert nodes["position/reservoirs"]["prevalence"] == ("one",)
    assert nodes["position/data"]["prevalence"] == ("unspecified",)


def test_themes_are_linked_to_consultations(stored_lakes: Store) -> None:
    network = themes_by_consultation(stored_lakes)
    assert weights(network) == {
        "buffer-zones autumn": 1,
        "data-sharing autumn": 1,
        "discharges autumn": 2,
        "entry-into-force spring": 1,
        "monitoring spring": 1,
        "reservoirs autumn": 1,
        "reservoirs spring": 1,
        "scope autumn": 1,
        "scope spring": 1,
        "small-farms autumn": 1,
        "trust spring": 2,
    }
    assert network.nodes["consultation/spring"] == {
        "bipartite": 1,
        "kind": "consultation",
        "label": "Spring consultation on the protection of lakes",
        "first_day": "2030-04-10",
        "statements": 5,
    }


def test_themes_of_one_statement_occur_together(stored_lakes: Store) -> None:
    network = theme_cooccurrence(stored_lakes)
    assert weights(network) == {"discharges small-farms": 1, "monitoring trust": 1}
    assert {name.rpartition("/")[2]: node["statements"] for name, node in network.nodes(data=True)} == {
        "buffer-zones": 1,
        "data-sharing": 1,
        "discharges": 2,
        "entry-into-force": 1,
        "monitoring": 1,
        "reservoirs": 2,
        "scope": 2,
        "small-farms": 1,
        "trust": 2,
    }


def test_direct_and_partial_answers_stay_apart(stored_lakes: Store) -> None:
    network = statements_by_question(stored_lakes)
    assert {(a.rpartition("/")[2], b.rpartition("/")[2]): link for a, b, link in network.edges(data=True)} == {
        ("belong", "1"): {"answers": "direct", "weight": 1},
        ("data", "3"): {"answers": "direct", "weight": 1},
        ("data", "4"): {"answers": "partial", "weight": 1},
        ("pond", "1"): {"answers": "direct", "weight": 1},
    }
    question = network.nodes["document/autumn-note/question/1"]
    assert (question["statements"], question["text"]) == (2, "Which waters should the convention cover?")
    assert network.nodes["document/autumn-report/statement/pond"] == {
        "bipartite": 0,
        "kind": "statement",
        "label": "The scope should not cover every pond.",
        "document": "autumn-report",
        "stance": "opposes",
    }


def test_only_named_speakers_are_linked_to_positions(stored_lakes: Store) -> None:
    network = speakers_by_position(stored_lakes)
    assert weights(network) == {"ada-brook reservoirs": 1, "norland firm": 1}
    assert {node["label"]: node["speaker_kind"] for _, node in network.nodes(data=True) if node["kind"] == "speaker"} == {
        "Ada Brook": "person",
        "Norland": "state",
    }


@pytest.mark.parametrize(
    ("build", "one", "other"),
    [
        (positions_by_provision, recounted.positions, recounted.provisions),
        (positions_by_theme, recounted.positions, recounted.themes),
        (themes_by_consultation, recounted.themes, recounted.consultations),
        (speakers_by_position, recounted.speakers, recounted.positions),
    ],
)
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=25, deadline=None)
@given(selection=SELECTIONS)
def test_a_weight_is_the_number_of_statements_that_a_selection_lets_count(
    build: Build, one: Any, other: Any, stored_lakes: Store, selection: Selection
) -> None:
    network = build(stored_lakes, selection)
    assert counted(network) == recounted.pairs(selection, one, other)
    assert all(network.nodes[a]["bipartite"] == 0 and network.nodes[b]["bipartite"] == 1 for a, b in network.edges)
    for name, node in network.nodes(data=True):
        assert node["statements"] == sum(name in (*one(said), *other(said)) for said in recounted.selected(selection))


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=25, deadline=None)
@given(selection=SELECTIONS)
def test_every_two_themes_of_a_selected_statement_count_once(stored_lakes: Store, selection: Selection) -> None:
    chosen = list(recounted.selected(selection))
    network = theme_cooccurrence(stored_lakes, selection)
    assert counted(network) == Counter(pair for said in chosen for pair in combinations(sorted(said.themes), 2))
    assert set(network) == {theme for said in chosen for theme in said.themes}
    answered = statements_by_question(stored_lakes, selection)
    assert set(answered.edges) == {(said.id, asked) for said in chosen for asked in (*said.questions, *said.partial_questions)}


def test_the_weights_of_a_theme_add_up_to_its_statements_that_express_a_position(stored_seeds: Store) -> None:
    network = positions_by_theme(stored_seeds)
    query = """
      PREFIX trv: <https://w3id.org/travaux/ontology#>
      SELECT DISTINCT ?statement ?theme WHERE { ?statement trv:theme ?theme ; trv:position ?position ; trv:review ?review
        FILTER(?review != <https://w3id.org/travaux/scheme/review-status/rejected>) }"""
    pairs = Counter(f"theme/{str(row['theme']).rpartition('/')[2]}" for row in stored_seeds.select(query))
    themes = [name for name, node in network.nodes(data=True) if node["kind"] == "theme"]
    assert {name: network.degree(name, weight="weight") for name in themes} == pairs


def test_what_was_rejected_is_in_no_network(stored_lakes: Store) -> None:
    (rejected,) = (said for said in STATEMENTS if said.review is ReviewStatus.REJECTED)
    for network in NETWORKS.values():
        built = network.build(stored_lakes, ALL)
        assert not {rejected.id, *rejected.provisions, *rejected.questions} & set(built), network.name
    assert positions_by_theme(stored_lakes).nodes[POSITIONS["narrow"].id]["statements"] == 2


def test_the_seeds_agree_with_a_reading_by_hand_of_what_was_said_of_article_17(stored_seeds: Store) -> None:
    network = positions_by_provision(stored_seeds)
    held = {name.rpartition("/")[2]: link["weight"] for *_, name, link in network.edges("instrument/draft/article/17", data=True)}
    assert sorted(held.values()) == [1] * 5  # a narrow scope, concern, optional, deleted, moved: paragraph 7 of the fifth report
    assert {"article-17-optional", "article-17-deleted", "article-17-moved"} < held.keys()
    assert {node["version"] for _, node in network.nodes(data=True) if node["kind"] == "provision"} == {"draft"}
