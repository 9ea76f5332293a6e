"""What speaks for a theme, and how strongly."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum

from travaux.model.identity import Id


class Place(float, Enum):
    """Where a sign of a theme stands, as the weight that it has there."""

    CONTENT = 1.0
    """In what is said: the quote."""
    CLAIM = 0.9
    """In the claim alone, where a pronoun has been resolved or a shared head repeated."""
    GROUNDS = 0.5
    """In the reason, the condition or the rejected option."""
    SENTENCE = 0.55
    """Elsewhere in the sentence, outside of what other statements say there."""
    TOPIC = 0.4
    """In the title of the agenda item or section, which speaks for every paragraph under it."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """One sign of a theme: the words to show, the kind of evidence, and its strength (0 to 1)."""

    theme: Id
    words: str
    rule: str
    strength: float


@dataclass(frozen=True, slots=True)
class Found:
    """A theme that a text is about: its score (0 to 1) and the strongest evidence."""

    theme: Id
    score: float
    evidence: Evidence


def combine(strengths: Iterable[float]) -> float:
    """Combine independent signs: the chance that at least one of them is right, each taken at its strength.

    >>> round(combine([0.5, 0.5]), 2)
    0.75
    """
    wrong = 1.0
    for strength in strengths:
        wrong *= 1.0 - min(strength, 1.0)
    return 1.0 - wrong
