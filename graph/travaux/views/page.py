"""The first look: one page, drawn through pyvis, that needs neither network nor server and shows every source."""

from __future__ import annotations

import base64
import hashlib
import json
from pathlib import Path
from typing import Any

import networkx as nx
from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup
from pyvis.network import Network

from travaux.errors import TravauxError
from travaux.views.chips import shorten
from travaux.views.entries import NOUNS, STANCE_WORDS, Entries, to_address
from travaux.views.layout import Layout, Tall
from travaux.views.opening import open_page
from travaux.views.plan import plan_map, stance_of
from travaux.views.wide import lay_out_wide

_HERE = Path(__file__).resolve().parent
_TEMPLATE = "first-look.html.j2"
_ROOM = 1038 / 686
"""Width by height of the map's room in a laptop's window of 1366 by 768."""
_PHONE = 374

_AT_REST = frozenset({"cites"})
"""Kinds of links that are drawn before anything is chosen."""
_AROUND = _AT_REST | {"corresponds", "theme", "relation", "expresses", "statement-provision", "statement-question", "statement-theme"}
"""Kinds of links that are drawn around what is chosen; the rest show in the place of things, and light up what they lead to."""


def render_first_look(network: nx.MultiDiGraph[str], title: str, *, language: str = "en") -> str:
    """Return the page for a network of ``negotiation_network`` as HTML, the same bytes for the same network.

    The page holds all that it needs: script, style and texts. It makes no request, and its content security policy forbids any.
    Texts of documents stay text. Raises ``TravauxError`` if the scripts of the pages have not been built.
    """
    script, licences = _bundle()
    style = (_HERE / "templates" / "first-look.css").read_text(encoding="utf-8")
    entries = Entries(network)
    plan = plan_map(network)
    wide = lay_out_wide(network, plan, _ROOM)
    drawing = _draw(network, wide, entries)
    drawing.templateEnv = _environment()
    drawing.path = _TEMPLATE
    drawing.heading = title
    drawing.templateEnv.globals.update(
        language=language,
        script=Markup(script),  # noqa: S704  (our own bundle; the policy names its digest)
        style=Markup(style),  # noqa: S704  (our own)
        script_digest=_digest(script),
        style_digest=_digest(style),
        licences=licences,
        opening=open_page(network, entries),
        listing=[(NOUNS[kind], kind, made) for kind in NOUNS if (made := entries.of_kind(kind))],
        layouts={"wide": wide.to_data(), "tall": Tall(network, plan, _PHONE).lay_out().to_data()},
        to_address=to_address,
    )
    html: str = drawing.generate_html()
    return html


def write_page(html: str, path: Path) -> None:
    """Write a page as UTF-8, whatever the locale; a page that was there is replaced as a whole or not at all."""
    draft = path.with_name(path.name + ".part")
    draft.write_bytes(html.encode("utf-8"))
    draft.replace(path)


def _environment() -> Environment:
    environment = Environment(
        loader=FileSystemLoader(_HERE / "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    environment.policies["json.dumps_kwargs"] = {"sort_keys": True, "separators": (",", ":"), "ensure_ascii": False}
    return environment


def _digest(content: str) -> str:
    return base64.b64encode(hashlib.sha256(content.encode("utf-8")).digest()).decode("ascii")


def _bundle() -> tuple[str, str]:
    """Return the built script and the licences of what it contains."""
    folder = _HERE / "static"
    try:
        script = (folder / "first-look.js").read_text(encoding="utf-8").strip()
        licences = (folder / "THIRD-PARTY.txt").read_text(encoding="utf-8")
    except FileNotFoundError as error:
        what = "the scripts of the pages have not been built"
        raise TravauxError(what, where=str(folder), hint="In a checkout, run: python hatch_build.py") from error
    return script, licences


def _draw(network: nx.MultiDiGraph[str], layout: Layout, entries: Entries) -> Network:
    """Give pyvis every node where the layout puts it, and every edge."""
    drawing = Network(directed=True)
    drawing.options = _OPTIONS
    for name, node in network.nodes(data=True):
        place = layout.places[name]
        drawing.add_node(name, label=" ".join(place.lines), shape="custom", x=place.x, y=place.y, **_look(network, name, node, entries))
    for number, (source, target, kind) in enumerate(network.edges(data="kind")):
        drawing.add_edge(source, target, id=f"link-{number}", kind=kind, at_rest=kind in _AT_REST, around=kind in _AROUND)
    return drawing


def _look(network: nx.MultiDiGraph[str], name: str, node: dict[str, Any], entries: Entries) -> dict[str, Any]:
    """Return what the script must know of a node to draw it and to say what it is."""
    kind = node["kind"]
    stance = stance_of(network, name) if kind == "position" else node.get("stance")
    look = {
        "kind": kind,
        "name": shorten(entries.title(name), 200),
        "noun": NOUNS.get(kind, kind),
        "cited": any(found == "cites" for _, _, found in network.in_edges(name, data="kind")),
        "unverified": node.get("verified") is False,
        "narrower": any(found == "broader" for _, _, found in network.out_edges(name, data="kind")),
    }
    return look | ({"stance": stance, "stance_word": STANCE_WORDS.get(str(stance), "")} if stance else {})


_OPTIONS: dict[str, Any] = json.loads("""{
  "physics": {"enabled": false},
  "layout": {"randomSeed": 1},
  "interaction": {"dragNodes": false, "hover": true, "selectConnectedEdges": false, "hoverConnectedEdges": false, "hideEdgesOnDrag": true,
    "multiselect": false, "zoomSpeed": 0.6},
  "edges": {"smooth": {"enabled": true, "type": "cubicBezier", "forceDirection": "horizontal", "roundness": 0.5},
    "arrows": {"to": {"enabled": true, "scaleFactor": 0.35}}, "selectionWidth": 0, "hoverWidth": 0}
}""")
"""Nothing moves: positions are given, and the map is read, not rearranged."""
