"""Which found statement is which annotated one: pairs, one to one, by how far their quotes overlap."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from itertools import groupby

import networkx as nx

from travaux.analysis.evaluation.annotated import Annotated

Measure = Callable[[Annotated, Annotated], float]
Pair = tuple[Annotated, Annotated]

HALF = 0.5
"""Quotes that overlap by less than this are two statements, whichever measure is used."""

_FINE = 1_000_000


def overlap_of_both(gold: Annotated, found: Annotated) -> float:
    """Return the share of the longer quote that the two have in common: at half or more, each covers at least half of the other."""
    return _common(gold, found) / max(gold.end - gold.start, found.end - found.start)


def overlap_of_union(gold: Annotated, found: Annotated) -> float:
    """Return the share of all characters of the two quotes that they have in common (Jaccard's index)."""
    common = _common(gold, found)
    return common / (gold.end - gold.start + found.end - found.start - common)


def overlap_of_shorter(gold: Annotated, found: Annotated) -> float:
    """Return the share of the shorter quote that the two have in common: a part of a quote counts as the quote."""
    return _common(gold, found) / min(gold.end - gold.start, found.end - found.start)


def _common(gold: Annotated, found: Annotated) -> int:
    return max(0, min(gold.end, found.end) - max(gold.start, found.start)) if gold.document == found.document else 0


def match(gold: Sequence[Annotated], found: Sequence[Annotated], measure: Measure = overlap_of_both) -> list[tuple[int, int]]:
    """Pair as many statements as possible one to one, and among such pairings take the one of the greatest overlap.

    A pair needs at least ``HALF`` by ``measure``. Of equal overlaps that with the same cue, then that with the same speaker wins.
    Returns places in ``gold`` and ``found``, in the order of ``gold``.
    """
    network: nx.Graph[int] = nx.Graph()
    for place, other in _overlapping(gold, found):
        overlap = measure(gold[place], found[other])
        if overlap >= HALF:
            network.add_edge(place, len(gold) + other, weight=_weigh(gold[place], found[other], overlap))
    edges = [edge for component in nx.connected_components(network) for edge in _match_component(network, component)]
    return sorted((min(edge), max(edge) - len(gold)) for edge in edges)


def _match_component(network: nx.Graph[int], component: set[int]) -> list[tuple[int, ...]]:
    """Match one component; most have a single pair, for which nothing is to be weighed."""
    if len(component) == 2:  # noqa: PLR2004, a pair
        return [tuple(component)]
    part: nx.Graph[int] = nx.Graph()
    for one, two in sorted((min(edge), max(edge)) for edge in network.edges(component)):
        part.add_edge(one, two, weight=network.edges[one, two]["weight"])
    return list(nx.max_weight_matching(part, maxcardinality=True))


def _weigh(gold: Annotated, found: Annotated, overlap: float) -> int:
    """Weigh a pair in whole numbers, with which the matching is exact."""
    return round(overlap * _FINE) * 4 + 2 * (gold.cue == found.cue) + (gold.speaker == found.speaker)


def _overlapping(gold: Sequence[Annotated], found: Sequence[Annotated]) -> Iterator[tuple[int, int]]:
    """Give the places of statements of one document that share characters, in the order of ``gold``, without comparing all with all."""
    order = sorted(range(len(found)), key=lambda place: (found[place].document, found[place].start))
    by_document = {document: list(places) for document, places in groupby(order, key=lambda place: found[place].document)}
    starts = {document: [found[place].start for place in places] for document, places in by_document.items()}
    longest = {document: max(found[place].end - found[place].start for place in places) for document, places in by_document.items()}
    for place, statement in enumerate(gold):
        document = statement.document
        if document not in by_document:
            continue
        first = bisect_left(starts[document], statement.start - longest[document])
        last = bisect_left(starts[document], statement.end)
        yield from ((place, other) for other in by_document[document][first:last] if found[other].end > statement.start)
