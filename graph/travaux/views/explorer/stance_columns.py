"""Stances in two columns that stand for themselves: neither waits for the other, and read one after the other they keep their order."""

from __future__ import annotations

from travaux.analysis.dossiers.said import Said, Tally


def in_columns(said: Said) -> tuple[tuple[Tally, ...], ...]:
    """Divide the stances of which something is shown where two columns come out most alike; one column if there is one stance."""
    shown = [tally for tally in said.tallies if any(held.stance is tally.stance for held in said.held)]
    if len(shown) < 2:  # noqa: PLR2004, two columns
        return (tuple(shown),) if shown else ()
    sizes = [_size(said, tally) for tally in shown]
    at = min(range(1, len(shown)), key=lambda place: max(sum(sizes[:place]), sum(sizes[place:])))
    return tuple(shown[:at]), tuple(shown[at:])


def _size(said: Said, tally: Tally) -> int:
    """Guess how long a stance is on paper, in characters: its positions, and the frame of each statement as three lines more."""
    held = [one for one in said.held if one.stance is tally.stance]
    words = sum(len(one.claim or "") + sum(len(sentence.heard.quote) + 180 for sentence in one.sentences) for one in held)
    return words + 120
