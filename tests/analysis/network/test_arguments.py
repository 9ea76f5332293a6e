from __future__ import annotations

from io import BytesIO

import networkx as nx
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pyoxigraph import NamedNode, Quad, RdfFormat, serialize

from argument_map import recounted
from argument_map.arguments import POSITIONS, RELATIONS
from argument_map.corpus import BASE, open_unread_lakes, quads
from argument_map.documents import TEXTS
from travaux.analysis.network import NETWORKS, argument_network
from travaux.analysis.selection import ALL, Selection
from travaux.model.identity import Id
from travaux.model.schemes import LayerKind, Prevalence, Stance
from travaux.model.store import Store
from travaux.rdf.store import open_store

GROUNDS = {"workable", "dams"}


def names(network: nx.Graph[str]) -> set[str]:
    return {name.rpartition("/")[2] for name in network}


def links(network: nx.Graph[str]) -> set[tuple[str, str, str]]:
    return {(a.rpartition("/")[2], link["kind"], b.rpartition("/")[2]) for a, b, link in network.edges(data=True)}


def test_edges_lead_from_premise_to_conclusion_and_from_attacker_to_attacked(stored_lakes: Store) -> None:
    network = argument_network(stored_lakes)
    assert links(network) == {
        ("workable", "supports", "narrow"),
        ("narrow", "attacks", "reservoirs"),
        ("dams", "qualifies", "reservoirs"),
        ("firm", "attacks", "farms"),
    }
    assert names(network) == set(POSITIONS)


def test_an_edge_has_the_sentence_that_shows_it_and_no_weight(stored_lakes: Store) -> None:
    (relation,) = (one for one in RELATIONS if one.premise == POSITIONS["firm"].id)
    link = argument_network(stored_lakes).edges[relation.premise, relation.conclusion, relation.id]
    assert link == {
        "kind": "attacks",
        "label": "attacks",
        "form": "disagreement",
        "marking": "inferred",
        "sentence": 'delete the words "where appropriate" from article 3',
        "document": "autumn-report",
        "span_start": relation.span.start,
        "span_end": relation.span.end,
    }
    assert TEXTS[Id("document/autumn-report")][link["span_start"] : link["span_end"]] == link["sentence"]


def test_a_ground_is_a_node_without_statements(stored_lakes: Store) -> None:
    nodes = argument_network(stored_lakes).nodes
    assert {name.rpartition("/")[2] for name, node in nodes(data=True) if not node["statements"]} == GROUNDS
    assert (nodes["position/workable"]["prevalence"], nodes["position/workable"]["consultations"]) == ((), ())


def test_a_relation_is_of_the_consultation_whose_report_shows_it(stored_lakes: Store) -> None:
    spring = argument_network(stored_lakes, Selection(consultations=("spring",)))
    assert (names(spring), links(spring)) == ({"reservoirs", "narrow", "trust", "monitoring"}, set())
    for autumn in (Selection(consultations=("autumn",)), Selection(documents=("autumn-report",))):
        network = argument_network(stored_lakes, autumn)
        assert names(network) == {"narrow", "reservoirs", "farms", "firm", "optional", "data", *GROUNDS}
        assert len(links(network)) == 4


@pytest.mark.parametrize(
    ("selection", "expected"),
    [
        (Selection(prevalence_at_least=Prevalence.SEVERAL), {"narrow", "trust", "farms", "workable"}),
        (Selection(layers=frozenset({LayerKind.EXTRACTED})), {"trust", "firm"}),
        (Selection(stances=frozenset({Stance.CONCERNED})), {"farms"}),
        (Selection(stances=frozenset({Stance.NEUTRAL})), set()),
    ],
)
def test_a_ground_stays_with_a_position_that_is_selected(stored_lakes: Store, selection: Selection, expected: set[str]) -> None:
    assert names(argument_network(stored_lakes, selection)) == expected


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=25, deadline=None)
@given(stances=st.frozensets(st.sampled_from(Stance)), least=st.none() | st.sampled_from(Prevalence))
def test_the_positions_are_those_that_selected_statements_express(
    stored_lakes: Store, stances: frozenset[Stance], least: Prevalence | None
) -> None:
    selection = Selection(stances=stances, prevalence_at_least=least)
    network = argument_network(stored_lakes, selection)
    expressed = [said.position for said in recounted.selected(selection) if said.position]
    assert {name: node["statements"] for name, node in network.nodes(data=True) if node["statements"]} == {
        name: expressed.count(name) for name in expressed
    }
    assert links(network) <= links(argument_network(stored_lakes))


def test_a_triple_that_two_graphs_hold_counts_once(stored_lakes: Store) -> None:
    twice = [Quad(one.subject, one.predicate, one.object, NamedNode(f"{BASE}graph/again")) for one in quads()]
    with open_store() as store:
        store.load(BytesIO(serialize([*quads(), *twice], format=RdfFormat.N_QUADS) or b""))
        for network in NETWORKS.values():
            again, once = network.build(store, ALL), network.build(stored_lakes, ALL)
            assert nx.utils.graphs_equal(again, once), network.name


def test_networks_of_a_graph_that_nothing_was_said_in_are_empty() -> None:
    with open_unread_lakes() as unread, open_store() as empty:
        for network in NETWORKS.values():
            for store in (unread, empty):
                built = network.build(store, ALL)
                assert (len(built), built.graph["name"], built.graph["meaning"]) == (0, network.name, network.meaning)


def test_the_seeds_hold_every_relation_that_reviewers_wrote(stored_seeds: Store) -> None:
    network = argument_network(stored_seeds)
    assert (len(network), network.number_of_edges()) == (112, 62)
    attacks = {link for link in links(network) if link[1] == "attacks"}
    assert ("article-17-deleted", "attacks", "article-17-moved") in attacks


def test_nodes_and_edges_come_in_a_fixed_order(stored_lakes: Store) -> None:
    for network in NETWORKS.values():
        built = network.build(stored_lakes, ALL)
        assert list(built) == sorted(built, key=lambda name: (built.nodes[name].get("bipartite", 0), name))
        assert list(built.edges) == sorted(built.edges)
