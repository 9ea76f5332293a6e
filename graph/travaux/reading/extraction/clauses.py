"""Clauses: voice, negation, tense, and how far they reach."""

from __future__ import annotations

from collections.abc import Iterator

from travaux.reading.language.sentence import Sentence

_BE = frozenset({"be", "is", "are", "was", "were", "been", "being", "am"})
_NEGATIONS = frozenset({"not", "n't", "never", "nor", "neither", "cannot", "hardly", "no"})
_WILLING = frozenset(
    {"wish", "wished", "like", "want", "wanted", "continue", "continued", "wishes", "went", "sought", "began", "asked", "hastened"}
)
_REPORTED = frozenset({"would", "could", "can", "will", "may", "might", "cannot"})
_EMPHATIC = frozenset(
    "stressing underscoring emphasizing emphasising highlighting underlining supporting welcoming opposing acknowledging recognizing".split()
)
_CONCESSIONS = frozenset({"although", "though", "whereas", "while", "whilst"})
_OPENERS = frozenset({"CC", "RB", ",", "IN", ":", "''", "``"})


def is_passive(sentence: Sentence, verb: int) -> bool:
    """Whether a participle is the verb of a passive clause, its own auxiliary or one that it shares."""
    if sentence.tags[verb] not in {"VBN", "VBD"}:
        return False
    if any(sentence.lower[kid] in _BE for kid in sentence.with_dep(verb, "auxpass", "aux") if kid < verb):
        return sentence.tags[verb] == "VBN" or sentence.first_with_dep(verb, "auxpass") is not None
    head = sentence.heads[verb]
    shared = sentence.deps[verb] == "conj" and head != verb and sentence.first_with_dep(verb, "nsubj", "dobj", "ccomp") is None
    return shared and sentence.tags[verb] == "VBN" and is_passive(sentence, head)


def is_report(sentence: Sentence, verb: int) -> bool:
    """Whether a verb tells what was said: finite, or a participle or infinitive that a finite verb carries.

    A verb that is only possible or wished for (*should be stressed*) reports nothing, except in the first words of polite speech
    (*wished to stress*, *could accept*).
    """
    tag, dep = sentence.tags[verb], sentence.deps[verb]
    modals = [sentence.lower[kid] for kid in sentence.with_dep(verb, "aux") if sentence.tags[kid] == "MD"]
    if modals:
        return not is_passive(sentence, verb) and all(modal in _REPORTED for modal in modals) and not _governed(sentence, verb)
    if any(sentence.tags[kid] == "TO" for kid in sentence.with_dep(verb, "aux")):
        return dep in {"xcomp", "conj"} and sentence.lower[sentence.heads[verb]] in _WILLING
    if tag == "VBG" and any(sentence.lower[kid] in {"when", "while", "in"} for kid in sentence.with_dep(verb, "mark", "advmod")):
        return sentence.lower[verb] in _EMPHATIC
    if tag == "VBG":
        if sentence.first_with_dep(verb, "nsubj") is not None and dep in {"pcomp", "advcl", "conj", "ccomp"}:
            return True
        return dep in {"advcl", "acl", "conj"} or any(sentence.lower[kid] in _BE for kid in sentence.with_dep(verb, "aux"))
    if tag == "VBN":
        has_aux = bool(sentence.with_dep(verb, "aux", "auxpass"))
        return has_aux or (dep == "conj" and is_report(sentence, sentence.heads[verb])) or dep == "ROOT"
    if tag == "VB":
        return bool([kid for kid in sentence.with_dep(verb, "aux") if sentence.lower[kid] in {"did", "do", "does"}])
    return True


def _governed(sentence: Sentence, verb: int) -> bool:
    """Whether a verb stands in a clause of condition."""
    mark = sentence.first_with_dep(verb, "mark")
    return mark is not None and sentence.lower[mark] in {"if", "unless", "so"}


def is_negated(sentence: Sentence, verb: int) -> bool:
    """Whether the verb itself is negated: *did not support*."""
    own = [
        kid
        for kid in sentence.kids[verb]
        if sentence.deps[kid] == "neg" or (sentence.lower[kid] in _NEGATIONS and sentence.tags[kid] == "RB")
    ]
    if any(kid < verb for kid in own):
        return True
    carrier = sentence.heads[verb]
    return sentence.deps[verb] == "xcomp" and carrier != verb and any(sentence.deps[kid] == "neg" for kid in sentence.kids[carrier])


def agent_of(sentence: Sentence, verb: int) -> int | None:
    """Return the head of the phrase after *by* of a passive verb, ``None`` if there is none or it tells by which act."""
    for by in sentence.with_dep(verb, "agent", "prep"):
        if sentence.lower[by] == "by":
            doer = sentence.first_with_dep(by, "pobj")
            if doer is not None and sentence.tags[doer] != "VBG":
                return doer
    return None


def clause_start(sentence: Sentence, verb: int, first: int) -> int:
    """Return the first word of the clause whose own words begin at ``first``: conjunctions and adverbs before it belong to it."""
    if first > verb:
        first = verb
    shared = sentence.first_with_dep(verb, "nsubj", "nsubjpass", "csubj", "csubjpass", "expl") is None
    start = min([verb, *(kid for kid in sentence.with_dep(verb, "aux", "auxpass", "neg", "advmod") if kid < verb)]) if shared else first
    while start > 0 and (sentence.tags[start - 1] in _OPENERS or sentence.lower[start - 1] == "which"):
        start -= 1
    return start


def clause_end(sentence: Sentence, verb: int) -> int:
    """Return the last word that the clause of a verb can reach: the end of the sentence for the main clause, else of its own phrase."""
    above = verb
    while sentence.deps[above] == "conj" and sentence.heads[above] != above:
        above = sentence.heads[above]
    end = (
        len(sentence) - 1
        if sentence.heads[above] == above
        else max(sentence.right(verb), sentence.right(above) if sentence.deps[verb] == "conj" else 0)
    )
    end = min([end, *(stop - 1 for stop in _stops(sentence, verb, above) if stop > verb)])
    while end > verb and sentence.tags[end] in {".", ":", ","} and sentence.lower[end] not in {'"'}:
        end -= 1
    return end


def _stops(sentence: Sentence, verb: int, above: int) -> Iterator[int]:
    """Yield where something begins that no longer belongs to the clause: after a semicolon, a clause beside it, or a concession."""
    yield from (at for at in range(verb + 1, len(sentence) - 1) if sentence.words[at] == ";" and not _goes_on(sentence, at))
    for clause in {verb, above}:
        for kid in sentence.with_dep(clause, "conj", "parataxis"):
            own = sentence.first_with_dep(kid, "nsubj", "nsubjpass", "expl", "csubj", "csubjpass")
            if own is not None and verb < own < kid:
                yield clause_start(sentence, kid, sentence.left(own))
            elif own is None and kid > verb and sentence.tags[kid] == "VBD" and sentence.tags[clause] == "VBD":
                yield clause_start(sentence, kid, kid)
        for kid in sentence.with_dep(clause, "advcl"):
            mark = sentence.first_with_dep(kid, "mark", "advmod")
            if mark is not None and sentence.lower[mark] in _CONCESSIONS and mark > verb and sentence.lower[mark - 1] == ",":
                yield mark


def _goes_on(sentence: Sentence, at: int) -> bool:
    """Whether a semicolon stands between the items of a list: *deleting A; adding B; and retaining C*."""
    following = at + 1
    while following < len(sentence) - 1 and sentence.lower[following] in {"and", "or"}:
        following += 1
    return sentence.tags[following] in {"VBG", "TO"} or sentence.lower[following] == "that"
