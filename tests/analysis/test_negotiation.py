from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

import networkx as nx
import pytest
from networkx.utils import graphs_equal

from argument_map.corpus import CORPUS, open_lakes
from travaux.analysis.negotiation import negotiation_network
from travaux.pipeline.build import Build
from travaux.rdf.store import open_store

Network = nx.MultiDiGraph


@pytest.fixture(scope="module")
def lakes() -> Network[str]:
    with open_lakes() as store:
        return negotiation_network(store)


@pytest.fixture(scope="module")
def seeds_network(built_seeds: Build) -> Iterator[Network[str]]:
    with open_store(built_seeds.generation.store, read_only=True) as store:
        yield negotiation_network(store)


def edges_of(network: Network[str], kind: str) -> list[tuple[str, str, dict[str, object]]]:
    return [(source, target, edge) for source, target, edge in network.edges(data=True) if edge["kind"] == kind]


def test_every_node_has_a_kind_and_a_label_and_what_comes_from_a_document_its_exact_place(lakes: Network[str]) -> None:
    for name, node in lakes.nodes(data=True):
        assert node["kind"], name
        assert node["label"], name
        if "quote" in node:
            assert node["document"] in lakes
            assert len(node["quote"]) == node["end"] - node["start"]
            assert "paragraph" in node


def test_identifiers_are_relative_to_the_corpus(lakes: Network[str]) -> None:
    assert not [name for name in lakes if CORPUS.base in name]
    assert lakes.graph["title"] == CORPUS.title


def test_statements_lead_from_their_paragraph_to_their_position(lakes: Network[str]) -> None:
    statements = [name for name, node in lakes.nodes(data=True) if node["kind"] == "statement"]
    assert statements
    said = {target for _, target, _ in edges_of(lakes, "statement")}
    assert said == set(statements)
    assert all(lakes.nodes[target]["kind"] == "position" for _, target, _ in edges_of(lakes, "expresses"))


def test_a_relation_keeps_the_words_that_show_it(lakes: Network[str]) -> None:
    relations = edges_of(lakes, "relation")
    assert relations
    assert all(edge["quote"] and edge["type"] in {"supports", "attacks", "qualifies"} for _, _, edge in relations)


def test_an_article_without_chapter_hangs_on_its_text(lakes: Network[str]) -> None:
    loose = [target for _, target, _ in edges_of(lakes, "provision")]
    assert loose
    assert not {target for _, target, _ in edges_of(lakes, "article")} & set(loose)


def test_the_seeds_have_their_consultations_questions_and_themes(seeds_network: Network[str]) -> None:
    kinds = Counter(node["kind"] for _, node in seeds_network.nodes(data=True))
    assert (kinds["consultation"], kinds["document"], kinds["question"], kinds["theme"]) == (2, 3, 26, 52)
    assert kinds["agenda-item"] >= 14


def test_a_citation_quotes_its_words_inside_of_its_sentence(seeds_network: Network[str]) -> None:
    cites = edges_of(seeds_network, "cites")
    assert {target.rsplit("/", 1)[1] for _, target, _ in cites if "/article/" in target} >= {"5", "13", "15", "17", "23", "24", "35", "36"}
    for source, _, edge in cites:
        text, offset = seeds_network.nodes[source]["quote"], seeds_network.nodes[source]["start"]
        sentence = text[edge["sentence_start"] - offset : edge["sentence_end"] - offset]
        assert text[edge["start"] - offset : edge["end"] - offset] == edge["quote"]
        assert str(edge["quote"]) in sentence
        assert sentence.endswith((".", "”"))


def test_the_sentence_that_cites_article_24_is_the_one_on_safeguards(seeds_network: Network[str]) -> None:
    ((source, _, edge),) = [edge for edge in edges_of(seeds_network, "cites") if edge[1] == "instrument/draft/article/24"]
    node = seeds_network.nodes[source]
    sentence = node["quote"][edge["sentence_start"] - node["start"] : edge["sentence_end"] - node["start"]]
    assert sentence.startswith("With regard to the conditions and safeguards set out in article 24")
    assert node["number"] == "8"


def test_a_question_stands_for_the_paragraph_that_is_nothing_else(seeds_network: Network[str]) -> None:
    spans = Counter(
        (node["document"], node["start"]) for _, node in seeds_network.nodes(data=True) if node["kind"] in {"paragraph", "question"}
    )
    assert max(spans.values()) == 1


def test_findings_name_their_places(seeds_network: Network[str]) -> None:
    (attendance,) = [finding for finding in seeds_network.graph["findings"] if "102" in finding["message"]]
    assert attendance["places"][0]["quote"] == "102 multi-stakeholders"
    assert {place["paragraph"] for place in attendance["places"]} == {"3"}


def test_what_is_unverified_says_so_in_its_label(seeds_network: Network[str]) -> None:
    unverified = [node for _, node in seeds_network.nodes(data=True) if node.get("verified") is False]
    assert unverified
    assert all("[unverified]" in node["label"] for node in unverified)


def test_the_same_store_gives_the_same_network_in_the_same_order() -> None:
    with open_lakes() as store:
        one, other = negotiation_network(store), negotiation_network(store)
    assert graphs_equal(one, other)
    assert list(one.edges(data=True)) == list(other.edges(data=True))
    assert list(one) == sorted(one)


def test_an_empty_store_gives_an_empty_network() -> None:
    with open_store() as store:
        network = negotiation_network(store)
    assert len(network) == 0
    assert network.graph == {"title": None, "description": None, "findings": []}
