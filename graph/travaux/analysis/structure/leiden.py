"""Groups of a network by the Leiden algorithm (Traag, Waltman & van Eck 2019), run by graspologic-native."""

from __future__ import annotations

import graspologic_native
import numpy as np

from travaux.analysis.structure.links import Links, Numbers

_RANDOMNESS = 0.001
_CYCLES = 2
"""How often the algorithm runs over the network; the second time it begins with the groups of the first."""


def divide(links: Links, resolution: float, seed: int) -> Numbers:
    """Divide the nodes into groups so that modularity at this resolution is high; directions are left aside, weights count.

    Groups are numbered in the order of their first node; nodes without a link are groups of their own. The same seed gives the same groups.
    """
    if not links.size:
        return np.arange(links.nodes)
    pointers, neighbours, weights = _rows(links)
    _, found = graspologic_native.leiden_csr(
        pointers, neighbours, weights, links.nodes, resolution=resolution, randomness=_RANDOMNESS, iterations=_CYCLES, seed=seed
    )
    groups = np.fromiter((found.get(node, -1) for node in range(links.nodes)), np.int64, links.nodes)
    lost = np.flatnonzero((groups < 0) | (links.degrees() == 0))
    groups[lost] = groups.max() + 1 + np.arange(len(lost))
    return number_groups(groups)


def number_groups(groups: Numbers) -> Numbers:
    """Give groups new numbers, in the order of their first members."""
    _, first, inverse = np.unique(groups, return_index=True, return_inverse=True)
    rank = np.empty(len(first), np.int64)
    rank[np.argsort(first)] = np.arange(len(first))
    return rank[inverse]


def _rows(links: Links) -> tuple[Numbers, np.ndarray[tuple[int], np.dtype[np.int32]], np.ndarray[tuple[int], np.dtype[np.float64]]]:
    """Write the links, both ways, row by row: where each row begins, the neighbours in it, the weights."""
    sources, targets = np.concatenate((links.sources, links.targets)), np.concatenate((links.targets, links.sources))
    order = np.lexsort((targets, sources))
    pointers = np.concatenate(([0], np.cumsum(np.bincount(sources, minlength=links.nodes)))).astype(np.int64)
    return pointers, targets[order].astype(np.int32), np.concatenate((links.weights, links.weights))[order]
