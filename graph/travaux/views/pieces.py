"""A text cut into pieces where statements, links or a mark begin or end; the pieces joined are the text."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Generic, TypeVar

_Said = TypeVar("_Said")


@dataclass(frozen=True, slots=True)
class Piece(Generic[_Said]):
    """A run of characters: the statements that it is part of, the longest first, those that begin with it, and where it leads."""

    text: str
    said: tuple[_Said, ...] = ()
    begins: tuple[_Said, ...] = ()
    address: str | None = None
    title: str = ""


@dataclass(frozen=True, slots=True)
class Stretch(Generic[_Said]):
    """Pieces that stand side by side and are all in the mark, or all outside."""

    marked: bool
    pieces: tuple[Piece[_Said], ...]


Place = tuple[int, int]


def cut(
    text: str,
    offset: int,
    *,
    said: Sequence[tuple[int, int, _Said]] = (),
    links: Sequence[tuple[int, int, str, str]] = (),
    mark: Place | None = None,
) -> tuple[Stretch[_Said], ...]:
    """Cut a text that begins at character ``offset`` of its document; places are characters of the document.

    What reaches out of the text is cut off. Links are given with their address and title; of those that overlap, the shortest leads on.

    >>> [(one.marked, [piece.text for piece in one.pieces]) for one in cut("See article 5.", 10, said=[(10, 18, "a")], mark=(14, 21))]
    [(False, ['See ']), (True, ['arti', 'cle']), (False, [' 5.'])]
    """
    last = offset + len(text)
    inside = [(max(start, offset), min(end, last), one) for start, end, one in said if start < last and offset < end]
    inside.sort(key=lambda place: place[0] - place[1])
    leading = sorted((link for link in links if offset <= link[0] < link[1] <= last), key=lambda link: (link[1] - link[0], link))
    marked = (max(mark[0], offset), min(mark[1], last)) if mark and mark[0] < last and offset < mark[1] else (last, last)
    places = [*(place[:2] for place in inside), *(link[:2] for link in leading), marked]
    edges = sorted({offset, last, *(edge for place in places for edge in place)})
    stretches: list[Stretch[_Said]] = []
    for start, end in pairwise(edges):
        link = next((link for link in leading if link[0] <= start and end <= link[1]), None)
        piece = Piece(
            text[start - offset : end - offset],
            tuple(one for first, final, one in inside if first <= start and end <= final),
            tuple(one for first, _, one in inside if first == start),
            link[2] if link else None,
            link[3] if link else "",
        )
        within = marked[0] <= start and end <= marked[1]
        before = stretches.pop().pieces if stretches and stretches[-1].marked is within else ()
        stretches.append(Stretch(within, (*before, piece)))
    return tuple(stretches)
