"""The subject of a verb that reports: its own, or the one that it shares."""

from __future__ import annotations

from travaux.reading.language.sentence import Sentence

_SHARING = frozenset({"conj", "xcomp", "advcl", "dep", "parataxis", "ccomp"})


def find_subject(sentence: Sentence, verb: int) -> int | None:
    """Find the head of the subject of an active verb, its own or the one that it shares, ``None`` if there is none.

    A verb in coordination, a participle and an infinitive take the subject of the verb above; *who* stands for what its clause modifies.
    """
    current = verb
    while True:
        own = sentence.first_with_dep(current, "nsubj")
        if own is not None:
            return _antecedent(sentence, own, current)
        impersonal = current != verb and sentence.first_with_dep(current, "nsubjpass", "expl") is not None
        head = sentence.heads[current]
        if impersonal or head == current:
            return None
        if sentence.deps[current] == "acl" and sentence.tags[current] == "VBG":
            return head
        if sentence.deps[current] not in _SHARING:
            return main_subject(sentence, verb)
        current = head


def main_subject(sentence: Sentence, verb: int) -> int | None:
    """Find the subject of the main verb before a finite verb or participle that the parser hung on a word of its object."""
    path = (verb, *sentence.ancestors(verb))
    root = path[-1]
    if sentence.tags[verb] not in {"VBD", "VBG"} or root >= verb or not sentence.tags[root].startswith("VB"):
        return None
    if any(sentence.deps[above] == "relcl" for above in path):
        return None
    return sentence.first_with_dep(root, "nsubj")


def _antecedent(sentence: Sentence, subject: int, verb: int) -> int:
    if sentence.lower[subject] != "who":
        return subject
    above = sentence.first_conjunct(verb)
    return sentence.heads[above] if sentence.deps[above] == "relcl" else subject
