"""Stance: the cue's own, turned by negation and by what the content says of its matter."""

from __future__ import annotations

from travaux.model.lexicon import MarkerKind
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
_NEGATIONS = frozenset({"not", "n't", "no", "never", "nor", "neither", "without"})


def read_stance(sentence: Sentence, frame: Frame, content: Words, index: CueIndex) -> Stance:
    """Return the stance toward a content as phrased."""
    stance = frame.reading.stance
    if frame.negated:
        return _OPPOSITE.get(stance, stance)
    clause = frame.reading.complement in {"that", "quoted", "predicate"} or frame.rule == "fronted" or _is_finite(sentence, content)
    if stance is Stance.PROPOSES and clause and not _asks(sentence, content, index):
        return Stance.SUPPORTS
    if stance is Stance.NEUTRAL or (frame.reading.act is Act.OBSERVE and stance is Stance.SUPPORTS):
        read = _of_clause(sentence, content, index) if clause else _of_matter(sentence, content, index)
        return stance if read is Stance.NEUTRAL else read
    if frame.reading.act is Act.CAUTION and clause and _positions(sentence, content, index, MarkerKind.NORM):
        return Stance.SUPPORTS
    if stance is Stance.SUPPORTS and frame.reading.act in {Act.STRESS, Act.OBSERVE}:
        return _stressed(sentence, content, index, clause=clause)
    return stance


def _is_finite(sentence: Sentence, content: Words) -> bool:
    """Whether a content is a clause although its cue takes a noun phrase (*as was the fact that …*)."""
    first, last = content
    verbs = [at for at in range(first, last + 1) if sentence.tags[at] == "MD" or sentence.tags[at] in {"VBZ", "VBP", "VBD"}]
    return any(
        not first <= sentence.heads[at] <= last
        or sentence.deps[at] == "aux"
        and sentence.deps[sentence.heads[at]] in {"acl", "ccomp", "ROOT"}
        for at in verbs
    )


def _asks(sentence: Sentence, content: Words, index: CueIndex) -> bool:
    """Whether a clause after a verb of proposing asks for something and does not only expect it (*suggested that X would lead to Y*)."""
    expects = any(sentence.lower[at] in {"would", "could", "might", "may"} for at in range(content[0], content[1] + 1))
    return not expects or bool(_positions(sentence, content, index, MarkerKind.NORM))


def evaluates(sentence: Sentence, content: Words, index: CueIndex) -> bool:
    """Whether a content says what its matter is worth (*the need for X*, *the slow pace of X*) and does not only name it."""
    return any(_head_is(sentence, content, index, kind) for kind in (MarkerKind.MATTER, MarkerKind.MERIT, MarkerKind.DEFECT))


def _of_clause(sentence: Sentence, content: Words, index: CueIndex) -> Stance:
    """Read what a neutral verb reports: a norm or a merit is supported, a defect opposed or feared, a change of text proposed."""
    if _judges_premature(sentence, content, index):
        return Stance.OPPOSES
    norm = _positions(sentence, content, index, MarkerKind.NORM)
    if norm:
        changes = [at for at in _positions(sentence, content, index, MarkerKind.CHANGE) if norm[0] < at <= norm[0] + 4]
        return Stance.PROPOSES if changes and _is_about_text(sentence, content[0], norm[0]) else Stance.SUPPORTS
    if _has_defect(sentence, content, index):
        return Stance.OPPOSES if _is_predicate(sentence, content, index) else Stance.CONCERNED
    return Stance.SUPPORTS if _has_merit(sentence, content, index) else Stance.NEUTRAL


def _is_predicate(sentence: Sentence, content: Words, index: CueIndex) -> bool:
    """Whether a defect is said of the subject itself: *the limit was unrealistic*."""
    return any(
        sentence.tags[at] == "JJ"
        and (sentence.deps[at] in {"acomp", "oprd", "ccomp"} or sentence.lower[at - 1] in {"was", "were", "is", "are", "too", "overly"})
        for at in _positions(sentence, content, index, MarkerKind.DEFECT)
    )


def _of_matter(sentence: Sentence, content: Words, index: CueIndex) -> Stance:
    if _head_is(sentence, content, index, MarkerKind.DEFECT):
        return Stance.CONCERNED
    merits = _positions(sentence, content, index, MarkerKind.MATTER) or _positions(sentence, content, index, MarkerKind.MERIT)
    return Stance.SUPPORTS if merits else Stance.NEUTRAL


def _stressed(sentence: Sentence, content: Words, index: CueIndex, *, clause: bool) -> Stance:
    if not clause:
        return Stance.CONCERNED if _head_is(sentence, content, index, MarkerKind.DEFECT) else Stance.SUPPORTS
    if _positions(sentence, content, index, MarkerKind.NORM):
        return Stance.SUPPORTS
    if _has_defect(sentence, content, index):
        return Stance.CONCERNED
    modal = any(sentence.tags[at] == "MD" for at in range(content[0], content[1] + 1))
    return Stance.SUPPORTS if modal or _has_merit(sentence, content, index) else Stance.NEUTRAL


def _judges_premature(sentence: Sentence, content: Words, index: CueIndex) -> bool:
    """Whether the content judges an act as wrong to do: *it would be premature to X*, *there was no need for X*."""
    first = content[0]
    if sentence.lower[first] in {"it", "there", "this"} or sentence.tags[first] in {"PRP", "EX"}:
        defects = [at for at in _positions(sentence, content, index, MarkerKind.DEFECT) if at <= first + 6]
        return any(sentence.lower[at + 1 : at + 2] and sentence.tags[at + 1] in {"TO", "IN"} for at in defects)
    return False


def _positions(sentence: Sentence, content: Words, index: CueIndex, kind: MarkerKind) -> list[int]:
    return [at for at in range(content[0], content[1] + 1) if index.marker_at(sentence, at, kind) is not None]


def _has_defect(sentence: Sentence, content: Words, index: CueIndex) -> bool:
    return any(not _is_denied(sentence, at, content[0]) for at in _positions(sentence, content, index, MarkerKind.DEFECT)) or any(
        _is_denied(sentence, at, content[0]) for at in _positions(sentence, content, index, MarkerKind.MERIT)
    )


def _has_merit(sentence: Sentence, content: Words, index: CueIndex) -> bool:
    kinds = (MarkerKind.MERIT, MarkerKind.MATTER)
    return any(not _is_denied(sentence, at, content[0]) for kind in kinds for at in _positions(sentence, content, index, kind))


def _is_denied(sentence: Sentence, at: int, first: int) -> bool:
    """Whether a negation stands shortly before a word; *not only* is none."""
    for before in range(max(first, at - 3), at):
        if sentence.lower[before] in _NEGATIONS and sentence.lower[before + 1] not in {"only", "just", "merely"}:
            return True
    return False


def _head_is(sentence: Sentence, content: Words, index: CueIndex, kind: MarkerKind) -> bool:
    """Whether a marker stands in the noun phrase proper, before its first preposition."""
    for at in range(content[0], content[1] + 1):
        if sentence.tags[at] in {"IN", "TO", "WDT", ","} and at > content[0]:
            return False
        if index.marker_at(sentence, at, kind) is not None:
            return True
    return False


_TEXTS = frozenset(
    "article articles provision provisions paragraph paragraphs text chapter clause section preamble title definition annex rule draft definitions list".split()
)


def _is_about_text(sentence: Sentence, first: int, norm: int) -> bool:
    """Whether the subject of a norm is a part of a text, so that a change to it is a drafting proposal."""
    return any(sentence.lower[at] in _TEXTS for at in range(first, norm))
