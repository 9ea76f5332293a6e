"""Frames within frames: whether a cue that stands in the content of another belongs to it or stands beside it."""

from __future__ import annotations

from travaux.reading.extraction.clauses import CONCESSIONS
from travaux.reading.extraction.frames import Frame
from travaux.reading.extraction.speakers import PRONOUNS
from travaux.reading.language.sentence import Sentence


def contains(outer: Frame, inner: Frame) -> bool:
    """Whether the cue of a frame stands in the content of another."""
    return outer.content[0] <= inner.cue_words[0] <= outer.content[1] and outer.anchor != inner.anchor


def stands_beside(sentence: Sentence, outer: Frame, inner: Frame) -> bool:
    """Whether a frame is no part of the content of another although it stands after its cue."""
    word, same = inner.anchor, inner.subject == outer.subject
    if inner.subject is not None and same and sentence.deps[word] == "conj" and sentence.tags[word] == "VBD":
        return True
    if not same and _opens_clause(sentence, inner):
        return True
    if inner.subject is not None and sentence.deps[word] == "relcl" and sentence.lower[inner.subject] in PRONOUNS:
        return True
    while sentence.deps[word] == "conj" and sentence.heads[word] != word:
        word = sentence.heads[word]
        if word == outer.anchor:
            return True
    return not _belongs(sentence, word, outer) or _resumes(sentence, outer, inner)


def _opens_clause(sentence: Sentence, frame: Frame) -> bool:
    """Whether a frame opens a clause of its own after a comma: *…, and several judged that Y*."""
    subject = frame.subject
    if subject is None or not frame.start < subject < frame.anchor:
        return False
    opening = sentence.lower[frame.start : subject]
    joined = opening[0] == "," and not {"and", "but", "while", "whereas"}.isdisjoint(opening)
    return joined and sentence.tags[frame.anchor] == "VBD" and sentence.tags[subject] != "PRP"


def _belongs(sentence: Sentence, word: int, outer: Frame) -> bool:
    """Whether a word stands in the content of a frame and depends on that content, not on the cue directly."""
    first, last = outer.content
    if not first <= word <= last:
        return False
    above = word
    for head in sentence.ancestors(word):
        if head == outer.anchor:
            return _is_subordinate(sentence, above)
        if not first <= head <= last:
            return False
        above = head
    return False


def _is_subordinate(sentence: Sentence, verb: int) -> bool:
    """Whether a clause belongs to the content before it; a clause of contrast (*while others …*) stands beside it."""
    participle = sentence.tags[verb] == "VBG"
    if sentence.deps[verb] in {"conj", "parataxis"} or (participle and sentence.first_with_dep(verb, "nsubj") is not None):
        return False
    if sentence.deps[verb] != "advcl" or participle:
        return True
    mark = sentence.first_with_dep(verb, "mark", "advmod")
    return mark is None or sentence.lower[mark] not in CONCESSIONS


def _resumes(sentence: Sentence, outer: Frame, inner: Frame) -> bool:
    """Whether a past verb right after a coordinator takes up the subject of the cue although the parser hung it deeper."""
    if inner.subject is None or inner.subject != outer.subject or outer.reading.complement == "that":
        return False
    joined = not {"and", "but"}.isdisjoint(sentence.lower[inner.start : inner.anchor])
    return joined and sentence.tags[inner.anchor] == sentence.tags[outer.anchor] == "VBD"
