"""Nouns that stand without such a verb: *there was support for*, *proposals included*, *a proposal by X to*."""

from __future__ import annotations

from travaux.model.lexicon import Cue
from travaux.reading.extraction.clauses import clause_end, clause_start, is_negated
from travaux.reading.extraction.complements import Complement, find_complement
from travaux.reading.extraction.cue_index import CueIndex
from travaux.reading.extraction.frames import Frame
from travaux.reading.extraction.nominal.nouns import end_at_holder, find_content, find_holder, find_maker, is_denied, noun_readings
from travaux.reading.language.sentence import Sentence

_CONSISTS = ("that", "infinitive", "gerund", "object", "whether", "on", "around", "to")
"""Complements of *be* and its like after a noun, whichever the noun itself takes."""
_OURS = frozenset({"our", "my"})
_PRESENT = frozenset({"is", "are", "include"})
_PREDICATES = frozenset({"JJ", "JJR", "VBN", "RB"})
_MADE = frozenset({"infinitive", "that", "for"})


def read_existing(sentence: Sentence, index: CueIndex, cue: Cue, at: int, last: int) -> Frame | None:
    """Read *there was broad support among delegations for X* and *concern persisted that X*."""
    verb = sentence.heads[at]
    end = clause_end(sentence, verb)
    found = find_content(sentence, cue, verb, at, last, end + 1)
    if found is None:
        return None
    holder = find_holder(sentence, index, at, verb)
    return Frame(
        rule="noun-existing",
        cue=cue.name,
        reading=found.reading,
        anchor=verb,
        cue_words=(verb, max(last, found.cue_end)),
        content=end_at_holder(sentence, (found.first, end), holder),
        start=clause_start(sentence, verb, sentence.left(verb)),
        subject=holder,
        negated=is_denied(sentence, at) or is_negated(sentence, verb),
    )


def read_equated(sentence: Sentence, index: CueIndex, cue: Cue, at: int, last: int) -> Frame | None:
    """Read *one suggestion was to X* and *proposals included X, Y and Z*."""
    verb = sentence.heads[at]
    ours = any(sentence.lower[kid] in _OURS for kid in sentence.with_dep(at, "poss"))
    if ours or any(sentence.tags[kid] == "MD" for kid in sentence.with_dep(verb, "aux")):
        return None
    end = clause_end(sentence, verb)
    found = find_complement(sentence, verb, verb, dict.fromkeys(_CONSISTS, cue.readings[0]) | cue.by_complement, end + 1)
    if found is None or _describes(sentence, verb, found):
        return None
    return Frame(
        rule="noun-equated",
        cue=cue.name,
        reading=found.reading,
        anchor=verb,
        cue_words=(at, max(last, found.cue_end)),
        content=(found.first, end),
        start=clause_start(sentence, verb, sentence.left(at)),
        subject=find_holder(sentence, index, at, verb),
        negated=is_negated(sentence, verb),
    )


def _describes(sentence: Sentence, verb: int, found: Complement) -> bool:
    """Whether what follows says how the noun is (*the concern was shared*) or what it usually is (*the proposal is a compromise*)."""
    usual = sentence.lower[verb] in _PRESENT and found.reading.complement == "object"
    return usual or sentence.tags[found.first] in _PREDICATES


def read_owned(sentence: Sentence, index: CueIndex, cue: Cue, at: int, last: int) -> Frame | None:
    """Read *a proposal by X to delete Y*: the noun and who made it are cue and speaker."""
    maker = find_maker(sentence, index, at)
    if maker is None:
        return None
    end = sentence.right(at)
    found = find_complement(sentence, at, max(last, _end_of_name(sentence, maker)), noun_readings(cue), end + 1)
    if found is None or found.reading.complement not in _MADE:
        return None
    return Frame(
        rule="noun-owned",
        cue=cue.name,
        reading=found.reading,
        anchor=at,
        cue_words=(at, last),
        content=(found.first, end),
        start=sentence.left(at),
        subject=maker,
    )


def _end_of_name(sentence: Sentence, maker: int) -> int:
    end = maker
    while end + 1 < len(sentence) and sentence.heads[end + 1] == maker and sentence.tags[end + 1] in {"NNP", "NNPS"}:
        end += 1
    return end
