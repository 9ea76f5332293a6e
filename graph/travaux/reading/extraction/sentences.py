"""Reading one sentence: its frames in order, and of each frame the contents with all that is said of them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from travaux.model.lexicon import SpeakerClass
from travaux.model.schemes import Act, Prevalence, SpeakerKind, Stance
from travaux.reading.extraction.adjuncts import Parts, take_apart
from travaux.reading.extraction.bounds import end_before
from travaux.reading.extraction.claims import render_claim, shares_clause
from travaux.reading.extraction.coordination import split_contents
from travaux.reading.extraction.cue_index import CueIndex
from travaux.reading.extraction.echoes import find_echoes
from travaux.reading.extraction.elliptical import find_elliptical
from travaux.reading.extraction.frames import Frame, Words
from travaux.reading.extraction.fronted import find_fronted
from travaux.reading.extraction.inverted import find_inverted
from travaux.reading.extraction.nominal import find_nominal
from travaux.reading.extraction.polarity import evaluates, read_stance
from travaux.reading.extraction.predicative import find_predicative
from travaux.reading.extraction.repairs import repair
from travaux.reading.extraction.selection import select_frames
from travaux.reading.extraction.speakers import Voice, read_voice
from travaux.reading.extraction.verbal import find_verbal
from travaux.reading.extraction.writer import WRITERS, read_as_writer
from travaux.reading.language.sentence import Sentence

Place = tuple[int, int]
"""Characters of the sentence's plain text: start and end, exclusive."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reported:
    """One statement as its own sentence tells it; places are characters of the sentence's plain text.

    ``speaker`` is ``None`` if nobody is named, and ``writer`` tells that whoever wrote the sentence speaks. ``topic`` ends where the words
    before the frame end: what they cite, the statement is about.
    """

    rule: str
    act: Act
    stance: Stance
    quote: Place
    cue: Place
    claim: str
    topic: int
    speaker: Place | None = None
    kind: SpeakerKind = SpeakerKind.UNATTRIBUTED
    prevalence: Prevalence = Prevalence.UNSPECIFIED
    speaker_class: SpeakerClass | None = None
    anaphoric: bool = False
    rationale: Place | None = None
    condition: Place | None = None
    contrast: Place | None = None
    writer: bool = False


def read_sentence(sentence: Sentence, index: CueIndex) -> tuple[Reported, ...]:
    """Read the statements of a sentence, in the order of their frames; the same sentence always gives the same."""
    sentence = repair(sentence, index)
    frames = select_frames(sentence, _find(sentence, index), index)
    echoes = tuple(find_echoes(sentence, frames, index))
    elliptical = tuple(find_elliptical(sentence, frames))
    frames = (*end_before(sentence, frames, (*echoes, *elliptical)), *elliptical, *echoes)
    if index.own_words:
        frames = read_as_writer(sentence, frames, index)
    reported = (one for frame in frames for one in _statements(sentence, frame, index))
    return tuple(dict.fromkeys(reported))


def _find(sentence: Sentence, index: CueIndex) -> Iterator[Frame]:
    yield from find_verbal(sentence, index)
    yield from find_nominal(sentence, index)
    yield from find_predicative(sentence, index)
    yield from find_fronted(sentence, index)
    yield from find_inverted(sentence, index)


def _statements(sentence: Sentence, frame: Frame, index: CueIndex) -> Iterator[Reported]:
    """Read the statements of a frame; a content that shares its clause with the one before it shares the stance."""
    voice = _voice(sentence, frame, index)
    parts = [take_apart(sentence, content, index, frame.anchor) for content in _contents(sentence, frame, index)]
    stance: Stance | None = None
    for part in _share(parts):
        if _says_nothing(sentence, frame, part.content, index):
            continue
        if stance is None or not shares_clause(sentence, frame, part.content):
            stance = read_stance(sentence, frame, part.content, index)
        yield _report(sentence, frame, part, voice, stance)


def _says_nothing(sentence: Sentence, frame: Frame, content: Words, index: CueIndex) -> bool:
    """Whether a content only points to another (*echoed this*), or a topic is named and not judged (*did not comment on X*)."""
    first, last = content
    if first == last and sentence.tags[first] == "DT":
        return True
    if frame.negated and frame.reading.act is Act.OBSERVE and frame.reading.complement not in {"that", "whether", "quoted", "predicate"}:
        return True
    return frame.reading.topical and not evaluates(sentence, content, index)


def _voice(sentence: Sentence, frame: Frame, index: CueIndex) -> Voice | None:
    if frame.subject is None:
        return None
    return read_voice(sentence, frame.subject, index, before=frame.anchor if frame.subject < frame.anchor else None)


def _contents(sentence: Sentence, frame: Frame, index: CueIndex) -> list[Words]:
    if frame.reading.act is Act.COMMEND:
        return [frame.content]
    return split_contents(sentence, frame, index)


def _share(parts: list[Parts]) -> list[Parts]:
    """Give what stands at the end of the last content to those before it that have none of their own."""
    shared: list[Parts] = []
    for part in reversed(parts):
        after = shared[-1] if shared else part
        shared.append(replace(part, rationale=part.rationale or after.rationale, condition=part.condition or after.condition))
    return shared[::-1]


def _report(sentence: Sentence, frame: Frame, part: Parts, voice: Voice | None, stance: Stance) -> Reported:
    quote = _without_stop(sentence, _unquoted(sentence, part.content))
    return Reported(
        rule=f"{frame.rule}: {frame.reading.name}",
        act=frame.reading.act,
        stance=stance,
        quote=quote,
        cue=sentence.span(*frame.cue_words),
        claim=render_claim(sentence, frame, part.content, stance),
        topic=sentence.starts[min(frame.start, frame.cue_words[0])],
        speaker=sentence.span(*voice.words) if voice else None,
        kind=voice.kind if voice else SpeakerKind.UNATTRIBUTED,
        prevalence=voice.prevalence if voice else Prevalence.UNSPECIFIED,
        writer=frame.rule in WRITERS or (voice is not None and voice.writer),
        speaker_class=voice.speaker_class if voice else None,
        anaphoric=voice.anaphoric if voice else False,
        rationale=_place(sentence, part.rationale),
        condition=_place(sentence, part.condition),
        contrast=_place(sentence, part.contrast),
    )


def _unquoted(sentence: Sentence, words: Words) -> Words:
    """Leave out the quotation marks around a content that is nothing but a quotation, and the full stop before the last."""
    first, last = words
    marks = [at for at in range(first, last + 1) if sentence.words[at] == '"']
    if marks != [first, last] or last - first < len(('"', "word", '"')):
        return words
    return first + 1, last - 2 if sentence.words[last - 1] in {".", ","} else last - 1


def _without_stop(sentence: Sentence, words: Words) -> Place:
    """Leave out the full stop that the tokenizer took for a part of the last word (*option B.*)."""
    start, end = sentence.span(*words)
    final = words[1] == len(sentence) - 1 and sentence.words[words[1]].endswith(".") and end - start > 1
    return start, end - 1 if final else end


def _place(sentence: Sentence, words: Words | None) -> Place | None:
    return sentence.span(*words) if words else None
