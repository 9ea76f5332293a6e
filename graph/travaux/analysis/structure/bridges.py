"""Bridges: links without which a part of the network falls off, and how large the part is."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import numpy as np

from travaux.analysis.structure.exact import Joints, find_components
from travaux.analysis.structure.links import Links, Numbers


def measure_bridges(links: Links, joints: Joints) -> Iterator[tuple[int, int]]:
    """Give each bridge by its place among the links, and how many nodes the smaller side has that its loss cuts off."""
    blocks = find_components(replace(links, sources=links.sources[~joints.bridges], targets=links.targets[~joints.bridges]))
    places = np.flatnonzero(joints.bridges)
    ends = list(zip(blocks[links.sources[places]].tolist(), blocks[links.targets[places]].tolist(), strict=True))
    wholes = np.bincount(joints.components)
    whole_of = np.zeros(int(blocks.max(initial=-1)) + 1, np.int64)
    whole_of[blocks] = wholes[joints.components]
    beyond = _sizes_beyond(np.bincount(blocks), ends)
    for place, (one, _other), size in zip(places.tolist(), ends, beyond, strict=True):
        yield place, min(size, int(whole_of[one]) - size)


def _sizes_beyond(sizes: Numbers, ends: list[tuple[int, int]]) -> list[int]:
    """Give for each link of a forest of blocks how many nodes lie on its far side, seen from the block where its tree is entered."""
    neighbours: dict[int, list[tuple[int, int]]] = {}
    for place, (one, other) in enumerate(ends):
        neighbours.setdefault(one, []).append((other, place))
        neighbours.setdefault(other, []).append((one, place))
    beyond = [0] * len(ends)
    below = sizes.tolist()
    seen: set[int] = set()
    for root in sorted(neighbours):
        if root in seen:
            continue
        order = [(root, -1, -1)]
        seen.add(root)
        for block, _, _ in order:
            for nearby, link in neighbours[block]:
                if nearby not in seen:
                    seen.add(nearby)
                    order.append((nearby, block, link))
        for block, parent, link in reversed(order[1:]):
            beyond[link] = below[block]
            below[parent] += below[block]
    return beyond
