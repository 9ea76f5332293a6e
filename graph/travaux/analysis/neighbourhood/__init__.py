"""What stands around one thing, and the overview of themes: as much as a map shows, with what it leaves out counted."""

from __future__ import annotations

from travaux.analysis.neighbourhood.finding import find_neighbours
from travaux.analysis.neighbourhood.overview import find_overview
from travaux.analysis.neighbourhood.result import MEANINGS, Edge, Further, Neighbourhood, Thing

__all__ = ["MEANINGS", "Edge", "Further", "Neighbourhood", "Thing", "find_neighbours", "find_overview"]
