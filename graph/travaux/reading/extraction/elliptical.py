"""Contents that take their cue from the frame before: *…, as was the fact that X*."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from travaux.reading.extraction.frames import Frame
from travaux.reading.language.sentence import Sentence

_AGAIN = frozenset({"was", "were", "is", "are", "has", "have"})


def find_elliptical(sentence: Sentence, frames: Iterable[Frame]) -> Iterator[Frame]:
    """Yield a frame for each *as was X* that follows a passive frame of the same sentence."""
    passive = [frame for frame in frames if frame.rule in {"passive", "noun-received", "noun-expressed"}]
    yield from _added(sentence, passive)
    for at in range(2, len(sentence) - 2):
        if sentence.lower[at] != "as" or sentence.lower[at + 1] not in _AGAIN or sentence.lower[at - 1] not in {",", "and"}:
            continue
        before = [frame for frame in passive if frame.anchor < at]
        if before:
            first = at + 2
            if sentence.matches(first, ("the", "fact", "that")):
                first += 3
            yield replace(
                before[-1], rule="elliptical", content=(first, _end(sentence, first)), cue_words=(at, at + 1), start=at, elided=True
            )


def _added(sentence: Sentence, passive: Iterable[Frame]) -> Iterator[Frame]:
    """Yield what follows a passive verb after *as well as*."""
    for frame in passive:
        for other in sentence.with_dep(frame.anchor, "conj"):
            first = sentence.left(other)
            if other > frame.anchor and sentence.matches(first - 3, ("as", "well", "as")) and sentence.tags[other][:2] in {"VB", "NN"}:
                yield replace(
                    frame,
                    rule="elliptical",
                    content=(first, min(sentence.right(other), _end(sentence, first))),
                    start=first - 3,
                    elided=True,
                )


def _end(sentence: Sentence, first: int) -> int:
    end = len(sentence) - 1
    while end > first and sentence.tags[end] in {".", ","}:
        end -= 1
    return end
