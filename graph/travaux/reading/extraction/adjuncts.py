"""What can be taken off a content: its reason, its condition, and the option that it rejects."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

from travaux.model.lexicon import MarkerKind
from travaux.reading.extraction.cue_index import CueIndex
from travaux.reading.extraction.frames import Words
from travaux.reading.language.sentence import Sentence

_KINDS = (MarkerKind.RATIONALE, MarkerKind.CONDITION, MarkerKind.CONTRAST)
_PURPOSE_DEPS = frozenset({"advcl", "relcl", "xcomp", "acl"})
_IDIOMS = (("exception", "rather", "than"), ("rather", "than", "later"))
_SHORTEST = 2


@dataclass(frozen=True, slots=True)
class Parts:
    """A content and what was taken off it, each a run of words."""

    content: Words
    rationale: Words | None = None
    condition: Words | None = None
    contrast: Words | None = None


def take_apart(sentence: Sentence, content: Words, index: CueIndex, verb: int) -> Parts:
    """Take reason, condition and rejected option off the end of a content; ``verb`` is what governs it.

    Only what follows the content is taken off, so that it stays one run of words; what remains has at least two words unless it was
    shorter.
    """
    first, last = content
    found: dict[MarkerKind, Words] = {}
    opened = [(at, kind) for at in range(first + _SHORTEST, last + 1) for kind in _KINDS if _opens(sentence, at, kind, index, content, verb)]
    starts = sorted({at for at, _ in opened})
    kinds = {at: kind for at, kind in reversed(opened)}
    for at, following in pairwise([*starts, last + 1]):
        if kinds[at] not in found:
            found[kinds[at]] = _trim(sentence, at, following - 1)
    if starts:
        last = _trim(sentence, first, starts[0] - 1)[1]
    return Parts(
        content=(first, last),
        rationale=found.get(MarkerKind.RATIONALE),
        condition=found.get(MarkerKind.CONDITION),
        contrast=found.get(MarkerKind.CONTRAST),
    )


def _opens(sentence: Sentence, at: int, kind: MarkerKind, index: CueIndex, content: Words, verb: int) -> bool:
    end = index.marker_at(sentence, at, kind)
    if end is not None and end < content[1]:
        if kind is MarkerKind.CONTRAST:
            return not any(sentence.matches(at - 1, idiom) or sentence.matches(at, idiom) for idiom in _IDIOMS)
        if kind is MarkerKind.CONDITION:
            return sentence.lower[at] != "if" or sentence.lower[at - 1] not in {"as", "even"}
        return _is_reason(sentence, at, end)
    return kind is MarkerKind.RATIONALE and (_is_purpose(sentence, at, content, verb) or _is_reason_clause(sentence, at))


def _is_reason(sentence: Sentence, at: int, end: int) -> bool:
    """Tell a connective from the same words inside a phrase: *due to* after a verb of its own, *so* before an adjective."""
    if at == end and sentence.tags[at] in {"NN", "NNS", "JJ", "VBD"}:
        return False
    if sentence.tags[at] == "VBG" and at == end:
        return sentence.lower[at - 1] == ","
    return not (sentence.lower[at] == "to" and sentence.lower[at - 1] in {"order", "as"})


def _is_purpose(sentence: Sentence, at: int, content: Words, verb: int) -> bool:
    """Whether *to* with a verb tells a purpose and completes no noun, adjective or verb before it."""
    if sentence.tags[at] != "TO" or at + 1 >= len(sentence):
        return False
    head = sentence.heads[at]
    if sentence.tags[head] != "VB" or sentence.deps[head] not in _PURPOSE_DEPS:
        return False
    governor = sentence.heads[head]
    if sentence.deps[head] == "xcomp":
        return governor == verb and at - content[0] > _SHORTEST and sentence.tags[at - 1] in {"NN", "NNS", "NNP"}
    if sentence.deps[head] in {"acl", "relcl"}:
        return sentence.lower[head] in _ENDS and at - governor > _SHORTEST
    return sentence.tags[at - 1] not in {"JJ", "VB", "VBD", "VBN", "VBZ", "VBP", "IN"} or sentence.lower[head] in _ENDS


_ENDS = frozenset("avoid ensure prevent help enable facilitate allow increase strengthen further promote improve reduce protect foster address reflect make guarantee".split())


def _is_reason_clause(sentence: Sentence, at: int) -> bool:
    """Whether *as* opens a clause of reason: *as it sets the tone*."""
    if sentence.lower[at] != "as" or at + 2 >= len(sentence) or sentence.deps[at] != "mark":
        return False
    verb = sentence.heads[at]
    subject = sentence.first_with_dep(verb, "nsubj", "nsubjpass")
    return subject is not None and subject > at and sentence.lower[at - 1] not in {"such", "as", "same"} and sentence.tags[verb][:2] in {"VB", "MD"}


def _trim(sentence: Sentence, first: int, last: int) -> Words:
    while last > first and (sentence.tags[last] in {",", ":", "CC", "."} or (sentence.tags[last] == "RB" and sentence.tags[last - 1] in {",", "CC"})):
        last -= 1
    return first, last
