"""Which of the numbers that lines begin with are numbers of paragraphs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from travaux.reading.structure.pieces import Number

_WIDEST_GAP = 10
_PLAUSIBLE_GAP = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A line that begins with a number, and what can be seen around it.

    ``fresh``: a block begins here. ``after_sentence``: the text before ends as a sentence does; ``after_colon``: with a colon.
    ``after_heading``: a heading stands between it and the candidate before. ``prose``: its own text ends as a sentence does.
    """

    number: Number
    fresh: bool
    after_sentence: bool
    after_colon: bool
    after_heading: bool
    prose: bool


def choose_numbers(candidates: Sequence[Candidate]) -> tuple[bool, ...]:
    """Tell of each candidate whether it opens a numbered paragraph.

    A paragraph bears the number that is expected next: one more than the last. Other numbers open a paragraph only where the
    numbering starts again after a heading, or goes on evenly after a gap or a repeat. Everything else is an item of a list within a
    paragraph, a year, a quantity.
    """
    chooser = _Chooser(candidates)
    return tuple(chooser.opens_paragraph(place) for place in range(len(candidates)))


class _Chooser:
    """Goes through the candidates once; ``last`` is the last paragraph's number, ``item`` the next number of an open list."""

    def __init__(self, candidates: Sequence[Candidate]) -> None:
        self.candidates = candidates
        self.breaks = _breaks(candidates)
        self.last: Number | None = None
        self.item: int | None = None

    def opens_paragraph(self, place: int) -> bool:
        candidate = self.candidates[place]
        if len(candidate.number) == 1 and self._is_list_item(place, candidate):
            return False
        if not self._fits(place, candidate):
            return False
        self.last, self.item = candidate.number, None
        return True

    def _is_list_item(self, place: int, candidate: Candidate) -> bool:
        """Whether the number belongs to a list inside the paragraph: "the agenda was: 1. Opening. 2. Reports." and so on."""
        (number,) = candidate.number
        if self.item is not None and number == self.item and not candidate.after_heading:
            if number == self._expected() and self._number(self.breaks[place]) != self._expected():
                return False
            self.item += 1
            return True
        if number == 1 and candidate.after_colon and (self.last is not None or not candidate.prose) and not candidate.after_heading:
            self.item = 2
            return True
        return False

    def _fits(self, place: int, candidate: Candidate) -> bool:
        if self.last is None:
            return candidate.number[0] == 1 or (candidate.fresh and candidate.prose)
        if len(candidate.number) > 1:
            if candidate.after_sentence and candidate.prose and _skips(self.last, candidate.number):
                return True
            return _succeeds(self.last, candidate.number) or (candidate.after_heading and candidate.number[-1] == 1)
        if candidate.number[0] == self._expected():
            return candidate.fresh or candidate.after_sentence
        if candidate.after_heading and candidate.number[0] == 1:
            return True
        return candidate.after_sentence and candidate.prose and self._goes_on(place, candidate.number[0])

    def _goes_on(self, place: int, number: int) -> bool:
        """Whether the numbering goes on evenly from a number that repeats the last one or leaves some out."""
        ahead = number - self._expected()
        if not -1 <= ahead <= _WIDEST_GAP or self._number(self.breaks[place]) == self._expected():
            return False
        following = self._number(place + 1)
        return following in {None, number + 1} or 0 < ahead <= _PLAUSIBLE_GAP

    def _expected(self) -> int:
        return self.last[0] + 1 if self.last else 1

    def _number(self, place: int) -> int | None:
        return self.candidates[place].number[0] if place < len(self.candidates) else None


def _succeeds(last: Number, number: Number) -> bool:
    """Whether a number with parts follows another: 2.1 after 2, 2.2 or 3 or 3.1 after 2.1.4."""
    if number == (*last, 1) or number == (last[0] + 1, *(1,) * (len(number) - 1)):
        return True
    return any(number == (*last[:depth], last[depth] + 1) for depth in range(len(last)))


def _skips(last: Number, number: Number) -> bool:
    """Whether a number with parts repeats another or leaves a few out: 2.2 or 2.5 after 2.2."""
    return len(last) == len(number) and last[:-1] == number[:-1] and 0 <= number[-1] - last[-1] <= 1 + _PLAUSIBLE_GAP


def _breaks(candidates: Sequence[Candidate]) -> list[int]:
    """For each candidate, the place of the first one after it that does not count on by one."""
    breaks = [len(candidates)] * len(candidates)
    for place in range(len(candidates) - 2, -1, -1):
        here, there = candidates[place].number[0], candidates[place + 1].number[0]
        breaks[place] = breaks[place + 1] if there == here + 1 else place + 1
    return breaks
