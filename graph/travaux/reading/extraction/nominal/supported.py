"""Nouns that a verb carries: *expressed concern*, *concern was voiced*, *X drew criticism*."""

from __future__ import annotations

from travaux.model.lexicon import Cue
from travaux.reading.extraction.clauses import agent_of, clause_end, clause_start, is_negated, is_report
from travaux.reading.extraction.complements import find_complement
from travaux.reading.extraction.cue_index import CueIndex
from travaux.reading.extraction.frames import Frame
from travaux.reading.extraction.nominal.nouns import find_content, find_holder, is_denied, noun_readings
from travaux.reading.extraction.speakers import read_voice
from travaux.reading.extraction.subjects import find_subject
from travaux.reading.language.sentence import Sentence


def read_carried(sentence: Sentence, index: CueIndex, cue: Cue, at: int, last: int) -> Frame | None:
    """Read *several speakers expressed concern about X*."""
    verb = sentence.heads[at]
    subject = find_subject(sentence, verb)
    if subject is None or subject == at or not is_report(sentence, verb, index):
        return None
    voice = read_voice(sentence, subject, index, before=verb)
    end = clause_end(sentence, verb)
    found = find_content(sentence, cue, verb, at, last, end + 1)
    if voice is None or found is None:
        return None
    return Frame(
        rule="noun-with-verb",
        cue=cue.name,
        reading=found.reading,
        anchor=verb,
        cue_words=(verb, max(last, found.cue_end)),
        content=(found.first, end),
        start=clause_start(sentence, verb, voice.words[0]),
        subject=subject,
        negated=is_negated(sentence, verb) or is_denied(sentence, at),
    )


def read_expressed(sentence: Sentence, index: CueIndex, cue: Cue, at: int, last: int) -> Frame | None:
    """Read *concern was expressed by many about X* and *support for X was voiced*: the content follows the verb or the noun."""
    verb = sentence.heads[at]
    agent = agent_of(sentence, verb)
    silent = agent is not None and read_voice(sentence, agent, index) is None
    if silent or not is_report(sentence, verb, index):
        return None
    readings, end = noun_readings(cue), clause_end(sentence, verb)
    before = min([verb, *(kid for kid in sentence.with_dep(verb, "aux", "auxpass", "advmod") if kid > at)])
    inside = find_complement(sentence, at, last, readings, before)
    found = inside or find_complement(sentence, verb, verb, readings, end + 1)
    if found is None:
        return None
    return Frame(
        rule="noun-expressed",
        cue=cue.name,
        reading=found.reading,
        anchor=verb,
        cue_words=(at, found.cue_end if inside else max(verb, found.cue_end)),
        content=(found.first, before - 1 if inside else end),
        start=clause_start(sentence, verb, sentence.left(at)),
        subject=agent,
        negated=is_denied(sentence, at),
    )


def read_received(sentence: Sentence, index: CueIndex, cue: Cue, at: int) -> Frame | None:
    """Read *the need for X received strong support from many*: the content is the subject."""
    verb = sentence.heads[at]
    subject = sentence.first_with_dep(verb, "nsubj", "nsubjpass")
    reading = next((reading for reading in cue.readings if reading.complement in {"for", "to", "object"}), None)
    if subject is None or subject > verb or reading is None or not is_report(sentence, verb, index):
        return None
    if read_voice(sentence, subject, index, before=verb) is not None:
        return None
    first = sentence.left(subject)
    return Frame(
        rule="noun-received",
        cue=cue.name,
        reading=reading,
        anchor=verb,
        cue_words=(verb, at),
        content=(first, min(sentence.right(subject), verb - 1)),
        start=clause_start(sentence, verb, first),
        subject=find_holder(sentence, index, at, verb),
        negated=is_denied(sentence, at),
    )
