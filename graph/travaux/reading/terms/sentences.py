"""Sentences of documents tagged once each, with the way back from their words to the characters of the document."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from travaux.model.sentences import find_sentences
from travaux.reading.language.parser import LONGEST, tag
from travaux.reading.language.plain import PlainText, to_plain
from travaux.reading.terms.noun_phrases import NounPhrase, find_noun_phrases

_BATCH = 2_000


@dataclass(frozen=True, slots=True)
class Passage:
    """A run of a document's text that begins at its character ``start``, and the ranges of the document's characters that count."""

    text: str
    start: int
    contents: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class TaggedPassage:
    """A sentence of a passage: which passage by its place among them, where it stands, and its phrases with the document's characters."""

    passage: int
    start: int
    end: int
    phrases: tuple[NounPhrase, ...]


@dataclass(frozen=True, slots=True)
class _Sentence:
    passage: int
    plain: PlainText
    within: tuple[tuple[int, int], ...]


def tag_passages(passages: Sequence[Passage], progress: Callable[[int, int], None]) -> Iterator[TaggedPassage]:
    """Find the noun phrases in those sentences of the passages that hold something that counts, in order.

    Sentences of more than ``LONGEST`` characters are passed over. ``progress`` is told how many passages are done, of all. Raises
    ``TravauxError`` if the language model is not installed.
    """
    waiting: list[_Sentence] = []
    for place, passage in enumerate(passages):
        waiting += _sentences(place, passage)
        if len(waiting) >= _BATCH or place == len(passages) - 1:
            yield from _tagged(waiting, passages)
            waiting = []
            progress(place + 1, len(passages))


def _sentences(place: int, passage: Passage) -> Iterator[_Sentence]:
    for start, end in find_sentences(passage.text, 0, len(passage.text)):
        here = [(max(first - passage.start, start), min(last - passage.start, end)) for first, last in passage.contents]
        here = [(first, last) for first, last in here if first < last]
        if not here or end - start > LONGEST:
            continue
        plain = to_plain(passage.text, start, end)
        within = tuple(_to_plain_range(plain, first, last) for first, last in here)
        if plain.text:
            yield _Sentence(place, plain, within)


def _to_plain_range(plain: PlainText, first: int, last: int) -> tuple[int, int]:
    """Return the characters of the plain text that stand for ``first``..``last`` of its source."""
    inside = [at for at, offset in enumerate(plain.offsets[: len(plain.text)]) if first <= offset < last]
    return (inside[0], inside[-1] + 1) if inside else (0, 0)


def _tagged(sentences: Sequence[_Sentence], passages: Sequence[Passage]) -> Iterator[TaggedPassage]:
    texts = list(dict.fromkeys(one.plain.text for one in sentences))
    tagged = dict(zip(texts, tag(texts), strict=True))
    for one in sentences:
        shift = passages[one.passage].start
        phrases = (_placed(phrase, one.plain, shift) for phrase in find_noun_phrases(tagged[one.plain.text], one.within))
        first, last = one.plain.span
        yield TaggedPassage(one.passage, first + shift, last + shift, tuple(phrases))


def _placed(phrase: NounPhrase, plain: PlainText, shift: int) -> NounPhrase:
    start, end = plain.to_source(phrase.start, phrase.end)
    return replace(phrase, start=start + shift, end=end + shift)
