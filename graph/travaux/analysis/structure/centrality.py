"""Who is central in a network, and whether more than its number of links gives."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, TypeAlias

import networkx as nx
import numpy as np
from numpy.typing import NDArray

from travaux.analysis.structure.bridges import measure_bridges
from travaux.analysis.structure.describing import describe
from travaux.analysis.structure.exact import Joints, find_joints
from travaux.analysis.structure.findings import Bridge, Central, Centralities, Claim, Core, Rewiring, Trait
from travaux.analysis.structure.links import Links, Reals, read_links
from travaux.analysis.structure.measures import Measured, measure
from travaux.analysis.structure.methods import cite_centrality
from travaux.analysis.structure.rewiring import find_moved, rewire
from travaux.analysis.structure.sampling import Progress, choose_pivots, choose_samples, silent
from travaux.analysis.structure.significance import LEVEL, Compared, Obstacle, can_tell, compare, correct, find_chance, find_obstacle

_TRAITS = ("bridges", "cut nodes", "innermost core")
_MEMBERS = 10


def find_centralities(network: nx.Graph[Any], *, samples: int | None = None, seed: int = 0, progress: Progress = silent) -> Centralities:
    """Measure the nodes of a network and compare them with those of networks rewired at random.

    Any NetworkX graph will do (``links.read_links`` says which attributes count). ``samples`` is how many rewired networks to draw: by
    default 199, or 39 above 5,000 links. The same network, samples and seed give the same result. Time: for each sample, nodes times
    links; above 500,000 of these, 30 times links. ``QueryError`` for fewer than 19 samples
    or more than 100,000.
    """
    links = read_links(network)
    samples, pivots = choose_samples(links, samples), choose_pivots(links)
    joints = find_joints(links)
    rng = np.random.default_rng(seed)
    measured = measure(links, pivots, rng)
    obstacle = find_obstacle(links)
    drawn = _Drawn(links, 0 if obstacle else samples, pivots)
    drawn.draw(rng, progress)
    obstacle = obstacle or find_obstacle(links, drawn.moved)
    compared = compare(measured.tested(), drawn.measures)
    return Centralities(
        network=describe(network, links, joints.components),
        rewiring=Rewiring(samples=len(drawn.measures), seed=seed, moved=drawn.moved),
        obstacle=obstacle,
        pivots=pivots,
        nodes=tuple(_rank(links, joints, measured, compared, drawn.expected(), obstacle)),
        bridges=tuple(_bridges(links, joints)),
        cores=tuple(_cores(links, joints)),
        traits=_traits(joints, drawn.traits) if not obstacle else (),
        methods=cite_centrality(links, pivots),
    )


class _Drawn:
    """Rewired networks, as the numbers that are compared: ``measures`` and ``traits`` have a row for each."""

    def __init__(self, links: Links, samples: int, pivots: int) -> None:
        self._links, self._samples, self._pivots = links, samples, pivots
        width = links.nodes * (2 if links.directed else 1)
        self.measures = np.zeros((samples, width))
        self.traits = np.zeros((samples, len(_TRAITS)), np.int64)
        self.moved = 0.0

    def draw(self, rng: np.random.Generator, progress: Progress) -> None:
        """Rewire and measure."""
        for place, rewired in enumerate(rewire(self._links, self._samples, rng)):
            self.measures[place] = measure(rewired, self._pivots, rng).tested()
            self.traits[place] = _count_traits(find_joints(rewired))
            self.moved += find_moved(self._links, rewired) / self._samples
            progress("measuring rewired networks", place + 1, self._samples)

    def expected(self) -> Reals:
        """Give the mean of each measure, on its own scale again."""
        if not len(self.measures):
            return np.zeros(self.measures.shape[1])
        mean: Reals = (self.measures**2).mean(axis=0)
        return mean


def _rank(
    links: Links, joints: Joints, measured: Measured, compared: Compared, expected: Reals, obstacle: Obstacle | None
) -> Iterator[Central]:
    degrees, strengths = links.degrees(), links.strengths()
    for node in np.lexsort((np.arange(links.nodes), -degrees, -np.round(measured.betweenness, 12))).tolist():
        paths = _against(compared, expected, node, obstacle)
        ranks = _against(compared, expected, node + links.nodes, obstacle, found=measured.page_rank is not None)
        yield Central(
            name=links.names[node],
            label=links.labels[node],
            kind=links.kinds[node],
            links=int(degrees[node]),
            weight=float(strengths[node]),
            betweenness=float(measured.betweenness[node]),
            error=float(measured.errors[node]),
            expected=paths[0],
            score=paths[1],
            chance=paths[2],
            page_rank=None if measured.page_rank is None else float(measured.page_rank[node]),
            page_rank_expected=ranks[0],
            page_rank_score=ranks[1],
            page_rank_chance=ranks[2],
            core=int(joints.cores[node]),
            cut_node=bool(joints.cut_nodes[node]),
            claim=Claim.OPEN if obstacle else Claim.MORE if _is_more(paths) or _is_more(ranks) else Claim.NO_MORE,
        )


_Against: TypeAlias = tuple[float, float, float] | tuple[None, None, None]


def _against(compared: Compared, expected: Reals, place: int, obstacle: Obstacle | None, *, found: bool = True) -> _Against:
    """Give what is expected, the score and the corrected p; nothing where nothing was compared."""
    if obstacle or not found:
        return None, None, None
    return float(expected[place]), float(compared.scores[place]), float(compared.chances[place])


def _is_more(against: _Against) -> bool:
    _, score, chance = against
    return score is not None and chance is not None and score > 0 and chance <= LEVEL


def _bridges(links: Links, joints: Joints) -> Iterator[Bridge]:
    found = sorted((-size, place) for place, size in measure_bridges(links, joints) if size > 1)
    for size, place in found:
        yield Bridge(source=links.labels[links.sources[place]], target=links.labels[links.targets[place]], cuts_off=-size)


def _cores(links: Links, joints: Joints) -> Iterator[Core]:
    degrees = links.degrees()
    for number in sorted(set(joints.cores.tolist()), reverse=True):
        members = np.flatnonzero(joints.cores == number)
        first = members[np.argsort(-degrees[members], kind="stable")][:_MEMBERS]
        yield Core(number=number, nodes=len(members), members=tuple(links.labels[node] for node in first))


def _count_traits(joints: Joints) -> tuple[int, ...]:
    return int(joints.bridges.sum()), int(joints.cut_nodes.sum()), int(joints.cores.max(initial=0))


def _traits(joints: Joints, drawn: NDArray[np.int64]) -> tuple[Trait, ...]:
    observed = _count_traits(joints)
    chances = correct(np.array([find_chance(one, drawn[:, place].astype(np.float64)) for place, one in enumerate(observed)]))
    return tuple(
        Trait(
            name=name,
            observed=observed[place],
            expected=float(drawn[:, place].mean()),
            least=int(drawn[:, place].min()),
            greatest=int(drawn[:, place].max()),
            chance=float(chances[place]) if can_tell(len(drawn), len(_TRAITS)) else None,
        )
        for place, name in enumerate(_TRAITS)
    )
