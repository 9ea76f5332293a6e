"""What rules proposed: when two places are one statement, and a fingerprint by which a later proposal is seen to differ."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from travaux.model.argument import Statement
from travaux.model.identity import Id, digest
from travaux.model.review import BY_HAND, UNKNOWN_RULE, Opinion
from travaux.model.schemes import ReviewStatus
from travaux.model.text import Span
from travaux.reading.review.folding import fold

_HALF = 0.5


@dataclass(frozen=True, slots=True)
class Claimed:
    """The characters of one paragraph that a decision is about; ``included`` tells whether it lets a statement stand there.

    ``cue`` tells it from another at the same characters.
    """

    key: str
    paragraph: Id
    places: tuple[tuple[int, int], ...]
    included: bool
    cue: str = ""


def assign(proposals: Iterable[Statement], decisions: Iterable[Claimed]) -> dict[str, list[Statement]]:
    """Tell which proposals each decision is about, by the key of the decision; each proposal is in one list or in none.

    A proposal belongs to the decision with which it shares most, if each covers half of the other; of two at one place, to that with the
    same cue. Else it belongs to the decisions that let statements stand, if these together cover half of it: rules have cut or joined
    otherwise what a person has divided already. A rejection of one statement leaves another with another cue at its place alone.
    """
    by_paragraph: dict[Id, list[Claimed]] = defaultdict(list)
    for decision in decisions:
        by_paragraph[decision.paragraph].append(decision)
    found: dict[str, list[Statement]] = defaultdict(list)
    for proposal in sorted(proposals, key=lambda one: (one.span.start, one.span.end, one.id)):
        key = _best(proposal, by_paragraph[proposal.paragraph])
        if key is not None:
            found[key].append(proposal)
    rejected = {one.key: one for near in by_paragraph.values() for one in near if not one.included}
    return {key: _with_own_cue(held, rejected[key].cue) if key in rejected else held for key, held in found.items()}


def _best(proposal: Statement, near: Iterable[Claimed]) -> str | None:
    shared = {one: max(_alike(proposal.span, *place) for place in one.places) for one in near}
    best = max(shared, key=lambda one: (shared[one], fold(one.cue) == fold(proposal.cue), one.key), default=None)
    if best is not None and shared[best] >= _HALF:
        return best.key
    return _held_together(proposal.span, [one for one in shared if one.included])


def _with_own_cue(proposals: list[Statement], cue: str) -> list[Statement]:
    return [one for one in proposals if fold(one.cue) == fold(cue)] or proposals


def _alike(span: Span, start: int, end: int) -> float:
    """Give the smaller of the two shares that a place and the characters ``start``..``end`` cover of one another."""
    return _shared(span, start, end) / max(span.end - span.start, end - start)


def _held_together(span: Span, decisions: Sequence[Claimed]) -> str | None:
    held = {one.key: _shared(span, *one.places[0]) for one in decisions}
    covered = {place for one in decisions for place in range(max(span.start, one.places[0][0]), min(span.end, one.places[0][1]))}
    if not covered or len(covered) < _HALF * (span.end - span.start):
        return None
    return max(held, key=lambda key: (held[key], key))


def _shared(span: Span, start: int, end: int) -> int:
    return max(min(span.end, end) - max(span.start, start), 0)


def fingerprint(proposals: Iterable[Statement]) -> str:
    """Give eight hexadecimal digits over what rules read: who said what and how, without claims and links, which are our wording.

    How a typist has set it makes no difference.
    """
    told = sorted(_told(one) for one in proposals)
    return digest(*(part for parts in told for part in parts))[:8]


def rule_of(opinion: Opinion, about: Sequence[Statement], around: Iterable[Statement]) -> str:
    """Tell which rule proposed what was decided: the first it is ``about`` now, else the one then, else one read ``around`` its place.

    Only what was added, and had not been proposed, is by hand.
    """
    if about:
        return about[0].rule
    if opinion.decision is ReviewStatus.ADDED and opinion.proposal is None:
        return BY_HAND
    return opinion.rule or next((one.rule for one in around), UNKNOWN_RULE)


def _told(said: Statement) -> tuple[str, ...]:
    asides = (span.quote if span else "" for span in (said.rationale, said.condition, said.contrast))
    speaker = (said.speaker.kind.value, said.speaker.prevalence.value, said.act.value, said.stance.value)
    return (*map(fold, (said.span.quote, said.cue, said.speaker.phrase or "", *asides)), *speaker, *sorted(said.citations))


def changed_fields(opinion: Opinion, proposal: Statement) -> tuple[str, ...]:
    """Name the fields, sorted, in which a decision differs from what was proposed; questions and positions are never compared."""
    speaker = proposal.speaker
    pairs = {
        "speaker kind": (opinion.speaker_kind, speaker.kind),
        "prevalence": (opinion.prevalence, speaker.prevalence),
        "act": (opinion.act, proposal.act),
        "stance": (opinion.stance, proposal.stance),
        "claim": (opinion.claim, proposal.claim),
        "provisions": (set(opinion.provisions), set(proposal.citations)),
        "themes": (set(opinion.themes), {theme.removeprefix("theme/") for theme in proposal.themes}),
    }
    pairs |= {name: (fold(decided or ""), fold(proposed or "")) for name, decided, proposed in _worded(opinion, proposal)}
    return tuple(sorted(name for name, (decided, proposed) in pairs.items() if decided != proposed))


def _worded(opinion: Opinion, proposal: Statement) -> Iterator[tuple[str, str | None, str | None]]:
    """Yield the fields in words, as decided and as proposed."""
    yield "quote", opinion.quote, proposal.span.quote
    yield "cue", opinion.cue, proposal.cue
    yield "speaker", opinion.speaker, proposal.speaker.phrase
    for name in ("rationale", "condition", "contrast"):
        span = getattr(proposal, name)
        yield name, getattr(opinion, name), span.quote if span else None
