"""Which of the frames found in a sentence stand: those inside another's content do not."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from travaux.model.lexicon import FrameWord
from travaux.reading.extraction.bounds import end_before_next
from travaux.reading.extraction.cue_index import CueIndex
from travaux.reading.extraction.frames import Frame
from travaux.reading.extraction.nesting import contains, stands_beside
from travaux.reading.extraction.speakers import PRONOUNS, PRONOUNS_OF_THINGS
from travaux.reading.language.sentence import Sentence

_POSSESSIVES = frozenset({"his", "her", "its", "their"})


def select_frames(sentence: Sentence, found: Iterable[Frame], index: CueIndex) -> tuple[Frame, ...]:
    """Choose the frames of a sentence in the order of their words and end each content where the next frame begins.

    A frame whose cue stands inside the content of another is part of what was said, unless its verb is coordinated with that cue, or
    the content only says the same speaker's stance again (*said that they would welcome X*): then it takes the place of the other.
    """
    kept: list[Frame] = []
    for frame in sorted(found, key=lambda one: (one.cue_words[0], -one.cue_words[1], one.rule)):
        if _is_quoted(sentence, frame):
            continue
        outer = next((one for one in reversed(kept) if contains(one, frame)), None)
        if (outer is None or stands_beside(sentence, outer, frame)) and not _is_told(sentence, frame, outer, index):
            if not any(one.anchor == frame.anchor for one in kept):
                kept = [one for one in kept if not _swallows(sentence, frame, one)]
                kept.append(_with_speaker(sentence, frame, outer))
        elif outer is not None and _says_again(sentence, outer, frame, index):
            kept[kept.index(outer)] = replace(frame, subject=outer.subject, cue_words=frame.cue_words, start=outer.start, rule=outer.rule)
    kept.sort(key=lambda one: one.anchor)
    return tuple(end_before_next(sentence, frame, kept) for frame in kept)


def _is_quoted(sentence: Sentence, frame: Frame) -> bool:
    """Whether a cue stands inside quotation marks: what is quoted is reported by whoever quotes it."""
    marks = [at for at, word in enumerate(sentence.words) if word == '"']
    before = sum(1 for at in marks if at < frame.anchor)
    return before % 2 == 1 and len(marks) % 2 == 0


def _is_told(sentence: Sentence, frame: Frame, outer: Frame | None, index: CueIndex) -> bool:
    """Whether *it* or *we* speaks in the words of somebody else and does not stand for who spoke in the sentence before."""
    if frame.subject is None or sentence.lower[frame.subject] not in PRONOUNS_OF_THINGS:
        return False
    if index.own_words and sentence.lower[frame.subject] == "we":
        return False
    main = sentence.heads[frame.anchor] == frame.anchor or sentence.deps[frame.anchor] == "conj"
    past = sentence.tags[frame.anchor] in {"VBD", "VBN"}
    return not (outer is None and main and past and sentence.lower[frame.subject] == "it")


def _with_speaker(sentence: Sentence, frame: Frame, outer: Frame | None) -> Frame:
    """Give a frame in a relative clause the speaker that its *they* stands for in the same sentence."""
    if outer is None or frame.subject is None or sentence.deps[frame.anchor] != "relcl" or sentence.lower[frame.subject] not in PRONOUNS:
        return frame
    return replace(frame, subject=outer.subject)


def _swallows(sentence: Sentence, later: Frame, earlier: Frame) -> bool:
    """Whether an earlier cue stands inside what a later one reports: *the requests by X were noted*.

    A proposal that is the subject of the later one stands.
    """
    if not later.content[0] <= earlier.cue_words[0] <= later.content[1] or later.content[0] > later.anchor:
        return False
    return not (earlier.rule == "noun-owned" and sentence.deps[earlier.anchor] in {"nsubj", "nsubjpass"})


def _says_again(sentence: Sentence, outer: Frame, inner: Frame, index: CueIndex) -> bool:
    """Whether the content of a frame is what the same speaker holds: *said that they would welcome X*, *that his delegation opposed X*."""
    subject = inner.subject
    if outer.reading.complement != "that" or outer.subject is None or subject is None or inner.rule == "impersonal":
        return False
    own_side = sentence.lower[subject] in index.frame_words[FrameWord.OWN_SIDE] and sentence.lower[subject - 1] in _POSSESSIVES
    opens = outer.content[0] <= subject <= outer.content[0] + 1
    return opens and (own_side or sentence.lower[subject] in PRONOUNS)
