"""The null model: networks rewired at random in which every node keeps its number of links.

Two links a-b and c-d become a-d and c-b (Maslov & Sneppen 2002), many pairs at a time. A pair is left as it is if a new link stands
already, leads from a node to itself, or if another pair of the round makes the same link or one that this pair gives up. With that each
round is as likely as its undoing, and all networks with these numbers of links are equally likely in the long run. Links are swapped only
within a part of the network that shares no link with the rest: that there are such parts is plain to see and needs no test.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import numpy as np

from travaux.analysis.structure.exact import find_components
from travaux.analysis.structure.links import Flags, Links, Numbers

ROUNDS = 20
"""Rounds between two samples; in each about half of the links are offered a swap. Above ``LARGE`` links half as many do."""
LARGE = 5_000
_WARMING = 3
"""How many times more rounds come before the first sample."""


def rewire(links: Links, samples: int, rng: np.random.Generator) -> Iterator[Links]:
    """Give so many networks with the links rewired; two-mode networks stay two-mode, directed links keep their direction.

    Each link keeps its weight, and so each node its number of links (in and out, where they have a direction), but the sum of the
    weights of a node only on average (a node of the first mode of a two-mode network keeps it exactly).
    """
    rounds = ROUNDS if links.size <= LARGE else ROUNDS // 2
    parts = find_components(links)[links.sources]
    current = links
    for sample in range(samples):
        for _ in range(rounds if sample else _WARMING * rounds):
            current = swap_once(current, parts, rng)
        yield current


def swap_once(links: Links, parts: Numbers, rng: np.random.Generator) -> Links:
    """Offer about half of the links, in random pairs of the same part, a swap of ends; ``parts`` numbers the part of each link."""
    first, other = _pairs(parts, rng)
    sources, targets = links.sources.copy(), links.targets.copy()
    if not links.directed and links.second is None:
        turned = other[rng.random(len(other)) < 0.5]  # noqa: PLR2004, either of the two ways to swap
        sources[turned], targets[turned] = targets[turned], sources[turned]
    made = _codes(links, np.concatenate((sources[first], sources[other])), np.concatenate((targets[other], targets[first])))
    codes = _codes(links, sources, targets)
    refused = np.concatenate((sources[first] == targets[other], sources[other] == targets[first]))
    refused |= _stand(made, codes) | _repeated(made) | _stand(np.concatenate((codes[first], codes[other])), made)
    swapped = ~(refused[: len(first)] | refused[len(first) :])
    one, two = first[swapped], other[swapped]
    targets[one], targets[two] = targets[two], targets[one]
    return replace(links, sources=sources, targets=targets)


def find_moved(links: Links, rewired: Links) -> float:
    """Tell which share of the links leads elsewhere, 0 to 1."""
    same = np.isin(_codes(links, links.sources, links.targets), _codes(rewired, rewired.sources, rewired.targets))
    return 1.0 - float(same.mean()) if links.size else 0.0


def _pairs(parts: Numbers, rng: np.random.Generator) -> tuple[Numbers, Numbers]:
    """Pair links at random; each pair is taken or not by the toss of a coin, so that also a single swap may be all that happens."""
    order = rng.permutation(len(parts))
    order = order[np.argsort(parts[order], kind="stable")]
    half = len(parts) // 2
    first, other = order[: 2 * half : 2], order[1 : 2 * half : 2]
    taken = (rng.random(half) < 0.5) & (parts[first] == parts[other])  # noqa: PLR2004, a coin
    return first[taken], other[taken]


def _codes(links: Links, sources: Numbers, targets: Numbers) -> Numbers:
    """Write each link as one number, the same for both directions where the direction means nothing."""
    if links.directed or links.second is not None:
        return sources * links.nodes + targets
    return np.minimum(sources, targets) * links.nodes + np.maximum(sources, targets)


def _stand(codes: Numbers, among: Numbers) -> Flags:
    """Tell of each code whether it stands among others; sorted on both sides, as that is ten times faster than numpy's own test."""
    found = np.zeros(len(codes), np.bool_)
    if len(among):
        order, ordered = np.argsort(codes), np.sort(among)
        asked = codes[order]
        found[order] = ordered[np.minimum(np.searchsorted(ordered, asked), len(ordered) - 1)] == asked
    return found


def _repeated(codes: Numbers) -> Flags:
    """Tell of each code whether it stands there more than once."""
    order = np.argsort(codes)
    asked = codes[order]
    same = asked[1:] == asked[:-1]
    repeated = np.zeros(len(codes), np.bool_)
    repeated[order[1:]] |= same
    repeated[order[:-1]] |= same
    return repeated
