"""Frames without a verb of reporting: *according to several respondents, …*, *in the view of Norway, …*."""

from __future__ import annotations

from collections.abc import Iterator

from travaux.model.lexicon import WordClass
from travaux.reading.extraction.cue_index import CueIndex
from travaux.reading.extraction.frames import Frame
from travaux.reading.extraction.speakers import read_voice
from travaux.reading.language.sentence import Sentence

_VIEWS = frozenset({"view", "opinion", "views", "judgment", "judgement", "assessment", "words"})


def find_fronted(sentence: Sentence, index: CueIndex) -> Iterator[Frame]:
    """Yield the frames whose speaker stands in a prepositional phrase, in the order of the words."""
    yield from _owned(sentence, index)
    for at in range(len(sentence)):
        for cue, last in index.cue_at(sentence, at, WordClass.PREPOSITION):
            if (found := _speaker(sentence, at, last)) is None:
                continue
            subject, speaker_end = found
            if read_voice(sentence, subject, index, before=speaker_end + 1) is None:
                continue
            content = _content(sentence, at, speaker_end)
            if content is not None and cue.readings:
                yield Frame(
                    rule="fronted",
                    cue=cue.name,
                    reading=cue.readings[0],
                    anchor=at,
                    cue_words=(at, last),
                    content=content,
                    start=at,
                    subject=subject,
                )
                break


def _owned(sentence: Sentence, index: CueIndex) -> Iterator[Frame]:
    """Yield the frame of *in Norway's view, X*, wherever the phrase stands."""
    cue = next((cue for found in index.cues[WordClass.PREPOSITION].values() for cue in found if cue.readings), None)
    for view in range(3, len(sentence)):
        if cue is None or sentence.lower[view] not in _VIEWS or sentence.tags[view - 1] != "POS":
            continue
        at = next((word for word in range(view - 2, -1, -1) if sentence.lower[word] == "in"), None)
        owner = sentence.heads[view - 1]
        if at is None or at < view - 8 or not at < owner < view or read_voice(sentence, owner, index, before=view - 1) is None:  # noqa: PLR2004, a name is short
            continue
        content = _content(sentence, at, view) if at == 0 else (0, _sentence_end(sentence))
        if content is not None:
            yield Frame(
                rule="fronted",
                cue=cue.name,
                reading=cue.readings[0],
                anchor=view,
                cue_words=(at, view),
                content=content,
                start=at,
                subject=owner,
            )


def _sentence_end(sentence: Sentence) -> int:
    end = len(sentence) - 1
    while end > 0 and sentence.tags[end] in {".", ":"}:
        end -= 1
    return end


def _speaker(sentence: Sentence, at: int, last: int) -> tuple[int, int] | None:
    """Find the head of the speaker phrase after the preposition, and where the phrase ends."""
    comma = next((word for word in range(last + 1, len(sentence)) if sentence.lower[word] in {",", "."}), None)
    if comma is None or comma == last + 1:
        return None
    for word in range(last + 1, comma):
        if sentence.deps[word] in {"pobj", "nmod"} and at <= sentence.heads[word] <= last:
            return word, comma - 1
    head = next((word for word in range(comma - 1, last, -1) if sentence.tags[word] in {"NNS", "NNP", "NNPS", "NN", "PRP"}), None)
    return (head, comma - 1) if head is not None else None


def _content(sentence: Sentence, at: int, speaker_end: int) -> tuple[int, int] | None:
    """Return the clause that the phrase stands before or after."""
    end = min([_sentence_end(sentence), *(at - 1 for at in range(speaker_end, len(sentence)) if sentence.words[at] == ";")])
    if speaker_end + 2 <= end:
        before = at == 0 or all(sentence.tags[word] in {"CC", "RB", ",", "IN"} for word in range(at))
        return (speaker_end + 2, end) if before or sentence.lower[at - 1] in {",", "and", "but", "while"} else None
    return (0, at - 2) if at > 2 and sentence.lower[at - 1] == "," else None  # noqa: PLR2004, a clause has more than two words
