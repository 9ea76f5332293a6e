"""Frames of nouns: *expressed concern about*, *concern was expressed*, *there was support for*, *one suggestion was to*."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from travaux.model.lexicon import Cue, FrameWord, WordClass
from travaux.reading.extraction.clauses import FINITE_BE, is_passive
from travaux.reading.extraction.cue_index import CueIndex
from travaux.reading.extraction.frames import Frame
from travaux.reading.extraction.nominal.standing import read_equated, read_existing, read_owned
from travaux.reading.extraction.nominal.supported import read_carried, read_expressed, read_received
from travaux.reading.language.sentence import Sentence

_Reader = Callable[[Sentence, CueIndex, Cue, int, int], Frame | None]
_OBJECTS = frozenset({"dobj", "nsubj", "attr", "oprd", "pobj"})
_THERE = frozenset({"attr", "nsubj", "dobj"})
_BE = FINITE_BE | {"been"}


def find_nominal(sentence: Sentence, index: CueIndex) -> Iterator[Frame]:
    """Yield the frames whose cue is a noun, in the order of the words; of the cues at one word the longest that fits counts."""
    for at in range(len(sentence)):
        if sentence.tags[at].startswith("NN"):
            frames = (_read(sentence, index, cue, at, last) for cue, last in index.cue_at(sentence, at, WordClass.NOUN))
            frame = next((frame for frame in frames if frame is not None), None)
            if frame is not None:
                yield frame


def _read(sentence: Sentence, index: CueIndex, cue: Cue, at: int, last: int) -> Frame | None:
    if _is_received(sentence, index, at):
        found = read_received(sentence, index, cue, at)
        if found is not None:
            return found
    read = _with_light_verb(sentence, index, at) or _with_other_verb(sentence, index, at) or read_owned
    return read(sentence, index, cue, at, last)


def _is_received(sentence: Sentence, index: CueIndex, at: int) -> bool:
    return sentence.deps[at] == "dobj" and sentence.lower[sentence.heads[at]] in index.frame_words[FrameWord.RECEIVING]


def _with_light_verb(sentence: Sentence, index: CueIndex, at: int) -> _Reader | None:
    """Choose the reader of a noun that a verb such as *express* carries."""
    dep, verb = sentence.deps[at], sentence.heads[at]
    if next(index.cue_at(sentence, verb, WordClass.LIGHT_VERB), None) is None:
        return None
    passive = is_passive(sentence, verb)
    if dep in _OBJECTS and verb < at and not passive:
        return read_carried
    return read_expressed if dep in {"nsubjpass", "nsubj"} and at < verb and passive else None


def _with_other_verb(sentence: Sentence, index: CueIndex, at: int) -> _Reader | None:
    """Choose the reader of a noun of which a verb says that it is there (*there was*, *emerged*), or in what it consists."""
    dep, verb, words = sentence.deps[at], sentence.heads[at], index.frame_words
    word, leads = sentence.lower[verb], dep == "nsubj" and at < verb
    exists = word in words[FrameWord.EXISTING]
    if dep in _THERE and (word in _BE or exists) and sentence.first_with_dep(verb, "expl") is not None:
        return read_existing
    if leads and (word in FINITE_BE or word in words[FrameWord.EQUATING]):
        return read_equated
    return read_existing if leads and exists else None
