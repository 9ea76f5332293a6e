"""Finding the phrases of a thesaurus in a text."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise

from travaux.model.identity import Id
from travaux.model.theme import Theme
from travaux.reading.linking.words import Words, read_words

# How sure a phrase is found, by how its words stand in the text.
_EXACT = 1.0
_WITH_GAP = 0.85
_REVERSED = 0.8
_LONG = 3


class PhraseKind(StrEnum):
    """What a phrase of the thesaurus is to its theme."""

    LABEL = "label"
    SIGNAL = "signal"
    NEGATIVE = "negative"


@dataclass(frozen=True, slots=True)
class Phrase:
    """A phrase of a theme as written in the thesaurus, with the words that are looked for."""

    text: str
    theme: Id
    kind: PhraseKind
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Match:
    """A phrase found in a text: at which content words, and how well (0 to 1)."""

    phrase: Phrase
    places: frozenset[int]
    quality: float


class PhraseFinder:
    """Finds all phrases of a thesaurus in a text at once.

    A phrase of one word is found in the singular and the plural. The words of a longer phrase are found in any inflection, either
    together in any order, or in order with one foreign word between them (two in phrases of three words or more).
    """

    def __init__(self, themes: Iterable[Theme]) -> None:
        phrases = [phrase for theme in themes for phrase in _phrases(theme)]
        frequency = Counter(word for phrase in phrases for word in set(phrase.words))
        self._by_anchor: dict[str, list[Phrase]] = defaultdict(list)
        for phrase in phrases:
            anchor = min(phrase.words, key=lambda word: (frequency[word], phrase.words.index(word)))
            self._by_anchor[anchor].append(phrase)

    def find(self, words: Words) -> list[Match]:
        """Find the labels and signal phrases, without those that a negative phrase of the same theme overlaps."""
        places: dict[str, list[int]] = defaultdict(list)
        for place, (stem, form) in enumerate(zip(words.stems, words.forms, strict=True)):
            places[stem].append(place)
            places[_alone(form)].append(place)
        found = [match for word in list(places) for phrase in self._by_anchor.get(word, ()) for match in _matches(phrase, places)]
        vetoes = [match for match in found if match.phrase.kind is PhraseKind.NEGATIVE]
        return [match for match in found if match.phrase.kind is not PhraseKind.NEGATIVE and not _vetoed(match, vetoes)]


def _phrases(theme: Theme) -> Iterator[Phrase]:
    for kind, texts in (
        (PhraseKind.LABEL, (theme.pref_label, *theme.alt_labels)),
        (PhraseKind.SIGNAL, theme.signal_phrases),
        (PhraseKind.NEGATIVE, theme.negative_phrases),
    ):
        for text in texts:
            words = read_words(text)
            if words.stems:
                yield Phrase(text, theme.id, kind, words.stems if len(words.stems) > 1 else (_alone(words.forms[0]),))


def _alone(form: str) -> str:
    """Keep the words of one-word phrases apart from stems: *criminal* is no sign of *criminalization*."""
    return f"={form}"


def _matches(phrase: Phrase, places: dict[str, list[int]]) -> Iterator[Match]:
    """Find every place of a phrase, one for each place of its first word."""
    if any(word not in places for word in phrase.words):
        return
    for start in places[phrase.words[0]]:
        match = _at(phrase, places, start)
        if match is not None:
            yield match


def _at(phrase: Phrase, places: dict[str, list[int]], start: int) -> Match | None:
    """Match a phrase whose first word stands at ``start``, taking for each other word the occurrence nearest to it."""
    chosen = [start, *(min(places[word], key=lambda place: (abs(place - start), place)) for word in phrase.words[1:])]
    taken = frozenset(chosen)
    foreign = max(chosen) - min(chosen) + 1 - len(set(phrase.words))
    if len(taken) < len(set(phrase.words)):
        return None
    in_order = all(before <= after for before, after in pairwise(chosen))
    allowed = (2 if len(phrase.words) >= _LONG else 1) if in_order else 0
    if foreign > allowed:
        return None
    quality = (_WITH_GAP if foreign else _EXACT) if in_order else _REVERSED
    return Match(phrase, taken, quality)


def _vetoed(match: Match, vetoes: list[Match]) -> bool:
    return any(veto.phrase.theme == match.phrase.theme and veto.places & match.places for veto in vetoes)
