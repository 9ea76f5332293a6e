"""Clauses: passives, negation, what reports and what is only possible, and how far a clause reaches."""

from __future__ import annotations

from collections.abc import Iterator

from travaux.model.lexicon import FrameWord
from travaux.reading.extraction.cue_index import CueIndex
from travaux.reading.language.sentence import Sentence

FINITE_BE = frozenset({"is", "are", "was", "were"})
BE = frozenset({"be", "been", "being", "am"}) | FINITE_BE

_EXCLUSIVES = frozenset({"only", "just", "merely"})
_NEGATIONS = frozenset({"not", "n't", "never", "nor", "neither", "cannot", "hardly", "no"})
_POLITE = frozenset({"would", "could", "can", "will", "may", "might", "cannot"})
_CONDITIONS = frozenset({"if", "unless", "so"})
_DO = frozenset({"did", "do", "does"})
CONCESSIONS = frozenset({"although", "though", "whereas", "while", "whilst"})
"""What sets a clause against the one beside it."""
_OPENERS = frozenset({"CC", "RB", ",", "IN", ":", "''", "``"})
SUBJECTS = ("nsubj", "nsubjpass", "csubj", "csubjpass", "expl")
"""How a subject depends on its verb."""
AS_WELL_AS = ("as", "well", "as")


def is_passive(sentence: Sentence, verb: int) -> bool:
    """Whether a participle is the verb of a passive clause, its own auxiliary or one that it shares."""
    if sentence.tags[verb] not in {"VBN", "VBD"}:
        return False
    if any(sentence.lower[kid] in BE for kid in sentence.with_dep(verb, "auxpass", "aux") if kid < verb):
        return sentence.tags[verb] == "VBN" or sentence.first_with_dep(verb, "auxpass") is not None
    head = sentence.heads[verb]
    shared = sentence.deps[verb] == "conj" and head != verb and sentence.first_with_dep(verb, "nsubj", "dobj", "ccomp") is None
    return shared and sentence.tags[verb] == "VBN" and is_passive(sentence, head)


def is_report(sentence: Sentence, verb: int, index: CueIndex) -> bool:
    """Whether a verb tells what was said: finite, or a participle or infinitive that a finite verb carries.

    A verb that is only possible or wished for (*should be stressed*) reports nothing, except in the first words of polite speech
    (*wished to stress*, *could accept*).
    """
    auxiliaries = sentence.with_dep(verb, "aux")
    modals = [sentence.lower[kid] for kid in auxiliaries if sentence.tags[kid] == "MD"]
    if modals:
        return not is_passive(sentence, verb) and all(modal in _POLITE for modal in modals) and not _is_conditional(sentence, verb)
    if any(sentence.tags[kid] == "TO" for kid in auxiliaries):
        carrier = sentence.lower[sentence.heads[verb]]
        return sentence.deps[verb] in {"xcomp", "conj"} and carrier in index.frame_words[FrameWord.CARRYING]
    match sentence.tags[verb]:
        case "VBG":
            return _is_reporting_participle(sentence, verb, index)
        case "VBN":
            shared = sentence.deps[verb] == "conj" and is_report(sentence, sentence.heads[verb], index)
            return shared or sentence.deps[verb] == "ROOT" or sentence.first_with_dep(verb, "aux", "auxpass") is not None
        case "VB":
            return any(sentence.lower[kid] in _DO for kid in auxiliaries)
        case _:
            return True


def _is_conditional(sentence: Sentence, verb: int) -> bool:
    """Whether a verb stands in a clause of condition."""
    mark = sentence.first_with_dep(verb, "mark")
    return mark is not None and sentence.lower[mark] in _CONDITIONS


def _is_reporting_participle(sentence: Sentence, verb: int, index: CueIndex) -> bool:
    """Whether a participle reports beside a finite verb: *…, stressing that*, *with several stressing*, *was stressing*."""
    if any(sentence.lower[kid] in {"when", "while", "in"} for kid in sentence.with_dep(verb, "mark", "advmod")):
        return sentence.lower[verb] in index.frame_words[FrameWord.CONCEDING]
    dep = sentence.deps[verb]
    if dep in {"advcl", "acl", "conj"} or any(sentence.lower[kid] in BE for kid in sentence.with_dep(verb, "aux")):
        return True
    return dep in {"pcomp", "ccomp"} and sentence.first_with_dep(verb, "nsubj") is not None


