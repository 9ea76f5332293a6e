"""Where contents end: before the next frame, and before something about another speaker."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from travaux.reading.extraction.frames import Frame
from travaux.reading.language.sentence import Sentence

_SHORTEST = 2


def end_before_next(sentence: Sentence, frame: Frame, frames: Iterable[Frame]) -> Frame:
    """End a content before the next frame that is not part of it; joining words at its end are left out of all but the shortest."""
    first, last = frame.content
    last = min([last, *(other.start - 1 for other in frames if other.anchor > frame.anchor and first < other.start <= last)])
    while last > first + _SHORTEST and sentence.tags[last] in {",", ":", "CC", "IN", "."}:
        last -= 1
    return replace(frame, content=(first, last))


def end_before(sentence: Sentence, frames: Iterable[Frame], others: Iterable[Frame]) -> tuple[Frame, ...]:
    """End the contents of frames where something about another speaker begins."""
    starts = [other.start for other in others]
    return tuple(_cut(sentence, frame, [start for start in starts if frame.content[0] < start <= frame.content[1]]) for frame in frames)


def _cut(sentence: Sentence, frame: Frame, starts: list[int]) -> Frame:
    if not starts:
        return frame
    first, last = frame.content[0], min(starts) - 1
    while last > first and sentence.tags[last] in {",", "CC", ":"}:
        last -= 1
    return replace(frame, content=(first, last))
