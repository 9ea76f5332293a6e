"""Connectives told from the same words inside a phrase: *provided* as a verb, *to* after a noun that it completes."""

from __future__ import annotations

from travaux.reading.extraction.frames import Words
from travaux.reading.language.sentence import Sentence

_PURPOSE_DEPS = frozenset({"advcl", "relcl", "xcomp", "acl"})
_COMPLETED_TAGS = frozenset({"JJ", "VB", "VBD", "VBN", "VBZ", "VBP", "IN", "CC", "MD"})
_COMPLETED_WORDS = frozenset({"order", "as", "need", "right", "not"})
_NEAR = 2


def connects(sentence: Sentence, at: int, end: int) -> bool:
    """Whether the marker on the words ``at``..``end`` joins what follows to a content."""
    tag, word, before = sentence.tags[at], sentence.lower[at], sentence.words[at - 1]
    if word == "and" or (at < end and tag != "VBG" and word != "which"):
        return True
    if tag == "VBG" or word == "which":
        return before == ","
    if word == "if":
        return before.lower() not in {"as", "even"} and sentence.tags[at + 1] not in {"VBN", "JJ", "RB"}
    if word == "provided":
        return before == "," or sentence.deps[at] in {"mark", "prep"}
    return sentence.deps[at] in {"mark", "advmod", "cc", "prep"} and tag in {"IN", "RB"}


def is_purpose(sentence: Sentence, at: int, content: Words, verb: int, *, usual: bool) -> bool:
    """Whether *to* with a verb tells a purpose and completes no noun, adjective or verb before it.

    ``verb`` governs the content. ``usual`` marks verbs that mostly tell purposes (*to avoid*): for them a distance from what they modify
    is enough.
    """
    does = sentence.heads[at]
    if sentence.tags[does] != "VB" or sentence.deps[does] not in _PURPOSE_DEPS or does < at:
        return False
    if sentence.lower[at - 1] in _COMPLETED_WORDS or sentence.tags[at - 1] in _COMPLETED_TAGS:
        return False
    governor = sentence.heads[does]
    if governor == verb:
        return at - content[0] > _NEAR
    return usual and (sentence.deps[does] == "advcl" or at - governor > _NEAR + 1)


def opens_reason(sentence: Sentence, at: int) -> bool:
    """Whether *as* opens a clause of reason: *as it sets the tone*."""
    if sentence.lower[at] != "as" or sentence.deps[at] != "mark" or sentence.lower[at - 1] in {"such", "as", "same"}:
        return False
    verb = sentence.heads[at]
    subject = sentence.first_with_dep(verb, "nsubj", "nsubjpass")
    return subject is not None and at < subject < verb and sentence.tags[verb][:2] in {"VB", "MD"}
