"""The pages of a document: so many paragraphs on each that neither they nor the cards of their statements grow too many."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from travaux.analysis.passages import Outline

PARAGRAPHS = 40
"""No page has more paragraphs."""
STATEMENTS = 80
"""No page has more statements, unless a single paragraph has."""


@dataclass(frozen=True, slots=True)
class Leaf:
    """A page of the document: its number from 1, and its first and last paragraph among the blocks (the last exclusive)."""

    number: int
    first: int
    last: int
    pages: int


@dataclass(frozen=True, slots=True)
class Leaves:
    """All pages of a document: the first paragraph of each among the blocks, and how many paragraphs there are."""

    starts: tuple[int, ...]
    blocks: int

    def leaf(self, number: int) -> Leaf:
        """Give a page by its number from 1."""
        last = self.starts[number] if number < len(self.starts) else self.blocks
        return Leaf(number, self.starts[number - 1], last, len(self.starts))

    def number_of(self, block: int) -> int:
        """Tell on which page the paragraph at a place among the blocks stands."""
        return bisect_right(self.starts, block)


def divide(outline: Outline) -> Leaves:
    """Divide a document into pages; one without paragraphs has one page."""
    return Leaves(split(_count(outline)), len(outline.blocks))


def split(numbers: Sequence[int]) -> tuple[int, ...]:
    """Give the first paragraph of each page for paragraphs with so many statements.

    >>> split([0, 50, 31, 0, 90, 1]), split([])
    ((0, 2, 4, 5), (0,))
    """
    starts, held = [0], 0
    for place, number in enumerate(numbers):
        if place > starts[-1] and (held + number > STATEMENTS or place - starts[-1] >= PARAGRAPHS):
            starts.append(place)
            held = 0
        held += number
    return tuple(starts)


def _count(outline: Outline) -> list[int]:
    """Count the statements that begin in each paragraph, also those rejected: they have cards too."""
    numbers, edges = [0] * len(outline.blocks), [one.start for one in outline.blocks]
    for one in outline.statements:
        if edges:
            numbers[max(0, bisect_right(edges, one.start) - 1)] += 1
    return numbers
