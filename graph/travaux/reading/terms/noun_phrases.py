"""Noun phrases of a tagged sentence: adjectives and nouns before a noun, and two such joined by *of*."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum

from travaux.reading.language.sentence import Sentence
from travaux.reading.linking.words import read_words
from travaux.reading.terms.wording import (
    ADJECTIVE_ENDINGS,
    BOUND_AFTER_BY,
    EMPTY_BEFORE_OF,
    EMPTY_HEADS,
    EMPTY_MODIFIERS,
    NOUNS_LIKE_ADJECTIVES,
)

LONGEST = 6
"""The most content words of a term."""

_WORD = re.compile(r"[^\W\d_]{2,}")
_HAVE = frozenset({"have", "has", "had", "having", "be", "been", "being", "is", "are", "was", "were"})


class _Part(Enum):
    """What a word can be in a noun phrase."""

    NOUN = "noun"
    MODIFIER = "modifier"
    HYPHEN = "hyphen"
    POSSESSIVE = "possessive"
    OF = "of"
    NONE = "none"


_TAGS = {"NN": _Part.NOUN, "NNS": _Part.NOUN, "JJ": _Part.MODIFIER, "POS": _Part.POSSESSIVE}
_SIGNS = {"of": _Part.OF, "-": _Part.HYPHEN}


@dataclass(frozen=True, slots=True)
class NounPhrase:
    """A noun phrase without determiner: its text, its content words in the singular, and where it stands.

    ``start``..``end`` are characters of the sentence. Two wordings that differ in inflection, in spelling (*-ise*, *-ize*) or in a hyphen
    have the same ``words``.
    """

    text: str
    words: tuple[str, ...]
    start: int
    end: int


def find_noun_phrases(sentence: Sentence, within: Sequence[tuple[int, int]] | None = None) -> Iterator[NounPhrase]:
    """Yield the noun phrases of a tagged sentence, the shorter ones within the longer ones too, by where they begin and end.

    ``within`` are the ranges of characters that count, the whole sentence if not given. Names are left out: what has a word with a
    capital that is not an abbreviation. So are phrases that begin with a word that tells nothing of the matter (*other*, *important*) or
    end in a noun that needs another to tell anything (*aspect*, *number*), and what is cut out of something longer: by the end of what
    counts, by a noun that two others share (*traffic and content data* has no *traffic*), by an adverb (*security by default*).
    """
    every = [_part(sentence, at) for at in range(len(sentence))]
    counting = [part if _counts(sentence, at, within) else _Part.NONE for at, part in enumerate(every)]
    parts = [_Part.NONE if part is not _Part.NONE and _is_cut(every, counting, at) else part for at, part in enumerate(counting)]
    for first, last in _runs(parts):
        for start in range(first, last + 1):
            for end in range(start, last + 1):
                found = _phrase(sentence, parts, start, end)
                if found is not None:
                    yield found


def _counts(sentence: Sentence, at: int, within: Sequence[tuple[int, int]] | None) -> bool:
    start, end = sentence.span(at, at)
    return within is None or any(first <= start and end <= last for first, last in within)


def _is_cut(every: Sequence[_Part], counting: Sequence[_Part], at: int) -> bool:
    """Whether a word is in a run of nouns and adjectives that goes on beyond what counts."""
    inner = {_Part.NOUN, _Part.MODIFIER, _Part.HYPHEN}
    for step in (-1, 1):
        near = at
        while 0 <= near < len(every) and every[near] in inner:
            if counting[near] is _Part.NONE:
                return True
            near += step
    return False


def _part(sentence: Sentence, at: int) -> _Part:
    word, tag = sentence.words[at], sentence.tags[at]
    if word in _SIGNS or tag == "POS":
        return _SIGNS.get(word, _Part.POSSESSIVE)
    if not _WORD.search(word) or (word[:1].isupper() and not (word.isupper() or at == 0)):
        return _Part.NONE
    if tag in {"NNP", "NNPS"} and (word.isupper() or word.islower()):
        return _Part.NOUN
    if _is_late_adjective(sentence, at):
        return _Part.NONE
    if tag == "VBN" and not _follows_verb_or_noun(sentence, at):
        return _Part.MODIFIER
    return _TAGS.get(tag, _Part.NONE)


def _is_late_adjective(sentence: Sentence, at: int) -> bool:
    """Whether what is tagged as a noun is an adjective after its noun (*make this rule optional*)."""
    word, follows = sentence.lower[at], at > 0 and sentence.tags[at - 1].startswith("NN")
    ends = at + 1 == len(sentence) or not sentence.tags[at + 1].startswith("NN")
    return sentence.tags[at] == "NN" and follows and ends and word.endswith(ADJECTIVE_ENDINGS) and word not in NOUNS_LIKE_ADJECTIVES


def _follows_verb_or_noun(sentence: Sentence, at: int) -> bool:
    """Whether a participle is a part of a verb (*has collected data*) or follows what it is said of (*data collected*)."""
    return at > 0 and (sentence.tags[at - 1].startswith(("NN", "RB")) or sentence.lower[at - 1] in _HAVE)


def _runs(parts: Sequence[_Part]) -> Iterator[tuple[int, int]]:
    """Yield the longest runs of words that can be in a noun phrase."""
    first = None
    for at, part in enumerate([*parts, _Part.NONE]):
        if part is not _Part.NONE and first is None:
            first = at
        elif part is _Part.NONE and first is not None:
            yield first, at - 1
            first = None


def _phrase(sentence: Sentence, parts: Sequence[_Part], first: int, last: int) -> NounPhrase | None:
    """Make the words ``first``..``last`` a noun phrase, if they are one that can name something."""
    if parts[last] is not _Part.NOUN or parts[first] not in {_Part.NOUN, _Part.MODIFIER} or not _is_whole(parts, first, last):
        return None
    joints = [at for at in range(first, last + 1) if parts[at] is _Part.OF]
    if len(joints) > 1 or (joints and not (parts[joints[0] - 1] is _Part.NOUN and parts[joints[0] + 1] is not _Part.OF)):
        return None
    heads = [last, *(at - 1 for at in joints)]
    if any(sentence.lower[at] in EMPTY_HEADS for at in heads) or sentence.lower[first] in EMPTY_MODIFIERS:
        return None
    if _begins_cut(sentence, first) or _ends_cut(sentence, first, last):
        return None
    if joints and (sentence.lower[joints[0] + 1] in EMPTY_MODIFIERS or sentence.lower[joints[0] - 1] in EMPTY_BEFORE_OF):
        return None
    start, end = sentence.span(first, last)
    text = sentence.text[start:end]
    words = read_words(text).forms
    return NounPhrase(text, words, start, end) if 1 <= len(words) <= LONGEST else None


def _begins_cut(sentence: Sentence, first: int) -> bool:
    """Whether a phrase begins within an adverb (*by default measures*) or with a verb like a noun (*by testing systems*)."""
    if first == 0:
        return False
    word = sentence.lower[first]
    bound = sentence.lower[first - 1] == "by" and word in BOUND_AFTER_BY
    return bound or (word.endswith("ing") and sentence.tags[first - 1] in {"IN", "TO"})


def _ends_cut(sentence: Sentence, first: int, last: int) -> bool:
    """Whether what a phrase ends in belongs to what follows: to a shared noun, to an adverb, or to a noun after *of*."""
    words, tags = sentence.lower[last + 1 : last + 4], sentence.tags[last + 1 : last + 4]
    if len(words) > 1 and words[0] == "by" and words[1] in BOUND_AFTER_BY:
        return True
    if words and words[0] == "of" and sentence.lower[last] in EMPTY_BEFORE_OF:
        return True
    alone = last == first or not sentence.tags[last - 1].startswith(("NN", "JJ"))
    shares = len(tags) > 2 and tags[0] == "CC" and tags[1] == "NN" and tags[2].startswith("NN")  # noqa: PLR2004, and, noun, noun
    return alone and shares and sentence.tags[last] == "NN"


def _is_whole(parts: Sequence[_Part], first: int, last: int) -> bool:
    """Whether no word with a hyphen is cut in two, nor cut off from the noun that it is said of (*cross-border | data*)."""
    before = first > 0 and parts[first - 1] is _Part.HYPHEN
    after = last + 1 < len(parts) and parts[last + 1] is _Part.HYPHEN
    cut_off = parts[last - 1] is _Part.HYPHEN and last + 1 < len(parts) and parts[last + 1] in {_Part.NOUN, _Part.MODIFIER}
    return not before and not after and not (last > first and cut_off)
