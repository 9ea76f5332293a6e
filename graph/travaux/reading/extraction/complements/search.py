"""The search for the content of one cue: where it looks, and what it finds."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from travaux.model.lexicon import Reading
from travaux.reading.language.sentence import Sentence


@dataclass(frozen=True, slots=True)
class Complement:
    """A reading that applies, the first word of the content, and the last word of the cue (its preposition included)."""

    reading: Reading
    first: int
    cue_end: int


@dataclass(frozen=True, slots=True)
class Search:
    """The content of a cue is sought after the word ``after``, its last, and before the word ``limit``; ``verb`` governs the content."""

    sentence: Sentence
    verb: int
    after: int
    readings: Mapping[str, Reading]
    limit: int

    def begin(self, complement: str, first: int) -> Complement | None:
        """Begin the content at a word, ``None`` if the cue does not take such a complement."""
        reading = self.readings.get(complement)
        return Complement(reading, first, self.after) if reading is not None else None

    def beyond(self, reading: Reading, mark: int, cue_end: int) -> Complement | None:
        """Begin the content after a mark such as *that*, ``None`` if nothing follows it."""
        first = mark + 1
        while first < self.limit and self.sentence.lower[first] in {",", ":"}:
            first += 1
        return Complement(reading, first, cue_end) if first < self.limit else None

    def infinitive_mark(self, verb: int) -> int | None:
        """Return the *to* of an infinitive."""
        return next((kid for kid in self.sentence.kids[verb] if self.sentence.tags[kid] == "TO"), None)
