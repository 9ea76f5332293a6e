"""Where a text has almost the same words as a quote."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from rapidfuzz import fuzz

SHORTEST = 20
"""A quote of fewer characters is too short to be told by likeness."""

_SLIP = 85.0
"""From which likeness in percent on a short phrase is another with a slip, if it begins and ends as the other does."""

_SHORTEST_SLIP = 5
_ROUGH = 15.0
"""By so much less than a window of whole words may one that cuts words in two be like the quote."""
_REACH = 40
_TOKEN = re.compile(r"\w+|[^\w\s]")
_NUMBER = re.compile(r"\d+")
_WORD = re.compile(r"[\w']+")
_DENIALS = frozenset(
    {"no", "not", "nor", "none", "never", "neither", "without", "cannot", "nobody", "nothing", "against", "rather", "instead"}
)


@dataclass(frozen=True, slots=True)
class Window:
    """A stretch of whole words and its likeness in percent to what was looked for."""

    start: int
    end: int
    likeness: float


def find_alike(quote: str, text: str, least: float) -> Iterator[Window]:
    """Yield the stretch of a folded text that is most like a folded quote, and the best of those beside it, if they are so much alike.

    A stretch with other numbers, or that denies what the quote does not, is never alike.
    """
    best = _find_best(quote, text, 0, len(text), least)
    if best is None:
        return
    yield best
    beside = (_find_best(quote, text, 0, best.start, least), _find_best(quote, text, best.end, len(text), least))
    yield from sorted(filter(None, beside), key=lambda one: -one.likeness)


def _find_best(quote: str, text: str, first: int, last: int, least: float) -> Window | None:
    stretch = text[first:last]
    rough = fuzz.partial_ratio_alignment(quote, stretch, score_cutoff=max(least - _ROUGH, 1.0)) if stretch.strip() else None
    if rough is None:
        return None
    start, end = (rough.dest_start, rough.dest_end) if len(stretch) > len(quote) else (0, len(stretch))
    tokens = [match.span() for match in _TOKEN.finditer(stretch, max(0, start - _REACH), min(len(stretch), end + _REACH))]
    starts = [one for one, _ in tokens if abs(one - start) <= _REACH]
    ends = [one for _, one in tokens if abs(one - end) <= _REACH]
    windows = (Window(first + one, first + other, fuzz.ratio(quote, stretch[one:other])) for one in starts for other in ends if one < other)
    best = max(windows, key=lambda one: (one.likeness, -one.start, -one.end), default=None)
    return best if best and best.likeness >= least and _same_sense(quote, text[best.start : best.end]) else None


def _same_sense(quote: str, words: str) -> bool:
    return _told(quote) == _told(words)


def _told(text: str) -> tuple[Counter[str], int]:
    """Give the numbers of a text, and how often it denies something."""
    words = _WORD.findall(text)
    return Counter(_NUMBER.findall(text)), sum(word in _DENIALS or word.endswith("n't") for word in words)


def find_misspelt(phrase: str, text: str) -> Window | None:
    """Find a folded phrase that is too short to be told by likeness, but has a slip of the typist; ``None`` if it is not clear where."""
    if len(phrase) < _SHORTEST_SLIP:
        return None
    windows = list(find_alike(phrase, text, _SLIP))
    if not windows or (len(windows) > 1 and windows[1].likeness >= windows[0].likeness):
        return None
    best = windows[0]
    found = text[best.start : best.end]
    return best if (phrase[0], phrase[-1]) == (found[0], found[-1]) else None
