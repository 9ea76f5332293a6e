"""Contents that can be affirmed separately: where a coordination is split and where it has one joint focus."""

from __future__ import annotations

from collections.abc import Iterator

from travaux.model.lexicon import MarkerKind
from travaux.reading.extraction.clauses import is_enumerator
from travaux.reading.extraction.coordination.clauses import further_clauses, is_clause
from travaux.reading.extraction.coordination.items import can_stand, conjuncts_of, items_below
from travaux.reading.extraction.coordination.lists import enumerated_items, last_of_list, parallel_items
from travaux.reading.extraction.coordination.openings import repeated_openings
from travaux.reading.extraction.coordination.trimming import trim
from travaux.reading.extraction.cue_index import CueIndex
from travaux.reading.extraction.frames import Frame, Words
from travaux.reading.language.sentence import Sentence

__all__ = ["split_contents"]


def split_contents(sentence: Sentence, frame: Frame, index: CueIndex) -> list[Words]:
    """Split what a cue governs into the contents that stand beside one another, each without the words that join them.

    Clauses, infinitives and noun phrases are split at their own level and, under a noun such as *importance*, at the level below; what
    stands deeper belongs together.
    """
    first, last = frame.content
    points = {point for point in _points(sentence, frame, index) if first < point <= last}
    ordered = sorted(points.union(last_of_list(sentence, points, last)))
    parts = (trim(sentence, start, end - 1) for start, end in zip([first, *ordered], [*ordered, last + 1], strict=True))
    whole = [part for part in parts if part[0] <= part[1]]
    return whole[1:] if _is_introduced(sentence, ordered) and len(whole) > 1 else whole


def _is_introduced(sentence: Sentence, points: list[int]) -> bool:
    """Whether the first words only introduce a list: *municipalities: (a) …; (b) …*."""
    return bool(points) and sentence.words[points[0] - 1] == ":" and is_enumerator(sentence, points[0])


def _points(sentence: Sentence, frame: Frame, index: CueIndex) -> Iterator[int]:
    """Yield the words at which a further content begins."""
    yield from repeated_openings(sentence, frame, index)
    yield from enumerated_items(sentence, frame.content)
    head = _head(sentence, frame.content)
    if head is None:
        return
    if is_clause(sentence, head):
        yield from further_clauses(sentence, head, frame.content, index)
    else:
        yield from _phrases(sentence, frame, head, index)


def _phrases(sentence: Sentence, frame: Frame, head: int, index: CueIndex) -> Iterator[int]:
    """Yield where further phrases begin beside the one that ``head`` heads, or below a noun such as *importance*."""
    yield from _beside_verb(sentence, frame, head)
    for conjunct in conjuncts_of(sentence, head, frame.content):
        if can_stand(sentence, head, conjunct):
            yield sentence.left(conjunct)
    if index.marker_at(sentence, head, MarkerKind.MATTER) is not None:
        yield from items_below(sentence, head, frame.content, index)
    yield from parallel_items(sentence, frame.content)


def _beside_verb(sentence: Sentence, frame: Frame, head: int) -> Iterator[int]:
    """Yield further objects that the parser hung on the cue itself: *mentioned the use of X, and increasing Y*."""
    for other in sentence.with_dep(frame.anchor, "conj", "dobj", "nsubjpass"):
        joined = sentence.lower[sentence.left(other) - 1] in {",", "and", "or", "as"}
        if head < other <= frame.content[1] and sentence.tags[other] in {"VBG", "NN", "NNS"} and joined:
            yield sentence.left(other)


def _head(sentence: Sentence, content: Words) -> int | None:
    """Return the word of the content that the rest depends on: the first whose head lies outside."""
    first, last = content
    outside = [word for word in range(first, last + 1) if not first <= sentence.heads[word] <= last or sentence.heads[word] == word]
    weighty = (word for word in outside if sentence.tags[word][:2] in {"NN", "VB", "JJ", "PR", "MD", "CD"})
    return next(weighty, outside[0] if outside else None)
