from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

import networkx as nx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from travaux.analysis.network import NETWORK_FORMATS, NETWORKS, argument_network, edge_table, node_table, write_network
from travaux.analysis.network.files import render_edge_csv, render_gexf, render_graphml, render_json, render_node_csv
from travaux.analysis.network.flat import flatten
from travaux.analysis.selection import ALL
from travaux.errors import FileError
from travaux.model.store import Store

_KINDS: Mapping[str, Callable[[str], object]] = {"string": str, "long": int, "double": float, "boolean": "true".__eq__}
_GRAPHML = "{http://graphml.graphdrawing.org/xmlns}"
_GEXF = "{http://www.gexf.net/1.2draft}"

SCALARS = st.text() | st.integers(-(2**60), 2**60) | st.booleans() | st.lists(st.text(max_size=5), max_size=3).map(tuple) | st.none()
ATTRIBUTES = st.fixed_dictionaries(
    {}, optional={"label": st.text(), "words": st.text(), "count": st.integers(-(2**60), 2**60), "known": st.booleans(), "many": SCALARS}
)


@st.composite
def networks(draw: st.DrawFn) -> nx.Graph[str]:
    """Small networks, directed with parallel edges or not, whose attributes hold anything."""
    network: nx.Graph[str] = nx.MultiDiGraph() if draw(st.booleans()) else nx.Graph()
    network.graph.update(name="invented", meaning=draw(st.text()), selection="all")
    names = [f"position/{number}" for number in range(draw(st.integers(1, 4)))]
    for name in names:
        network.add_node(name, kind="position", **draw(ATTRIBUTES))
    kinds = st.sampled_from(names)
    for number, (one, other) in enumerate(draw(st.lists(st.tuples(kinds, kinds), max_size=5, unique_by=frozenset))):
        for copy in range(2 if network.is_directed() else 1):
            key = {"key": f"relation/{number}-{copy}"} if network.is_multigraph() else {}
            network.add_edge(one, other, **key, **draw(ATTRIBUTES))
    return network


def contents(network: nx.Graph[str]) -> tuple[dict[str, Any], dict[str, Any]]:
    """Nodes with their attributes, and edges with theirs by ``id``."""
    return {name: dict(node) for name, node in network.nodes(data=True)}, {
        link["id"]: (a, b, link) for a, b, link in network.edges(data=True)
    }


def read_graphml(text: str) -> tuple[dict[str, Any], dict[str, Any]]:
    """Read GraphML by its specification, without NetworkX."""
    root: Any = etree.fromstring(text.encode(), etree.XMLParser(huge_tree=True))
    keys = {key.get("id"): (key.get("attr.name"), _KINDS[str(key.get("attr.type"))]) for key in root.iter(f"{_GRAPHML}key")}

    def data(element: Any) -> dict[str, object]:
        found = ((keys[one.get("key")], one.text or "") for one in element.iter(f"{_GRAPHML}data"))
        return {str(name): read(value) for (name, read), value in found}

    nodes = {node.get("id"): data(node) for node in root.iter(f"{_GRAPHML}node")}
    edges = {
        edge.get("id"): (edge.get("source"), edge.get("target"), data(edge) | {"id": edge.get("id")})
        for edge in root.iter(f"{_GRAPHML}edge")
    }
    return nodes, edges


def read_gexf(text: str) -> tuple[dict[str, Any], dict[str, Any]]:
    """Read GEXF by its specification, without NetworkX."""
    root: Any = etree.fromstring(text.encode(), etree.XMLParser(huge_tree=True))
    keys = {key.get("id"): (key.get("title"), _KINDS[str(key.get("type"))]) for key in root.iter(f"{_GEXF}attribute")}

    def data(element: Any) -> Iterator[tuple[str, object]]:
        for name in ("id", "label"):
            yield from [(name, element.get(name))] * (name in element.attrib)
        for one in element.iter(f"{_GEXF}attvalue"):
            name, read = keys[one.get("for")]
            if name != "networkx_key":
                yield str(name), read(one.get("value"))

    nodes = {node.get("id"): {name: value for name, value in data(node) if name != "id"} for node in root.iter(f"{_GEXF}node")}
    edges = {edge.get("id"): (edge.get("source"), edge.get("target"), dict(data(edge))) for edge in root.iter(f"{_GEXF}edge")}
    return nodes, edges


@settings(max_examples=30, deadline=None)
@given(networks())
def test_graphml_gives_back_nodes_edges_and_typed_attributes_to_two_readers(network: nx.Graph[str]) -> None:
    flat = flatten(network)
    written = render_graphml(network)
    assert read_graphml(written) == contents(flat)
    back = nx.parse_graphml(written, force_multigraph=network.is_multigraph())
    assert dict(back.nodes(data=True)) == contents(flat)[0]
    assert back.is_directed() == network.is_directed()
    assert {name: back.graph[name] for name in flat.graph} == flat.graph
    if isinstance(back, nx.MultiGraph):
        assert {key for *_, key in back.edges(keys=True)} == set(contents(flat)[1])


