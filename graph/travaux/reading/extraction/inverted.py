"""Frames whose cue stands after or inside what it reports: *“…,” Norway said*, *the text, he argued, was premature*."""

from __future__ import annotations

from collections.abc import Iterator

from travaux.model.lexicon import WordClass
from travaux.reading.extraction.clauses import is_negated, is_passive, is_report
from travaux.reading.extraction.cue_index import CueIndex
from travaux.reading.extraction.frames import Frame
from travaux.reading.extraction.speakers import read_voice
from travaux.reading.language.sentence import Sentence

_SAYING = ("that", "quoted")
_MARKS = frozenset({",", '"', "''", "``"})
_SHORTEST = 3


def find_inverted(sentence: Sentence, index: CueIndex) -> Iterator[Frame]:
    """Yield the frames of a verb of saying that follows its content or interrupts it, in the order of the words."""
    for at in range(_SHORTEST, len(sentence)):
        if sentence.tags[at] not in {"VBD", "VBZ", "VBP"} or is_passive(sentence, at) or not is_report(sentence, at, index):
            continue
        for cue, last in index.cue_at(sentence, at, WordClass.VERB):
            reading = next((found for name in _SAYING if (found := cue.reading(name)) is not None), None)
            if reading is None:
                continue
            place = _aside(sentence, index, at, last)
            if place is not None:
                first, end, subject = place
                content = _content(sentence, first, end)
                if content is not None:
                    yield Frame(
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
            break


def _aside(sentence: Sentence, index: CueIndex, at: int, last: int) -> tuple[int, int, int] | None:
    """Find the aside *, he said,* around a verb: its first and last word between the marks, and the head of its speaker."""
    end = last
    while end + 1 < len(sentence) and sentence.words[end + 1] not in {",", ".", '"', ";"} and end - last < 8:  # noqa: PLR2004, an aside is short
        end += 1
    first = at
    while first > 0 and sentence.lower[first - 1] not in _MARKS:
        first -= 1
    if first > 1 and sentence.tags[first - 2] == "IN":
        return None
    if first == 0 or (end + 1 < len(sentence) and sentence.words[end + 1] == ";"):
        return None
    before = sentence.first_with_dep(at, "nsubj")
    for word in ([before] if before is not None else []) + list(range(at + 1, end + 1)):
        if first <= word <= end and (
            word == before or (end > last and sentence.tags[word][:2] in {"NN", "PR"} and _ends_name(sentence, word, end))
        ):
            voice = read_voice(sentence, word, index, before=at if word < at else end + 1)
            if word > at and not (sentence.left(word) == last + 1 and '"' in sentence.words[first - 2 : first]):
                continue
            if voice is not None and (word < at and end == last or word > at and first == at):
                return first, end, word
    return None


def _ends_name(sentence: Sentence, word: int, end: int) -> bool:
    return word == end or sentence.tags[word + 1] in {"IN", ",", "."}


def _content(sentence: Sentence, first: int, end: int) -> tuple[int, int] | None:
    """Return what the aside interrupts or follows: the whole sentence if it goes on, else what stands before."""
    start, stop = 0, len(sentence) - 1
    while stop > end and sentence.tags[stop] in {".", ":"}:
        stop -= 1
    if stop <= end + 1 or sentence.tags[end + 2] == "VBG":
        stop = first - 1
    while stop > start and sentence.words[stop] in {",", '"', ".", "''"}:
        stop -= 1
    while start < stop and sentence.words[start] in {'"', ",", "``"}:
        start += 1
    return (start, stop) if stop - start >= _SHORTEST - 1 else None
