"""One network as a page, as part of a notebook, or as a file."""

from __future__ import annotations

import html
import textwrap
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import networkx as nx
from markupsafe import Markup
from pyvis.network import Network

from travaux.errors import TravauxError
from travaux.files import write_whole
from travaux.views.pictures.arranging import ROOM, arrange, extent
from travaux.views.templating import digest_of, make_environment, read_bundle, read_style

MOST = 400
"""The most nodes that a picture shows; more cannot be read."""
_LINE = 44
_LINES = 3
_LONGEST_TIP = 400
_OPTIONS: dict[str, Any] = {
    "physics": {"enabled": False},
    "layout": {"randomSeed": 1},
    "interaction": {"dragNodes": False, "hover": True, "hideEdgesOnDrag": True, "selectConnectedEdges": False, "zoomView": False},
    "edges": {"selectionWidth": 0, "hoverWidth": 0},
}
"""Nothing moves: positions are given."""
_ACROSS: dict[str, Any] = {"enabled": True, "type": "cubicBezier", "forceDirection": "horizontal", "roundness": 0.45}
_AROUND: dict[str, Any] = {"enabled": True, "type": "continuous", "roundness": 0.3}
"""How lines run between columns, and how between the two bows of a network without direction."""


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture of a network: in a notebook it shows itself; ``html`` is the whole page, which makes no request."""

    title: str
    html: str
    height: int = 620

    def write(self, path: Path) -> None:
        """Write the page to a file; ``FileError`` if that cannot be done."""
        write_whole(path, self.html.encode())

    def _repr_html_(self) -> str:
        page, title = html.escape(self.html), html.escape(self.title)
        style = f"width:100%;height:{self.height}px;border:1px solid #c3ccd6;border-radius:8px"
        return f'<iframe title="{title}" sandbox="allow-scripts" style="{style}" srcdoc="{page}"></iframe>'


def draw_network(network: nx.Graph[Any], title: str, *, description: str = "", most: int = MOST) -> Picture:
    """Draw a network that has ``label`` on its nodes and may have ``kind`` on nodes and edges and ``weight`` on edges.

    ``description`` says what the picture shows to those who do not see it, and stands below it. Nodes without a link are listed, not
    drawn. Above ``most`` nodes, those of most weight are shown and the page says so. Below the drawing stands the same as a table.
    Texts stay text. The same network gives the same bytes. Raises ``TravauxError`` if the scripts of the pages have not been built.
    """
    shown = _heaviest(network, most)
    bound = shown.subgraph([node for node in shown if shown.degree(node)])
    places = arrange(bound)
    script, licences = read_bundle("picture.js")
    style = read_style("picture.css")
    drawing = _to_pyvis(bound, places)
    drawing.heading = title
    drawing.path = "picture.html.j2"
    drawing.templateEnv = make_environment()
    drawing.templateEnv.globals.update(
        description=description,
        left_out=len(network) - len(shown),
        extent=extent(places),
        rows=[_row(shown, *edge) for edge in shown.edges(data=True)],
        alone=[_label(shown, node) for node in nx.isolates(shown)],
        directed=shown.is_directed(),
        script=Markup(script),  # noqa: S704  (our own bundle; the policy names its digest)
        style=Markup(style),  # noqa: S704  (our own)
        script_digest=digest_of(script),
        style_digest=digest_of(style),
        licences=licences,
    )
    return Picture(title, str(drawing.generate_html()))


def _heaviest(network: nx.Graph[Any], most: int) -> nx.Graph[Any]:
    if most < 1:
        raise TravauxError("a picture needs room for one node at least", hint="Give most a value of 1 or more.")
    by_weight = sorted(network.degree(weight="weight"), key=lambda one: (-one[1], str(one[0])))
    kept = {node for node, _ in by_weight[:most]}
    return network.subgraph([node for node in network if node in kept])


def _to_pyvis(network: nx.Graph[Any], places: dict[Any, tuple[float, float]]) -> Network:
    drawing = Network(directed=True)
    bows = not network.is_directed() and not any("bipartite" in data for _, data in network.nodes(data=True))
    drawing.options = _OPTIONS | {"edges": _OPTIONS["edges"] | {"smooth": _AROUND if bows else _ACROSS}}
    for node, data in network.nodes(data=True):
        x, y = places[node]
        lines = textwrap.wrap(_label(network, node), _LINE, max_lines=_LINES, placeholder=" …", break_long_words=True)
        drawing.add_node(
            str(node),
            label="\n".join(lines),
            x=round(x, 1),
            y=round(y, 1),
            shape="custom",
            kind=str(data.get("kind", "")),
            title=_tell(data),
            width=ROOM[0] - 24,
        )
    weights = sorted(float(edge.get("weight", 1)) for *_, edge in network.edges(data=True))
    heaviest = weights[-1] if weights and weights[0] < weights[-1] else 0.0
    for number, (source, target, edge) in enumerate(network.edges(data=True)):
        drawing.add_edge(
            str(source),
            str(target),
            id=f"edge-{number}",
            kind=str(edge.get("kind", "")),
            title=_tell(edge),
            thickness=round(float(edge.get("weight", 1)) / heaviest, 4) if heaviest else 0,
            pointed=network.is_directed(),
        )
    return drawing


def _label(network: nx.Graph[Any], node: object) -> str:
    return " ".join(str(network.nodes[node].get("label", node)).split())


def _row(network: nx.Graph[Any], source: object, target: object, edge: dict[str, Any]) -> tuple[str, str, str]:
    return _label(network, source), _tell(edge), _label(network, target)


def _tell(data: dict[str, Any]) -> str:
    """Say in a line what is known of a node or an edge beside its label; a plain text, whatever a document put into it."""
    known = {name.replace("_", " "): value for name, value in data.items() if name not in {"label", "bipartite"}}
    told = (f"{name}: {_words(value)}" for name, value in known.items() if value not in (None, "", (), []))
    return shorten("; ".join(told), _LONGEST_TIP)


def shorten(text: str, longest: int) -> str:
    """Return the text on one line and no longer than that many characters; what is left out is marked by an ellipsis.

    >>> shorten("one  two three", 9)
    'one two…'
    """
    line = " ".join(text[: longest * 4].split())
    return line if len(line) <= longest and len(text) <= longest * 4 else line[: longest - 1].rstrip() + "…"


def _words(value: object) -> str:
    return ", ".join(map(str, value)) if isinstance(value, list | tuple | set | frozenset) else str(value)
