"""Modularity: how much more of the weight lies inside groups than the nodes' weights alone would put there."""

from __future__ import annotations

import numpy as np

from travaux.analysis.structure.links import Links, Numbers


def modularity(links: Links, groups: Numbers, resolution: float = 1.0) -> float:
    """Give the modularity of a division, at most 1; 0 for a network without links.

    One-mode networks: Newman & Girvan 2004, with the resolution of Reichardt & Bornholdt 2006, directions left aside. Two-mode networks:
    Barber 2007, which expects links between the modes only.
    """
    total = links.weights.sum()
    if not total:
        return 0.0
    count = int(groups.max()) + 1
    same = groups[links.sources] == groups[links.targets]
    inside = links.weights[same].sum() / total
    out = np.bincount(groups[links.sources], links.weights, count)
    into = np.bincount(groups[links.targets], links.weights, count)
    if links.second is None:
        return float(inside - resolution * (((out + into) / (2 * total)) ** 2).sum())
    return float(inside - resolution * (out * into).sum() / total**2)
