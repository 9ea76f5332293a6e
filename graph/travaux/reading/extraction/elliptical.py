"""Contents that take their cue from the frame before: *…, as was the fact that X*, *X was noted, as well as Y*."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from travaux.reading.extraction.clauses import AS_WELL_AS
from travaux.reading.extraction.frames import Frame
from travaux.reading.language.sentence import Sentence

_AGAIN = frozenset({"was", "were", "is", "are", "has", "have"})
_PASSIVE_RULES = frozenset({"passive", "noun-received", "noun-expressed"})
_THE_FACT_THAT = ("the", "fact", "that")


def find_elliptical(sentence: Sentence, frames: Iterable[Frame]) -> Iterator[Frame]:
    """Yield a frame for each content that is added to a passive frame of the same sentence."""
    passive = [frame for frame in frames if frame.rule in _PASSIVE_RULES]
    for frame in passive:
        yield from _as_well_as(sentence, frame)
    for at in range(2, len(sentence) - 2):
        before = [frame for frame in passive if frame.anchor < at]
        if before and _is_as_was(sentence, at):
            yield _as_was(sentence, before[-1], at)


def _as_well_as(sentence: Sentence, frame: Frame) -> Iterator[Frame]:
    """Yield what follows a passive verb after *as well as*."""
    for other in sentence.with_dep(frame.anchor, "conj"):
        first = sentence.left(other)
        if other > frame.anchor and sentence.tags[other][:2] in {"VB", "NN"} and sentence.matches(first - 3, AS_WELL_AS):
            content = (first, min(sentence.right(other), _last_word(sentence, first)))
            yield replace(frame, rule="elliptical", content=content, start=first - 3, elided=True)


def _is_as_was(sentence: Sentence, at: int) -> bool:
    return sentence.lower[at] == "as" and sentence.lower[at + 1] in _AGAIN and sentence.lower[at - 1] in {",", "and"}


def _as_was(sentence: Sentence, frame: Frame, at: int) -> Frame:
    """Read *as was X* at a word."""
    first = at + 2
    if sentence.matches(first, _THE_FACT_THAT):
        first += len(_THE_FACT_THAT)
    content = (first, _last_word(sentence, first))
    return replace(frame, rule="elliptical", content=content, cue_words=(at, at + 1), start=at, elided=True)


def _last_word(sentence: Sentence, first: int) -> int:
    end = len(sentence) - 1
    while end > first and sentence.tags[end] in {".", ","}:
        end -= 1
    return end