def is_negated(sentence: Sentence, verb: int) -> bool:
    """Whether the verb itself is negated, or the verb that carries it: *did not support*, *did not wish to support*.

    *Not only* negates nothing.
    """
    for kid in sentence.kids[verb]:
        negates = sentence.deps[kid] == "neg" or (sentence.lower[kid] in _NEGATIONS and sentence.tags[kid] == "RB")
        if negates and kid < verb and sentence.lower[kid + 1] not in _EXCLUSIVES:
            return True
    carrier = sentence.heads[verb]
    return sentence.deps[verb] == "xcomp" and carrier != verb and sentence.first_with_dep(carrier, "neg") is not None


def first_auxiliary(sentence: Sentence, verb: int) -> int:
    """Return the first word of a verb with all its auxiliaries and its negation: *did not support*, *was underscored*."""
    helping = (kid for kid in sentence.with_dep(verb, "aux", "auxpass", "neg") if kid < verb and sentence.tags[kid] != "TO")
    return min(helping, default=verb)


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
    start = min(first, verb)
    if sentence.first_with_dep(verb, *SUBJECTS) is None:
        start = min([verb, *sentence.with_dep(verb, "aux", "auxpass", "neg", "advmod")])
    while start > 0 and (sentence.tags[start - 1] in _OPENERS or sentence.lower[start - 1] == "which"):
        start -= 1
    return start


def clause_end(sentence: Sentence, verb: int) -> int:
    """Return the last word that the clause of a verb can reach: the end of the sentence for the main clause, else of its own phrase."""
    above = sentence.first_conjunct(verb)
    end = len(sentence) - 1 if sentence.heads[above] == above else max(sentence.right(verb), sentence.right(above))
    end = min([end, *(stop - 1 for stop in _stops(sentence, verb, above) if stop > verb)])
    while end > verb and sentence.tags[end] in {".", ":", ","} and sentence.lower[end] != '"':
        end -= 1
    return end


def _stops(sentence: Sentence, verb: int, above: int) -> Iterator[int]:
    """Yield where something begins that no longer belongs to the clause: after a semicolon, a clause beside it, or a concession."""
    yield from (at for at in range(verb + 1, len(sentence) - 1) if sentence.words[at] == ";" and not _goes_on(sentence, at))
    for clause in dict.fromkeys((verb, above)):
        for other in sentence.with_dep(clause, "conj", "parataxis"):
            yield from _clause_beside(sentence, clause, other, verb)
        for other in sentence.with_dep(clause, "advcl"):
            mark = sentence.first_with_dep(other, "mark", "advmod")
            if mark is not None and mark > verb and sentence.lower[mark] in CONCESSIONS and sentence.lower[mark - 1] == ",":
                yield mark


def _clause_beside(sentence: Sentence, clause: int, other: int, verb: int) -> Iterator[int]:
    """Yield where a coordinated clause begins: one with a subject of its own, or one more past verb of the same subject."""
    own = sentence.first_with_dep(other, *SUBJECTS)
    if own is not None and verb < own < other:
        yield clause_start(sentence, other, sentence.left(own))
    elif own is None and other > verb and sentence.tags[other] == sentence.tags[clause] == "VBD":
        yield clause_start(sentence, other, other)


def _goes_on(sentence: Sentence, at: int) -> bool:
    """Whether a semicolon stands between the items of a list: *deleting A; adding B; and retaining C*."""
    following = at + 1
    while following < len(sentence) - 1 and sentence.lower[following] in {"and", "or"}:
        following += 1
    return sentence.tags[following] in {"VBG", "TO"} or sentence.lower[following] == "that" or is_enumerator(sentence, following)


def is_enumerator(sentence: Sentence, at: int) -> bool:
    """Whether a number or letter of a list stands at a word: *(a)*, *(ii)*."""
    words = sentence.lower[at : at + 3]
    return (
        len(words) == len(("(", "a", ")")) and words[0] == "(" and words[2] == ")" and len(words[1]) <= len("viii") and words[1].isalnum()
    )
