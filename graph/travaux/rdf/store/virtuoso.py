"""What Virtuoso needs to hear that other servers do not: that its own graphs are no part of ours."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from travaux.errors import QueryError
from travaux.rdf.sparql.prefixes import expand
from travaux.rdf.sparql.tokens import Token, TokenKind

OWN_GRAPHS = (
    "http://www.openlinksw.com/schemas/virtrdf#",
    "http://www.w3.org/ns/ldp#",
    "http://www.w3.org/2002/07/owl#",
    "http://localuriqaserver/sparql",
    "http://localhost:8890/sparql",
    "http://localhost:8890/DAV/",
)
"""Graphs with which a Virtuoso begins."""


def is_virtuoso(server: str) -> bool:
    """Tell from the ``Server`` header of an answer whether Virtuoso gave it."""
    return server.startswith("Virtuoso")


def scope(tokens: Sequence[Token]) -> str:
    """Return what to put before a query without FROM, so that neither the union nor ``GRAPH ?g`` shows Virtuoso's own graphs.

    Once a graph is excluded, ``GRAPH <name>`` finds nothing unless the name is listed, and once one is listed, ``GRAPH ?g`` finds
    the listed ones only. So both in one query is a ``QueryError``.
    """
    chosen = [graph for word, graph in pairwise(tokens) if word.is_word("GRAPH")]
    listed = [expand(graph, tokens) for graph in chosen if graph.kind is not TokenKind.VARIABLE]
    if listed and len(listed) < len(chosen):
        what = "Virtuoso cannot answer a query with GRAPH of a name and GRAPH of a variable"
        raise QueryError(what, hint="Write GRAPH ?g and FILTER (?g = …) in place of the name.")
    named = [("graph-uri", graph) for graph in listed] or [("graph-exclude", graph) for graph in OWN_GRAPHS]
    return "".join(
        [
            *(f"define input:default-graph-exclude <{graph}> " for graph in OWN_GRAPHS),
            *(f"define input:named-{what} <{graph}> " for what, graph in named),
        ]
    )
