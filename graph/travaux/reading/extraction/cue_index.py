"""The lexicon made ready for looking words up."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from travaux.model.lexicon import Cue, FrameWord, Lexicon, MarkerKind, SpeakerClass, WordClass
from travaux.model.schemes import Prevalence
from travaux.reading.language.sentence import Sentence

Phrase = tuple[str, ...]
_WORD = re.compile(r"\w+")
_FARTHEST_REST = 8
_NEXT_CLAUSE = frozenset({"VBD", "MD", ","})


@dataclass(frozen=True)
class CueIndex:
    """Cues by the first word of their forms, phrases by their first word, both the longest first.

    ``hints`` maps the words with which a cue can begin, up to a hyphen, to the sets of further words of which one must be there whole.
    """

    cues: dict[WordClass, dict[str, tuple[Cue, ...]]]
    markers: dict[MarkerKind, dict[str, tuple[Phrase, ...]]]
    quantifiers: dict[str, tuple[tuple[Phrase, Prevalence], ...]]
    speakers: dict[str, SpeakerClass]
    frame_words: dict[FrameWord, frozenset[str]]
    hints: dict[str, tuple[frozenset[str], ...]]
    own_words: bool = False

    def in_own_words(self) -> CueIndex:
        """Give the index for texts in which whoever writes them speaks, as in the answers to a consultation: *we support*."""
        return replace(self, own_words=True)

    def may_report(self, text: str) -> bool:
        """Whether a cue can be in a text that is not parsed yet: one without any holds no statement.

        In somebody's own words a norm is a statement too.
        """
        words = frozenset(_WORD.findall(text.lower()))
        if self.own_words and self._has_norm(words):
            return True
        return any(rest <= words for first in words & self.hints.keys() for rest in self.hints[first])

    def _has_norm(self, words: frozenset[str]) -> bool:
        norms = self.markers[MarkerKind.NORM]
        return any(words.issuperset(phrase) for first in words & norms.keys() for phrase in norms[first])

    def cue_at(self, sentence: Sentence, at: int, word_class: WordClass) -> Iterator[tuple[Cue, int]]:
        """Yield the cues of a class whose first word stands at ``at``, the longest first, with the index of their last word.

        Fixed words of a verb may stand a few words after it (*put the clause into question*, *laid particular emphasis*).
        """
        for cue in self.cues[word_class].get(sentence.lower[at], ()):
            last = _find_rest(sentence, at, cue)
            if last is not None:
                yield cue, last

    def marker_at(self, sentence: Sentence, at: int, kind: MarkerKind) -> int | None:
        """Return the index of the last word of the longest marker of a kind that begins at ``at``, ``None`` if none does."""
        for phrase in self.markers[kind].get(sentence.lower[at], ()):
            if sentence.matches(at, phrase):
                return at + len(phrase) - 1
        return None

    def has_marker(self, sentence: Sentence, first: int, last: int, kind: MarkerKind) -> bool:
        """Whether a marker of a kind begins among the words ``first``..``last``."""
        return any(self.marker_at(sentence, at, kind) is not None for at in range(first, last + 1))

    def speaker_class(self, words: str) -> SpeakerClass | None:
        """Return what a noun, or a phrase of nouns, in lower case says of who speaks."""
        return self.speakers.get(words)


def to_index(lexicon: Lexicon) -> CueIndex:
    """Index a lexicon."""
    cues: dict[WordClass, dict[str, list[Cue]]] = {word_class: defaultdict(list) for word_class in WordClass}
    for cue in lexicon.cues:
        for form in sorted(cue.forms):
            cues[cue.word_class][form.split()[0]].append(cue)
    return CueIndex(
        cues={word_class: {word: _longest_first(found) for word, found in words.items()} for word_class, words in cues.items()},
        markers={kind: _by_first_word(map(_split_words, lexicon.markers.get(kind, ()))) for kind in MarkerKind},
        quantifiers=_quantifiers(lexicon),
        speakers=dict(lexicon.speakers),
        frame_words={kind: lexicon.frame_words.get(kind, frozenset()) for kind in FrameWord} | {FrameWord.PART: _parts(lexicon)},
        hints=_hints(cues, lexicon.frame_words.get(FrameWord.VIEW, frozenset())),
    )


def _parts(lexicon: Lexicon) -> frozenset[str]:
    """Gather the nouns that count others by way of *of*, those of the quantifiers among them: *a raft of*."""
    counting = (phrase.split() for phrase in lexicon.quantifiers if phrase.endswith(" of"))
    return lexicon.frame_words.get(FrameWord.PART, frozenset()).union(words[-2] for words in counting if len(words) > 1)


def _hints(cues: dict[WordClass, dict[str, list[Cue]]], views: frozenset[str]) -> dict[str, tuple[frozenset[str], ...]]:
    """Gather the words of cues and what stands for one (*in Norway's view*); a light verb reports nothing without its noun."""
    hints: dict[str, set[frozenset[str]]] = defaultdict(set)
    phrases = {
        (*form.split(), *cue.rest)
        for kind in cues
        if kind is not WordClass.LIGHT_VERB
        for one in cues[kind].values()
        for cue in one
        for form in cue.forms
    }
    for phrase in phrases | {(view,) for view in views}:
        first, *rest = _WORD.findall(" ".join(phrase))
        hints[first].add(frozenset(rest))
    return {first: tuple(sorted(rests, key=sorted)) for first, rests in sorted(hints.items())}


def _longest_first(cues: Iterable[Cue]) -> tuple[Cue, ...]:
    return tuple(sorted(cues, key=lambda cue: (-len(cue.rest), cue.name)))


def _by_first_word(phrases: Iterable[Phrase]) -> dict[str, tuple[Phrase, ...]]:
    found: dict[str, list[Phrase]] = defaultdict(list)
    for words in phrases:
        found[words[0]].append(words)
    return {word: tuple(sorted(listed, key=lambda words: (-len(words), words))) for word, listed in found.items()}


def _quantifiers(lexicon: Lexicon) -> dict[str, tuple[tuple[Phrase, Prevalence], ...]]:
    prevalence = {_split_words(phrase): found for phrase, found in lexicon.quantifiers.items()}
    by_first_word = _by_first_word(prevalence)
    return {word: tuple((phrase, prevalence[phrase]) for phrase in phrases) for word, phrases in by_first_word.items()}


def _split_words(phrase: str) -> Phrase:
    """Split a phrase as the tokenizer does: at spaces and hyphens, keeping the hyphens."""
    return tuple(re.findall(r"[^\s-]+|-", phrase.lower()))


def _find_rest(sentence: Sentence, at: int, cue: Cue) -> int | None:
    """Return the last word of a cue that begins at ``at``, ``None`` if its fixed words do not follow."""
    if sentence.matches(at + 1, cue.rest):
        return at + len(cue.rest)
    if cue.word_class is not WordClass.VERB:
        return None
    for start in range(at + 2, min(at + _FARTHEST_REST, len(sentence))):
        if sentence.matches(start, cue.rest) and at in sentence.ancestors(start):
            return start + len(cue.rest) - 1
        if sentence.tags[start] in _NEXT_CLAUSE:
            return None
    return None
