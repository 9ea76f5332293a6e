"""Networks with stated meaning, read from a store by its own counts, and the files that other programs read them from."""

from __future__ import annotations

from travaux.analysis.network.arguments import argument_network
from travaux.analysis.network.excerpt import Excerpt
from travaux.analysis.network.files import NETWORK_FORMATS, nodes_beside, write_network
from travaux.analysis.network.pairs import (
    positions_by_provision,
    positions_by_theme,
    speakers_by_position,
    statements_by_question,
    theme_cooccurrence,
    themes_by_consultation,
)
from travaux.analysis.network.registry import NETWORKS, NamedNetwork, get_network
from travaux.analysis.network.tables import NetworkTable, edge_table, node_table

__all__ = [
    "NETWORKS",
    "NETWORK_FORMATS",
    "Excerpt",
    "NamedNetwork",
    "NetworkTable",
    "argument_network",
    "edge_table",
    "get_network",
    "node_table",
    "nodes_beside",
    "positions_by_provision",
    "positions_by_theme",
    "speakers_by_position",
    "statements_by_question",
    "theme_cooccurrence",
    "themes_by_consultation",
    "write_network",
]
