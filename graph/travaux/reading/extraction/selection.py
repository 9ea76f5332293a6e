"""Which of the frames found in a sentence stand: those inside another's content do not, and no content runs into the next frame."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from travaux.reading.extraction.frames import Frame
from travaux.reading.extraction.speakers import PRONOUNS_OF_THINGS
from travaux.reading.language.sentence import Sentence

_PRONOUNS = frozenset({"he", "she", "they", "it", "we"})
_HOME = frozenset({"delegation", "government", "country", "organization", "organisation", "group", "authorities", "party", "company"})
_EMPTY = 2
_ASIDE = frozenset({"advcl", "acl"})


def select_frames(sentence: Sentence, found: Iterable[Frame]) -> tuple[Frame, ...]:
    """Choose the frames of a sentence in the order of their words and end each content where the next frame begins.

    A frame whose cue stands inside the content of another is part of what was said, unless its verb is coordinated with that cue, or
    the content only says the same speaker's stance again (*said that they would welcome X*): then it takes the place of the other.
    """
    kept: list[Frame] = []
    for frame in sorted(found, key=lambda one: (one.cue_words[0], -one.cue_words[1], one.rule)):
        if _is_quoted(sentence, frame):
            continue
        outer = next((one for one in reversed(kept) if _contains(one, frame)), None)
        again = frame.subject is not None and sentence.lower[frame.subject] in PRONOUNS_OF_THINGS and not _may_resume(sentence, frame, outer)
        if (outer is None or _beside(sentence, outer, frame)) and not again:
            if not any(one.anchor == frame.anchor for one in kept):
                kept = [one for one in kept if not _swallows(sentence, frame, one)]
                kept.append(frame)
        elif outer is not None and _says_again(sentence, outer, frame):
            kept[kept.index(outer)] = replace(frame, subject=outer.subject, cue_words=frame.cue_words, start=outer.start, rule=outer.rule)
    kept.sort(key=lambda one: one.anchor)
    return tuple(_bounded(sentence, frame, kept) for frame in kept)


def _may_resume(sentence: Sentence, frame: Frame, outer: Frame | None) -> bool:
    """Whether *it* can stand for the delegation that spoke in the sentence before: the subject of a main verb of the past."""
    main = sentence.heads[frame.anchor] == frame.anchor or sentence.deps[frame.anchor] == "conj"
    subject = frame.subject
    return (
        outer is None and main and subject is not None and sentence.lower[subject] == "it" and sentence.tags[frame.anchor] in {"VBD", "VBN"}
    )


def _is_quoted(sentence: Sentence, frame: Frame) -> bool:
    """Whether a cue stands inside quotation marks: what is quoted is reported by whoever quotes it."""
    marks = [at for at in range(len(sentence)) if sentence.words[at] == '"']
    before = sum(1 for at in marks if at < frame.anchor)
    return before % 2 == 1 and len(marks) % 2 == 0


def _contains(outer: Frame, inner: Frame) -> bool:
    return outer.content[0] <= inner.cue_words[0] <= outer.content[1] and outer.anchor != inner.anchor


def _swallows(sentence: Sentence, later: Frame, earlier: Frame) -> bool:
    """Whether an earlier cue stands inside what a later one reports (*the requests by X were noted*); a proposal that is its subject stands."""
    if not later.content[0] <= earlier.cue_words[0] <= later.content[1] or later.content[0] > later.anchor:
        return False
    return not (earlier.rule == "noun-owned" and sentence.deps[earlier.anchor] in {"nsubj", "nsubjpass"})


def _beside(sentence: Sentence, outer: Frame, inner: Frame) -> bool:
    """Whether a frame is no part of the content of another although it stands after its cue."""
    word = inner.anchor
    if inner.subject is not None and inner.subject == outer.subject and sentence.deps[word] == "conj" and sentence.tags[word] == "VBD":
        return True
    if _opens_clause(sentence, inner) and inner.subject != outer.subject:
        return True
    if sentence.deps[word] == "relcl" and inner.subject is not None and sentence.lower[inner.subject] in _PRONOUNS:
        return True
    while sentence.deps[word] == "conj" and sentence.heads[word] != word:
        word = sentence.heads[word]
        if word == outer.anchor:
            return True
    if outer.content[0] <= word <= outer.content[1] and _reaches(sentence, word, outer):
        return _resumes(sentence, outer, inner)
    return True


def _opens_clause(sentence: Sentence, frame: Frame) -> bool:
    """Whether a frame opens a clause of its own after a comma: *…, and several judged that Y*."""
    subject = frame.subject
    if (
        subject is None
        or sentence.tags[frame.anchor] != "VBD"
        or not frame.start < subject < frame.anchor
        or sentence.tags[subject] == "PRP"
    ):
        return False
    opening = sentence.lower[frame.start : subject]
    return opening[:1] == (",",) and any(word in {"and", "but", "while", "whereas"} for word in opening)


def _reaches(sentence: Sentence, word: int, outer: Frame) -> bool:
    """Whether a word depends on the content of a frame and not on its cue directly."""
    above = word
    for head in sentence.ancestors(word):
        if head == outer.anchor:
            return _is_subordinate(sentence, above)
        if not outer.content[0] <= head <= outer.content[1]:
            return False
        above = head
    return False


def _is_subordinate(sentence: Sentence, verb: int) -> bool:
    """Whether a clause belongs to the content before it; a clause of contrast (*while others …*) stands beside it."""
    if sentence.deps[verb] in {"conj", "parataxis"}:
        return False
    if sentence.tags[verb] == "VBG" and sentence.first_with_dep(verb, "nsubj") is not None:
        return False
    if sentence.deps[verb] == "advcl":
        mark = sentence.first_with_dep(verb, "mark", "advmod")
        return (
            sentence.tags[verb] == "VBG" or mark is None or sentence.lower[mark] not in {"while", "whereas", "although", "though", "whilst"}
        )
    return True


def _resumes(sentence: Sentence, outer: Frame, inner: Frame) -> bool:
    """Whether a past verb right after a coordinator takes up the subject of the cue although the parser hung it deeper."""
    before = inner.start
    if inner.subject != outer.subject or inner.subject is None or sentence.tags[inner.anchor] != "VBD":
        return False
    words = [sentence.lower[at] for at in range(before, inner.anchor)]
    return any(word in {"and", "but"} for word in words) and sentence.tags[outer.anchor] == "VBD" and outer.reading.complement != "that"


def _says_again(sentence: Sentence, outer: Frame, inner: Frame) -> bool:
    if outer.reading.complement != "that" or inner.subject is None or outer.subject is None:
        return False
    owned = sentence.lower[inner.subject - 1] in {"his", "her", "its", "their"} and sentence.lower[inner.subject] in _HOME
    same = sentence.lower[inner.subject] in _PRONOUNS or owned
    return same and outer.content[0] <= inner.subject <= outer.content[0] + 1 and inner.rule != "impersonal"


def _bounded(sentence: Sentence, frame: Frame, frames: Iterable[Frame]) -> Frame:
    """End a content before the next frame that is not part of it."""
    first, last = frame.content
    for other in frames:
        if other.anchor > frame.anchor and first < other.start <= last:
            last = min(last, other.start - 1)
    while last > first and sentence.tags[last] in {",", ":", "CC", "IN", "."} and last > first + _EMPTY:
        last -= 1
    return replace(frame, content=(first, last))


def end_before(sentence: Sentence, frames: Iterable[Frame], others: Iterable[Frame]) -> tuple[Frame, ...]:
    """End the contents of frames where something about another speaker begins."""
    starts = [other.start for other in others]
    return tuple(_cut(sentence, frame, [start for start in starts if frame.content[0] < start <= frame.content[1]]) for frame in frames)


def _cut(sentence: Sentence, frame: Frame, starts: list[int]) -> Frame:
    if not starts:
        return frame
    last = min(starts) - 1
    while last > frame.content[0] and sentence.tags[last] in {",", "CC", ":"}:
        last -= 1
    return replace(frame, content=(frame.content[0], last))
