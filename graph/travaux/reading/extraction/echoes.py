"""Others who hold or reject what was just reported: *opposed by China*, *as did Norway*."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from travaux.model.lexicon import WordClass
from travaux.model.schemes import Act
from travaux.reading.extraction.cue_index import CueIndex
from travaux.reading.extraction.frames import Frame
from travaux.reading.extraction.speakers import read_voice
from travaux.reading.language.sentence import Sentence

_PRO_VERBS = frozenset({"did", "does", "do", "had", "has", "have"})
_ANSWERS = frozenset({Act.OPPOSE, Act.SUPPORT})
_IN_NOUN_PHRASE = frozenset({"DT", "JJ", "NN", "NNP", "NNPS", "NNS", "CD", "IN"})
_LONGEST_NAME = 6


def find_echoes(sentence: Sentence, frames: Sequence[Frame], index: CueIndex) -> Iterator[Frame]:
    """Yield a frame for each further speaker who takes a stance on the content of a frame of the sentence."""
    for at in range(1, len(sentence) - 2):
        agrees = sentence.lower[at] == "as" and sentence.lower[at + 1] in _PRO_VERBS
        answers = sentence.lower[at + 1] == "by" and sentence.tags[at] in {"VBN", "VBD"}
        if not agrees and (not answers or sentence.first_with_dep(at, "auxpass") is not None):
            continue
        subject = _find_speaker(sentence, at + 2, index)
        echo = _as_did(frames, at) if agrees else _answered_by(sentence, frames, index, at)
        if echo is not None and subject is not None:
            yield replace(echo, subject=subject, cue_words=(at, at + 1), start=at)


def _find_speaker(sentence: Sentence, at: int, index: CueIndex) -> int | None:
    """Find the head of the noun phrase that begins at a word, if it can speak."""
    for word in range(at, min(at + _LONGEST_NAME, len(sentence))):
        goes_on = word + 1 < len(sentence) and sentence.tags[word + 1].startswith("NN")
        if sentence.tags[word][:2] in {"NN", "PR"} and not goes_on:
            return word if read_voice(sentence, word, index) is not None else None
        if sentence.tags[word] not in _IN_NOUN_PHRASE:
            return None
    return None


def _as_did(frames: Sequence[Frame], at: int) -> Frame | None:
    """Read *as did X* after a frame with a speaker."""
    before = [frame for frame in frames if frame.anchor < at and frame.subject is not None]
    return replace(_end_before(before[-1], at), rule="as-did") if before else None


def _answered_by(sentence: Sentence, frames: Sequence[Frame], index: CueIndex, at: int) -> Frame | None:
    """Read *opposed by X* beside a frame; support that stands before the verb belongs to the speaker phrase."""
    readings = ((cue, cue.reading("object")) for cue, _ in index.cue_at(sentence, at, WordClass.VERB))
    cue, reading = next(((cue, reading) for cue, reading in readings if reading and reading.act in _ANSWERS), (None, None))
    if cue is None or reading is None:
        return None
    after = [frame for frame in frames if frame.content[0] < at and frame.anchor < at]
    ahead = [frame for frame in frames if frame.anchor > at and reading.act is Act.OPPOSE]
    answered = after[-1:] or ahead[:1]
    if not answered:
        return None
    return replace(_end_before(answered[0], at), rule="answered", reading=reading, cue=cue.name, negated=False)


def _end_before(frame: Frame, at: int) -> Frame:
    first, last = frame.content
    return replace(frame, content=(first, min(last, at - 1))) if first < at else frame
