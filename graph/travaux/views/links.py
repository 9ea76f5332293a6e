"""The links of a network by their ends, as pages follow them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import networkx as nx

Node = Mapping[str, Any]


class Links:
    """A network to read: what a thing is, what it leads to and what leads to it, each kind of link for itself."""

    def __init__(self, network: nx.MultiDiGraph[str]) -> None:
        self.nodes: dict[str, Node] = {str(name): dict(node) for name, node in network.nodes(data=True)}
        self._out: dict[tuple[str, str], dict[str, None]] = {}
        self._into: dict[tuple[str, str], dict[str, None]] = {}
        self._edges: dict[tuple[str, str], list[tuple[str, Node]]] = {}
        for source, target, edge in network.edges(data=True):
            kind = str(edge["kind"])
            self._out.setdefault((source, kind), {})[target] = None
            self._into.setdefault((target, kind), {})[source] = None
            self._edges.setdefault((source, kind), []).append((target, edge))

    def of_kind(self, kind: str) -> list[str]:
        """Return the things of a kind in their own order."""
        return self.ordered([name for name, node in self.nodes.items() if node["kind"] == kind])

    def out(self, name: str, *kinds: str) -> list[str]:
        """Return what a thing leads to by links of those kinds, each thing once."""
        return list(dict.fromkeys(target for kind in kinds for target in self._out.get((name, kind), ())))

    def into(self, name: str, *kinds: str) -> list[str]:
        """Return what leads to a thing by links of those kinds, each thing once."""
        return list(dict.fromkeys(source for kind in kinds for source in self._into.get((name, kind), ())))

    def edges(self, name: str, kind: str) -> list[tuple[str, Node]]:
        """Return each link of a kind from a thing, with what the link itself says."""
        return self._edges.get((name, kind), [])

    def ordered(self, names: list[str]) -> list[str]:
        """Sort things as a reader expects them: document by document as they are dated, in the order of the text, by number or by date."""

        def key(name: str) -> tuple[str, str, int, int, str, str, str]:
            node = self.nodes[name]
            holder = str(node.get("document") or name.rpartition("/")[0])
            day, label = str(node.get("first_day") or ""), str(node["label"]).casefold()
            return self._date_above(name), holder, node.get("order") or 0, node.get("start") or 0, day, label, name

        return sorted(names, key=key)

    def _date_above(self, name: str) -> str:
        """Return the date of the document or text that a thing is part of, empty if it is part of none."""
        above = str(self.nodes[name].get("document") or name.rpartition("/")[0])
        while above and above not in self.nodes:
            above = above.rpartition("/")[0]
        return str(self.nodes[above].get("date") or "") if above else ""

    def stance(self, name: str) -> str | None:
        """Return the stance of a statement, or the one that all statements of a position share; ``mixed`` if they differ."""
        if self.nodes[name]["kind"] != "position":
            stance = self.nodes[name].get("stance")
            return str(stance) if stance else None
        stances = {str(self.nodes[statement].get("stance")) for statement in self.into(name, "expresses")}
        return stances.pop() if len(stances) == 1 else "mixed" if stances else "neutral"
