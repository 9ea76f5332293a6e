"""xAIF, the extended Argument Interchange Format of OVA and of programs that mine arguments."""

from __future__ import annotations

import html
import json
from typing import Any, BinaryIO

from travaux.exchange.arguments.aif_json import OURS, read_parts, to_about, to_parts
from travaux.exchange.arguments.aif_of_graph import to_node_set
from travaux.exchange.arguments.aif_to_graph import take_node_set
from travaux.exchange.arguments.checked_json import read_json
from travaux.exchange.arguments.gathering import gather_arguments
from travaux.exchange.arguments.graph import ArgumentGraph
from travaux.exchange.arguments.losses import AIF_LOSSES, count_losses
from travaux.exchange.arguments.reading import ReadArguments
from travaux.exchange.material import Loss, Material

_COLUMNS = {"RA": 40, "CA": 40, "I": 240, "MA": 560, "held": 700, "YA": 1020, "L": 1160}
"""Where OVA draws nodes, in pixels from the left: what is said on the right, what is held on the left, relations beside it."""
_ROW = 130


def write_xaif(material: Material, out: BinaryIO) -> tuple[Loss, ...]:
    """Write the argument map as an analysis that OVA opens."""
    graph = gather_arguments(material)
    out.write(render_xaif(graph).encode())
    return count_losses(AIF_LOSSES, graph)


def render_xaif(graph: ArgumentGraph) -> str:
    """Render a graph: the node set, where OVA draws it, and the quotes as text in which each locution is marked."""
    found = to_node_set(graph)
    parts = to_parts(found)
    written = {
        "AIF": _to_aif(parts),
        "OVA": _to_ova(parts),
        "text": {"txt": _to_text(parts)},
        "dialog": True,
        OURS: to_about(found),
    }
    return json.dumps(written, ensure_ascii=False, indent=1) + "\n"


def read_xaif(data: bytes, where: str) -> ReadArguments:
    """Read an analysis, and tell what it holds beyond the graph; ``where`` is the name of the file.

    The text and the drawing are passed over. ``ExchangeError``, with the place, for what no argument map can be.
    """
    found = read_json(data, where)
    return take_node_set(read_parts(found.get("AIF"), found.find(OURS)), where)


def _to_aif(parts: dict[str, Any]) -> dict[str, Any]:
    """Write the node set as OVA does: people are whole numbers, dates stand with the drawing."""
    return {
        "nodes": [{key: value for key, value in node.items() if key != "timestamp"} for node in parts["nodes"]],
        "edges": [{key: value for key, value in edge.items() if key != "formEdgeID"} for edge in parts["edges"]],
        "schemefulfillments": parts["schemefulfillments"],
        "descriptorfulfillments": [],
        "participants": [{**one, "participantID": int(one["participantID"])} for one in parts["participants"]],
        "locutions": [{"nodeID": one["nodeID"], "personID": int(one["personID"])} for one in parts["locutions"]],
    }


def _to_ova(parts: dict[str, Any]) -> dict[str, Any]:
    """Lay out the nodes: a row for each statement with its parts, a column for the positions, one for the relations."""
    rows = dict.fromkeys(_COLUMNS, 0)
    nodes = []
    for node in parts["nodes"]:
        about = node.get(OURS, {})
        column = "held" if about.get("part") else "RA" if "form" in about else node["type"]
        row = rows["L"] - 1 if column in {"YA", "held", "MA"} else rows[column]
        rows[column] += 1
        place = {"x": _COLUMNS[column], "y": _ROW * (row + 1)}
        nodes.append({"nodeID": node["nodeID"], "visible": True, **place, "timestamp": node["timestamp"]})
    edges = [{"fromID": edge["fromID"], "toID": edge["toID"], "visible": True} for edge in parts["edges"]]
    return {"firstname": "", "surname": "", "url": "", "nodes": nodes, "edges": edges}


def _to_text(parts: dict[str, Any]) -> str:
    """Write what is said as HTML, in which OVA finds the words of a node by its number."""
    said = ((node["nodeID"], html.escape(node["text"])) for node in parts["nodes"] if node["type"] == "L")
    return "".join(f'<span class="highlighted" id="node{number}">{words}</span><br><br>' for number, words in said)
