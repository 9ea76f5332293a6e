"""What hangs together in a network, and whether more than chance would have it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import networkx as nx
import numpy as np
from numpy.typing import NDArray

from travaux.analysis.structure.describing import describe
from travaux.analysis.structure.exact import find_components
from travaux.analysis.structure.findings import Rewiring
from travaux.analysis.structure.grouping import list_groups
from travaux.analysis.structure.groups import Communities, Division, Verdict
from travaux.analysis.structure.leiden import divide
from travaux.analysis.structure.links import Links, Numbers, Reals, read_links
from travaux.analysis.structure.methods import cite_communities
from travaux.analysis.structure.modularity import modularity
from travaux.analysis.structure.rewiring import LARGE, find_moved, rewire
from travaux.analysis.structure.sampling import Progress, choose_samples, silent
from travaux.analysis.structure.significance import LEVEL, Compared, Obstacle, compare, find_obstacle
from travaux.analysis.structure.stability import Runs, run_often
from travaux.errors import QueryError

RESOLUTIONS = (0.5, 1.0, 2.0)
"""The resolutions tried by default: few large groups, the usual, many small ones."""
HOLDS = 0.65
"""The least adjusted Rand index at which divisions are taken to agree: what Steinley 2004 calls moderate."""
_RUNS, _FEWER = 20, 6
_FINEST = 1000
"""The greatest resolution: far below it every node is a group of its own."""


def find_communities(
    network: nx.Graph[Any],
    *,
    resolutions: Sequence[float] = RESOLUTIONS,
    samples: int | None = None,
    seed: int = 0,
    progress: Progress = silent,
) -> Communities:
    """Divide a network into groups and compare the division with those of networks rewired at random.

    Any NetworkX graph will do (``links.read_links`` says which attributes count); directions are left aside. ``samples`` is how many
    rewired networks to draw: by default 199, or 39 above 5,000 links. The same network, resolutions, samples and seed give the same
    result. Time: for each resolution about as many runs of the algorithm as samples, each nearly in proportion to the links. ``QueryError``
    for fewer than 19 samples or more than 100,000, and for resolutions that are not above 0 or are above 1000.
    """
    if not resolutions or not all(0 < one <= _FINEST for one in resolutions):
        raise QueryError(
            f"a resolution must be a number above 0 and at most {_FINEST:,}",
            hint="Take 1 for the usual one, less for fewer groups, more for more.",
        )
    resolutions = sorted(set(resolutions))
    links = read_links(network)
    samples = choose_samples(links, samples)
    components = find_components(links)
    rng = np.random.default_rng(seed)
    obstacle = find_obstacle(links)
    runs = [run_often(links, one, components, _FEWER if links.size > LARGE else _RUNS, seed, progress) for one in resolutions if links.size]
    drawn, moved = _draw(links, resolutions, 0 if obstacle else samples, rng, progress)
    obstacle = obstacle or find_obstacle(links, moved)
    observed = np.array([modularity(links, run.chosen, run.resolution) for run in runs])
    compared = compare(observed, drawn)
    divisions = tuple(_describe(run, place, observed, drawn, compared, components, obstacle) for place, run in enumerate(runs))
    best = max(
        (place for place, one in enumerate(divisions) if one.verdict is Verdict.GROUPS),
        key=lambda place: (round(divisions[place].when_thinned, 9), -abs(np.log(resolutions[place]))),
        default=None,
    )
    return Communities(
        network=describe(network, links, components),
        rewiring=Rewiring(samples=len(drawn), seed=seed, moved=moved),
        runs=runs[0].count if runs else 0,
        obstacle=obstacle,
        divisions=divisions,
        chosen=None if best is None else resolutions[best],
        groups=() if best is None else list_groups(links, runs[best], components),
        methods=cite_communities(links),
    )


def _draw(
    links: Links, resolutions: Sequence[float], samples: int, rng: np.random.Generator, progress: Progress
) -> tuple[NDArray[np.float64], float]:
    """Give the modularity found in each rewired network (row) at each resolution (column), and which share of the links moved."""
    found, moved = np.zeros((samples, len(resolutions) if links.size else 0)), 0.0
    for place, rewired in enumerate(rewire(links, samples, rng)):
        seed = int(rng.integers(2**31))
        found[place] = [modularity(rewired, divide(rewired, one, seed), one) for one in resolutions]
        moved += find_moved(links, rewired) / samples
        progress("dividing rewired networks", place + 1, samples)
    return found, moved


def _describe(
    run: Runs, place: int, observed: Reals, drawn: NDArray[np.float64], compared: Compared, components: Numbers, obstacle: Obstacle | None
) -> Division:
    beyond = bool(compared.chances[place] <= LEVEL and compared.scores[place] > 0)
    sizes = np.bincount(run.chosen)
    return Division(
        resolution=run.resolution,
        groups=int((sizes > 1).sum()),
        modularity=float(observed[place]),
        expected=None if obstacle else float(drawn[:, place].mean()),
        score=None if obstacle else float(compared.scores[place]),
        chance=None if obstacle else float(compared.chances[place]),
        between_runs=run.between_runs,
        when_thinned=run.when_thinned,
        distance=run.distance,
        verdict=Verdict.OPEN if obstacle else _judge(run, components, beyond=beyond),
    )


def _judge(run: Runs, components: Numbers, *, beyond: bool) -> Verdict:
    parts = int(components.max()) + 1
    if not beyond:
        return Verdict.PARTS if parts > 1 else Verdict.CHANCE
    if len(np.unique(run.chosen)) <= parts:
        return Verdict.PARTS
    return Verdict.GROUPS if min(run.between_runs, run.when_thinned) >= HOLDS else Verdict.UNSTEADY
