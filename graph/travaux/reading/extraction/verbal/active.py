"""Active verbs: *several speakers cautioned against X*, and *the proposal received support*, whose content is the subject."""

from __future__ import annotations

from travaux.model.lexicon import Cue
from travaux.reading.extraction.clauses import clause_end, clause_start, first_auxiliary, is_negated
from travaux.reading.extraction.complements import find_complement
from travaux.reading.extraction.cue_index import CueIndex
from travaux.reading.extraction.frames import Frame
from travaux.reading.extraction.speakers import read_voice
from travaux.reading.extraction.speakers.prevalence import is_denied
from travaux.reading.extraction.subjects import find_subject, main_subject
from travaux.reading.extraction.verbal.procedure import is_procedure
from travaux.reading.language.sentence import Sentence


def read_active(sentence: Sentence, index: CueIndex, cue: Cue, at: int, last: int) -> Frame | None:
    """Read the frame of an active verb at a word, whose cue ends at ``last``, ``None`` if it reports no statement."""
    subject = _find_speaker(sentence, index, at)
    if subject is None or subject == at or _is_aside(sentence, at):
        return None
    voice = read_voice(sentence, subject, index, before=at)
    if voice is None:
        return _read_received(sentence, index, cue, at, last)
    limit = clause_end(sentence, at) + 1
    found = find_complement(sentence, at, last, cue.by_complement, limit)
    if found is None or is_procedure(sentence, index, voice, found, at):
        return None
    return Frame(
        rule="active",
        cue=cue.name,
        reading=found.reading,
        anchor=at,
        cue_words=(first_auxiliary(sentence, at), max(last, found.cue_end)),
        content=(found.first, limit - 1),
        start=clause_start(sentence, at, voice.words[0]),
        subject=subject,
        negated=is_negated(sentence, at) != is_denied(sentence, voice.words[0]),
    )


def _find_speaker(sentence: Sentence, index: CueIndex, at: int) -> int | None:
    """Find who says it: the speaker whom the verb takes up, its subject, or that of the main verb if its own cannot speak."""
    resumed = _resumed_speaker(sentence, index, at)
    if resumed is not None:
        return resumed
    subject = find_subject(sentence, at)
    if subject is None or sentence.deps[at] != "acl" or read_voice(sentence, subject, index, before=at) is not None:
        return subject
    main = main_subject(sentence, at)
    return subject if main is None else main


def _resumed_speaker(sentence: Sentence, index: CueIndex, at: int) -> int | None:
    """Return the speaker whom a past verb takes up after what he said in another tense (*said that it would cost and urged X*)."""
    if sentence.deps[at] != "conj" or sentence.tags[at] != "VBD" or sentence.first_with_dep(at, "nsubj") is not None:
        return None
    said = sentence.heads[at]
    modal = any(sentence.tags[kid] == "MD" for kid in sentence.with_dep(said, "aux"))
    own = find_subject(sentence, said) if sentence.tags[said] == "VBD" and not modal else None
    if own is not None and read_voice(sentence, own, index) is not None:
        return None
    for above in sentence.ancestors(said):
        own = sentence.first_with_dep(above, "nsubj")
        if own is not None and sentence.tags[above] == "VBD" and read_voice(sentence, own, index, before=above) is not None:
            return own
    return None


def _is_aside(sentence: Sentence, at: int) -> bool:
    """Whether a verb stands in an indirect question or only tells which speakers are meant (*those who commented on X*)."""
    if sentence.deps[at] == "relcl":
        who = next((kid for kid in sentence.kids[at] if sentence.lower[kid] == "who"), None)
        return who is not None and sentence.words[who - 1] != ","
    return any(sentence.lower[kid] in {"whether", "if"} for kid in sentence.with_dep(at, "mark"))


def _read_received(sentence: Sentence, index: CueIndex, cue: Cue, at: int, last: int) -> Frame | None:
    """Read *the proposal received support from X*: what was received is about the subject."""
    reading, subject = cue.reading("subject"), sentence.first_with_dep(at, "nsubj")
    if reading is None or subject is None or subject > at:
        return None
    first = sentence.left(subject)
    return Frame(
        rule="received",
        cue=cue.name,
        reading=reading,
        anchor=at,
        cue_words=(at, last),
        content=(first, at - 1),
        start=clause_start(sentence, at, first),
        subject=_find_giver(sentence, index, at),
        negated=is_negated(sentence, at),
    )


def _find_giver(sentence: Sentence, index: CueIndex, at: int) -> int | None:
    """Find who gives the support: *from several delegations*, *among members*; the last that is named."""
    found = None
    for prep in range(at + 1, len(sentence)):
        whose = sentence.first_with_dep(prep, "pobj")
        if whose is not None and sentence.lower[prep] in {"from", "by", "among"} and read_voice(sentence, whose, index) is not None:
            found = whose
    return found
