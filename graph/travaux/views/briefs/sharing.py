"""How many positions of each stance are shown: as many as its statements weigh, and two of the rarest too."""

from __future__ import annotations

from dataclasses import replace

from travaux.analysis.dossiers.said import Said, Tally
from travaux.model.schemes import Stance

TOTAL, MOST = 10, 6
"""Positions that are shown, of all stances and of one at most."""
_LEAST = 2
"""Positions of each stance that are shown in any case, if there are so many; of no stance, one."""


def share_room(said: Said, total: int = TOTAL) -> Said:
    """Give the same with as many positions of each stance as its share of the statements makes of ``total``.

    Two of each stance are shown in any case; of statements without a stance one, or what the others leave.
    """
    shares = _share({tally.stance: tally for tally in said.tallies}, total)
    kept = []
    for tally in said.tallies:
        held = [one for one in said.held if one.stance is tally.stance]
        positions = [one for one in held if one.key is not None]
        kept += [*positions[: shares[tally.stance]], *(one for one in held if one.key is None)]
    return replace(said, held=tuple(kept))


def _share(tallies: dict[Stance, Tally], total: int) -> dict[Stance, int]:
    shares = {stance: min(tally.positions, 1 if stance is Stance.NEUTRAL else _LEAST) for stance, tally in tallies.items()}
    for _ in range(total - sum(shares.values())):
        open_ = [one for one in shares if shares[one] < min(tallies[one].positions, MOST)]
        if not open_:
            break
        shares[max(open_, key=lambda one: (one is not Stance.NEUTRAL, tallies[one].statements / (shares[one] + 1)))] += 1
    return shares
