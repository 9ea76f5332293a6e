"""Names: whether a speaker phrase names somebody, and whether it names several."""

from __future__ import annotations

from travaux.model.lexicon import FrameWord, SpeakerClass
from travaux.reading.extraction.cue_index import CueIndex
from travaux.reading.extraction.speakers.phrases import Phrase
from travaux.reading.language.sentence import Sentence
from travaux.reading.structure.states import is_state

_JOINING = frozenset({"with", "and", "by"})
_INDEFINITE = frozenset({"a", "an", "one", "another"})


def is_name(phrase: Phrase) -> bool:
    """Whether a phrase names somebody: *Norway*, *the African Group*, *Minister Okoye*, *the Committee of Ministers*."""
    sentence, head, (first, last) = phrase.sentence, phrase.head, phrase.words
    proper = [word for word in range(first, last + 1) if _is_proper(sentence, word)]
    match phrase.speaker_class:
        case SpeakerClass.NAMED_GROUP:
            return True
        case SpeakerClass.GROUP | SpeakerClass.ROLE:
            return phrase.tag in {"NN", "NNP"} and phrase.opening not in _INDEFINITE and _has_own_name(phrase, proper)
        case SpeakerClass.BODY:
            titled = any(word > head + 1 for word in proper)
            return titled and sentence.lower[head + 1] == "of" and sentence.words[first + 1][:1].isupper()
        case _:
            return head in proper or is_state(sentence.between(first, head).lower())


def _has_own_name(phrase: Phrase, proper: list[int]) -> bool:
    """Whether a noun for a group or role has a name beside it (*the delegation of Chile*) or is part of one (*the Home Secretary*)."""
    titled = phrase.speaker_class is SpeakerClass.ROLE and phrase.head in proper and phrase.head != phrase.words[0]
    return titled or any(word != phrase.head for word in proper)


def names_several(phrase: Phrase, index: CueIndex) -> bool:
    """Whether a phrase names several speakers: *Norway and the EU*, *the Group, with Sudan*, *Chile, supported by Peru*."""
    sentence, head, last = phrase.sentence, phrase.head, phrase.words[1]
    if sentence.first_with_dep(head, "conj") is not None:
        return True
    joint = next((word for word in range(head + 1, last + 1) if _joins_name(sentence, word, last)), None)
    if joint is None:
        return False
    before = joint - 1
    joined = sentence.words[before] == "," or sentence.words[before] in index.frame_words[FrameWord.JOINING]
    return sentence.tags[joint] == "CC" or joined


def _joins_name(sentence: Sentence, word: int, last: int) -> bool:
    """Whether a name follows *and*, *with* or *by*, perhaps after an article."""
    return sentence.lower[word] in _JOINING and any(_is_proper(sentence, name) for name in range(word + 1, min(word + 3, last + 1)))


def _is_proper(sentence: Sentence, word: int) -> bool:
    text = sentence.words[word]
    abbreviated = text.isupper() and len(text) > 1
    return text[:1].isupper() and (abbreviated or sentence.tags[word] in {"NNP", "NNPS"})
