"""Networks with stated meaning, read from a store by its own counts, and the files that other programs read them from."""

from __future__ import annotations

from travaux.analysis.network.arguments import argument_network
from travaux.analysis.network.pairs import (
    positions_by_provision,
    positions_by_theme,
    speakers_by_position,
    statements_by_question,
    theme_cooccurrence,
    themes_by_consultation,
)
from travaux.analysis.network.registry import NETWORKS, NamedNetwork, get_network

__all__ = [
    "NETWORKS",
    "NamedNetwork",
    "argument_network",
    "get_network",
    "positions_by_provision",
    "positions_by_theme",
    "speakers_by_position",
    "statements_by_question",
    "theme_cooccurrence",
    "themes_by_consultation",
]
