"""Networks whose attributes every program can read: numbers, truth values and texts without what XML forbids."""

from __future__ import annotations

import re
from collections.abc import Mapping

import networkx as nx

_FORBIDDEN = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""Characters that may not stand in XML 1.0: https://www.w3.org/TR/xml/#charsets."""
_JOINED_BY = "; "

Scalar = bool | int | float | str


def flatten(network: nx.Graph[str]) -> nx.Graph[str]:
    """Copy a network with attributes of plain types, in the same order.

    Several values are joined by ``; ``, and what has no value is left out. In texts a character that XML forbids becomes U+FFFD and every
    end of line a line feed. Each edge gains ``id``: its key, or where a network has one edge at most between two nodes, both names with
    ``--`` between them.
    """
    flat = network.__class__()
    flat.graph.update(_flat(network.graph))
    for name, node in network.nodes(data=True):
        flat.add_node(name, **_flat(node))
    if isinstance(network, nx.MultiGraph) and isinstance(flat, nx.MultiGraph):
        for source, target, key, link in network.edges(keys=True, data=True):
            flat.add_edge(source, target, key=key, **_flat(link), id=str(key))
        return flat
    for source, target, link in network.edges(data=True):
        flat.add_edge(source, target, **_flat(link), id=f"{source}--{target}")
    return flat


def clean_text(text: str) -> str:
    r"""Write a text so that XML can hold it and gives it back unchanged.

    >>> clean_text("one\r\ntwo\x07")
    'one\ntwo\ufffd'
    """
    return re.sub("\r\n?", "\n", _FORBIDDEN.sub("\N{REPLACEMENT CHARACTER}", text))


def _flat(attributes: Mapping[str, object]) -> dict[str, Scalar]:
    flat = {name: _scalar(value) for name, value in attributes.items() if value is not None}
    return {name: value for name, value in flat.items() if value != ""}


def _scalar(value: object) -> Scalar:
    if isinstance(value, bool | int | float):
        return value
    if isinstance(value, tuple | list):
        return clean_text(_JOINED_BY.join(map(str, value)))
    return clean_text(str(value))
