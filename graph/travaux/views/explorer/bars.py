"""Bars of statements by stance: what an SVG drawing needs, with gaps between the parts and a sign in each that has room."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from travaux.analysis.overview import Taken

WIDTH = 240
"""Of a whole bar, in its own units."""
_GAP, _SIGN = 3, 16


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a bar: where it begins, how long it is, and whether its sign has room."""

    stance: str
    statements: int
    start: float
    length: float

    @property
    def has_room(self) -> bool:
        """Whether the sign of the stance fits."""
        return self.length >= _SIGN


def to_bar(taken: Sequence[Taken], most: int) -> tuple[Part, ...]:
    """Lay the stances on a bar; ``most`` is how many statements the longest bar beside it stands for."""
    parts, start = [], 0.0
    unit = (WIDTH - _GAP * 4) / max(most, 1)
    for one in taken:
        length = max(round(one.statements * unit, 1), 2)
        parts.append(Part(one.stance.value, one.statements, round(start, 1), length))
        start += length + _GAP
    return tuple(parts)
