"""Circles of positions that support one another."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping


def find_circles(supports: Iterable[tuple[str, str]], among: Iterable[tuple[str, str]]) -> Iterator[tuple[str, ...]]:
    """Give a shortest circle of supports through each of those ``among`` them, beginning and ending with its premise, if there is one.

    >>> list(find_circles([("a", "b"), ("b", "a"), ("b", "c")], [("a", "b"), ("b", "c")]))
    [('a', 'b', 'a')]
    """
    arrows: dict[str, set[str]] = {}
    for premise, conclusion in supports:
        arrows.setdefault(premise, set()).add(conclusion)
    for premise, conclusion in among:
        if conclusion in arrows.get(premise, set()) and (way := _find_way(arrows, conclusion, premise)):
            yield (premise, *way)


def _find_way(arrows: Mapping[str, set[str]], start: str, end: str) -> tuple[str, ...]:
    """Find a shortest way along arrows, with both ends; empty if there is none."""
    ways: dict[str, tuple[str, ...]] = {start: (start,)}
    waiting = [start]
    for place in waiting:
        if place == end:
            return ways[place]
        for following in sorted(arrows.get(place, ())):
            if following not in ways:
                ways[following] = (*ways[place], following)
                waiting.append(following)
    return ()
