"""A text cut where something begins or ends in it: marked passages, and words that point somewhere."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise


@dataclass(frozen=True, slots=True)
class Segment:
    """A run of characters: whether it is marked, whether these are the very words meant, and where they lead."""

    text: str
    marked: bool = False
    exact: bool = False
    address: str | None = None


def segment(
    text: str,
    offset: int,
    *,
    sentences: Iterable[tuple[int, int]] = (),
    words: Iterable[tuple[int, int, str | None]] = (),
) -> tuple[Segment, ...]:
    """Cut a text that begins at character ``offset`` of its document; places are characters of the document.

    The texts of the segments joined are the text. Places outside of it are left out; of words that overlap the shortest count.

    >>> [(s.text, s.marked) for s in segment("See article 5 now.", 100, sentences=[(104, 113)])]
    [('See ', False), ('article 5', True), (' now.', False)]
    """
    last = offset + len(text)
    spans = [(max(start, offset), min(end, last)) for start, end in sentences]
    links = [
        (start, end, address)
        for start, end, address in sorted(words, key=lambda word: (word[1] - word[0], *word[:2]))
        if offset <= start < end <= last
    ]
    cuts = {offset, last, *(cut for span in spans for cut in span), *(cut for start, end, _ in links for cut in (start, end))}
    edges = sorted(cut for cut in cuts if offset <= cut <= last)
    made = []
    for start, end in pairwise(edges):
        link = next((link for link in links if link[0] <= start and end <= link[1]), None)
        marked = any(first <= start and end <= final for first, final in spans)
        made.append(Segment(text[start - offset : end - offset], marked, link is not None, link[2] if link else None))
    return tuple(made)
