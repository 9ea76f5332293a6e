"""What a map in a file is drawn from: the neighbourhood of every thing that a map can show."""

from __future__ import annotations

from collections import deque
from typing import Any

from travaux.analysis.neighbourhood import find_neighbours, find_overview
from travaux.analysis.tables import to_data
from travaux.model.identity import Id
from travaux.views.explorer import Explorer
from travaux.views.offline.progress import Progress

OVERVIEW = ""
"""The key of the overview of themes."""


def gather_neighbourhoods(explorer: Explorer, progress: Progress) -> dict[str, Any]:
    """Give the neighbourhoods as the server gives them: the overview, and those of all things that any of them leads to."""
    store, base = explorer.store, explorer.corpus.base
    gathered: dict[str, Any] = {OVERVIEW: to_data(find_overview(store, base))}
    waiting = deque(_things(gathered[OVERVIEW]))
    known = {OVERVIEW, *waiting}
    while waiting:
        name = waiting.popleft()
        gathered[name] = to_data(find_neighbours(store, base, Id(name)))
        fresh = [one for one in _things(gathered[name]) if one not in known]
        known.update(fresh)
        waiting.extend(dict.fromkeys(fresh))
        progress("drawing the map", len(gathered), len(known))
    return gathered


def _things(neighbourhood: dict[str, Any]) -> list[str]:
    return [str(thing["id"]) for thing in neighbourhood["things"]]
