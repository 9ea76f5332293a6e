"""Keyness: how much more often a phrase occurs in one body of text than in another, and how sure that is."""

from __future__ import annotations

import math
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Keyness:
    """How a phrase is spread over two bodies of text: the one looked at (``here``) and the one compared with (``there``).

    ``log_likelihood`` is G² (over 3.84 with p < 0.05, over 6.63 with p < 0.01, for one phrase that was chosen beforehand);
    ``log_ratio`` is the binary logarithm of the ratio of relative frequencies: 1 is twice as frequent here, -1 half as frequent.
    """

    here: int
    there: int
    log_likelihood: float
    log_ratio: float


def find_keyness(here: int, words_here: int, there: int, words_there: int) -> Keyness | None:
    """Compare how often a phrase occurs in two bodies of so many words; ``None`` if one of them has none, or nothing occurs.

    G² is that of T. Dunning, "Accurate methods for the statistics of surprise and coincidence", Computational Linguistics 19 (1993),
    61-74, over the table of both bodies and of phrase and other words. The log ratio is A. Hardie's (2014); half an occurrence stands for
    none.
    """
    if not words_here or not words_there or not here + there:
        return None
    ratio = math.log2((here or 0.5) / words_here) - math.log2((there or 0.5) / words_there)
    measured = _log_likelihood(((here, words_here), (there, words_there)))
    return Keyness(here=here, there=there, log_likelihood=max(0.0, round(measured, 4)), log_ratio=round(ratio, 4))


def _log_likelihood(bodies: tuple[tuple[int, int], tuple[int, int]]) -> float:
    """Compute G², twice the sum of observed · ln(observed / expected), for two bodies of so many occurrences and words."""
    found, words = (sum(counts) for counts in zip(*bodies, strict=True))
    cells = ((observed, size * row / words) for times, size in bodies for observed, row in ((times, found), (size - times, words - found)))
    return 2 * sum(observed * math.log(observed / expected) for observed, expected in cells if observed > 0)
