"""The networks by name, so that the command line, notebooks and documentation speak of the same ones."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Protocol

import networkx as nx

from travaux.analysis.network.arguments import argument_network
from travaux.analysis.network.excerpt import Excerpt, excerpt_of, first_answers
from travaux.analysis.network.meanings import MEANINGS
from travaux.analysis.network.pairs import (
    positions_by_provision,
    positions_by_theme,
    speakers_by_position,
    statements_by_question,
    theme_cooccurrence,
    themes_by_consultation,
)
from travaux.analysis.selection import ALL, Selection
from travaux.errors import QueryError
from travaux.model.store import Store
from travaux.naming.nearest import suggest


class Builder(Protocol):
    """What reads a network from a store; a ``lean`` one tells of its nodes only what they are called, in a third of the time."""

    def __call__(self, store: Store, selection: Selection = ALL, *, lean: bool = False) -> nx.Graph[str]:
        """Read the network."""
        ...


_BUILDERS: Mapping[str, Builder] = {
    "arguments": argument_network,
    "positions-by-provision": positions_by_provision,
    "positions-by-theme": positions_by_theme,
    "statements-by-question": statements_by_question,
    "themes-by-consultation": themes_by_consultation,
    "theme-cooccurrence": theme_cooccurrence,
    "speakers-by-position": speakers_by_position,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class NamedNetwork:
    """A network that can be asked for: its name, what it shows in a sentence, and what reads it from a store."""

    name: str
    meaning: str
    build: Builder

    def excerpt(self, store: Store, selection: Selection, limit: int) -> Excerpt:
        """Read as much as a table of the ``limit`` heaviest edges needs, equally heavy ones in the order of the labels of their ends."""
        if self.name == "statements-by-question":
            return first_answers(store, selection, limit)
        return excerpt_of(self.build(store, selection, lean=True))


NETWORKS: Mapping[str, NamedNetwork] = MappingProxyType(
    {name: NamedNetwork(name=name, meaning=meaning, build=_BUILDERS[name]) for name, meaning in MEANINGS.items()}
)
"""Every network by its name, in the order in which they are listed."""


def get_network(name: str) -> NamedNetwork:
    """Get a network by its name; ``QueryError`` with the nearest names if there is none."""
    if name not in NETWORKS:
        raise QueryError(f"there is no network {name!r}", hint=suggest(name, tuple(NETWORKS), "travaux network"))
    return NETWORKS[name]
