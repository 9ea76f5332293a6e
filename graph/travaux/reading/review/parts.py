"""Finding words in a text that has parts: the whole is searched once, however many parts there are."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import Self


@dataclass(frozen=True, slots=True)
class Parts:
    """A text and where its parts begin and end, which follow one another."""

    text: str
    starts: Sequence[int]
    ends: Sequence[int]

    @classmethod
    def joined(cls, texts: Iterable[str]) -> Self:
        """Put texts one after the other, with ends of lines between them, so that none of their words run together."""
        parts = tuple(texts)
        ends = [end - 1 for end in accumulate(len(one) + 1 for one in parts)]
        return cls("\n".join(parts), [end - len(one) for end, one in zip(ends, parts, strict=True)], ends)

    def find(self, words: str) -> Iterator[tuple[int, int, int]]:
        """Yield where words stand within one part and cut no other word in two: their characters, and the number of the part from 0."""
        for start, end in occurrences(words, self.text, 0, len(self.text)):
            number = bisect_right(self.starts, start) - 1
            if number >= 0 and end <= self.ends[number]:
                yield start, end, number


def occurrences(words: str, text: str, first: int, last: int) -> Iterator[tuple[int, int]]:
    """Yield where words stand between two characters of a text and cut no other word in two."""
    at = text.find(words, first, last)
    while at >= 0:
        end = at + len(words)
        if not _cuts(text, at) and not _cuts(text, end):
            yield at, end
        at = text.find(words, at + 1, last)


def _cuts(text: str, at: int) -> bool:
    return 0 < at < len(text) and text[at - 1].isalnum() and text[at].isalnum()
