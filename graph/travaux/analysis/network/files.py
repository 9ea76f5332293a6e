"""Networks as files that Gephi, Cytoscape, igraph, spreadsheets and NetworkX itself read."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from pathlib import Path
from types import MappingProxyType
from xml.etree.ElementTree import Element, SubElement, tostring

import networkx as nx
from networkx.readwrite.gexf import GEXFWriter
from networkx.readwrite.graphml import GraphMLWriter

from travaux.analysis.network.flat import flatten
from travaux.analysis.network.tables import EDGE_COLUMNS, NODE_COLUMNS, edge_table, node_table
from travaux.errors import FileError
from travaux.files import write_whole
from travaux.model.separated import render_csv
from travaux.model.store import Table

_MADE_BY = "Travaux"
_XML = '<?xml version="1.0" encoding="UTF-8"?>\n'


def render_graphml(network: nx.Graph[str]) -> str:
    """Write a network as GraphML: attributes as ``flatten`` leaves them, typed ``string``, ``long``, ``double`` or ``boolean``.

    The ``id`` of an edge is that of ``flatten``; parallel edges stay apart by it.
    """
    flat = flatten(network)
    ids = [link.pop("id") for _, _, link in flat.edges(data=True)]
    written = GraphMLWriter(flat, prettyprint=True)
    truths = {key.get("id") for key in written.xml.iter("key") if key.get("attr.type") == "boolean"}
    for edge, name in zip(written.xml.iter("edge"), ids, strict=True):
        edge.set("id", name)
    for data in written.xml.iter("data"):
        if data.get("key") in truths:
            data.text = str(data.text).lower()
    written.indent(written.xml)
    return _XML + tostring(written.xml, encoding="unicode") + "\n"


def render_gexf(network: nx.Graph[str]) -> str:
    """Write a network as GEXF 1.2 for Gephi, without a date: the same network gives the same bytes.

    ``label`` of nodes and edges and ``weight`` of edges stand where Gephi looks for them, all else among the attributes.
    """
    flat = flatten(network)
    written = GEXFWriter(prettyprint=True, version="1.2draft")
    written.add_graph(flat)
    for meta in written.xml.iter("meta"):
        _describe(meta, flat.graph)
    written.indent(written.xml)
    return _XML + tostring(written.xml, encoding="unicode") + "\n"


def _describe(meta: Element, about: Mapping[str, str]) -> None:
    """Say who made a file and what it shows, in place of the library, its version and the day."""
    meta.attrib.clear()
    for part in list(meta):
        meta.remove(part)
    SubElement(meta, "creator").text = _MADE_BY
    if told := [about[name] for name in ("meaning", "selection") if name in about]:
        SubElement(meta, "description").text = " | ".join(told)


def render_json(network: nx.Graph[str]) -> str:
    """Write a network as node-link data, ``nodes`` and ``edges``, which ``networkx.node_link_graph`` reads; lists stay lists."""
    return json.dumps(nx.node_link_data(network, edges="edges"), ensure_ascii=False, indent=1) + "\n"


def render_edge_csv(network: nx.Graph[str]) -> str:
    """Write the edges as CSV: ``Source``, ``Target``, ``Type``, ``Id``, ``Label``, ``Weight``, the labels of both ends, attributes.

    A text that a spreadsheet would take for a formula, as it begins with ``=``, ``+``, ``-`` or ``@``, gains an apostrophe before it;
    numbers are written as they are, truth values as ``true`` and ``false``, what has no value as nothing.
    """
    return _render_csv(edge_table(network).table, EDGE_COLUMNS)


def render_node_csv(network: nx.Graph[str]) -> str:
    """Write the nodes as CSV: ``Id``, ``Label``, attributes; cells are those of ``render_edge_csv``."""
    return _render_csv(node_table(network).table, NODE_COLUMNS)


def _render_csv(table: Table, named: tuple[str, ...]) -> str:
    return render_csv(Table(tuple(name.capitalize() if name in named else name for name in table.variables), table.rows))


NETWORK_FORMATS: Mapping[str, Callable[[nx.Graph[str]], str]] = MappingProxyType(
    {"graphml": render_graphml, "gexf": render_gexf, "json": render_json, "csv": render_edge_csv}
)
"""Format, which is also the ending of its files → what writes a network in it."""


def nodes_beside(path: Path) -> Path:
    """Name the file of nodes that belongs to a file of edges.

    >>> nodes_beside(Path("themes.csv")).name
    'themes-nodes.csv'
    """
    return path.with_name(f"{path.stem}-nodes{path.suffix}")


def write_network(network: nx.Graph[str], path: Path, form: str) -> tuple[Path, ...]:
    """Write a network to a file in one of ``NETWORK_FORMATS``, as CSV also its nodes to a file beside it; return the files written.

    Raises ``FileError`` if the system refuses, and before anything is written if a folder has the name of a file. A file that is there
    already is replaced whole, that of the nodes before that of the edges.
    """
    contents = {path: NETWORK_FORMATS[form](network)}
    if form == "csv":
        contents[nodes_beside(path)] = render_node_csv(network)
    for file in contents:
        if file.is_dir():
            raise FileError("there is a folder of this name", where=str(file), hint="Choose another name.")
    for file, content in reversed(contents.items()):
        write_whole(file, content.encode())
    return tuple(contents)
