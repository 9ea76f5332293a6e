"""Finding a quote in a text again: as it stands, else with another spelling of spaces and marks, else with a few words changed."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import Enum, auto
from functools import cached_property

from rapidfuzz import fuzz

_ALIKE = 88.0
"""From which likeness in percent on (Levenshtein, of the best window) other words are the same quote re-typed."""
_CLEAR = 4.0
"""By so much the best window must be better than that of any other paragraph."""
_SHORTEST = 20
"""A quote of fewer characters is too short to be told by likeness."""
_MARKS = {"“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "‘": "'", "’": "'", "‐": "-", "\u2011": "-", "–": "-", "—": "-"}
_MARKUP = "*_"


class Manner(Enum):
    """How a quote was found."""

    EXACT = auto()
    RESPELLED = auto()
    REWORDED = auto()


@dataclass(frozen=True, slots=True)
class Region:
    """A stretch of a text in which a quote may stand: a paragraph, by the number that is printed on it, or a sentence."""

    name: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Found:
    """Where a quote stands: its characters and the region around it."""

    start: int
    end: int
    region: Region
    manner: Manner


@dataclass(frozen=True)
class Page:
    """A text in which quotes are looked for, with its regions in the order of the text."""

    text: str
    regions: Sequence[Region]

    def find(self, quote: str, region: str, context: str | None = None) -> Found | None:
        """Find a quote, in the region of that name before all others; ``None`` if it is nowhere or equally well in several places."""
        own = [one for one in self.regions if one.name == region]
        for words in (context, None) if context else (None,):
            for matches in (self._exact, self._respelled):
                for among in (own, self.regions):
                    if found := self._only(matches(quote, among), words):
                        return found
        return self._reworded(quote, own) or self._reworded(quote, self.regions)

    def find_near(self, quote: str, start: int, end: int, near: int) -> tuple[int, int] | None:
        """Find a quote between two characters, the occurrence nearest to a third."""
        region = Region("", start, end)
        for matches in (self._exact, self._respelled):
            found = list(matches(quote, [region]))
            if found:
                best = min(found, key=lambda one: (_distance(one, near), one.start))
                return best.start, best.end
        reworded = self._reworded(quote, [region])
        return (reworded.start, reworded.end) if reworded else None

    def _exact(self, quote: str, regions: Iterable[Region]) -> Iterator[Found]:
        for region in regions:
            at = self.text.find(quote, region.start, region.end)
            while at >= 0:
                yield Found(at, at + len(quote), region, Manner.EXACT)
                at = self.text.find(quote, at + 1, region.end)

    def _respelled(self, quote: str, regions: Iterable[Region]) -> Iterator[Found]:
        looked_for = Folded.of(quote).text
        for region in regions if looked_for else ():
            folded = self._fold(region)
            at = folded.text.find(looked_for)
            while at >= 0:
                yield Found(*folded.to_source(at, at + len(looked_for)), region, Manner.RESPELLED)
                at = folded.text.find(looked_for, at + 1)

    def _reworded(self, quote: str, regions: Iterable[Region]) -> Found | None:
        looked_for = Folded.of(quote).text
        if len(looked_for) < _SHORTEST:
            return None
        scored = []
        for region in regions:
            folded = self._fold(region)
            found = fuzz.partial_ratio_alignment(looked_for, folded.text, score_cutoff=_ALIKE) if folded.text else None
            if found is not None and found.src_end - found.src_start == len(looked_for):
                first, last = _whole_words(folded.text, found.dest_start, found.dest_end)
                scored.append((found.score, Found(*folded.to_source(first, last), region, Manner.REWORDED)))
        scored.sort(key=lambda one: -one[0])
        if not scored or (len(scored) > 1 and scored[0][0] - scored[1][0] < _CLEAR):
            return None
        return scored[0][1]

    def _only(self, found: Iterable[Found], context: str | None) -> Found | None:
        """Give the only match, or the only one after the words given."""
        matches = list(found)
        if context:
            before, reach = Folded.of(context).text, 2 * len(context)
            matches = [one for one in matches if Folded.of(self.text[max(0, one.start - reach) : one.start]).text.endswith(before)]
        return matches[0] if len(matches) == 1 else None

    def _fold(self, region: Region) -> Folded:
        """Fold a region; a sentence is folded for the occasion."""
        return self._folded[region] if region in self._folded else Folded.of(self.text[region.start : region.end], region.start)

    @cached_property
    def _folded(self) -> dict[Region, Folded]:
        return {region: Folded.of(self.text[region.start : region.end], region.start) for region in self.regions}


@dataclass(frozen=True, slots=True)
class Folded:
    """A text without what a typist may change: case, kinds of quotation marks and dashes, runs of white space, marks of emphasis.

    ``offsets`` lead from its characters to those of the text that it was made of, and one more to its end.
    """

    text: str
    offsets: tuple[int, ...]

    @classmethod
    def of(cls, text: str, first: int = 0) -> Folded:
        """Fold a text whose first character is the character ``first`` of a document."""
        letters: list[str] = []
        offsets: list[int] = []
        for place, character in enumerate(text, first):
            for letter in _fold(character):
                if letter != " " or (letters and letters[-1] != " "):
                    letters.append(letter)
                    offsets.append(place)
        while letters and letters[-1] == " ":
            letters.pop()
            offsets.pop()
        return cls("".join(letters), tuple(offsets))

    def to_source(self, start: int, end: int) -> tuple[int, int]:
        """Give the characters of the document that some of its characters stand for."""
        return self.offsets[start], self.offsets[end - 1] + 1


def _fold(character: str) -> str:
    if character.isspace():
        return " "
    if character in _MARKUP or unicodedata.category(character) == "Cf":
        return ""
    return _MARKS.get(character) or unicodedata.normalize("NFKC", character).casefold()


def _distance(found: Found, near: int) -> int:
    return max(found.start - near, near - found.end, 0)


def _whole_words(text: str, start: int, end: int) -> tuple[int, int]:
    """Widen or narrow a window so that it cuts no word in two."""
    while start > 0 and re.match(r"\w\w", text[start - 1 : start + 1]):
        start -= 1
    while end < len(text) and re.match(r"\w\w", text[end - 1 : end + 1]):
        end += 1
    while start < end and not (text[start].isalnum() or text[start] in "\"'[("):
        start += 1
    while end > start and not (text[end - 1].isalnum() or text[end - 1] in "\"'])%"):
        end -= 1
    return start, end
