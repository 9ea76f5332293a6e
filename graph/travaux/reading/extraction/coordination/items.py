"""Items of a coordination by the parse: what is joined to what, and what is joined too closely to be split."""

from __future__ import annotations

from collections.abc import Iterator

from travaux.model.lexicon import MarkerKind
from travaux.reading.extraction.cue_index import CueIndex
from travaux.reading.extraction.frames import Words
from travaux.reading.language.sentence import Sentence

LINKS = frozenset({"of", "for", "to", "in", "on"})
"""Prepositions between a noun such as *importance* and what it is about."""

_NOUNS = frozenset({"NN", "NNS", "NNP", "NNPS"})
_NOMINAL = _NOUNS | {"VBG"}
_OWN = frozenset({"DT", "PRP$", "JJ"})
_PAIRED = frozenset({"both", "between"})


def conjuncts_of(sentence: Sentence, head: int, content: Words) -> Iterator[int]:
    """Yield what is coordinated with a word, and with that in turn, inside the content."""
    waiting = [head]
    while waiting:
        word = waiting.pop(0)
        for kid in sentence.with_dep(word, "conj", "appos"):
            inside = content[0] <= kid <= content[1] and kid > head
            if inside and (sentence.deps[kid] == "conj" or _is_listed(sentence, kid)):
                yield kid
                waiting.append(kid)


def can_stand(sentence: Sentence, head: int, conjunct: int) -> bool:
    """Whether a conjunct is of the kind of the first one, with words of its own, and is no rejected option."""
    if _is_rejected(sentence, sentence.left(conjunct)):
        return False
    one, other = sentence.tags[head], sentence.tags[conjunct]
    if one.startswith("VB") and other.startswith("VB"):
        return _has_object(sentence, head, conjunct) and (one == other or other in {"VBG", "VB"})
    return one in _NOMINAL and other in _NOMINAL and not _is_tight(sentence, head, conjunct)


def items_below(sentence: Sentence, head: int, content: Words, index: CueIndex) -> Iterator[int]:
    """Yield where further items begin under *the importance of A, B and C*."""
    for prep in sentence.with_dep(head, "prep", "acl"):
        item = _item(sentence, prep)
        if item is None:
            continue
        for conjunct in conjuncts_of(sentence, item, content):
            if _are_named(sentence, item, conjunct) or (can_stand(sentence, item, conjunct) and not _shares(sentence, item, conjunct)):
                yield sentence.left(conjunct)
        if index.marker_at(sentence, item, MarkerKind.MATTER) is not None:
            yield from items_below(sentence, item, content, index)
        for other in sentence.with_dep(prep, "conj"):
            if sentence.lower[other] == sentence.lower[prep]:
                yield other + 1


def _item(sentence: Sentence, prep: int) -> int | None:
    if sentence.deps[prep] == "acl":
        return prep
    return sentence.first_with_dep(prep, "pobj", "pcomp") if sentence.lower[prep] in LINKS else None


def _is_listed(sentence: Sentence, word: int) -> bool:
    """Whether an apposition is an item of a list (*A, B and C*): something is coordinated with it."""
    return sentence.first_with_dep(word, "conj") is not None and sentence.words[sentence.left(word) - 1] == ","


def _is_rejected(sentence: Sentence, begin: int) -> bool:
    if sentence.lower[begin - 1] == "not":
        return True
    return sentence.matches(begin - 2, ("rather", "than")) or sentence.matches(begin - 2, ("instead", "of"))


def _has_object(sentence: Sentence, head: int, conjunct: int) -> bool:
    """Whether the first of two verbs has something of its own before the second (*review and amend the text* is one content)."""
    own = (kid for kid in sentence.kids[head] if kid > head and sentence.right(kid) < conjunct)
    return any(sentence.deps[kid] not in {"cc", "punct", "advmod", "conj"} for kid in own)


def _is_tight(sentence: Sentence, head: int, conjunct: int) -> bool:
    """Whether two nouns are joined without words of their own (*checks and balances*) or paired (*between A and B*)."""
    bare = sentence.left(conjunct) == conjunct
    if bare and sentence.lower[sentence.left(head)] in _PAIRED:
        return True
    adjacent = conjunct - head == len(("and", "balances"))
    return bare and adjacent and sentence.right(conjunct) == conjunct and sentence.left(head) == head


def _are_named(sentence: Sentence, item: int, conjunct: int) -> bool:
    """Whether two nouns are named side by side: *legality and necessity*."""
    if not _has_own_words(sentence, conjunct) or sentence.lower[item - 1] in _PAIRED:
        return False
    return sentence.tags[item] in _NOUNS and sentence.tags[conjunct] in _NOUNS


def _shares(sentence: Sentence, item: int, conjunct: int) -> bool:
    """Whether a bare noun shares the noun of the next item: *education and awareness-raising measures*."""
    bare = sentence.left(item) == item and sentence.lower[item + 1] in {"and", "or"}
    return bare and sentence.right(item) == sentence.right(conjunct) and not _has_own_words(sentence, conjunct)


def _has_own_words(sentence: Sentence, conjunct: int) -> bool:
    """Whether nothing that stands before the noun of an item could belong to the noun alone."""
    begin = sentence.left(conjunct)
    return begin == conjunct or sentence.tags[begin] in _OWN
