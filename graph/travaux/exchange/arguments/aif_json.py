"""The Argument Interchange Format as JSON, as AIFdb gives and takes it."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import Any, BinaryIO

from travaux.exchange.arguments.aif_nodes import SCHEMES, TYPES, Edge, Node, NodeSet
from travaux.exchange.arguments.aif_of_graph import to_node_set
from travaux.exchange.arguments.aif_to_graph import take_node_set
from travaux.exchange.arguments.checked_json import Value, read_json
from travaux.exchange.arguments.gathering import gather_arguments
from travaux.exchange.arguments.graph import ArgumentGraph
from travaux.exchange.arguments.losses import AIF_LOSSES, count_losses
from travaux.exchange.arguments.reading import ReadArguments
from travaux.exchange.material import Loss, Material
from travaux.model.identity import digest

OURS = "travaux"
"""The key of everything that AIF has no place for; other programs pass over it."""
_DIGITS = 10**15


def write_aif(material: Material, out: BinaryIO) -> tuple[Loss, ...]:
    """Write the argument map as a node set of AIFdb."""
    graph = gather_arguments(material)
    out.write(render_aif(graph).encode())
    return count_losses(AIF_LOSSES, graph)


def render_aif(graph: ArgumentGraph) -> str:
    """Render a graph: nodes, edges, scheme fulfilments, participants and locutions, and what is ours under ``travaux``."""
    found = to_node_set(graph)
    return json.dumps({**to_parts(found), OURS: to_about(found)}, ensure_ascii=False, indent=1) + "\n"


def read_aif(data: bytes, where: str) -> ReadArguments:
    """Read a node set, and tell what it holds beyond the graph; ``where`` is the name of the file.

    ``ExchangeError``, with the place, for what no argument map can be.
    """
    found = read_json(data, where)
    return take_node_set(read_parts(found, found.find(OURS)), where)


def to_parts(found: NodeSet) -> dict[str, Any]:
    """Write the nodes, edges and lists of AIFdb; ids of nodes are numbers in strings, the same for the same record of the same corpus."""
    numbers = _to_numbers(found)
    people = {name: str(number) for number, name in enumerate(sorted(set(found.speakers.values())), 1)}
    return {
        "nodes": [_to_node(node, numbers) for node in found.nodes],
        "edges": [_to_edge(number, edge, numbers) for number, edge in enumerate(found.edges, 1)],
        "schemefulfillments": [
            {"nodeID": numbers[node.id], "schemeID": SCHEMES[node.text]}
            for node in found.nodes
            if node.type != "I" and node.text in SCHEMES
        ],
        "participants": [_to_participant(name, number) for name, number in people.items()],
        "locutions": [_to_locution(node, numbers, people[found.speakers[node.id]]) for node in found.nodes if node.id in found.speakers],
    }


def to_about(found: NodeSet) -> dict[str, Any]:
    """Write what a node set says of itself."""
    return {"title": found.title, "base": found.base, "version": found.version, "sources": [dict(one) for one in found.sources]}


def read_parts(parts: Value, about: Value | None) -> NodeSet:
    """Read nodes, edges and who speaks; ``about`` is what ``to_about`` wrote."""
    nodes = tuple(_read_node(one) for one in parts.get("nodes").items())
    edges = tuple(Edge(one.get("fromID").name(), one.get("toID").name()) for one in parts.get("edges").items())
    _check_edge_ids(parts.get("edges"))
    speakers = dict(_read_speakers(parts))
    if about is None:
        return NodeSet(nodes=nodes, edges=edges, speakers=speakers)
    return NodeSet(
        nodes=nodes,
        edges=edges,
        speakers=speakers,
        title=about.get("title").text(),
        base=about.get("base").text(),
        version=about.get("version").text(),
        sources=tuple(_read_source(one) for one in about.get("sources").items()),
    )


def _to_numbers(found: NodeSet) -> dict[str, str]:
    """Give each node a number made from its name, so that a record keeps it when others come or go."""
    numbers: dict[str, int] = {}
    taken: set[int] = set()
    for name in sorted(node.id for node in found.nodes):
        number = int(digest(found.base, name), 16) % _DIGITS or 1
        while number in taken:
            number += 1
        taken.add(number)
        numbers[name] = number
    return {name: str(number) for name, number in numbers.items()}


def _to_node(node: Node, numbers: Mapping[str, str]) -> dict[str, Any]:
    written: dict[str, Any] = {"nodeID": numbers[node.id], "text": node.text, "type": node.type, "timestamp": node.timestamp}
    return {**written, OURS: dict(node.about)} if node.about else written


def _to_edge(number: int, edge: Edge, numbers: Mapping[str, str]) -> dict[str, Any]:
    return {"edgeID": str(number), "fromID": numbers[edge.start], "toID": numbers[edge.end], "formEdgeID": None}


def _to_participant(name: str, number: str) -> dict[str, Any]:
    first, _, last = name.partition(" ")
    return {"participantID": number, "firstname": first, "surname": last}


def _to_locution(node: Node, numbers: Mapping[str, str], person: str) -> dict[str, Any]:
    told = {"nodeID": numbers[node.id], "personID": person, "timestamp": node.timestamp, "start": None, "end": None}
    return {**told, "source": node.about.get("source")}


def _read_node(found: Value) -> Node:
    kind = found.get("type")
    if kind.text() not in TYPES:
        kind.refuse(f"{kind.text()!r} is no type of node; known are {', '.join(sorted(TYPES))}")
    text, timestamp, about = found.find("text"), found.find("timestamp"), found.find(OURS)
    return Node(
        id=found.get("nodeID").name(),
        type=kind.text(),
        text=text.text() if text else "",
        timestamp=timestamp.text() if timestamp else "",
        about=_read_about(about) if about else {},
    )


def _read_about(found: Value) -> dict[str, str | int]:
    told = {key: found.get(key) for key, held in found.fields().items() if held is not None}
    return {key: one.number() if isinstance(one.held, int) else one.text() for key, one in told.items()}


def _read_source(found: Value) -> dict[str, str]:
    known = ("id", "title", "symbol", "date", "link")
    read = {key: one.text() for key in known if (one := found.find(key))}
    return {"id": found.get("id").text(), "title": found.get("title").text(), **read}


def _check_edge_ids(edges: Value) -> None:
    seen: set[str] = set()
    for edge in edges.items():
        name = edge.find("edgeID")
        if name and name.name() in seen:
            name.refuse(f"two edges have the id {name.name()}")
        if name:
            seen.add(name.name())


def _read_speakers(parts: Value) -> Iterable[tuple[str, str]]:
    people = {one.get("participantID").name(): _read_person(one) for one in _listed(parts, "participants")}
    for one in _listed(parts, "locutions"):
        person = one.find("personID")
        if person and people.get(person.name()):
            yield one.get("nodeID").name(), people[person.name()]


def _read_person(found: Value) -> str:
    names = (found.find("firstname"), found.find("surname"))
    return " ".join(name.text() for name in names if name and name.text())


def _listed(parts: Value, key: str) -> Iterable[Value]:
    found = parts.find(key)
    return found.items() if found else ()
