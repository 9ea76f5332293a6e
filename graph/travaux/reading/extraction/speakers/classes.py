"""What the lexicon says of a noun as a speaker."""

from __future__ import annotations

from travaux.model.lexicon import SpeakerClass
from travaux.reading.extraction.cue_index import CueIndex
from travaux.reading.language.sentence import Sentence

_LONGEST_NAME = 5
_LONGEST_OFFICE = 4


def class_of(sentence: Sentence, head: int, index: CueIndex) -> SpeakerClass | None:
    """Return the class of a noun with as many words before it, or else the two after it, as the lexicon knows together."""
    for first in range(max(0, head - _LONGEST_NAME), head + 1):
        found = index.speaker_class(sentence.between(first, head).lower())
        if found is not None:
            return found
    return index.speaker_class(sentence.between(head, min(head + 2, len(sentence) - 1)).lower())


def has_office(sentence: Sentence, first: int, head: int, index: CueIndex) -> bool:
    """Whether a name has an office of the meeting before it: *Co-Chair Lindqvist*, *Acting Chair Mora*."""
    return any(
        sentence.tags[last + 1] in {"NNP", "NNPS"} and _is_office(sentence, at, last, first, index)
        for at in range(first, head)
        if sentence.words[at][:1].isupper()
        for last in range(at, min(at + _LONGEST_OFFICE, head))
    )


def _is_office(sentence: Sentence, at: int, last: int, first: int, index: CueIndex) -> bool:
    """Whether words name an office; *Secretary* alone inside a phrase is one of government (*Home Secretary Lund*)."""
    if at == last and at > first and sentence.lower[at] == "secretary":
        return False
    return index.speaker_class(sentence.between(at, last).lower()) is SpeakerClass.OFFICER
