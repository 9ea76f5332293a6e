"""Frames of adjectives: *were concerned about*, *was in favour of*, *were of the view that*."""

from __future__ import annotations

from collections.abc import Iterator

from travaux.model.lexicon import Cue, FrameWord, WordClass
from travaux.reading.extraction.clauses import FINITE_BE, clause_end, clause_start, is_negated
from travaux.reading.extraction.complements import find_complement
from travaux.reading.extraction.cue_index import CueIndex
from travaux.reading.extraction.frames import Frame
from travaux.reading.extraction.speakers import read_voice
from travaux.reading.extraction.subjects import find_subject
from travaux.reading.language.sentence import Sentence

_BE = FINITE_BE | {"been", "be", "am"}
_BETWEEN_TAGS = frozenset({"RB", "RBR", "RBS", "JJ", "DT"})
_BETWEEN_WORDS = frozenset({"strongly", ","})
_FARTHEST = 5
_NEGATIONS = frozenset({"not", "n't", "never", "neither", "hardly"})


def find_predicative(sentence: Sentence, index: CueIndex) -> Iterator[Frame]:
    """Yield the frames whose cue is an adjective or its like after a linking verb, in the order of the words."""
    for at in range(1, len(sentence)):
        cues = tuple(index.cue_at(sentence, at, WordClass.ADJECTIVE))
        verb = _find_linking_verb(sentence, at, index) if cues else None
        if verb is not None:
            frames = (_read(sentence, index, cue, verb, at, last) for cue, last in cues)
            frame = next((frame for frame in frames if frame is not None), None)
            if frame is not None:
                yield frame


def _find_linking_verb(sentence: Sentence, at: int, index: CueIndex) -> int | None:
    """Find the linking verb before an adjective, with nothing between but adverbs, articles and other adjectives."""
    linking = index.frame_words[FrameWord.LINKING]
    for before in range(at - 1, max(-1, at - 1 - _FARTHEST), -1):
        if sentence.lower[before] in _BE or sentence.lower[before] in linking:
            return before
        if sentence.tags[before] not in _BETWEEN_TAGS and sentence.lower[before] not in _BETWEEN_WORDS:
            return None
    return None


def _read(sentence: Sentence, index: CueIndex, cue: Cue, verb: int, at: int, last: int) -> Frame | None:
    carrier = _carrier(sentence, verb, at)
    subject = find_subject(sentence, carrier)
    if subject is None:
        subject = sentence.first_with_dep(carrier, "nsubjpass")
    if subject is None or subject >= verb or any(sentence.tags[kid] == "MD" for kid in sentence.with_dep(carrier, "aux")):
        return None
    voice = read_voice(sentence, subject, index, before=verb)
    readings, end = cue.by_complement, clause_end(sentence, carrier)
    found = find_complement(sentence, at, last, readings, end + 1) or find_complement(sentence, carrier, last, readings, end + 1)
    if voice is None or found is None:
        return None
    return Frame(
        rule="predicative",
        cue=cue.name,
        reading=found.reading,
        anchor=carrier,
        cue_words=(verb, max(last, found.cue_end)),
        content=(found.first, end),
        start=clause_start(sentence, carrier, voice.words[0]),
        subject=subject,
        negated=is_negated(sentence, carrier) or any(sentence.lower[word] in _NEGATIONS for word in range(verb, at)),
    )


def _carrier(sentence: Sentence, verb: int, at: int) -> int:
    """Return the verb that has the subject: the linking verb, the participle that it helps (*were opposed to*), or what is above."""
    if sentence.deps[verb] in {"aux", "auxpass"}:
        return sentence.heads[verb]
    if sentence.deps[verb] == "conj" or sentence.first_with_dep(verb, "nsubj", "nsubjpass") is not None:
        return verb
    above = sentence.heads[at]
    return verb if sentence.first_with_dep(above, "nsubj") is None else above
