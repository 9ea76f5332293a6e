"""Stance: the cue's own, turned by negation and by what the content says of its matter."""

from __future__ import annotations

from collections.abc import Iterator

from travaux.model.lexicon import MarkerKind, SpeakerClass
from travaux.model.schemes import Act, Stance
from travaux.reading.extraction.cue_index import CueIndex
from travaux.reading.extraction.frames import Frame, Words
from travaux.reading.language.sentence import Sentence

_OPPOSITE = {
    Stance.SUPPORTS: Stance.OPPOSES,
    Stance.OPPOSES: Stance.SUPPORTS,
    Stance.PROPOSES: Stance.OPPOSES,
    Stance.CONCERNED: Stance.NEUTRAL,
}
_SHARED_VIEWS = frozenset({"agreement-noun", "consensus-noun", "concurrence-noun", "unanimity-noun"})
"""Where there is none of these, nobody need be against."""
_NEGATIONS = frozenset({"not", "n't", "no", "never", "nor", "neither", "without"})
_EXCLUSIVES = frozenset({"only", "just", "merely"})
_EXPECTATIONS = frozenset({"would", "might", "may"})
_CLAUSAL = frozenset({"that", "quoted", "predicate"})
_NEAR = 3
"""How far before a word its negation may stand."""
_SOON = 4
"""How soon after *should* a change of text is named."""


def read_stance(sentence: Sentence, frame: Frame, content: Words, index: CueIndex) -> Stance:
    """Return the stance toward a content as phrased; a negated cue turns it round."""
    stance = _read(sentence, frame, content, index)
    if frame.negated and frame.rule == "noun-existing" and frame.reading.act is Act.SUPPORT and frame.cue in _SHARED_VIEWS:
        return Stance.NEUTRAL
    return _OPPOSITE.get(stance, stance) if frame.negated else stance


def _read(sentence: Sentence, frame: Frame, content: Words, index: CueIndex) -> Stance:
    stance, act = frame.reading.stance, frame.reading.act
    clause = frame.reading.complement in _CLAUSAL or frame.rule == "fronted" or _is_finite(sentence, content)
    if stance is Stance.PROPOSES:
        return Stance.SUPPORTS if clause and _expects(sentence, content, index) else stance
    if act is Act.CAUTION:
        return Stance.SUPPORTS if clause and _has(sentence, content, index, MarkerKind.NORM) else stance
    if stance is Stance.NEUTRAL or (act is Act.OBSERVE and stance is Stance.SUPPORTS):
        read = _of_clause(sentence, content, index) if clause else _of_matter(sentence, content, index)
        return stance if read is Stance.NEUTRAL else read
    if act is Act.STRESS and stance is Stance.SUPPORTS:
        return _stressed(sentence, content, index, clause=clause)
    return stance


def evaluates(sentence: Sentence, content: Words, index: CueIndex) -> bool:
    """Whether a content says what its matter is worth (*the need for X*, *the slow pace of X*) and does not only name it."""
    return any(_head_is(sentence, content, index, kind) for kind in (MarkerKind.MATTER, MarkerKind.MERIT, MarkerKind.DEFECT))


def _of_clause(sentence: Sentence, content: Words, index: CueIndex) -> Stance:
    """Read what a neutral verb reports: a norm or a merit is supported, a defect opposed or feared, a change of text proposed."""
    if _judges_premature(sentence, content, index):
        return Stance.OPPOSES
    if _has(sentence, content, index, MarkerKind.NORM):
        return Stance.PROPOSES if _asks_for_change(sentence, content, index) else Stance.SUPPORTS
    if _has_defect(sentence, content, index):
        return Stance.OPPOSES if _is_predicate(sentence, content, index) else Stance.CONCERNED
    return Stance.SUPPORTS if _has_merit(sentence, content, index) else Stance.NEUTRAL


def _of_matter(sentence: Sentence, content: Words, index: CueIndex) -> Stance:
    if _head_is(sentence, content, index, MarkerKind.DEFECT):
        return Stance.CONCERNED
    praised = any(_has(sentence, content, index, kind) for kind in (MarkerKind.MATTER, MarkerKind.MERIT))
    return Stance.SUPPORTS if praised else Stance.NEUTRAL


def _stressed(sentence: Sentence, content: Words, index: CueIndex, *, clause: bool) -> Stance:
    if not clause:
        return Stance.CONCERNED if _head_is(sentence, content, index, MarkerKind.DEFECT) else Stance.SUPPORTS
    if _has(sentence, content, index, MarkerKind.NORM):
        return Stance.SUPPORTS
    if _has_defect(sentence, content, index):
        return Stance.CONCERNED
    expected = any(sentence.tags[at] == "MD" for at in _range(content))
    return Stance.SUPPORTS if expected or _has_merit(sentence, content, index) else Stance.NEUTRAL


