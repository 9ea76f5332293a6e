"""Frames without a verb of reporting: *according to several respondents, …*, *in the view of Norway, …*."""

from __future__ import annotations

from collections.abc import Iterator

from travaux.model.lexicon import Cue, FrameWord, WordClass
from travaux.reading.extraction.cue_index import CueIndex
from travaux.reading.extraction.frames import Frame, Words
from travaux.reading.extraction.speakers import read_voice
from travaux.reading.language.sentence import Sentence

_NAMES = frozenset({"NNS", "NNP", "NNPS", "NN", "PRP"})
_OPENERS = frozenset({"CC", "RB", ",", "IN"})
_JOINING = frozenset({",", "and", "but", "while"})
_LONGEST_OWNER = 8
_SHORTEST_CLAUSE = 3


def find_fronted(sentence: Sentence, index: CueIndex) -> Iterator[Frame]:
    """Yield the frames whose speaker stands in a prepositional phrase: first those with a genitive, each in the order of the words."""
    yield from _find_owned_views(sentence, index)
    for at in range(len(sentence)):
        frames = (_read(sentence, index, cue, at, last) for cue, last in index.cue_at(sentence, at, WordClass.PREPOSITION))
        frame = next((frame for frame in frames if frame is not None), None)
        if frame is not None:
            yield frame


def _read(sentence: Sentence, index: CueIndex, cue: Cue, at: int, last: int) -> Frame | None:
    speaker = _find_speaker(sentence, at, last)
    if speaker is None or not cue.readings:
        return None
    subject, end = speaker
    content = _content(sentence, at, end)
    if content is None or read_voice(sentence, subject, index, before=end + 1) is None:
        return None
    return _frame(cue, (at, last), content, anchor=at, subject=subject)


def _find_speaker(sentence: Sentence, at: int, last: int) -> Words | None:
    """Find the head of the speaker phrase after the preposition, and the last word of the phrase."""
    comma = next((word for word in range(last + 1, len(sentence)) if sentence.lower[word] in {",", "."}), last + 1)
    governed = (word for word in range(last + 1, comma) if sentence.deps[word] in {"pobj", "nmod"} and at <= sentence.heads[word] <= last)
    nouns = (word for word in range(comma - 1, last, -1) if sentence.tags[word] in _NAMES)
    head = next(governed, None) or next(nouns, None)
    return None if head is None else (head, comma - 1)


def _find_owned_views(sentence: Sentence, index: CueIndex) -> Iterator[Frame]:
    """Yield the frame of *in Norway's view, X*, wherever the phrase stands; it means what the lexicon's first such cue means."""
    cue = next((cue for found in index.cues[WordClass.PREPOSITION].values() for cue in found if cue.readings), None)
    if cue is None:
        return
    for view in range(3, len(sentence)):
        if sentence.lower[view] not in index.frame_words[FrameWord.VIEW] or sentence.tags[view - 1] != "POS":
            continue
        at = next((word for word in range(view - 2, max(-1, view - 1 - _LONGEST_OWNER), -1) if sentence.lower[word] == "in"), None)
        owner = sentence.heads[view - 1]
        if at is None or not at < owner < view or read_voice(sentence, owner, index, before=view - 1) is None:
            continue
        content = _content(sentence, at, view) if at == 0 else (0, _last_word(sentence))
        if content is not None:
            yield _frame(cue, (at, view), content, anchor=view, subject=owner)


def _frame(cue: Cue, cue_words: Words, content: Words, *, anchor: int, subject: int) -> Frame:
    return Frame(
        rule="fronted",
        cue=cue.name,
        reading=cue.readings[0],
        anchor=anchor,
        cue_words=cue_words,
        content=content,
        start=cue_words[0],
        subject=subject,
    )


def _content(sentence: Sentence, at: int, speaker_end: int) -> Words | None:
    """Return the clause that the phrase stands before or after."""
    end = min([_last_word(sentence), *(at - 1 for at in range(speaker_end, len(sentence)) if sentence.words[at] == ";")])
    first = speaker_end + 2
    if first > end:
        return (0, at - 2) if at >= _SHORTEST_CLAUSE and sentence.lower[at - 1] == "," else None
    opens = all(sentence.tags[word] in _OPENERS for word in range(at))
    return (first, end) if opens or sentence.lower[at - 1] in _JOINING else None


def _last_word(sentence: Sentence) -> int:
    end = len(sentence) - 1
    while end > 0 and sentence.tags[end] in {".", ":"}:
        end -= 1
    return end
