"""Whether groups are found again: with other seeds, and in the network with links left out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np

from travaux.analysis.structure.agreement import adjusted_rand, find_company, variation_of_information
from travaux.analysis.structure.leiden import divide
from travaux.analysis.structure.links import Flags, Links, Numbers, Reals
from travaux.analysis.structure.sampling import Progress

THINNED: Final = 0.1
"""The share of links that is left out to see whether groups hold."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Runs:
    """The divisions of ``count`` seeds and as many thinned networks, and the one ``chosen``: which agrees most with the other seeds.

    ``between_runs``, ``when_thinned`` and ``distance`` are those of ``groups.Division``; ``holds`` is that of ``groups.Member``.
    """

    resolution: float
    count: int
    chosen: Numbers
    between_runs: float
    when_thinned: float
    distance: float
    holds: Reals


def run_often(links: Links, resolution: float, components: Numbers, count: int, seed: int, progress: Progress) -> Runs:
    """Divide a network again and again, and thinned at random as often."""
    rng = np.random.default_rng((seed, 1))
    divisions, thinned = [], []
    for run in range(count):
        divisions.append(divide(links, resolution, int(rng.integers(2**31))))
        kept = links.keep(rng.random(links.size) >= THINNED)
        thinned.append((divide(kept, resolution, int(rng.integers(2**31))), kept.degrees() > 0))
        progress(f"dividing at resolution {resolution:g}", run + 1, count)
    within = _find_divided(divisions, components)
    agreements = [[adjusted_rand(one[within], other[within]) for other in divisions] for one in divisions]
    chosen = divisions[int(np.argmax(np.round(np.sum(agreements, axis=1), 9)))]
    others = [one for one in divisions if one is not chosen]
    company = [find_company(chosen, other) for other in [*others, *(found for found, _ in thinned)]]
    return Runs(
        resolution=resolution,
        count=count,
        chosen=chosen,
        between_runs=float(np.mean([adjusted_rand(chosen[within], other[within]) for other in others])),
        when_thinned=float(np.mean([adjusted_rand(chosen[within & linked], found[within & linked]) for found, linked in thinned])),
        distance=float(np.mean([variation_of_information(chosen[within], other[within]) for other in others])),
        holds=np.mean(company, axis=0),
    )


def _find_divided(divisions: list[Numbers], components: Numbers) -> Flags:
    """Mark the nodes of components that at least one run divides."""
    divided = np.zeros(int(components.max(initial=-1)) + 1, np.bool_)
    _, first = np.unique(components, return_index=True)
    for division in divisions:
        divided[components[division != division[first[components]]]] = True
    return divided[components]
