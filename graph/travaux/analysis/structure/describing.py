"""A network in numbers."""

from __future__ import annotations

from typing import Any

import networkx as nx
import numpy as np

from travaux.analysis.structure.findings import Described
from travaux.analysis.structure.links import Links, Numbers


def describe(network: nx.Graph[Any], links: Links, components: Numbers) -> Described:
    """Describe a network by what it says of itself and what was read of it."""
    sizes = np.bincount(components)
    return Described(
        name=str(network.graph.get("name", "")),
        meaning=str(network.graph.get("meaning", "")),
        selection=str(network.graph.get("selection", "")),
        nodes=links.nodes,
        links=links.size,
        unlinked=links.unlinked,
        merged=links.merged,
        loops=links.loops,
        directed=links.directed,
        two_mode=links.second is not None,
        components=len(sizes),
        largest=int(sizes.max(initial=0)),
    )
