"""The argument network: how positions bear on one another."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import networkx as nx

from travaux.analysis.network import queries
from travaux.analysis.network.meanings import stamp
from travaux.analysis.network.reading import Reader
from travaux.analysis.selection import ALL, Selection
from travaux.model.store import Store


def argument_network(store: Store, selection: Selection = ALL, *, lean: bool = False) -> nx.MultiDiGraph[str]:
    """Read which positions support, attack or qualify which.

    A **node** is a position that at least one statement selected expresses, or a ground: a position that no statement expresses and that
    the text gives only as a reason, a condition or the like. Without a filter all grounds are in; with one, those that relations join,
    directly or over other grounds, to a position that a selected statement expresses. A node has ``kind`` (``position``), ``label`` and
    ``claim``, ``review`` (whether a person named it), ``statements`` (how many statements selected express it, 0 for a ground),
    ``prevalence`` (the strongest words among them; several only where they have no order) and ``consultations`` (their names, sorted).

    An **edge** is a relation, its key the relation's identifier, from premise to conclusion, from attacker to attacked, from the condition
    or limit to what it qualifies. It has ``kind`` (``supports``, ``attacks``, ``qualifies``) and ``label`` (the same), ``form``,
    ``marking`` (``explicit``: the text marks it; ``inferred``: an editor), ``sentence`` (exact words that show it), ``document`` (name),
    ``span_start`` and ``span_end`` (characters of the stored text). Two positions may have several edges. Edges have **no weight**: each
    is one relation, however many statements express its ends.

    A selection acts on statements, and so on positions. On relations it acts by place alone: where it names consultations or documents,
    the sentence that shows a relation must stand in one of these. Rejected statements and positions are **left out**, and relations to
    them. A ``lean`` network has no ``prevalence``, no ``consultations`` and no ``sentence``, and is read in a third of the time. Nodes are
    in the order of their identifiers, edges in that of their ends and keys. Raises ``StoreError`` and ``QueryError`` as
    the store does.
    """
    reader = Reader(store, selection, lean=lean)
    positions = reader.positions()
    expressed = {name for name, node in positions.items() if node["statements"]}
    if selection != ALL:
        expressed |= Reader(store, ALL).counts("position").keys()
    network: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    for name, node in sorted(positions.items()):
        if node["statements"] or name not in expressed:
            network.add_node(name, **node)
    meetings = {row["document"]: row["consultation"] for row in reader.rows(queries.MEETINGS)}
    for row in sorted(reader.rows(queries.relations(lean=lean)), key=lambda row: (row["premise"], row["conclusion"], row["relation"])):
        link = _to_link(row)
        standing = row["premise"] in network and row["conclusion"] in network
        if standing and _is_placed(link["document"], meetings, selection):
            network.add_edge(row["premise"], row["conclusion"], key=row["relation"], **link)
    if selection != ALL:
        _drop_lone_grounds(network)
    return stamp(network, "arguments", selection)


def _to_link(row: Mapping[str, Any]) -> dict[str, Any]:
    """Make a relation the attributes of an edge; where its sentence stands is the identifier of the span."""
    document, _, place = row["span"].partition("/span/")
    start, end = map(int, place.split("-"))
    words = {name: row[name] for name in ("kind", "form", "marking", "sentence") if name in row}
    return {"label": row["kind"], **words, "document": document.rpartition("/")[2], "span_start": start, "span_end": end}


def _is_placed(document: str, meetings: Mapping[str, str], selection: Selection) -> bool:
    """Whether a selection looks at a document."""
    among = not selection.documents or document in selection.documents
    return among and (not selection.consultations or meetings.get(document) in selection.consultations)


def _drop_lone_grounds(network: nx.MultiDiGraph[str]) -> None:
    """Remove what no chain of relations joins to a position that a statement expresses."""
    for joined in list(nx.weakly_connected_components(network)):
        if not any(network.nodes[name]["statements"] for name in joined):
            network.remove_nodes_from(joined)
