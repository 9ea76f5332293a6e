"""What each network is called and what it shows, in a sentence."""

from __future__ import annotations

from typing import TypeVar

import networkx as nx

from travaux.analysis.selection import Selection, tell_selection

MEANINGS = {
    "arguments": "Which positions support, attack or qualify which, each link with the sentence that shows it.",
    "positions-by-provision": "Which positions statements express about which provisions of the treaty.",
    "positions-by-theme": "Which positions statements express under which themes.",
    "statements-by-question": "Which statements answer which guiding questions, wholly or in part.",
    "themes-by-consultation": "Which themes statements carry at which consultations.",
    "theme-cooccurrence": "Which themes one and the same statement carries together.",
    "speakers-by-position": "Which persons, organizations and States, named in the reports, are reported to hold which positions.",
}
"""Name → meaning, in the order in which networks are listed."""

_Network = TypeVar("_Network", bound="nx.Graph[str]")


def stamp(network: _Network, name: str, selection: Selection) -> _Network:
    """Write on a network what it is called, what it means and which statements it looks at."""
    network.graph.update(name=name, meaning=MEANINGS[name], selection=tell_selection(selection))
    return network