@settings(max_examples=30, deadline=None)
@given(networks())
def test_gexf_gives_back_nodes_edges_and_typed_attributes_to_two_readers(network: nx.Graph[str]) -> None:
    flat = flatten(network)
    written = render_gexf(network)
    nodes, edges = contents(flat)
    assert read_gexf(written) == ({name: {"label": name} | node for name, node in nodes.items()}, edges)
    back = nx.read_gexf(io.BytesIO(written.encode()))
    assert {name: dict(node) for name, node in back.nodes(data=True)} == {name: {"label": name} | node for name, node in nodes.items()}
    assert back.number_of_edges() == network.number_of_edges()


@settings(max_examples=30, deadline=None)
@given(networks())
def test_node_link_data_gives_back_the_network(network: nx.Graph[str]) -> None:
    back = nx.node_link_graph(json.loads(render_json(network)), edges="edges")
    as_json = json.loads(json.dumps([list(network.nodes(data=True)), list(network.edges(data=True)), network.graph]))
    assert json.loads(json.dumps([list(back.nodes(data=True)), list(back.edges(data=True)), back.graph])) == as_json


@settings(max_examples=30, deadline=None)
@given(networks())
def test_csv_has_a_row_for_each_edge_and_node_and_no_formula(network: nx.Graph[str]) -> None:
    flat = flatten(network)
    for written, count in ((render_edge_csv(network), flat.number_of_edges()), (render_node_csv(network), len(flat))):
        rows = list(csv.DictReader(io.StringIO(written, newline="")))
        assert len(rows) == count
        for name, cell in ((name, cell) for row in rows for name, cell in row.items() if name not in {"count", "many"}):
            assert not cell.lstrip().startswith(("=", "+", "-", "@")), (name, cell)


def test_a_text_that_looks_like_a_formula_gains_an_apostrophe_and_a_number_stays_one() -> None:
    network: nx.Graph[str] = nx.Graph(name="invented")
    network.add_node("theme/a", label='=HYPERLINK("http://example.org")', change=-3, verified=True, words=("@a", "b"), none=None)
    network.add_node("theme/b", label="\t+1")
    network.add_edge("theme/a", "theme/b", weight=2)
    assert list(csv.reader(io.StringIO(render_node_csv(network)))) == [
        ["Id", "Label", "change", "verified", "words"],
        ["theme/a", '\'=HYPERLINK("http://example.org")', "-3", "true", "'@a; b"],
        ["theme/b", "'\t+1", "", "", ""],
    ]
    header, row = csv.reader(io.StringIO(render_edge_csv(network)))
    assert header == ["Source", "Target", "Type", "Id", "Label", "Weight", "source_label", "target_label"]
    assert row[:6] == ["theme/a", "theme/b", "Undirected", "theme/a--theme/b", "", "2"]


@pytest.mark.parametrize("form", NETWORK_FORMATS)
@pytest.mark.parametrize("name", NETWORKS)
def test_the_same_network_gives_the_same_bytes_without_a_date(name: str, form: str, stored_lakes: Store) -> None:
    first, second = (NETWORK_FORMATS[form](NETWORKS[name].build(stored_lakes, ALL)) for _ in range(2))
    assert first == second
    assert "lastmodified" not in first
    assert nx.__version__ not in first


@pytest.mark.parametrize("name", NETWORKS)
def test_every_network_of_the_seeds_is_read_back_as_it_was(name: str, stored_seeds: Store) -> None:
    network = NETWORKS[name].build(stored_seeds, ALL)
    nodes, edges = contents(flatten(network))
    assert read_graphml(render_graphml(network)) == (nodes, edges)
    assert read_gexf(render_gexf(network))[0] == nodes
    assert all(value is not None for node in nodes.values() for value in node.values())
    weights = {str(row["id"]): row["weight"] for row in edge_table(network).to_table()}
    assert weights == {key: link.get("weight", 1) for key, (*_, link) in edges.items()}


def test_tables_have_a_row_for_each_node_and_edge_with_the_labels_of_its_ends(stored_lakes: Store) -> None:
    network = argument_network(stored_lakes)
    (first, *_), nodes = list(edge_table(network).to_table()), list(node_table(network).to_table())
    assert (first["source"], first["source_label"], first["type"]) == ("position/dams", "Dams in use should be exempt.", "Directed")
    assert (first["kind"], first["weight"], first["id"]) == ("qualifies", 1, "relation/dams/reservoirs")
    assert {str(row["id"]): (row["statements"], row["prevalence"]) for row in nodes}["position/narrow"] == (2, "several; a-number-of")


def test_csv_writes_the_nodes_beside_the_edges(stored_lakes: Store, tmp_path: Path) -> None:
    network = argument_network(stored_lakes)
    files = write_network(network, tmp_path / "arguments.csv", "csv")
    assert [file.name for file in files] == ["arguments.csv", "arguments-nodes.csv"]
    assert [file.read_text("utf-8") for file in files] == [render_edge_csv(network), render_node_csv(network)]
    assert write_network(network, tmp_path / "a.gexf", "gexf") == (tmp_path / "a.gexf",)
    with pytest.raises(FileError):
        write_network(network, tmp_path / "nowhere" / "a.gexf", "gexf")
