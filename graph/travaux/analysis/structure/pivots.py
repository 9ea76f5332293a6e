"""Betweenness in large networks, estimated from the shortest paths out of some nodes, the pivots (Brandes & Pich 2007), by scipy."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from scipy.sparse import csr_array

from travaux.analysis.structure.links import Links, Numbers, Reals

_CELLS = 2_000_000
"""Numbers held at a time for each of the tables of nodes by pivots: 16 MB a table."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Estimate:
    """A measure of each node, and its standard error: how far the choice of pivots makes it vary."""

    values: Reals
    errors: Reals


def estimate_betweenness(links: Links, pivots: Numbers, step: Callable[[int], None] = lambda _done: None) -> Estimate:
    """Estimate ``exact.find_betweenness`` from the shortest paths out of the pivots, scaled to all nodes; with all nodes it is exact.

    ``step`` is told how many pivots are done. Time grows with pivots times links, memory with nodes only.
    """
    outward, inward = _matrices(links)
    batch = max(1, _CELLS // max(links.nodes, 1))
    total, squares = np.zeros(links.nodes), np.zeros(links.nodes)
    for begin in range(0, len(pivots), batch):
        shares = _dependencies(outward, inward, pivots[begin : begin + batch])
        total += shares.sum(axis=1)
        squares += (shares**2).sum(axis=1)
        step(min(begin + batch, len(pivots)))
    count = len(pivots)
    mean = total / count
    spread = np.maximum(squares / count - mean**2, 0) * count / max(count - 1, 1)
    unseen = 1 - count / links.nodes
    scale = links.nodes if links.directed else links.nodes / 2
    return Estimate(values=mean * scale, errors=np.sqrt(spread / count * unseen) * scale)


def _matrices(links: Links) -> tuple[csr_array, csr_array]:
    ones = np.ones(links.size)
    shape = (links.nodes, links.nodes)
    outward = csr_array((ones, (links.sources, links.targets)), shape=shape)
    inward = outward.T.tocsr()
    if links.directed:
        return outward, inward
    both = (outward + inward).tocsr()
    return both, both


def _dependencies(outward: csr_array, inward: csr_array, pivots: Numbers) -> Reals:
    """Give for each node (row) and pivot (column) how many shortest paths out of the pivot lead on from the node (Brandes 2001)."""
    columns = np.arange(len(pivots))
    paths = np.zeros((outward.shape[0], len(pivots)))
    distance = np.full(paths.shape, -1, np.int32)
    paths[pivots, columns], distance[pivots, columns] = 1, 0
    reached, furthest = paths.copy(), 0
    while True:
        reached = np.where(distance < 0, inward @ reached, 0)
        if not reached.any():
            break
        furthest += 1
        distance[reached > 0] = furthest
        paths += reached
    shares = np.zeros_like(paths)
    for far in range(furthest, 0, -1):
        passed = np.divide(1 + shares, paths, out=np.zeros_like(paths), where=distance == far)
        shares += np.where(distance == far - 1, paths * (outward @ passed), 0)
    shares[pivots, columns] = 0
    return shares
