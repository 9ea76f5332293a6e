"""How unusual numbers are among those of rewired networks, with many comparisons taken into account."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

import numpy as np
from numpy.typing import NDArray

from travaux.analysis.structure.links import Links, Numbers, Reals

LEVEL = 0.05
"""The greatest p at which something is called more than chance."""
LEAST_NODES = LEAST_LINKS = 20
"""In smaller networks nothing is concluded: too few networks have the same numbers of links."""
LEAST_MOVED = 0.2
"""Where rewiring leads a smaller share of the links elsewhere, nothing is concluded: the numbers of links all but fix the network."""
_ALMOST = 1e-9


class Obstacle(StrEnum):
    """Why nothing can be concluded about a network."""

    EMPTY = "empty"
    SMALL = "small"
    FIXED = "fixed"


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Compared:
    """Numbers beside those of rewired networks, one place for each number.

    ``scores`` is how many standard deviations what was observed lies above the mean, the observed network counted as one of the samples.
    ``chances`` is the corrected p: how often the greatest score of a rewired network, over all numbers, is at least as great (the max-T
    procedure of Westfall & Young 1993). So the chance that even one number of the table falls at or under a level by luck is at most that
    level.
    """

    scores: Reals
    chances: Reals


def compare(observed: Reals, samples: NDArray[np.float64]) -> Compared:
    """Compare numbers with those of the samples, a row each; great is unusual."""
    whole = np.vstack((observed, samples))
    mean, deviation = whole.mean(axis=0), whole.std(axis=0)
    varies = deviation > _ALMOST * np.maximum(1.0, np.abs(mean))
    scores = np.divide(whole - mean, deviation, out=np.zeros_like(whole), where=varies)
    greatest = scores[1:].max(axis=1, initial=0.0)
    reached = (greatest[:, None] >= scores[0][None, :] - _ALMOST).sum(axis=0)
    return Compared(scores=scores[0], chances=(1 + reached) / (1 + len(samples)))


def find_chance(observed: float, samples: Reals) -> float:
    """Give the two-sided p of one number among those of the samples (Phipson & Smyth 2010), at most 1."""
    above, below = int((samples >= observed - _ALMOST).sum()), int((samples <= observed + _ALMOST).sum())
    return min(1.0, 2 * (1 + min(above, below)) / (1 + len(samples)))


def can_tell(samples: int, tests: int = 1) -> bool:
    """Whether two-sided p of so many tests, corrected by ``correct``, can all be told from chance with so many samples.

    >>> can_tell(119, 3), can_tell(118, 3)
    (True, False)
    """
    return 2 * tests <= LEVEL * (1 + samples) + _ALMOST


def correct(chances: Reals) -> Reals:
    """Correct several p for one another (Holm 1979)."""
    order = np.argsort(chances, kind="stable")
    steps = chances[order] * (len(chances) - np.arange(len(chances)))
    corrected = np.empty_like(chances)
    corrected[order] = np.minimum(1.0, np.maximum.accumulate(steps))
    return corrected


def find_obstacle(links: Links, moved: float | None = None) -> Obstacle | None:
    """Tell what stands against any conclusion, or ``None``; ``moved`` is the share of links that rewiring leads elsewhere."""
    if not links.size:
        return Obstacle.EMPTY
    if links.nodes < LEAST_NODES or links.size < LEAST_LINKS:
        return Obstacle.SMALL
    return Obstacle.FIXED if moved is not None and moved < LEAST_MOVED else None


def draw(size: int, count: int, rng: np.random.Generator) -> Numbers:
    """Draw so many different places of so many, in ascending order."""
    return np.sort(rng.permutation(size)[:count])
