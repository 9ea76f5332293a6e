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
    found: dict[MarkerKind, Words] = {}
    first, last = content = _without_opening(sentence, content, index, found)
    opened = [
        (at, kind) for at in range(first + _SHORTEST, last + 1) for kind in _KINDS if _opens(sentence, at, kind, index, content, verb)
    ]
    starts = sorted({at for at, _ in opened})
    while starts and _interrupts(sentence, first, starts[0]):
        starts.pop(0)
    kinds = {at: kind for at, kind in reversed(opened)}
    for at in [at for at in starts if kinds[at] is MarkerKind.CONTRAST]:
        end = _end_of_contrast(sentence, at)
        if (
            end is not None
            and end < last - 1
            and at != starts[-1]
            or end is not None
            and end < last - 1
            and sentence.tags[end + 1] not in {",", "."}
        ):
            found[MarkerKind.CONTRAST] = (at, end)
            starts.remove(at)
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


def _end_of_contrast(sentence: Sentence, at: int) -> int | None:
    """Return the last word of the option after *rather than* or *instead of*, ``None`` if the parse does not tell."""
    option = sentence.first_with_dep(at + 1, "pobj", "pcomp")
    if option is None:
        return None
    end = sentence.right(option)
    closing = [word for word in range(at + 2, end + 1) if sentence.words[word] == '"']
    return closing[1] if len(closing) > 1 and sentence.words[at + 2] == '"' else end


def _interrupts(sentence: Sentence, first: int, at: int) -> bool:
    """Whether what opens at a word stands in the middle of a clause: right after its *be*, or before its verb."""
    if sentence.lower[at - 1] in {"be", "is", "are", "was", "were", "been", "being"} or sentence.tags[at - 1] in {"MD", "DT", "IN"}:
        return True
    subjects = [word for word in range(first, at) if sentence.deps[word] in {"nsubj", "nsubjpass", "csubj"}]
    verbs = [sentence.heads[word] for word in subjects]
    return bool(verbs) and all(verb > at for verb in verbs)


def _without_opening(sentence: Sentence, content: Words, index: CueIndex, found: dict[MarkerKind, Words]) -> Words:
    """Take off what stands before the content proper: *that, given X, Y* has a reason, *that, while X, Y* a concession."""
    first, last = content
    comma = next((at for at in range(first + 2, last - 1) if sentence.words[at] == ","), None)
    if comma is None or sentence.deps[first] not in {"mark", "prep", "advmod", "cc", "advcl"}:
        return content
    for kind in (MarkerKind.RATIONALE, MarkerKind.CONDITION):
        if index.marker_at(sentence, first, kind) is not None or (kind is MarkerKind.RATIONALE and sentence.lower[first] == "given"):
            found[kind] = (first, comma - 1)
            return comma + 1, last
    if sentence.lower[first] in {"while", "although", "though", "whilst"} and not index.has_marker(sentence, first, comma, MarkerKind.NORM):
        return comma + 1, last
    return content


def _opens(sentence: Sentence, at: int, kind: MarkerKind, index: CueIndex, content: Words, verb: int) -> bool:
    end = index.marker_at(sentence, at, kind)
    if kind is MarkerKind.RATIONALE and _is_reason_clause(sentence, at):
        return True
    if sentence.tags[at] == "TO":
        return kind is MarkerKind.RATIONALE and _is_purpose(sentence, at, content, verb, usual=end is not None)
    if end is None or end >= content[1]:
        return False
    if kind is MarkerKind.CONTRAST:
        return not any(sentence.matches(at - 1, idiom) or sentence.matches(at, idiom) for idiom in _IDIOMS)
    return _connects(sentence, at, end)


def _connects(sentence: Sentence, at: int, end: int) -> bool:
    """Tell a connective from the same words inside a phrase: *provided* as a verb, *since* of time, *if needed*."""
    tag, word = sentence.tags[at], sentence.lower[at]
    if tag == "VBG" or word in {"which", "and"}:
        return sentence.lower[at - 1] == "," or word == "and"
    if at < end:
        return True
    if word == "if":
        return sentence.lower[at - 1] not in {"as", "even"} and sentence.tags[at + 1] not in {"VBN", "JJ", "RB"}
    if word == "provided":
        return sentence.words[at - 1] == "," or sentence.deps[at] in {"mark", "prep"}
    return sentence.deps[at] in {"mark", "advmod", "cc", "prep"} and tag in {"IN", "RB"}


def _is_purpose(sentence: Sentence, at: int, content: Words, verb: int, *, usual: bool) -> bool:
    """Whether *to* with a verb tells a purpose and completes no noun, adjective or verb before it.

    ``usual`` marks verbs that mostly tell purposes (*to avoid*): for them a comma or a distance from what they modify is enough.
    """
    head = sentence.heads[at]
    if at + 1 >= len(sentence) or sentence.tags[head] != "VB" or sentence.deps[head] not in _PURPOSE_DEPS or head < at:
        return False
    if sentence.lower[at - 1] in {"order", "as", "need", "right", "not"} or sentence.tags[at - 1] in {
        "JJ",
        "VB",
        "VBD",
        "VBN",
        "VBZ",
        "VBP",
        "IN",
        "CC",
        "MD",
    }:
        return False
    governor = sentence.heads[head]
    if governor == verb:
        return at - content[0] > _SHORTEST
    if sentence.deps[head] == "advcl":
        return usual
    return usual and at - governor > _SHORTEST + 1


def _is_reason_clause(sentence: Sentence, at: int) -> bool:
    """Whether *as* opens a clause of reason: *as it sets the tone*."""
    if sentence.lower[at] != "as" or at + 2 >= len(sentence) or sentence.deps[at] != "mark":
        return False
    verb = sentence.heads[at]
    subject = sentence.first_with_dep(verb, "nsubj", "nsubjpass")
    return (
        subject is not None
        and at < subject < verb
        and sentence.lower[at - 1] not in {"such", "as", "same"}
        and sentence.tags[verb][:2] in {"VB", "MD"}
    )


def _trim(sentence: Sentence, first: int, last: int) -> Words:
    while last > first and (
        sentence.tags[last] in {",", ":", "CC", "."} or (sentence.tags[last] == "RB" and sentence.tags[last - 1] in {",", "CC"})
    ):
        last -= 1
    return first, last
