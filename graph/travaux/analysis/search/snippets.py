"""Texts in pieces, so that the words that were searched for can be marked."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from travaux.analysis.search.result import Piece

_WORD = re.compile(r"[^\W_]+")
LONGEST = 420
"""Characters of a text that are shown; of a longer one those around the first hits."""
WHOLE = 1_000_000_000
_BEFORE = 120
_ELLIPSIS = "…"


@dataclass(frozen=True, slots=True)
class Marks:
    """Words that count as hits, folded as the index folds them, and beginnings of words."""

    words: frozenset[str] = frozenset()
    prefixes: tuple[str, ...] = ()

    def hits(self, word: str) -> bool:
        """Whether a word is one that was searched for."""
        folded = fold(word)
        return folded in self.words or folded.startswith(self.prefixes or ("\0",))


def fold(word: str) -> str:
    """Fold a word: lower case, no accents.

    >>> fold("Régime")
    'regime'
    """
    apart = unicodedata.normalize("NFKD", word.lower())
    return "".join(letter for letter in apart if not unicodedata.combining(letter))


def to_pieces(text: str, marks: Marks, *, longest: int = WHOLE) -> tuple[Piece, ...]:
    """Divide a text into pieces; one that is too long is shown around its first hit, with dots for what is left out."""
    hits = [found.span() for found in _WORD.finditer(text) if marks.hits(found[0])]
    start, end = _window(text, hits, longest)
    pieces: list[Piece] = [Piece(_ELLIPSIS, hit=False)] if start else []
    at = start
    for first, last in hits:
        if first < at or last > end:
            continue
        if first > at:
            pieces.append(Piece(text[at:first], hit=False))
        pieces.append(Piece(text[first:last], hit=True))
        at = last
    if at < end:
        pieces.append(Piece(text[at:end], hit=False))
    return (*pieces, Piece(_ELLIPSIS, hit=False)) if end < len(text) else tuple(pieces)


def _window(text: str, hits: Sequence[tuple[int, int]], longest: int) -> tuple[int, int]:
    """Choose the characters to show, from the beginning of a word to the end of one."""
    if len(text) <= longest:
        return 0, len(text)
    first = hits[0][0] if hits else 0
    start = max(0, min(first - _BEFORE, len(text) - longest))
    if start:
        start = min(first, text.find(" ", start) + 1 or start) if hits else start
    end = min(len(text), start + longest)
    return start, end if end == len(text) else max(text.rfind(" ", start, end), start + longest // 2)
