"""The events of Discourse Network Analyzer: the same network is built from them as from the graph, and unnamed groups are no actors."""

from __future__ import annotations

from io import BytesIO

import networkx as nx
import pandas as pd
import pytest

from argument_map.corpus import CORPUS
from travaux.analysis.network import speakers_by_position
from travaux.exchange.discourse import COLUMNS, write_positions, write_themes
from travaux.exchange.material import Loss, Material
from travaux.exchange.registry import FileWriter
from travaux.model.argument import Statement
from travaux.model.corpus import Corpus
from travaux.model.schemes import ReviewStatus
from travaux.model.store import Store
from travaux.pipeline.build import Build
from travaux.rdf.stored import find_records

Read = tuple[pd.DataFrame, dict[str, int]]


def _read(store: Store, corpus: Corpus, write: FileWriter = write_positions) -> Read:
    out = BytesIO()
    losses: tuple[Loss, ...] = write(Material(store, corpus, "v1"), out)
    out.seek(0)
    return pd.read_csv(out, sep=";", keep_default_na=False, dtype=str), {loss.what: loss.count for loss in losses}


@pytest.fixture(scope="module")
def events(stored_seeds: Store, built_seeds: Build) -> Read:
    return _read(stored_seeds, built_seeds.corpus)


def _network(events: pd.DataFrame, base: str) -> nx.Graph[str]:
    named = events[events["actor IRI"] != ""]
    network: nx.Graph[str] = nx.Graph()
    for actor, concept in sorted(set(zip(named["actor IRI"], named["concept IRI"], strict=True))):
        told = named[(named["actor IRI"] == actor) & (named["concept IRI"] == concept)]
        network.add_edge(actor.removeprefix(base), concept.removeprefix(base), weight=told["statement IRI"].nunique())
    return network


def _weights(network: nx.Graph[str]) -> dict[frozenset[str], int]:
    weights: dict[tuple[str, str], int] = nx.get_edge_attributes(network, "weight")
    return {frozenset(ends): weight for ends, weight in weights.items()}


def test_the_network_of_the_events_is_that_of_the_graph(events: Read, stored_seeds: Store, built_seeds: Build) -> None:
    made, known = _network(events[0], built_seeds.corpus.base), speakers_by_position(stored_seeds)
    assert set(made) == set(known)
    assert _weights(made) == _weights(known)
    assert len(made.edges) > 5


def test_the_invented_corpus_gives_the_same_network_too(stored_lakes: Store) -> None:
    table, _ = _read(stored_lakes, CORPUS)
    known = speakers_by_position(stored_lakes)
    made = _network(table, CORPUS.base)
    assert _weights(made) == _weights(known)
    assert len(made.edges) > 0


def test_columns_days_and_ids_are_those_of_the_program(events: Read) -> None:
    table, _ = events
    assert tuple(table.columns) == COLUMNS
    usual = "statement ID;time;document ID;document title;author;source;section;type;text;person;organization;concept;agreement"
    assert ";".join(table.columns[:13]) == usual
    assert table["statement ID"].tolist() == [str(number) for number in range(1, len(table) + 1)]
    assert pd.to_datetime(table["time"], format="%Y-%m-%d %H:%M:%S").notna().all()
    assert set(table["agreement"]) <= {"1", ""}


def test_unnamed_groups_are_no_actors_and_counted_as_a_loss(events: Read, stored_seeds: Store, built_seeds: Build) -> None:
    table, losses = events
    groups = table[table["actor kind"] == "group"]
    assert set(groups["person"]) | set(groups["organization"]) | set(groups["actor IRI"]) == {""}
    assert "several speakers" in set(groups["speakers"])
    base = built_seeds.corpus.base
    said = [one for one in find_records(stored_seeds, Statement, base) if one.review is not ReviewStatus.REJECTED]
    assert losses["statements of unnamed groups"] == groups["statement IRI"].nunique()
    lacking = losses["statements without a position"]
    assert {f"{base}{one.id}" for one in said if one.position} == set(table["statement IRI"])
    assert lacking == sum(one.position is None for one in said)


def test_a_person_does_not_speak_for_the_employer(events: Read) -> None:
    people = events[0][events[0]["actor kind"] == "person"]
    assert set(people["organization"]) == {""}
    assert "" not in set(people["person"])


def test_themes_are_agreed_with_as_the_quote_is(stored_seeds: Store, built_seeds: Build) -> None:
    table, losses = _read(stored_seeds, built_seeds.corpus, write_themes)
    pairs = set(zip(table["stance"], table["agreement"], strict=True))
    assert pairs == {("supports", "1"), ("proposes", "1"), ("opposes", "0"), ("concerned", ""), ("neutral", "")}
    rows = table.groupby("statement IRI")["concept"].nunique()
    assert losses["actors or concepts beside the first"] == len(table) - len(rows)