def _judges_premature(sentence: Sentence, content: Words, index: CueIndex) -> bool:
    """Whether the content judges an act as wrong to do: *it would be premature to X*, *there was no need for X*."""
    first = content[0]
    if sentence.lower[first] not in {"it", "there", "this"}:
        return False
    ends = (index.marker_at(sentence, at, MarkerKind.DEFECT) for at in range(first, min(first + 2 * _NEAR, content[1]) + 1))
    return any(sentence.tags[end + 1] in {"TO", "IN"} for end in ends if end is not None and end + 1 < len(sentence))


def _asks_for_change(sentence: Sentence, content: Words, index: CueIndex) -> bool:
    """Whether a norm asks for an addition to, deletion from or change of a text: *the article should include A*."""
    norm = next(_positions(sentence, content, index, MarkerKind.NORM))
    text = any(index.speaker_class(sentence.lower[at]) is SpeakerClass.TEXT for at in range(content[0], norm))
    return text and any(norm < at <= norm + _SOON for at in _positions(sentence, content, index, MarkerKind.CHANGE))


def _expects(sentence: Sentence, content: Words, index: CueIndex) -> bool:
    """Whether a clause after a verb of proposing only tells what would be (*suggested that X would lead to Y*)."""
    expected = any(sentence.lower[at] in _EXPECTATIONS for at in _range(content))
    return expected and not _has(sentence, content, index, MarkerKind.NORM)


def _is_finite(sentence: Sentence, content: Words) -> bool:
    """Whether a content is a clause although its cue takes a noun phrase (*as was the fact that …*)."""
    first, last = content
    for at in _range(content):
        if sentence.tags[at] not in {"MD", "VBZ", "VBP", "VBD"}:
            continue
        helps = sentence.deps[at] == "aux" and sentence.deps[sentence.heads[at]] in {"acl", "ccomp", "ROOT"}
        if helps or not first <= sentence.heads[at] <= last:
            return True
    return False


def _is_predicate(sentence: Sentence, content: Words, index: CueIndex) -> bool:
    """Whether a defect is said of the subject itself: *the limit was unrealistic*."""
    for at in _positions(sentence, content, index, MarkerKind.DEFECT):
        said = sentence.deps[at] in {"acomp", "oprd", "ccomp"} or sentence.lower[at - 1] in {"was", "were", "is", "are", "too", "overly"}
        if said and sentence.tags[at] == "JJ":
            return True
    return False


def _has_defect(sentence: Sentence, content: Words, index: CueIndex) -> bool:
    """Whether a defect is said, or a merit denied."""
    said = any(not _is_denied(sentence, at, content[0]) for at in _positions(sentence, content, index, MarkerKind.DEFECT))
    return said or any(_is_denied(sentence, at, content[0]) for at in _positions(sentence, content, index, MarkerKind.MERIT))


def _has_merit(sentence: Sentence, content: Words, index: CueIndex) -> bool:
    kinds = (MarkerKind.MERIT, MarkerKind.MATTER)
    return any(not _is_denied(sentence, at, content[0]) for kind in kinds for at in _positions(sentence, content, index, kind))


def _is_denied(sentence: Sentence, at: int, first: int) -> bool:
    """Whether a negation stands shortly before a word; *not only* is none."""
    near = range(max(first, at - _NEAR), at)
    return any(sentence.lower[word] in _NEGATIONS and sentence.lower[word + 1] not in _EXCLUSIVES for word in near)


def _head_is(sentence: Sentence, content: Words, index: CueIndex, kind: MarkerKind) -> bool:
    """Whether a marker stands in the noun phrase proper, before its first preposition."""
    for at in _range(content):
        if at > content[0] and sentence.tags[at] in {"IN", "TO", "WDT", ","}:
            return False
        if index.marker_at(sentence, at, kind) is not None:
            return True
    return False


def _has(sentence: Sentence, content: Words, index: CueIndex, kind: MarkerKind) -> bool:
    return index.has_marker(sentence, *content, kind)


def _positions(sentence: Sentence, content: Words, index: CueIndex, kind: MarkerKind) -> Iterator[int]:
    return (at for at in _range(content) if index.marker_at(sentence, at, kind) is not None)


def _range(content: Words) -> range:
    return range(content[0], content[1] + 1)
