"""What a noun phrase is already known as: a theme, a declined one, a name, a part of reporting language."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from travaux.model.lexicon import FrameWord, Lexicon, MarkerKind, SpeakerClass, WordClass
from travaux.model.theme import Theme
from travaux.reading.linking.phrases import Match, PhraseFinder
from travaux.reading.linking.words import Words, read_words
from travaux.reading.terms.wording import CARRIERS

_OFFICES = frozenset({SpeakerClass.OFFICER, SpeakerClass.BODY, SpeakerClass.ROLE})


class Reason(StrEnum):
    """Why a phrase is not proposed."""

    COVERED = "covered"
    """A theme has it among its labels or signal phrases, within one, or as a kind of one (*effective cooperation*)."""
    DECLINED = "declined"
    """A person has declined it."""
    NAME = "name"
    """It is the name of an actor, or stands in the title of an instrument, a document, a consultation or a body."""
    REPORTING = "reporting"
    """It is a noun for those who speak or for a text, or it reports or carries what is said (*concern*, *the importance of*)."""


@dataclass(frozen=True, slots=True)
class Titles:
    """Names on file: ``whole`` are names of actors, which nothing else shares, ``long`` are titles, whose parts are no themes either."""

    whole: tuple[str, ...] = ()
    long: tuple[str, ...] = ()


@dataclass
class Known:
    """Tells what phrases are known as; made once for a corpus. All comparisons are of stems, so that inflection makes no difference."""

    themes: Sequence[Theme]
    declined: Iterable[str]
    titles: Titles
    lexicon: Lexicon
    _finder: PhraseFinder = field(init=False)
    _inside: set[tuple[str, ...]] = field(init=False)
    _in_titles: set[tuple[str, ...]] = field(init=False)
    _whole: dict[tuple[str, ...], Reason] = field(init=False)
    _offices: frozenset[str] = field(init=False)

    def __post_init__(self) -> None:
        self._finder = PhraseFinder(self.themes)
        labels = [text for theme in self.themes for text in (theme.pref_label, *theme.alt_labels, *theme.signal_phrases)]
        self._inside = {part for text in labels for part in _parts(_stems(text))}
        self._in_titles = {part for text in self.titles.long for part in _parts(_stems(text))}
        self._whole = {
            **dict.fromkeys(map(_stems, _reporting(self.lexicon)), Reason.REPORTING),
            **dict.fromkeys(map(_stems, self.titles.whole), Reason.NAME),
            **dict.fromkeys(map(_stems, self.declined), Reason.DECLINED),
        }
        speakers = self.lexicon.speakers.items()
        offices = (noun for noun, kind in speakers if kind in _OFFICES and " " not in noun)
        self._offices = self.lexicon.frame_words.get(FrameWord.PLACE, frozenset()).union(offices)

    def find_reason(self, phrase: str) -> Reason | None:
        """Find why a phrase is not to be proposed; ``None`` if nothing speaks against it."""
        words = read_words(phrase)
        if self._whole.get(words.stems) is Reason.DECLINED:
            return Reason.DECLINED
        if words.stems in self._inside or self._is_kind_of_theme(words):
            return Reason.COVERED
        if words.stems in self._in_titles:
            return Reason.NAME
        if words.forms and words.forms[-1] in self._offices:
            return Reason.REPORTING
        return self._whole.get(words.stems)

    def find_inner(self, phrase: str) -> tuple[Match, ...]:
        """Find the labels and signal phrases of themes that a phrase holds besides other words, the longest first."""
        found = self._finder.find(read_words(phrase))
        return tuple(sorted(found, key=lambda match: (-len(match.places), match.phrase.theme, match.phrase.text)))

    def _is_kind_of_theme(self, words: Words) -> bool:
        """Whether the last word, which says what the phrase names, belongs to a theme, or all others do and it adds nothing."""
        matches = self._finder.find(words)
        taken = {place for match in matches for place in match.places}
        last = len(words.stems) - 1
        return last in taken or (taken == set(range(last)) and bool(taken) and words.forms[last] in CARRIERS)


def _stems(text: str) -> tuple[str, ...]:
    return read_words(text).stems


def _parts(stems: tuple[str, ...]) -> Iterable[tuple[str, ...]]:
    return (stems[first:last] for first in range(len(stems)) for last in range(first + 1, len(stems) + 1))


def _reporting(lexicon: Lexicon) -> Iterable[str]:
    """Give the nouns for those who speak and for texts, and those that report or carry what is said.

    Groups of several words (*indigenous peoples*) speak, but are spoken about too.
    """
    yield from (noun for noun, kind in lexicon.speakers.items() if kind is not SpeakerClass.GROUP or " " not in noun)
    yield from (cue.written for cue in lexicon.cues if cue.word_class is WordClass.NOUN)
    yield from lexicon.markers.get(MarkerKind.MATTER, ())
    yield from lexicon.markers.get(MarkerKind.CHANGE, ())
