"""Finding a quote in a text again: as it stands, else with another spelling of spaces and marks, else with a few words changed."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from enum import Enum, auto
from functools import cached_property

from rapidfuzz import fuzz

from travaux.model.sentences import sentence_at
from travaux.reading.review.folding import Folded, fold
from travaux.reading.review.likeness import SHORTEST, Window, find_alike, find_misspelt
from travaux.reading.review.parts import Parts, occurrences

_ALIKE_AT_HOME, _ALIKE = 80.0, 88.0
"""From which likeness in percent on other words are the same quote re-typed: in the region where it was, and elsewhere."""
CLEAR = 4.0
"""By so much the best stretch must be more alike than any other."""
_ALIKE_AROUND = 85.0
"""From which likeness on words beside a quote are the same re-typed."""
_SHORTEST_AROUND = 8


class Manner(Enum):
    """How a quote was found."""

    EXACT = auto()
    RESPELLED = auto()
    REWORDED = auto()


@dataclass(frozen=True, slots=True)
class Region:
    """A stretch of a text in which a quote may stand: a paragraph, by the number that is printed on it, or a sentence.

    ``voice`` is what stands over an answer and names whoever wrote it.
    """

    name: str
    start: int
    end: int
    voice: str | None = None


@dataclass(frozen=True, slots=True)
class Found:
    """Where a quote stands: its characters and the region around it. ``likeness`` (percent) is that of other words."""

    start: int
    end: int
    region: Region
    manner: Manner
    likeness: float = 100.0


@dataclass(frozen=True, slots=True)
class _Clues:
    """What is known of a quote beside its words: what stands before it, and what stands in the same sentence."""

    quote: str
    context: str
    beside: tuple[str, ...]

    @property
    def long(self) -> bool:
        return len(self.quote) >= SHORTEST


@dataclass(frozen=True)
class Page:
    """A text in which quotes are looked for, with its regions in the order of the text."""

    text: str
    regions: Sequence[Region]
    _folded: dict[Region, Folded] = field(default_factory=dict, init=False, repr=False, compare=False)

    def find(self, quote: str, region: str, context: str | None = None, beside: Iterable[str] = ()) -> Found | None:
        """Find a quote, in the region of that name before all others; ``None`` if it is nowhere or it is not certain where.

        ``context`` are words that stand before it, ``beside`` others of the same sentence, or at least the same region. Where a quote
        stands in several places they tell which is meant. With other words, or in another region, no quote is believed to be the same
        unless they stand in its sentence: somebody else may have said much the same. A short quote is nowhere else without them.
        """
        return self.find_from(quote, [one for one in self.regions if one.name == region], context, beside)

    def find_from(self, quote: str, home: Sequence[Region], context: str | None, beside: Iterable[str]) -> Found | None:
        """Find a quote as ``find`` does, first in the regions given."""
        clues = _Clues(fold(quote), fold(context or ""), tuple(filter(None, map(fold, beside))))
        if not clues.quote:
            return None
        for among in (home, self.regions):
            for matches in (self._exact, self._respelled):
                if found := self._choose(list(matches(quote, among)), clues, at_home=among is home):
                    return found
        return self._reworded(clues, home) if clues.long else None

    def find_only(self, quote: str) -> Region | None:
        """Find the one region in which a quote stands, perhaps respelled, and stands once; ``None`` if there is no such."""
        for matches in (self._exact, self._respelled):
            found = list(itertools.islice(matches(quote, self.regions), 2))
            if found:
                return found[0].region if len(found) == 1 else None
        return None

    def find_near(self, quote: str, start: int, end: int, near: int) -> tuple[int, int] | None:
        """Find a quote between two characters, the occurrence nearest to a third."""
        region = Region("", start, end)
        for matches in (self._exact, self._respelled):
            found = list(matches(quote, [region]))
            if found:
                best = min(found, key=lambda one: (_distance(one, near), one.start))
                return best.start, best.end
        folded, looked_for = self._fold(region), fold(quote)
        window = self._clear(looked_for, folded) if len(looked_for) >= SHORTEST else find_misspelt(looked_for, folded.text)
        return folded.to_source(window.start, window.end) if window else None

    def _exact(self, quote: str, regions: Sequence[Region]) -> Iterator[Found]:
        if regions is self.regions:
            yield from (Found(start, end, regions[number], Manner.EXACT) for start, end, number in self._printed.find(quote))
            return
        for region in regions:
            for start, end in occurrences(quote, self.text, region.start, region.end):
                yield Found(start, end, region, Manner.EXACT)

    def _respelled(self, quote: str, regions: Sequence[Region]) -> Iterator[Found]:
        looked_for = fold(quote)
        if regions is self.regions:
            yield from self._respelled_anywhere(looked_for)
            return
        for region in regions if looked_for else ():
            folded = self._fold(region)
            for start, end in occurrences(looked_for, folded.text, 0, len(folded.text)):
                yield Found(*folded.to_source(start, end), region, Manner.RESPELLED)

    def _respelled_anywhere(self, looked_for: str) -> Iterator[Found]:
        for start, end, number in self._plain.find(looked_for) if looked_for else ():
            region, first = self.regions[number], self._plain.starts[number]
            yield Found(*self._fold(region).to_source(start - first, end - first), region, Manner.RESPELLED)

    @cached_property
    def voices(self) -> frozenset[str]:
        """What names those who wrote answers: words that stand over regions and not in them."""
        return frozenset(one.voice for one in self.regions if one.voice)

    @cached_property
    def _printed(self) -> Parts:
        return Parts(self.text, [one.start for one in self.regions], [one.end for one in self.regions])

    @cached_property
    def _plain(self) -> Parts:
        return Parts.joined(self._fold(one).text for one in self.regions)

    def _choose(self, found: Sequence[Found], clues: _Clues, *, at_home: bool) -> Found | None:
        """Give the only place that fits what else is known, ``None`` if there is none or it is not clear which."""
        if clues.context and found:
            said = [one for one in found if self._follows(one, clues.context)]
            if len(said) == 1 and (at_home or not clues.beside):
                return said[0]
            found = said or (found if clues.long else [])
        for near in (self._in_sentence, self._in_region)[: 1 + at_home] if clues.beside else ():
            beside = [one for one in found if near(one, clues.beside)]
            if beside:
                return beside[0] if len(beside) == 1 else None
        certain = clues.long and at_home if clues.beside else clues.long or at_home
        return found[0] if len(found) == 1 and certain else None

    def _follows(self, found: Found, context: str) -> bool:
        before = fold(self.text[max(0, found.start - 2 * len(context) - _SHORTEST_AROUND) : found.start])
        if before.endswith(context):
            return True
        same_length = before[-len(context) :]
        return len(context) >= _SHORTEST_AROUND and fuzz.ratio(context, same_length) >= _ALIKE_AROUND

    def _in_sentence(self, found: Found, words: Iterable[str]) -> bool:
        start, text = found.region.start, self.text[found.region.start : found.region.end]
        first, last = sentence_at(text, found.start - start, found.end - start)
        sentence = fold(text[first:last])
        return all(_stands(one, sentence) for one in words)

    def _in_region(self, found: Found, words: Iterable[str]) -> bool:
        return all(_stands(one, self._fold(found.region).text) for one in words)

    def _reworded(self, clues: _Clues, home: Sequence[Region]) -> Found | None:
        """Give the stretch that is most like a quote, at home if it is as much alike as any, if the words beside it are in its sentence."""
        ranked = sorted(self._alike(clues.quote, self.regions), key=lambda one: (-one.likeness, one.start))
        own = next((one for one in ranked if one.region in home), None)
        best = ranked[0] if ranked else None
        if own and best and own.likeness >= best.likeness:
            rivals = [one for one in ranked if one.region in home and one is not own]
            clear = not rivals or own.likeness - rivals[0].likeness >= CLEAR
            return own if clear and self._in_sentence(own, clues.beside) else None
        if best is None or best.likeness < _ALIKE or not self._in_sentence(best, clues.beside):
            return None
        return best if len(ranked) == 1 or best.likeness - ranked[1].likeness >= CLEAR else None

    def _alike(self, quote: str, regions: Iterable[Region]) -> Iterator[Found]:
        for region in regions:
            folded = self._fold(region)
            for window in find_alike(quote, folded.text, _ALIKE_AT_HOME):
                yield Found(*folded.to_source(window.start, window.end), region, Manner.REWORDED, window.likeness)

    def _clear(self, quote: str, folded: Folded) -> Window | None:
        windows = list(find_alike(quote, folded.text, _ALIKE_AT_HOME))
        clear = len(windows) == 1 or (windows and windows[0].likeness - windows[1].likeness >= CLEAR)
        return windows[0] if clear else None

    def _fold(self, region: Region) -> Folded:
        if not region.name:
            return Folded.of(self.text[region.start : region.end], region.start)
        if region not in self._folded:
            self._folded[region] = Folded.of(self.text[region.start : region.end], region.start)
        return self._folded[region]


def _stands(words: str, text: str) -> bool:
    return words in text or (len(words) >= _SHORTEST_AROUND and fuzz.partial_ratio(words, text) >= _ALIKE_AROUND)


def _distance(found: Found, near: int) -> int:
    return max(found.start - near, near - found.end, 0)
