"""Draws with the skew of real corpora, the same for the same seed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import accumulate
from random import Random
from typing import Generic, TypeVar

_T = TypeVar("_T")


class Skewed(Generic[_T]):
    """Things with weights, to be drawn from."""

    def __init__(self, weighted: Iterable[tuple[_T, float]]) -> None:
        pairs = tuple(weighted)
        self.things: Sequence[_T] = [thing for thing, _ in pairs]
        self._cumulated = list(accumulate(weight for _, weight in pairs))

    def draw(self, rng: Random) -> _T:
        """Draw one."""
        return rng.choices(self.things, cum_weights=self._cumulated)[0]

    @classmethod
    def by_rank(cls, things: Iterable[_T], *, exponent: float = 1.0, offset: float = 2.0) -> Skewed[_T]:
        """Weigh things after Zipf and Mandelbrot, the first the most: 1 / (rank + offset) to the exponent."""
        return cls((thing, (rank + offset) ** -exponent) for rank, thing in enumerate(things))


def shuffled(rng: Random, things: Iterable[_T]) -> list[_T]:
    """Give things in an order drawn."""
    drawn = list(things)
    rng.shuffle(drawn)
    return drawn


def shares(rng: Random, total: int, count: int, *, at_least: int) -> list[int]:
    """Divide a whole number into so many parts of very different size, none below ``at_least``."""
    weights = [rng.lognormvariate(0.0, 0.7) for _ in range(count)]
    free, whole = total - at_least * count, sum(weights)
    bounds = [round(free * one / whole) for one in accumulate(weights)]
    return [at_least + bound - before for bound, before in zip(bounds, [0, *bounds], strict=False)]
