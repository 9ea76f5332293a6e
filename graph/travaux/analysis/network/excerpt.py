"""As much of a network as a table of its heaviest edges shows, and how large the whole is."""

from __future__ import annotations

from dataclasses import dataclass
from heapq import nsmallest

import networkx as nx

from travaux.analysis.network import queries
from travaux.analysis.network.pairs import ANSWERS, link_answers, statements_by_question
from travaux.analysis.network.reading import Reader
from travaux.analysis.selection import Selection
from travaux.model.store import Store

_MANY = 1_000
"""Edges above which reading the whole network is faster."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Excerpt:
    """A lean ``network`` that holds at least the edges to be shown; ``nodes`` and ``edges`` count those of the whole."""

    network: nx.Graph[str]
    nodes: int
    edges: int


def excerpt_of(network: nx.Graph[str]) -> Excerpt:
    """Take a whole network for its own excerpt."""
    return Excerpt(network=network, nodes=len(network), edges=network.number_of_edges())


def first_answers(store: Store, selection: Selection, limit: int) -> Excerpt:
    """Read of ``statements_by_question`` at least the ``limit`` edges whose claims come first, in the order of code points.

    That network grows with every statement, and as all its edges weigh the same, the claims alone tell which of them a table shows.
    """
    if limit > _MANY:
        return excerpt_of(statements_by_question(store, selection, lean=True))
    reader = Reader(store, selection, lean=True)
    (counted,) = reader.rows(queries.answered(selection))
    claims = (row["claim"] for row in reader.rows(queries.answering_claims(selection)))
    first = tuple(dict.fromkeys(nsmallest(limit, claims)))
    found = [
        {**row, "answers": word}
        for word, link in ANSWERS.items()
        for row in (reader.rows(queries.answers_of(selection, link, first)) if first else ())
    ]
    network = link_answers(reader, found)
    return Excerpt(network=network, nodes=counted["statements"] + counted["questions"], edges=counted["edges"])
