"""Networks as reports: what is linked to what, the heaviest links first."""

from __future__ import annotations

from collections.abc import Iterable

import networkx as nx

from travaux.analysis.network import Excerpt, NamedNetwork
from travaux.views.report import Grid, Report, Section, Text

NO_EDGES = "Nothing on file is linked in this way by the statements selected. That is not the same as: not said."
_NO_EDGES = {"arguments": "No relation between the positions selected is on file. That is not the same as: none was drawn."}
_COUNTED = "A number counts distinct statements, never speakers."
_NODES = {0: "no nodes", 1: "1 node"}
_EDGES = {0: "no edges", 1: "1 edge"}


def show_networks(networks: Iterable[NamedNetwork]) -> Report:
    """Show which networks there are and what each means."""
    rows = tuple((network.name, network.meaning) for network in networks)
    grid = Grid(("name", "what it shows"), rows)
    return Report("Networks", "Write one with: travaux network NAME --output FILE.graphml", (Section("By name", (grid,)),))


def show_network(excerpt: Excerpt, limit: int) -> Report:
    """Show the edges of a network by the labels of their ends, the ``limit`` heaviest, equal ones by these labels."""
    network, count = excerpt.network, excerpt.edges
    size = f"{_NODES.get(excerpt.nodes, f'{excerpt.nodes} nodes')}, {_EDGES.get(count, f'{count} edges')}"
    rows = _rows(network)
    shown = tuple(cells for _, cells in rows[:limit])
    title = "Edges" if len(shown) == count else f"The first {len(shown)} of {count} edges"
    section = Section(title, (Grid(_columns(network), shown),) if shown else (Text("None."),))
    lead = f"{network.graph['meaning']} Here: {size}. Looked at: {network.graph['selection']}."
    return Report(str(network.graph["name"]), lead, (section,), () if network.is_directed() else (_COUNTED,))


def find_remark(network: nx.Graph[str]) -> str | None:
    """Find what is to be said of a network without edges; ``None`` if it has any."""
    return None if network.number_of_edges() else _NO_EDGES.get(network.graph["name"], NO_EDGES)


def _columns(network: nx.Graph[str]) -> tuple[str, ...]:
    """Head the columns: of a directed network from, how, to; of two kinds of things each kind and the count; else both ends alike."""
    if network.is_directed():
        return ("from", "how", "to")
    kinds = {node.get("bipartite", 0): str(node["kind"]) for _, node in network.nodes(data=True)}
    if len(kinds) == 1:
        return (kinds[0], f"other {kinds[0]}", "statements")
    if network.graph["name"] == "statements-by-question":
        return (kinds[0], kinds[1], "answers it")
    return (kinds[0], kinds[1], "statements")


def _rows(network: nx.Graph[str]) -> list[tuple[tuple[int, str, str], tuple[str, ...]]]:
    """Give the edges as cells, each with what it is sorted by."""
    rows = []
    for source, target, link in network.edges(data=True):
        one, other = (_label(network, name) for name in (source, target))
        if network.is_directed():
            cells = (one, f"{link['kind']} ({link['form']}, {link['marking']})", other)
        elif "answers" in link:
            cells = (one, other, {"direct": "yes", "partial": "in part"}[link["answers"]])
        else:
            cells = (one, other, str(link["weight"]))
        rows.append(((-link.get("weight", 1), one, other), cells))
    return sorted(rows)


def _label(network: nx.Graph[str], name: str) -> str:
    """Name a node for people, a provision with the version of the text that it is of, a question with its words."""
    node = network.nodes[name]
    if "version" in node:
        return f"{node['label']} ({node['version']})"
    return f"{node['label']}: {node['text']}" if "text" in node else str(node["label"])
