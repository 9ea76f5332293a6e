"""What a reporting frame is: a cue with one of its readings, who speaks, and where the content stands."""

from __future__ import annotations

from dataclasses import dataclass

from travaux.model.lexicon import Reading

Words = tuple[int, int]
"""A run of words of a sentence: the first and the last, both included."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """One cue at work in a sentence. ``anchor`` is the word that reports; all numbers are words of the sentence.

    ``content`` is everything that the cue governs, not yet split into contents; ``start`` is where the frame begins, so that the content
    of the frame before ends there. ``subject`` is the head of the speaker phrase, ``None`` if nobody is named. ``elided`` marks a frame
    that takes its cue from the one before (*as was …*).
    """

    rule: str
    cue: str
    reading: Reading
    anchor: int
    cue_words: Words
    content: Words
    start: int
    subject: int | None = None
    negated: bool = False
    elided: bool = False
