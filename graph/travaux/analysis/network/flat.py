"""Networks whose attributes every program can read: numbers, truth values and texts without what XML forbids."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

import networkx as nx

_FORBIDDEN = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""Characters that may not stand in XML 1.0: https://www.w3.org/TR/xml/#charsets."""
_JOINED_BY = "; "

Scalar = bool | int | float | str


def flatten(network: nx.Graph[str]) -> nx.Graph[str]:
    """Copy a network with attributes of plain types, in the same order.

    Several values are joined by ``; ``, and what has no value is left out; an attribute whose values are of several types becomes text.
    In texts a character that XML forbids becomes U+FFFD and every end of line a line feed. Each edge gains ``id``: its key, or where a
    network has one edge at most between two nodes, both names with ``--`` between them.
    """
    flat = network.__class__()
    flat.graph.update(_flat(network.graph))
    nodes, links = ([_flat(one) for *_, one in part(data=True)] for part in (network.nodes, network.edges))
    _make_alike(nodes)
    _make_alike(links)
    flat.add_nodes_from(zip(network, nodes, strict=True))
    if isinstance(network, nx.MultiGraph) and isinstance(flat, nx.MultiGraph):
        for (source, target, key), link in zip(network.edges(keys=True), links, strict=True):
            flat.add_edge(source, target, key=key, **link, id=str(key))
        return flat
    for (source, target), link in zip(network.edges, links, strict=True):
        flat.add_edge(source, target, **link, id=f"{source}--{target}")
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


def _make_alike(owners: Sequence[dict[str, Scalar]]) -> None:
    """Make text of every attribute whose values are of several types: a column of a file has one."""
    types: dict[str, set[type]] = {}
    for owner in owners:
        for name, value in owner.items():
            types.setdefault(name, set()).add(type(value))
    for name in (name for name, found in types.items() if len(found) > 1):
        for owner in (owner for owner in owners if name in owner):
            owner[name] = str(owner[name])


def _scalar(value: object) -> Scalar:
    if isinstance(value, bool | int | float):
        return value
    if isinstance(value, tuple | list):
        return clean_text(_JOINED_BY.join(map(str, value)))
    return clean_text(str(value))
