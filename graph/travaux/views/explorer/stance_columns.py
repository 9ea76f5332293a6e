"""Stances in two columns that stand for themselves: neither waits for the other, so that no hole stays between them."""

from __future__ import annotations

from itertools import product

from travaux.analysis.dossiers.said import Said, Tally

_FRAME, _HEAD = 180, 120
"""What the frame of a statement and the head of a stance take, in characters of text."""


def in_columns(said: Said) -> tuple[tuple[Tally, ...], ...]:
    """Divide the stances of which something is shown where two columns come out most alike, the first on the left; one alone is not.

    Each column keeps the order of stances.
    """
    shown = [tally for tally in said.tallies if any(held.stance is tally.stance for held in said.held)]
    if len(shown) < 2:  # noqa: PLR2004, two columns
        return (tuple(shown),) if shown else ()
    sizes = [_size(said, tally) for tally in shown]

    def longest(sides: tuple[int, ...]) -> int:
        return max(sum(size for size, side in zip(sizes, sides, strict=True) if side == one) for one in (0, 1))

    best = min(((0, *rest) for rest in product((0, 1), repeat=len(shown) - 1)), key=longest)
    left, right = (tuple(tally for tally, side in zip(shown, best, strict=True) if side == one) for one in (0, 1))
    return (left, right)


def _size(said: Said, tally: Tally) -> int:
    """Guess how long a stance is on paper, in characters."""
    held = [one for one in said.held if one.stance is tally.stance]
    return _HEAD + sum(len(one.claim or "") + sum(len(sentence.heard.quote) + _FRAME for sentence in one.sentences) for one in held)
