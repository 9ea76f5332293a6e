"""Overviews: how often each theme, provision, question, position and actor comes up, without the statements themselves."""

from __future__ import annotations

from travaux.analysis.overview.matrix import Cell, Matrix, ThemeRow, find_matrix
from travaux.analysis.overview.process import Event, find_events, find_reviewers
from travaux.analysis.overview.provisions import Pressed, Pressure, ProvisionRow, Provisions, find_pressure, find_provisions
from travaux.analysis.overview.taken import AGAINST, Taken, total

__all__ = [
    "AGAINST",
    "Cell",
    "Event",
    "Matrix",
    "Pressed",
    "Pressure",
    "ProvisionRow",
    "Provisions",
    "Taken",
    "ThemeRow",
    "find_events",
    "find_matrix",
    "find_pressure",
    "find_provisions",
    "find_reviewers",
    "total",
]
