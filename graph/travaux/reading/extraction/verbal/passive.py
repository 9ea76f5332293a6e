"""Passive verbs: *the need for X was underscored by many*, *it was noted that X*."""

from __future__ import annotations

from dataclasses import dataclass

from travaux.model.lexicon import Cue, FrameWord, Reading, SpeakerClass
from travaux.reading.extraction.clauses import agent_of, clause_end, clause_start, first_auxiliary, is_negated
from travaux.reading.extraction.complements import find_complement
from travaux.reading.extraction.cue_index import CueIndex
from travaux.reading.extraction.frames import Frame, Words
from travaux.reading.extraction.speakers import class_of, read_voice
from travaux.reading.language.sentence import Sentence

_IMPERSONAL = frozenset({"it", "there"})
_PERSONS = frozenset({SpeakerClass.GROUP, SpeakerClass.ROLE, SpeakerClass.PRONOUN, SpeakerClass.OFFICER})
_TITLES = frozenset({"mr.", "ms.", "mrs.", "dr.", "prof."})
_PRESENT = frozenset({"is", "are", "being", "be"})
_PAST = frozenset({"was", "were", "has", "have", "had"})


@dataclass(frozen=True, slots=True)
class _Said:
    """What a passive reports: by which rule, with which reading, in which words."""

    rule: str
    reading: Reading
    content: Words


def read_passive(sentence: Sentence, index: CueIndex, cue: Cue, at: int, last: int) -> Frame | None:
    """Read the frame of a passive verb at a word, whose cue ends at ``last``, ``None`` if it reports no statement."""
    agent = agent_of(sentence, at)
    subject = _find_subject(sentence, at)
    if subject is None or (agent is not None and read_voice(sentence, agent, index) is None):
        return None
    if _is_usual(sentence, at) and sentence.lower[subject] != "it":
        return None
    said = _read_content(sentence, index, cue, at, last, subject)
    if said is None:
        return None
    return Frame(
        rule=said.rule,
        cue=cue.name,
        reading=said.reading,
        anchor=at,
        cue_words=(subject if sentence.lower[subject] == "it" and subject < at else first_auxiliary(sentence, at), last),
        content=said.content,
        start=clause_start(sentence, at, sentence.left(subject)),
        subject=agent,
        negated=is_negated(sentence, at),
    )


def _find_subject(sentence: Sentence, at: int) -> int | None:
    """Find the subject of a passive before it, its own or the one that it shares; a gerund in front may stand for it."""
    current = at
    while True:
        own = sentence.first_with_dep(current, "nsubjpass", "csubjpass", "expl", "nsubj", "csubj")
        if own is not None and own < at:
            return own
        gerunds = (kid for kid in sentence.with_dep(current, "advcl") if sentence.tags[kid] == "VBG" and sentence.left(kid) == kid)
        opening = next((kid for kid in gerunds if kid < at), None)
        if opening is not None or sentence.deps[current] != "conj":
            return opening
        current = sentence.heads[current]


def _is_usual(sentence: Sentence, at: int) -> bool:
    """Whether a passive tells what is usual and not what was said (*the station is supported by growers*)."""
    auxiliaries = {sentence.lower[kid] for kid in sentence.with_dep(at, "aux", "auxpass")}
    return bool(auxiliaries & _PRESENT) and not auxiliaries & _PAST


def _read_content(sentence: Sentence, index: CueIndex, cue: Cue, at: int, last: int, subject: int) -> _Said | None:
    """Read what stands before the verb as its subject, or after it where the subject is *it* or is asked to act."""
    readings = cue.by_complement
    impersonal = sentence.lower[subject] in _IMPERSONAL
    if not impersonal and "object" in readings:
        if _is_person(sentence, subject, index) or _tells_place(sentence, last, index):
            return None
        return _Said("passive", readings["object"], (sentence.left(subject), _before_verb(sentence, at)))
    if not impersonal:
        if sentence.lower[at] in index.frame_words[FrameWord.SUMMONS]:
            return None
        readings = {name: reading for name, reading in readings.items() if name == "infinitive"}
    end = clause_end(sentence, at)
    found = find_complement(sentence, at, last, readings, end + 1) if readings else None
    return None if found is None else _Said("impersonal" if impersonal else "passive", found.reading, (found.first, end))


def _is_person(sentence: Sentence, subject: int, index: CueIndex) -> bool:
    """Whether the subject of a passive is somebody, who is then asked or named and is no content."""
    if class_of(sentence, subject, index) in _PERSONS:
        return True
    return sentence.tags[subject] == sentence.tags[subject - 1] == "NNP" and sentence.lower[subject - 1] in _TITLES


def _tells_place(sentence: Sentence, last: int, index: CueIndex) -> bool:
    """Whether a passive tells where something stands: *noted in paragraph 5*."""
    places = index.frame_words[FrameWord.PLACE]
    return sentence.lower[last + 1 : last + 2] == ("in",) and any(word in places for word in sentence.lower[last + 2 : last + 3])


def _before_verb(sentence: Sentence, at: int) -> int:
    last = first_auxiliary(sentence, at) - 1
    while last > 0 and sentence.tags[last] in {",", "RB"}:
        last -= 1
    return last
