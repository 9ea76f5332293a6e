"""Frames whose cue stands after or inside what it reports: *“…,” Norway said*, *the text, he argued, was premature*."""

from __future__ import annotations

from collections.abc import Iterator

from travaux.model.lexicon import Cue, WordClass
from travaux.reading.extraction.clauses import is_negated, is_passive, is_report
from travaux.reading.extraction.cue_index import CueIndex
from travaux.reading.extraction.frames import Frame, Words
from travaux.reading.extraction.speakers import read_voice
from travaux.reading.language.sentence import Sentence

_FINITE = frozenset({"VBD", "VBZ", "VBP"})
_MARKS_BEFORE = frozenset({",", '"', "''", "``"})
_MARKS_AFTER = frozenset({",", ".", '"', ";"})
_SHORTEST = 3
_LONGEST_ASIDE = 8


def find_inverted(sentence: Sentence, index: CueIndex) -> Iterator[Frame]:
    """Yield the frames of a verb of saying that follows its content or interrupts it, in the order of the words."""
    for at in range(_SHORTEST, len(sentence)):
        if sentence.tags[at] in _FINITE and not is_passive(sentence, at) and is_report(sentence, at, index):
            cues = index.cue_at(sentence, at, WordClass.VERB)
            said = next(((cue, last) for cue, last in cues if cue.reading("that") or cue.reading("quoted")), None)
            frame = None if said is None else _read(sentence, index, said[0], at, said[1])
            if frame is not None:
                yield frame


def _read(sentence: Sentence, index: CueIndex, cue: Cue, at: int, last: int) -> Frame | None:
    reading = cue.reading("that") or cue.reading("quoted")
    aside = _find_aside(sentence, at, last)
    if aside is None or reading is None:
        return None
    subject = _speaker_before(sentence, index, aside, at, last)
    if subject is None:
        subject = _speaker_after(sentence, index, aside, at, last)
    content = _content(sentence, aside)
    if subject is None or content is None:
        return None
    return Frame(
        rule="inverted",
        cue=cue.name,
        reading=reading,
        anchor=at,
        cue_words=(at, last),
        content=content,
        start=content[0],
        subject=subject,
        negated=is_negated(sentence, at),
    )


def _find_aside(sentence: Sentence, at: int, last: int) -> Words | None:
    """Find the first and last word between the marks around a verb of saying; a subordinate clause is no aside (*when, he said,*)."""
    first, end = at, last
    while end + 1 < len(sentence) and sentence.words[end + 1] not in _MARKS_AFTER and end - last < _LONGEST_ASIDE:
        end += 1
    while first > 0 and sentence.lower[first - 1] not in _MARKS_BEFORE:
        first -= 1
    opens = first == 0 or (first > 1 and sentence.tags[first - 2] == "IN")
    return None if opens or sentence.words[end + 1 : end + 2] == (";",) else (first, end)


def _speaker_before(sentence: Sentence, index: CueIndex, aside: Words, at: int, last: int) -> int | None:
    """Find the speaker of *…, he argued, …*."""
    subject = sentence.first_with_dep(at, "nsubj")
    if subject is None or not aside[0] <= subject < at or aside[1] != last:
        return None
    return subject if read_voice(sentence, subject, index, before=at) is not None else None


def _speaker_after(sentence: Sentence, index: CueIndex, aside: Words, at: int, last: int) -> int | None:
    """Find the speaker of *“…,” said the delegate of Norway*."""
    first, end = aside
    if first != at or '"' not in sentence.words[first - 2 : first]:
        return None
    subject = sentence.first_with_dep(at, "nsubj")
    names = [word for word in range(at + 1, end + 1) if sentence.tags[word][:2] in {"NN", "PR"} and _ends_name(sentence, word, end)]
    for word in names if subject is None or not at < subject <= end else [subject, *names]:
        if sentence.left(word) == last + 1 and read_voice(sentence, word, index, before=end + 1) is not None:
            return word
    return None


def _ends_name(sentence: Sentence, word: int, end: int) -> bool:
    return word == end or sentence.tags[word + 1] in {"IN", ",", "."}


def _content(sentence: Sentence, aside: Words) -> Words | None:
    """Return what an aside interrupts or follows: the whole sentence if it goes on, else what stands before."""
    first, end = aside
    breaks = (at + 1 for at in range(first) if sentence.words[at] in {":", ";"})
    start, stop = max(breaks, default=0), len(sentence) - 1
    while stop > end and sentence.tags[stop] in {".", ":"}:
        stop -= 1
    if stop <= end + 1 or sentence.tags[end + 2] == "VBG":
        stop = first - 1
    while stop > start and sentence.words[stop] in {",", '"', ".", "''"}:
        stop -= 1
    while start < stop and sentence.words[start] in {'"', ",", "``"}:
        start += 1
    spoken = any(sentence.tags[word][:2] in {"VB", "MD"} for word in range(start, stop + 1) if not first <= word <= end)
    return (start, stop) if spoken and stop - start + 1 >= _SHORTEST else None
