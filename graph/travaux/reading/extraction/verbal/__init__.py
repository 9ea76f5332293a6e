"""Frames of verbs: *many speakers stressed*, *the need was underscored*, *it was noted that*."""

from __future__ import annotations

from collections.abc import Iterator

from travaux.model.lexicon import WordClass
from travaux.reading.extraction.clauses import is_passive, is_report
from travaux.reading.extraction.cue_index import CueIndex
from travaux.reading.extraction.frames import Frame
from travaux.reading.extraction.verbal.active import read_active
from travaux.reading.extraction.verbal.passive import read_passive
from travaux.reading.language.sentence import Sentence

_VERBS = frozenset({"VBD", "VBZ", "VBP", "VBN", "VBG", "VB"})
_MISTAKEN = frozenset({"NN", "NNS", "JJ"})
_MAIN_WORDS = frozenset({"ROOT", "conj", "ccomp", "advcl"})


def find_verbal(sentence: Sentence, index: CueIndex) -> Iterator[Frame]:
    """Yield the frames whose cue is a verb, in the order of the words; of the cues at one word the longest that fits counts."""
    for at in range(len(sentence)):
        if not _is_verb(sentence, at):
            continue
        read = read_passive if is_passive(sentence, at) else read_active
        for cue, last in index.cue_at(sentence, at, WordClass.VERB):
            frame = read(sentence, index, cue, at, last) if is_report(sentence, at, index) else None
            if frame is not None:
                yield frame
            if frame is not None or (cue.rest and last == at + len(cue.rest)):
                break


def _is_verb(sentence: Sentence, at: int) -> bool:
    """Whether a word is a verb, or was taken for a noun or adjective although it has a subject."""
    if sentence.tags[at] in _VERBS:
        return True
    main = sentence.tags[at] in _MISTAKEN and sentence.deps[at] in _MAIN_WORDS
    return main and sentence.first_with_dep(at, "nsubj") is not None
