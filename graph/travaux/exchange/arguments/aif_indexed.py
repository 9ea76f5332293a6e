"""Nodes of AIF by their neighbours, checked for what no argument map can be."""

from __future__ import annotations

from collections.abc import Iterator
from graphlib import CycleError, TopologicalSorter
from typing import NoReturn

from travaux.errors import ExchangeError
from travaux.exchange.arguments.aif_nodes import RELATIONS, Node, NodeSet

_HINT = "Nothing was read. Mend the map in the program that wrote it."


class Indexed:
    """A node set in which the neighbours of a node can be looked up; ``where`` is the name of its file.

    ``ExchangeError``, with the node, if an id stands twice, an edge leads to a node that is not there, a relation lacks its premise or its
    conclusion, or relations lead to one another in a circle without a claim.
    """

    def __init__(self, found: NodeSet, where: str) -> None:
        self.where = where
        self.nodes: dict[str, Node] = {}
        self._before: dict[str, list[str]] = {}
        self._after: dict[str, list[str]] = {}
        for node in found.nodes:
            if node.id in self.nodes:
                self.refuse(node.id, "two nodes have this id")
            self.nodes[node.id] = node
        for edge in dict.fromkeys(found.edges):
            for end in (edge.start, edge.end):
                if end not in self.nodes:
                    self.refuse(end, f"an edge from {edge.start} to {edge.end} needs this node, and it is not there")
            self._after.setdefault(edge.start, []).append(edge.end)
            self._before.setdefault(edge.end, []).append(edge.start)
        self._check_ends()
        self._check_circles()

    def of(self, *types: str) -> Iterator[Node]:
        """Give the nodes of some types in the order of the file."""
        return (node for node in self.nodes.values() if node.type in types)

    def before(self, node: str, *types: str) -> list[Node]:
        """List the nodes of some types, or of all, that lead to a node."""
        return self._listed(self._before, node, types)

    def after(self, node: str, *types: str) -> list[Node]:
        """List the nodes of some types, or of all, that a node leads to."""
        return self._listed(self._after, node, types)

    def refuse(self, node: str, what: str) -> NoReturn:
        """Refuse the file for a node."""
        raise ExchangeError(what, where=f"{self.where}, node {node}", hint=_HINT)

    def _listed(self, ends: dict[str, list[str]], node: str, types: tuple[str, ...]) -> list[Node]:
        return [self.nodes[one] for one in ends.get(node, ()) if not types or self.nodes[one].type in types]

    def _check_ends(self) -> None:
        for node in self.of(*RELATIONS):
            if not self.before(node.id, "I", "L", *RELATIONS):
                self.refuse(node.id, f"this relation ({node.type}) has no premise")
            if not self.after(node.id, "I", "L", *RELATIONS):
                self.refuse(node.id, f"this relation ({node.type}) has no conclusion")

    def _check_circles(self) -> None:
        leading = {node.id: [one.id for one in self.after(node.id, *RELATIONS)] for node in self.of(*RELATIONS)}
        try:
            TopologicalSorter(leading).prepare()
        except CycleError as error:
            self.refuse(error.args[1][0], "relations lead to one another in a circle, without a claim between them")
