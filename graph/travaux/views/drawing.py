"""The map as pyvis holds it: every thing where the layout puts it, and every link."""

from __future__ import annotations

from typing import Any

import networkx as nx
from pyvis.network import Network

from travaux.views.chips import shorten
from travaux.views.entries import Entries
from travaux.views.layout import Layout, Place
from travaux.views.links import Links, Node
from travaux.views.statements import count_reviewed, to_speaker
from travaux.views.wording import STANCE_WORDS

_NOWHERE = Place(0, 0, 0, 0, ())
"""What is off the map has no place in the layouts, and the script does not draw it."""
_LONGEST_NAME = 200
_LONGEST_WORDS = 140
_TOLD = frozenset({"question", "paragraph"})
"""Kinds of things whose name tells nothing: their first words are shown too when one points at them."""
_AT_REST = frozenset({"cites"})
"""Kinds of links that are drawn before anything is chosen."""
_AROUND = _AT_REST | {"corresponds", "theme", "relation", "expresses", "statement-provision", "statement-question", "statement-theme"}
"""Kinds of links that are drawn around what is chosen; the rest show in the place of things, and light up what they lead to."""

_OPTIONS: dict[str, Any] = {
    "physics": {"enabled": False},
    "layout": {"randomSeed": 1},
    "interaction": {
        "dragNodes": False,
        "hover": False,
        "selectable": False,
        "hideEdgesOnDrag": True,
        "multiselect": False,
        "zoomSpeed": 0.6,
    },
    "edges": {
        "smooth": {"enabled": True, "type": "cubicBezier", "forceDirection": "horizontal", "roundness": 0.5},
        "arrows": {"to": {"enabled": True, "scaleFactor": 0.35}},
        "selectionWidth": 0,
        "hoverWidth": 0,
    },
}
"""Nothing moves: positions are given, and the map is read, not rearranged."""


def draw(network: nx.MultiDiGraph[str], layout: Layout, links: Links, entries: Entries) -> Network:
    """Give pyvis the nodes and edges of a network; ``links`` and ``entries`` are the network's."""
    drawing = Network(directed=True)
    drawing.options = _OPTIONS
    for name in links.nodes:
        place = layout.places.get(name, _NOWHERE)
        drawing.add_node(name, label=" ".join(place.lines), shape="custom", x=place.x, y=place.y, **_look(name, links, entries))
    for number, (source, target, edge) in enumerate(network.edges(data=True)):
        kind = edge["kind"]
        drawing.add_edge(
            source,
            target,
            id=f"link-{number}",
            kind=kind,
            **_ways(kind, edge),
        )
    return drawing


def _ways(kind: str, edge: Node) -> dict[str, bool]:
    """Return when and how a link is drawn; what is false is left out."""
    ways = {"at_rest": kind in _AT_REST, "around": kind in _AROUND, "dashes": edge.get("verified") is False}
    return {name: holds for name, holds in ways.items() if holds}


def _look(name: str, links: Links, entries: Entries) -> dict[str, Any]:
    """Return what the script must know of a thing to draw it and to say what it is."""
    node = links.nodes[name]
    look = {
        "kind": node["kind"],
        "name": shorten(entries.title(name), _LONGEST_NAME),
        "noun": entries.noun(name),
        "cited": bool(links.into(name, "cites")),
        "unverified": node.get("verified") is False,
        "narrower": bool(links.out(name, "broader")),
    }
    if node["kind"] in _TOLD:
        look["words"] = shorten(str(node.get("quote", "")), _LONGEST_WORDS)
    if node["kind"] == "statement":
        look["words"] = " · ".join(str(part) for part in (to_speaker(node), count_reviewed([node])) if part)
    stance = links.stance(name)
    return look | ({"stance": stance, "stance_word": STANCE_WORDS.get(stance, "")} if stance else {})
