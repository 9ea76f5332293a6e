"""What can be taken off a content: its reason, its condition, and the option that it rejects."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from travaux.model.lexicon import MarkerKind
from travaux.reading.extraction.connectives import connects, is_purpose, opens_reason
from travaux.reading.extraction.cue_index import CueIndex
from travaux.reading.extraction.frames import Words
from travaux.reading.language.sentence import Sentence

_KINDS = (MarkerKind.RATIONALE, MarkerKind.CONDITION, MarkerKind.CONTRAST)
_IDIOMS = (("exception", "rather", "than"), ("rather", "than", "later"))
_BE = frozenset({"be", "is", "are", "was", "were", "been", "being"})
_CONCESSIONS = frozenset({"while", "although", "though", "whilst"})
_OPENING_DEPS = frozenset({"mark", "prep", "advmod", "cc", "advcl"})
_SHORTEST = 2
"""What remains of a content has at least so many words."""

Taken = dict[MarkerKind, Words]


@dataclass(frozen=True, slots=True)
class Parts:
    """A content and what was taken off it, each a run of words."""

    content: Words
    rationale: Words | None = None
    condition: Words | None = None
    contrast: Words | None = None


def take_apart(sentence: Sentence, content: Words, index: CueIndex, verb: int) -> Parts:
    """Take reason, condition and rejected option off the ends of a content; ``verb`` is what governs it.

    What stands in the middle stays, so that the content is one run of words; a rejected option in the middle is told all the same.
    """
    taken: Taken = {}
    first, last = _without_opening(sentence, content, index, taken)
    opened = {at: kind for at, kind in _openings(sentence, (first, last), index, verb) if not _interrupts(sentence, first, at)}
    for at, kind in list(opened.items()):
        end = _end_of_contrast(sentence, at) if kind is MarkerKind.CONTRAST else None
        if end is not None and _goes_on(sentence, end, last, alone=at == max(opened)):
            taken[kind] = (at, end)
            del opened[at]
    for at, following in pairwise([*opened, last + 1]):
        taken.setdefault(opened[at], (at, _last_word(sentence, at, following - 1)))
    if opened:
        last = _last_word(sentence, first, min(opened) - 1)
    return Parts((first, last), *(taken.get(kind) for kind in _KINDS))


def _openings(sentence: Sentence, content: Words, index: CueIndex, verb: int) -> Iterator[tuple[int, MarkerKind]]:
    """Yield where something that can be taken off begins, and its kind, in the order of the words."""
    for at in range(content[0] + _SHORTEST, content[1] + 1):
        kind = next((kind for kind in _KINDS if _opens(sentence, at, kind, index, content, verb)), None)
        if kind is not None and not (kind is MarkerKind.CONDITION and sentence.lower[at - 1] == "only" and at - 1 > content[0]):
            yield at, kind


def _opens(sentence: Sentence, at: int, kind: MarkerKind, index: CueIndex, content: Words, verb: int) -> bool:
    end = index.marker_at(sentence, at, kind)
    if kind is MarkerKind.RATIONALE and opens_reason(sentence, at):
        return True
    if sentence.tags[at] == "TO":
        return kind is MarkerKind.RATIONALE and is_purpose(sentence, at, content, verb, usual=end is not None)
    if end is None or end >= content[1]:
        return False
    if kind is MarkerKind.CONTRAST:
        return not any(sentence.matches(at - 1, idiom) or sentence.matches(at, idiom) for idiom in _IDIOMS)
    return connects(sentence, at, end)


def _goes_on(sentence: Sentence, end: int, last: int, *, alone: bool) -> bool:
    """Whether the content goes on after a rejected option: *using A instead of B when referring to C*."""
    return end < last - 1 and (not alone or sentence.tags[end + 1] not in {",", "."})


def _end_of_contrast(sentence: Sentence, at: int) -> int | None:
    """Return the last word of the option after *rather than* or *instead of*, ``None`` if the parse does not tell."""
    option = sentence.first_with_dep(at + 1, "pobj", "pcomp")
    if option is None:
        return None
    end = sentence.right(option)
    marks = [word for word in range(at + 2, end + 1) if sentence.words[word] == '"']
    return marks[1] if len(marks) > 1 and marks[0] == at + 2 else end


def _interrupts(sentence: Sentence, first: int, at: int) -> bool:
    """Whether what opens at a word stands in the middle of a clause: right after its *be*, or before its verb."""
    if sentence.lower[at - 1] in _BE or sentence.tags[at - 1] in {"MD", "DT", "IN"}:
        return True
    subjects = (word for word in range(first, at) if sentence.deps[word] in {"nsubj", "nsubjpass", "csubj"})
    verbs = [sentence.heads[word] for word in subjects]
    return bool(verbs) and min(verbs) > at


def _without_opening(sentence: Sentence, content: Words, index: CueIndex, taken: Taken) -> Words:
    """Take off what stands before the content proper: *that, given X, Y* has a reason, *that, while X, Y* a concession."""
    first, last = content
    comma = next((at for at in range(first + _SHORTEST, last - 1) if sentence.words[at] == ","), None)
    if comma is None or sentence.deps[first] not in _OPENING_DEPS:
        return content
    for kind in (MarkerKind.RATIONALE, MarkerKind.CONDITION):
        if index.marker_at(sentence, first, kind) is not None or (kind is MarkerKind.RATIONALE and sentence.lower[first] == "given"):
            taken[kind] = (first, comma - 1)
            return comma + 1, last
    concession = sentence.lower[first] in _CONCESSIONS and not index.has_marker(sentence, first, comma, MarkerKind.NORM)
    return (comma + 1, last) if concession else content


def _last_word(sentence: Sentence, first: int, last: int) -> int:
    """Step back over punctuation and joining words at the end."""
    while last > first and (sentence.tags[last] in {",", ":", "CC", "."} or _is_joining(sentence, last)):
        last -= 1
    return last


def _is_joining(sentence: Sentence, at: int) -> bool:
    return sentence.tags[at] == "RB" and sentence.tags[at - 1] in {",", "CC"}
