"""The measures of centrality, exact or estimated as the size of the network allows."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from travaux.analysis.structure.exact import find_betweenness, find_page_rank
from travaux.analysis.structure.links import Links, Reals
from travaux.analysis.structure.pivots import estimate_betweenness
from travaux.analysis.structure.significance import draw


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Measured:
    """The measures of each node.

    ``betweenness`` is the share of all pairs of other nodes whose shortest paths lead through the node, 0 to 1, ``errors`` its standard
    error where it is estimated, else 0. ``page_rank`` is ``None`` for networks without directions: there it hardly differs from the
    number of links (Grolmusz 2015).
    """

    betweenness: Reals
    errors: Reals
    page_rank: Reals | None

    def tested(self) -> Reals:
        """Give the numbers to compare with those of rewired networks: square roots, so that a few large ones do not hide the rest."""
        page_rank = () if self.page_rank is None else self.page_rank
        return np.sqrt(np.concatenate((self.betweenness, page_rank)))


def measure(links: Links, pivots: int, rng: np.random.Generator) -> Measured:
    """Measure a network; shortest paths are followed from so many nodes drawn at random, or from all if ``pivots`` is 0."""
    pairs = max((links.nodes - 1) * (links.nodes - 2), 1) / (1 if links.directed else 2)
    page_rank = find_page_rank(links) if links.directed else None
    if not pivots:
        return Measured(betweenness=find_betweenness(links) / pairs, errors=np.zeros(links.nodes), page_rank=page_rank)
    found = estimate_betweenness(links, draw(links.nodes, pivots, rng))
    return Measured(betweenness=found.values / pairs, errors=found.errors / pairs, page_rank=page_rank)
