"""Lists by their surface: items that open alike, and the last item after *, and*."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from travaux.reading.extraction.clauses import is_enumerator
from travaux.reading.extraction.frames import Words
from travaux.reading.language.sentence import Sentence

_ITEM = frozenset({"NN", "NNS", "JJ", "DT", "VBN", "VBG", "PRP$"})
_LISTED = frozenset({"NN", "JJ", "DT", "VB", "PR"})
_SEPARATORS = frozenset({",", ";", "and", "or"})


def parallel_items(sentence: Sentence, content: Words) -> Iterator[int]:
    """Yield where items begin in a list of gerunds (*using A, linking B, and ensuring C*) or after *namely*."""
    first, last = content
    if sentence.tags[first] == "VBG":
        yield from _alike(sentence, first, last)
    for at in range(first, last - 1):
        if sentence.lower[at] == "namely":
            yield from _alike(sentence, at + 1, last)


def enumerated_items(sentence: Sentence, content: Words) -> Iterator[int]:
    """Yield where items begin that are numbered: *(a) …; (b) …*."""
    return (at for at in range(content[0] + 1, content[1] - 1) if is_enumerator(sentence, at))


def last_of_list(sentence: Sentence, points: Iterable[int], last: int) -> Iterator[int]:
    """Yield where the last item of a list begins whose items before are split: *A, B, and C*."""
    listed = [point for point in points if sentence.words[point - 1] == "," and sentence.tags[point][:2] in _LISTED]
    for at in range(min(listed, default=last), last - 1):
        if sentence.words[at] == "," and sentence.lower[at + 1] in {"and", "or"} and sentence.tags[at + 2] in _ITEM:
            yield at + 2


def _alike(sentence: Sentence, first: int, last: int) -> Iterator[int]:
    """Yield where items open as the first one does, if one of them closes the list after *and*."""
    gerunds = sentence.tags[first] == "VBG"
    if not gerunds and sentence.lower[first] not in {"the", "a", "an"}:
        return
    opening = {"VBG"} if gerunds else {sentence.lower[first]}
    alike = [at for at in range(first + 1, last + 1) if {sentence.tags[at], sentence.lower[at]} & opening]
    closing = [at for at in alike if sentence.lower[at - 1] in {"and", "or"}]
    if closing and (not gerunds or sentence.words[closing[-1] - 2] in {",", ";"}):
        yield from (at for at in alike if at <= closing[-1] and sentence.lower[at - 1] in _SEPARATORS)
