"""How many: the quantifier of a speaker phrase."""

from __future__ import annotations

from travaux.model.schemes import Prevalence
from travaux.reading.extraction.cue_index import CueIndex
from travaux.reading.language.sentence import Sentence

_NOBODY = frozenset({"no", "nobody", "none", "neither"})
_BARELY = frozenset({"neither", "not", "hardly", "scarcely", "barely"})
_ARTICLES = (("a",), ("an",))
_BEFORE_QUANTIFIER = frozenset({"of", "for", "with"})


def read_prevalence(sentence: Sentence, first: int, head: int, index: CueIndex) -> Prevalence | None:
    """Return the class of the quantifier that stands before, or is, the head of a phrase, ``None`` if it has none or it is denied.

    An adverb right before the phrase belongs to it: *nearly all*, *not all*.
    """
    if is_denied(sentence, first):
        return None
    start = first - 1 if first > 0 and sentence.tags[first - 1] == "RB" else first
    for at in range(start, head + 1):
        if at > first and _ends_search(sentence, at - 1):
            return None
        for phrase, prevalence in index.quantifiers.get(sentence.lower[at], ()):
            if at + len(phrase) - 1 <= head and sentence.matches(at, phrase) and not _is_article(sentence, phrase, at, first, head):
                return prevalence
    return None


def is_denied(sentence: Sentence, first: int) -> bool:
    """Whether a speaker phrase denies that those whom it names spoke: *no delegation*, *not all members*, *hardly any respondent*."""
    return sentence.lower[first] in _NOBODY or (first > 0 and sentence.lower[first - 1] in _BARELY) or sentence.lower[first] in _BARELY


def _ends_search(sentence: Sentence, word: int) -> bool:
    """Whether what follows a word no longer counts the head (*the delegation of one State*)."""
    return sentence.tags[word] in {"IN", "NN", "NNS", "NNP"} and sentence.lower[word] not in _BEFORE_QUANTIFIER


def _is_article(sentence: Sentence, phrase: tuple[str, ...], at: int, first: int, head: int) -> bool:
    """Whether *a* belongs to another word than the head and does not say that one speaks."""
    return phrase in _ARTICLES and (sentence.tags[head] in {"NNS", "NNPS"} or at != first)
