"""Procedure: what a body decides or takes note of, courtesies, and questions that only ask are no statements."""

from __future__ import annotations

from travaux.model.lexicon import FrameWord, SpeakerClass
from travaux.model.schemes import Act, Stance
from travaux.reading.extraction.complements import Complement
from travaux.reading.extraction.cue_index import CueIndex
from travaux.reading.extraction.speakers import Voice, class_of
from travaux.reading.language.sentence import Sentence

_DECISIONS = frozenset({Act.PROPOSE, Act.CALL_FOR, Act.RECOMMEND, Act.SUPPORT})
_GREETED = frozenset({SpeakerClass.GROUP, SpeakerClass.PRONOUN, SpeakerClass.OFFICER})
_BEFORE_NOUN = frozenset({"DT", "JJ", "PRP$", "CD", "NNP", "POS"})
_PRESENT = frozenset({"VBZ", "VBP"})


def is_procedure(sentence: Sentence, index: CueIndex, voice: Voice, found: Complement, verb: int) -> bool:
    """Whether what an active verb tells of a speaker is procedure: *the Committee recommended X*, *he welcomed the participants*."""
    reading, present = found.reading, sentence.tags[verb] in _PRESENT
    if reading.act is Act.QUESTION and reading.stance is Stance.NEUTRAL:
        return True
    if voice.speaker_class is SpeakerClass.BODY:
        noted = reading.complement == "object" and _class_of_object(sentence, found.first, index) is SpeakerClass.TEXT
        recalled = sentence.tags[verb] == "VBG" and sentence.tags[sentence.heads[verb]] in _PRESENT
        return reading.act in _DECISIONS or present or noted or recalled
    if _is_courtesy(sentence, index, found, verb):
        return _class_of_object(sentence, found.first, index) in _GREETED
    # *A party notes* is a rule about any party and no report.
    return present and sentence.lower[voice.words[0]] in {"a", "an"}


def _is_courtesy(sentence: Sentence, index: CueIndex, found: Complement, verb: int) -> bool:
    polite = found.reading.act in {Act.WELCOME, Act.COMMEND} and found.reading.complement == "object"
    return polite and sentence.lower[verb] in index.frame_words[FrameWord.COURTESY]


def _class_of_object(sentence: Sentence, first: int, index: CueIndex) -> SpeakerClass | None:
    """Return what the head of an object is among the speakers: persons, a body, a text."""
    word = first
    while word < len(sentence) and sentence.tags[word] in _BEFORE_NOUN:
        word += 1
    if word >= len(sentence) or sentence.tags[word] == "PRP":
        return SpeakerClass.PRONOUN
    while word + 1 < len(sentence) and sentence.tags[word + 1].startswith("NN"):
        word += 1
    return class_of(sentence, word, index)
