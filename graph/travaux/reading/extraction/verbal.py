"""Frames of verbs: *many speakers stressed*, *the need was underscored*, *it was noted that*."""

from __future__ import annotations

from collections.abc import Iterator

from travaux.model.lexicon import Cue, SpeakerClass, WordClass
from travaux.model.schemes import Act, Stance
from travaux.reading.extraction.clauses import agent_of, clause_end, clause_start, is_negated, is_passive, is_report
from travaux.reading.extraction.complements import Complement, find_complement
from travaux.reading.extraction.cue_index import CueIndex
from travaux.reading.extraction.frames import Frame
from travaux.reading.extraction.speakers import Voice, class_of, read_voice
from travaux.reading.extraction.subjects import find_subject, main_subject
from travaux.reading.language.sentence import Sentence


def find_verbal(sentence: Sentence, index: CueIndex) -> Iterator[Frame]:
    """Yield the frames whose cue is a verb, in the order of the words."""
    for at in range(len(sentence)):
        if not _can_report(sentence, at):
            continue
        for cue, last in index.cue_at(sentence, at, WordClass.VERB):
            frame = _passive(sentence, index, cue, at, last) if is_passive(sentence, at) else _active(sentence, index, cue, at, last)
            if frame is not None:
                yield frame
            if frame is not None or cue.rest:
                break


def _can_report(sentence: Sentence, at: int) -> bool:
    tag = sentence.tags[at]
    if tag in {"VBD", "VBZ", "VBP", "VBN", "VBG", "VB"}:
        return True
    return (
        tag in {"NN", "NNS", "JJ"}
        and sentence.deps[at] in {"ROOT", "conj", "ccomp", "advcl"}
        and sentence.first_with_dep(at, "nsubj") is not None
    )


def _active(sentence: Sentence, index: CueIndex, cue: Cue, at: int, last: int) -> Frame | None:
    if not is_report(sentence, at, index):
        return None
    readings = {reading.complement: reading for reading in cue.readings}
    subject = _resumed(sentence, index, at)
    if subject is None:
        subject = find_subject(sentence, at)
    if subject is None or subject == at or _is_asked_about(sentence, at):
        return None
    voice = read_voice(sentence, subject, index, before=at)
    if voice is None and sentence.deps[at] == "acl" and (main := main_subject(sentence, at)) is not None:
        subject, voice = main, read_voice(sentence, main, index, before=at)
    if voice is None:
        return _received(sentence, index, cue, at, last)
    limit = clause_end(sentence, at) + 1
    found = find_complement(sentence, at, last, readings, limit)
    if found is None or _is_procedure(sentence, index, voice, found, at):
        return None
    return Frame(
        rule="active",
        cue=cue.name,
        reading=found.reading,
        anchor=at,
        cue_words=(at, max(last, found.cue_end)),
        content=(found.first, limit - 1),
        start=clause_start(sentence, at, voice.words[0]),
        subject=subject,
        negated=is_negated(sentence, at),
    )


def _resumed(sentence: Sentence, index: CueIndex, at: int) -> int | None:
    """Return the speaker whom a past verb takes up after what he said in another tense (*said that it would cost and urged X*)."""
    if sentence.deps[at] != "conj" or sentence.tags[at] != "VBD" or sentence.first_with_dep(at, "nsubj") is not None:
        return None
    said = sentence.heads[at]
    if sentence.tags[said] == "VBD" and not any(sentence.tags[kid] == "MD" for kid in sentence.with_dep(said, "aux")):
        own = find_subject(sentence, said)
        if own is not None and read_voice(sentence, own, index) is not None:
            return None
    for above in sentence.ancestors(said):
        own = sentence.first_with_dep(above, "nsubj")
        if sentence.tags[above] == "VBD" and own is not None and read_voice(sentence, own, index, before=above) is not None:
            return own
    return None


def _received(sentence: Sentence, index: CueIndex, cue: Cue, at: int, last: int) -> Frame | None:
    """Read *the proposal received support from X*: what was received is about the subject."""
    reading, subject = cue.reading("subject"), sentence.first_with_dep(at, "nsubj")
    if reading is None or subject is None or subject > at:
        return None
    holder = None
    for prep in sentence.with_dep(at, "prep", "agent"):
        whose = sentence.first_with_dep(prep, "pobj")
        if sentence.lower[prep] in {"from", "by", "among"} and whose is not None and read_voice(sentence, whose, index) is not None:
            holder = whose
    return Frame(
        rule="received",
        cue=cue.name,
        reading=reading,
        anchor=at,
        cue_words=(at, last),
        content=(sentence.left(subject), at - 1),
        start=clause_start(sentence, at, sentence.left(subject)),
        subject=holder,
        negated=is_negated(sentence, at),
    )


def _is_asked_about(sentence: Sentence, at: int) -> bool:
    """Whether a verb stands in an indirect question or only tells which speakers are meant (*those who commented on X*)."""
    if sentence.deps[at] == "relcl":
        who = next((kid for kid in sentence.kids[at] if sentence.lower[kid] == "who"), None)
        return who is not None and sentence.words[who - 1] != ","
    return any(sentence.lower[kid] in {"whether", "if"} for kid in sentence.with_dep(at, "mark"))


