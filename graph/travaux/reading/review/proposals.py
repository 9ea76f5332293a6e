"""What rules proposed: when two places are one statement, and a fingerprint by which a later proposal is seen to differ."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from travaux.model.argument import Statement
from travaux.model.identity import Id, digest
from travaux.model.review import Opinion
from travaux.model.text import Span

_HALF = 0.5


@dataclass(frozen=True, slots=True)
class Claimed:
    """The characters of one paragraph that a decision is about; ``included`` tells whether it lets a statement stand there."""

    key: str
    paragraph: Id
    places: tuple[tuple[int, int], ...]
    included: bool


def assign(proposals: Iterable[Statement], decisions: Iterable[Claimed]) -> dict[str, list[Statement]]:
    """Tell which proposals each decision is about, by the key of the decision; each proposal is in one list or in none.

    A proposal belongs to the decision with which it shares most, if each covers half of the other. Else it belongs to the decisions that
    let statements stand, if these together cover half of it: rules have cut or joined otherwise what a person has divided already.
    """
    by_paragraph: dict[Id, list[Claimed]] = defaultdict(list)
    for decision in decisions:
        by_paragraph[decision.paragraph].append(decision)
    found: dict[str, list[Statement]] = defaultdict(list)
    for proposal in proposals:
        near = by_paragraph[proposal.paragraph]
        shared = {one.key: max(_alike(proposal.span, *place) for place in one.places) for one in near}
        best = max(shared, key=lambda key: (shared[key], key), default=None)
        if best is not None and shared[best] < _HALF:
            best = _held_together(proposal.span, [one for one in near if one.included])
        if best is not None:
            found[best].append(proposal)
    return found


def _alike(span: Span, start: int, end: int) -> float:
    """Give the smaller of the two shares that a place and the characters ``start``..``end`` cover of one another."""
    return _shared(span, start, end) / max(span.end - span.start, end - start)


def _held_together(span: Span, decisions: Iterable[Claimed]) -> str | None:
    held = {one.key: sum(_shared(span, *place) for place in one.places[:1]) for one in decisions}
    if sum(held.values()) < _HALF * (span.end - span.start):
        return None
    return max(held, key=lambda key: (held[key], key))


def _shared(span: Span, start: int, end: int) -> int:
    return max(min(span.end, end) - max(span.start, start), 0)


def fingerprint(proposals: Iterable[Statement]) -> str:
    """Give eight hexadecimal digits over what rules read: who said what and how, without claims and links, which are our wording."""
    told = sorted(_told(one) for one in proposals)
    return digest(*(part for parts in told for part in parts))[:8]


def _told(said: Statement) -> tuple[str, ...]:
    asides = (span.quote if span else "" for span in (said.rationale, said.condition, said.contrast))
    speaker = (said.speaker.phrase or "", said.speaker.kind.value, said.speaker.prevalence.value)
    return (said.span.quote, said.cue, *speaker, said.act.value, said.stance.value, *asides, *sorted(said.citations))


def changed_fields(opinion: Opinion, proposal: Statement) -> tuple[str, ...]:
    """Name the fields, sorted, in which a decision differs from what was proposed; questions and positions are never compared."""
    speaker = proposal.speaker
    pairs = {
        "quote": (opinion.quote, proposal.span.quote),
        "cue": (opinion.cue, proposal.cue),
        "speaker": (opinion.speaker, speaker.phrase),
        "speaker kind": (opinion.speaker_kind, speaker.kind),
        "prevalence": (opinion.prevalence, speaker.prevalence),
        "act": (opinion.act, proposal.act),
        "stance": (opinion.stance, proposal.stance),
        "claim": (opinion.claim, proposal.claim),
        "provisions": (sorted(opinion.provisions), sorted(proposal.citations)),
        "themes": (sorted(opinion.themes), sorted(theme.removeprefix("theme/") for theme in proposal.themes)),
    }
    for name in ("rationale", "condition", "contrast"):
        span = getattr(proposal, name)
        pairs[name] = (getattr(opinion, name), span.quote if span else None)
    return tuple(sorted(name for name, (decided, proposed) in pairs.items() if decided != proposed))
