"""How wide each column of a table of chips should be, so that the table is as low as can be."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from itertools import permutations

from travaux.views.chips import Chip, pack

_STEPS = (64, 32, 16, 8)
_ROUNDS = 60


class Columns:
    """The cells of a table, column by column; ``floors`` are the least heights of rows, ``inset`` what a cell keeps free at its sides."""

    def __init__(self, cells: Sequence[Sequence[Sequence[Chip]]], floors: Sequence[float], inset: float) -> None:
        self._cells = cells
        self._floors = floors
        self._inset = inset
        self.heights = cache(self._heights)

    def _heights(self, column: int, width: float) -> tuple[float, ...]:
        """Return the heights of a column's cells at that width."""
        return tuple(pack(cell, width - self._inset)[1] for cell in self._cells[column])

    def share(self, total: float, narrowest: float, start: Sequence[float] = ()) -> list[float]:
        """Share a width among the columns, none narrower than ``narrowest``: width moves from one to another while the table gets lower.

        ``start`` is a share of another width to begin from; without one all begin equal. The result is ``total`` wide, or wider if the
        narrowest columns are.
        """
        count = len(self._cells)
        before = start or [0.0] * count
        spare = (total - sum(before)) / max(1, count)
        widths = [max(narrowest, width + spare) for width in before]
        for step in _STEPS:
            for _ in range(_ROUNDS):
                moves = [self._moved(widths, giver, taker, step) for giver, taker in permutations(range(count), 2)]
                allowed = [move for move in moves if min(move) >= narrowest]
                best = min(allowed, key=self._cost, default=widths)
                if self._cost(best) >= self._cost(widths):
                    break
                widths = best
        return widths

    @staticmethod
    def _moved(widths: list[float], giver: int, taker: int, step: float) -> list[float]:
        return [width + step * ((place == taker) - (place == giver)) for place, width in enumerate(widths)]

    def _cost(self, widths: Sequence[float]) -> tuple[float, float]:
        """Return the height of the table, and that of all its cells, which breaks ties."""
        columns = [self.heights(column, width) for column, width in enumerate(widths)]
        rows = [max(row) for row in zip(self._floors, *columns, strict=True)]
        return sum(rows), sum(sum(column) for column in columns)
