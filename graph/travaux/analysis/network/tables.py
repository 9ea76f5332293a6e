"""Networks as tables: a row for each node, a row for each edge."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import networkx as nx

from travaux.analysis.network.flat import flatten
from travaux.analysis.tables import Tabular
from travaux.model.store import Table, Value

NODE_COLUMNS = ("id", "label")
EDGE_COLUMNS = ("source", "target", "type", "id", "label", "weight")


@dataclass(frozen=True, slots=True, kw_only=True)
class NetworkTable(Tabular):
    """The nodes or the edges of a network, a row for each, in the order of the network; ``name`` is that of the network."""

    name: str
    table: Table

    def to_table(self) -> Table:
        """Give a row for each node or edge."""
        return self.table


def node_table(network: nx.Graph[str]) -> NetworkTable:
    """Give the nodes of a network: ``NODE_COLUMNS``, then every attribute that a node has; several values are joined by ``; ``."""
    rows = ({"id": name} | node for name, node in flatten(network).nodes(data=True))
    return NetworkTable(name=str(network.graph.get("name", "")), table=_to_table(NODE_COLUMNS, rows))


def edge_table(network: nx.Graph[str]) -> NetworkTable:
    """Give the edges of a network: ``EDGE_COLUMNS``, then the labels of both ends, then every other attribute that an edge has.

    ``source`` and ``target`` are names of nodes, ``type`` is ``Directed`` or ``Undirected``; ``weight`` is 1 where edges have none.
    """
    flat = flatten(network)
    sort = "Directed" if flat.is_directed() else "Undirected"
    rows: list[dict[str, Value]] = []
    for source, target, link in flat.edges(data=True):
        row: dict[str, Value] = {"source": source, "target": target, "type": sort, "weight": 1}
        row |= {"source_label": flat.nodes[source].get("label"), "target_label": flat.nodes[target].get("label")}
        rows.append(row | link)
    table = _to_table((*EDGE_COLUMNS, "source_label", "target_label"), rows)
    return NetworkTable(name=str(network.graph.get("name", "")), table=table)


def _to_table(first: tuple[str, ...], rows: Iterable[Mapping[str, Value]]) -> Table:
    """Make rows a table: the columns named first, then the others in the order in which rows bring them."""
    found = list(rows)
    columns = tuple(dict.fromkeys([*first, *(name for row in found for name in row)]))
    return Table(columns, tuple(tuple(row.get(name) for name in columns) for row in found))
