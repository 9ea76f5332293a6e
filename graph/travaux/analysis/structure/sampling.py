"""How much work a network is worth: how many rewired networks, and from how many nodes paths are followed."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

from travaux.analysis.structure.links import Links
from travaux.analysis.structure.rewiring import LARGE
from travaux.errors import QueryError

_SAMPLES, _FEWER = 199, 39
_EXACT = 500_000
"""Nodes times links up to which shortest paths are followed from every node."""
PIVOTS = 30
"""Nodes from which shortest paths are followed where following all would take too long."""
LEAST_SAMPLES = 19
"""With fewer samples no p of a node could be as small as 0.05, which is 1 / (1 + 19): it is one-sided and corrected by max-T.

The p of the three traits of the whole network are two-sided and corrected by Holm: these ask for 119 (``significance.can_tell``).
"""
_MOST_SAMPLES = 100_000

Progress: TypeAlias = Callable[[str, int, int], None]
"""Is told what is being done, how many steps are done, and how many there are."""


def silent(_what: str, _done: int, _all: int) -> None:
    """Say nothing of the progress."""


def choose_samples(links: Links, asked: int | None) -> int:
    """Choose how many rewired networks to draw; ``QueryError`` for so few that they could show nothing, and for more than 100,000."""
    if asked is not None and asked < LEAST_SAMPLES:
        raise QueryError(f"{asked} samples can show nothing", hint=f"Take at least {LEAST_SAMPLES}: p cannot fall below 1 / (1 + samples).")
    if asked is not None and asked > _MOST_SAMPLES:
        raise QueryError(f"{asked:,} samples take too long", hint=f"Take at most {_MOST_SAMPLES:,}: 999 tell p to a thousandth.")
    return asked or (_FEWER if links.size > LARGE else _SAMPLES)


def choose_pivots(links: Links) -> int:
    """Choose from how many nodes shortest paths are followed; 0 means all of them."""
    return 0 if links.nodes * links.size <= _EXACT else min(PIVOTS, links.nodes)
