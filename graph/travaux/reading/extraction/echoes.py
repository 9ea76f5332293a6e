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


def find_echoes(sentence: Sentence, frames: Sequence[Frame], index: CueIndex) -> Iterator[Frame]:
    """Yield a frame for each further speaker who takes a stance on the content of a frame of the sentence."""
    for at in range(1, len(sentence) - 2):
        if sentence.lower[at] == "as" and sentence.lower[at + 1] in _PRO_VERBS:
            yield from _as_did(sentence, frames, index, at)
        elif sentence.tags[at] in {"VBN", "VBD"} and sentence.lower[at + 1] == "by" and sentence.first_with_dep(at, "auxpass") is None:
            yield from _answered_by(sentence, frames, index, at)


def _as_did(sentence: Sentence, frames: Sequence[Frame], index: CueIndex, at: int) -> Iterator[Frame]:
    before = [frame for frame in frames if frame.anchor < at and frame.subject is not None]
    subject = _first_noun(sentence, at + 2)
    if before and subject is not None and read_voice(sentence, subject, index) is not None:
        yield replace(_cut(before[-1], at), rule="as-did", cue_words=(at, at + 1), subject=subject, start=at)


def _answered_by(sentence: Sentence, frames: Sequence[Frame], index: CueIndex, at: int) -> Iterator[Frame]:
    """Read *opposed by X* beside a frame; support that stands before the verb belongs to the speaker phrase."""
    subject = _first_noun(sentence, at + 2)
    if subject is None or read_voice(sentence, subject, index) is None:
        return
    for cue, _ in index.cue_at(sentence, at, WordClass.VERB):
        reading = cue.reading("object")
        if reading is None or reading.act not in {Act.OPPOSE, Act.SUPPORT}:
            continue
        after = [frame for frame in frames if frame.content[0] < at and frame.anchor < at]
        ahead = [frame for frame in frames if frame.anchor > at] if reading.act is Act.OPPOSE else []
        answered = after[-1] if after else (ahead[0] if ahead else None)
        if answered is not None:
            yield replace(
                _cut(answered, at),
                rule="answered",
                reading=reading,
                cue=cue.name,
                cue_words=(at, at + 1),
                subject=subject,
                start=at,
                negated=False,
            )
        return


def _first_noun(sentence: Sentence, at: int) -> int | None:
    """Return the head of the noun phrase that begins at a word."""
    for word in range(at, min(at + 6, len(sentence))):
        if sentence.tags[word][:2] in {"NN", "PR"} and not (word + 1 < len(sentence) and sentence.tags[word + 1].startswith("NN")):
            return word
        if sentence.tags[word] not in {"DT", "JJ", "NN", "NNP", "NNPS", "NNS", "CD", "IN"}:
            return None
    return None


def _cut(frame: Frame, at: int) -> Frame:
    first, last = frame.content
    return replace(frame, content=(first, min(last, at - 1))) if first < at else frame
