"""Frames of adjectives: *were concerned about*, *was in favour of*, *were of the view that*."""

from __future__ import annotations

from collections.abc import Iterator

from travaux.model.lexicon import Cue, WordClass
from travaux.reading.extraction.clauses import clause_end, clause_start, is_negated
from travaux.reading.extraction.complements import find_complement
from travaux.reading.extraction.cue_index import CueIndex
from travaux.reading.extraction.frames import Frame
from travaux.reading.extraction.speakers import read_voice
from travaux.reading.extraction.subjects import find_subject
from travaux.reading.language.sentence import Sentence

_LINKING = frozenset(
    "was were is are been be remained remain remains seemed seems appeared felt became expressed declared stood sounded spoke".split()
)
_BETWEEN = frozenset({"RB", "RBR", "RBS", "JJ", "DT"})
_NEGATIONS = frozenset({"not", "n't", "never", "neither", "hardly"})


def find_predicative(sentence: Sentence, index: CueIndex) -> Iterator[Frame]:
    """Yield the frames whose cue is an adjective or its like after a linking verb, in the order of the words."""
    for at in range(1, len(sentence)):
        verb = _linking_verb(sentence, at)
        if verb is None:
            continue
        for cue, last in index.cue_at(sentence, at, WordClass.ADJECTIVE):
            frame = _read(sentence, index, cue, verb, at, last)
            if frame is not None:
                yield frame
                break


def _linking_verb(sentence: Sentence, at: int) -> int | None:
    """Find the linking verb before an adjective; a conjunct shares the one before (*were opposed to A and in favour of B*)."""
    before = at - 1
    while before >= 0 and before >= at - 5 and sentence.lower[before] not in _LINKING:
        if sentence.tags[before] not in _BETWEEN and sentence.lower[before] not in {"strongly", ","}:
            return None
        before -= 1
    return before if before >= 0 and sentence.lower[before] in _LINKING else None


def _read(sentence: Sentence, index: CueIndex, cue: Cue, verb: int, at: int, last: int) -> Frame | None:
    carrier = _carrier(sentence, verb, at)
    subject = find_subject(sentence, carrier)
    if subject is None:
        subject = sentence.first_with_dep(carrier, "nsubjpass")
    if subject is None or subject >= verb:
        return None
    voice = read_voice(sentence, subject, index, before=verb)
    if voice is None or any(sentence.tags[kid] == "MD" for kid in sentence.with_dep(carrier, "aux")):
        return None
    readings = {reading.complement: reading for reading in cue.readings}
    end = clause_end(sentence, carrier)
    found = find_complement(sentence, at, last, readings, end + 1) or find_complement(sentence, carrier, last, readings, end + 1)
    if found is None:
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
    """Return the verb that has the subject: the linking verb, or the participle that it helps (*were opposed to*)."""
    if sentence.deps[verb] in {"aux", "auxpass"}:
        return sentence.heads[verb]
    return (
        verb
        if sentence.first_with_dep(verb, "nsubj", "nsubjpass") is not None or sentence.deps[verb] == "conj"
        else (sentence.heads[at] if sentence.first_with_dep(sentence.heads[at], "nsubj") is not None else verb)
    )