def _is_procedure(sentence: Sentence, index: CueIndex, voice: Voice, found: Complement, verb: int) -> bool:
    """Whether a frame tells of procedure: what a body decides or takes note of, courtesies, and questions that only ask."""
    reading = found.reading
    if reading.act is Act.QUESTION and reading.stance is Stance.NEUTRAL:
        return True
    if voice.speaker_class is SpeakerClass.BODY:
        decided = reading.act in {Act.PROPOSE, Act.CALL_FOR, Act.RECOMMEND, Act.SUPPORT} or sentence.tags[verb] in {"VBZ", "VBP"}
        return decided or (reading.complement == "object" and _object_class(sentence, found.first, index) is SpeakerClass.TEXT)
    if reading.act in {Act.WELCOME, Act.COMMEND} and reading.complement == "object" and sentence.lower[verb] in _COURTESIES:
        greeted = _object_class(sentence, found.first, index)
        return greeted in {SpeakerClass.GROUP, SpeakerClass.PRONOUN, SpeakerClass.OFFICER}
    return sentence.tags[verb] in {"VBZ", "VBP"} and sentence.lower[voice.words[0]] in {"a", "an"}


_COURTESIES = frozenset({"welcomed", "thanked", "greeted", "congratulated", "welcoming", "thanking"})


def _object_class(sentence: Sentence, first: int, index: CueIndex) -> SpeakerClass | None:
    """Return what the head of an object is among the speakers: persons, a body, a text."""
    word = first
    while word < len(sentence) and sentence.tags[word] in {"DT", "JJ", "PRP$", "CD", "NNP", "POS"}:
        word += 1
    if word >= len(sentence) or sentence.tags[word] == "PRP":
        return SpeakerClass.PRONOUN
    while word + 1 < len(sentence) and sentence.tags[word + 1].startswith("NN"):
        word += 1
    return class_of(sentence, word, index)


def _passive(sentence: Sentence, index: CueIndex, cue: Cue, at: int, last: int) -> Frame | None:
    if not is_report(sentence, at, index):
        return None
    agent = agent_of(sentence, at)
    if agent is not None and read_voice(sentence, agent, index) is None:
        return None
    subject = _passive_subject(sentence, at)
    if subject is None or (_is_present(sentence, at) and sentence.lower[subject] != "it"):
        return None
    readings = {reading.complement: reading for reading in cue.readings}
    limit = clause_end(sentence, at) + 1
    first = sentence.left(subject)
    if sentence.lower[subject] in {"it", "there"}:
        found = find_complement(sentence, at, last, readings, limit)
        if found is None:
            return None
        reading, content, rule = found.reading, (found.first, limit - 1), "impersonal"
    elif "object" in readings:
        if _is_person(sentence, subject, index) or (
            sentence.matches(last + 1, ("in",)) and sentence.lower[last + 2 : last + 3] and sentence.lower[last + 2] in _PLACES
        ):
            return None
        reading, content, rule = readings["object"], (first, _before_verb(sentence, at)), "passive"
    elif sentence.lower[at] in _ASKED:
        return None
    elif "infinitive" in readings and (found := find_complement(sentence, at, last, {"infinitive": readings["infinitive"]}, limit)):
        reading, content, rule = found.reading, (found.first, limit - 1), "passive"
    else:
        return None
    return Frame(
        rule=rule,
        cue=cue.name,
        reading=reading,
        anchor=at,
        cue_words=(_first_auxiliary(sentence, at), last),
        content=content,
        start=clause_start(sentence, at, first),
        subject=agent,
        negated=is_negated(sentence, at),
    )


def _passive_subject(sentence: Sentence, at: int) -> int | None:
    current = at
    while True:
        own = sentence.first_with_dep(current, "nsubjpass", "csubjpass", "expl", "nsubj", "csubj")
        if own is not None and own < at:
            return own
        opening = [
            kid for kid in sentence.with_dep(current, "advcl") if kid < at and sentence.tags[kid] == "VBG" and sentence.left(kid) == kid
        ]
        if opening:
            return opening[0]
        if sentence.deps[current] != "conj":
            return None
        current = sentence.heads[current]


_PLACES = frozenset({"paragraph", "paragraphs", "section", "document", "annex", "table", "figure", "chapter", "appendix"})
_ASKED = frozenset({"asked", "invited", "requested", "expected", "told", "instructed"})


def _is_person(sentence: Sentence, subject: int, index: CueIndex) -> bool:
    """Whether the subject of a passive is somebody, who is then asked or named and is no content."""
    return class_of(sentence, subject, index) in {SpeakerClass.GROUP, SpeakerClass.ROLE, SpeakerClass.PRONOUN, SpeakerClass.OFFICER} or (
        sentence.tags[subject] == "NNP"
        and sentence.tags[subject - 1] == "NNP"
        and sentence.lower[subject - 1] in {"mr.", "ms.", "mrs.", "dr.", "prof."}
    )


def _before_verb(sentence: Sentence, at: int) -> int:
    last = _first_auxiliary(sentence, at) - 1
    while last > 0 and sentence.tags[last] in {",", "RB"}:
        last -= 1
    return last


def _is_present(sentence: Sentence, at: int) -> bool:
    """Whether a passive tells what is usual and not what was said (*the station is supported by growers*)."""
    auxiliaries = {sentence.lower[kid] for kid in sentence.with_dep(at, "aux", "auxpass")}
    return bool(auxiliaries & {"is", "are", "being", "be"}) and not auxiliaries & {"was", "were", "has", "have", "had"}


def _first_auxiliary(sentence: Sentence, at: int) -> int:
    auxiliaries = sentence.with_dep(at, "aux", "auxpass")
    return min(auxiliaries) if auxiliaries and min(auxiliaries) < at else at
