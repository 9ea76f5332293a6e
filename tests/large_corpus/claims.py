"""The invented positions: what each claims, on which themes, in which years, and how they bear on one another."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from random import Random

from large_corpus.chance import Skewed
from large_corpus.themes import Matter
from large_corpus.words import DEMANDS, PLACES, STANCES, SUBJECTS
from travaux.model.argument import Position
from travaux.model.identity import Id, digest, identifier
from travaux.model.schemes import Marking, RelationForm, RelationKind, ReviewStatus, Stance

_TURNED = {
    Stance.SUPPORTS: Stance.OPPOSES,
    Stance.PROPOSES: Stance.CONCERNED,
    Stance.OPPOSES: Stance.SUPPORTS,
    Stance.CONCERNED: Stance.SUPPORTS,
}
_FORMS = {
    RelationKind.SUPPORTS: (RelationForm.REASON, RelationForm.REASON, RelationForm.CONSEQUENCE),
    RelationKind.ATTACKS: (RelationForm.DISAGREEMENT, RelationForm.CONTRAST),
    RelationKind.QUALIFIES: (RelationForm.CONDITION,),
}
_KINDS = Skewed([(RelationKind.SUPPORTS, 55), (RelationKind.ATTACKS, 30), (RelationKind.QUALIFIES, 15)])
_STANCES = Skewed(STANCES)
_SILENT = frozenset(range(13, 80, 13))
"""Articles on which nobody says anything."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """A position and how to put it: as a clause (``States should …``) and as a noun (``limits on … by States``).

    ``heard`` are the consultations at which it is heard, counted from 0; from ``turn`` on, if there is one, the stance is another.
    """

    position: Position
    clause: str
    noun: str
    matter: Matter
    others: tuple[Matter, ...]
    article: int | None
    stance: Stance
    heard: range
    turn: int | None

    @property
    def named(self) -> bool:
        """Whether a person has named the position."""
        return self.position.review is not ReviewStatus.UNREVIEWED

    def stance_at(self, consultation: int) -> Stance:
        """Tell which stance most statements take at a consultation."""
        turned = self.turn is not None and consultation >= self.turn
        return _TURNED.get(self.stance, self.stance) if turned else self.stance


@dataclass(frozen=True, slots=True, kw_only=True)
class Bearing:
    """A relation that is still to be shown by a sentence."""

    premise: Id
    conclusion: Id
    kind: RelationKind
    form: RelationForm
    marking: Marking


def invent_claims(rng: Random, matters: list[Matter], count: int, meetings: int, outcomes: dict[int, Id]) -> list[Claim]:
    """Make up so many positions, the most frequent first; the most frequent all have been named."""
    by_theme, told, found = Skewed.by_rank(matters), set[str](), list[Claim]()
    while len(found) < count:
        matter = by_theme.draw(rng)
        subject, (verb, noun), place = rng.choice(SUBJECTS), rng.choice(DEMANDS), rng.choice(PLACES)
        label, no = matter.theme.pref_label.lower(), rng.random() < 0.1
        clause = f"{subject} should {'not ' if no else ''}{verb} {label}{place}"
        if clause in told:
            continue
        told.add(clause)
        named = len(found) < count // 8 or rng.random() < 0.6
        others = tuple(
            {one.theme.id: one for one in (by_theme.draw(rng) for _ in range(rng.choice((0, 1, 1, 2)))) if one is not matter}.values()
        )
        number = next((one for one in rng.sample(matter.articles, 1) if one not in _SILENT), None) if rng.random() < 0.75 else None
        found.append(
            Claim(
                position=_position(clause, outcomes.get(number or 0) if rng.random() < 0.3 else None, named=named),
                clause=clause,
                noun=f"{'a ban on ' if no else ''}{noun} {label}{place} by {subject}",
                matter=matter,
                others=others,
                article=number,
                stance=_STANCES.draw(rng),
                heard=_heard(rng, meetings),
                turn=rng.randrange(1, meetings) if rng.random() < 0.04 else None,
            )
        )
    return found


def _position(clause: str, outcome: Id | None, *, named: bool) -> Position:
    claim = f"{clause[0].upper()}{clause[1:]}."
    return Position(
        id=identifier("position", digest(claim)),
        claim=claim,
        outcomes=(outcome,) if outcome and named else (),
        review=ReviewStatus.ADDED if named else ReviewStatus.UNREVIEWED,
    )


def _heard(rng: Random, meetings: int) -> range:
    """Most positions recur through all consultations, some come late and some are given up."""
    if rng.random() < 0.5:
        return range(meetings)
    first = rng.randrange(meetings)
    return range(first, rng.randrange(first, meetings) + 1)


def invent_bearings(rng: Random, claims: list[Claim]) -> Iterator[Bearing]:
    """Make up relations between named positions, mostly on one theme: a few are borne upon by very many, and some turn in circles."""
    named = [claim for claim in claims if claim.named]
    everything = Skewed.by_rank(named, exponent=0.8)
    on_topic: dict[int, list[Claim]] = {}
    for claim in named:
        on_topic.setdefault(claim.matter.topic, []).append(claim)
    near = {topic: Skewed.by_rank(held, exponent=0.8) for topic, held in on_topic.items()}
    made: set[tuple[Id, Id]] = set()
    for _ in range(len(named) * 9 // 10):
        premise = rng.choice(named)
        conclusion = (near[premise.matter.topic] if rng.random() < 0.7 else everything).draw(rng)
        pairs = [(premise.position.id, conclusion.position.id)]
        if rng.random() < 0.06:
            pairs.append((conclusion.position.id, premise.position.id))
        kind = _KINDS.draw(rng)
        for pair in pairs:
            if pair[0] != pair[1] and pair not in made:
                made.add(pair)
                marking = Marking.EXPLICIT if rng.random() < 0.7 else Marking.INFERRED
                yield Bearing(premise=pair[0], conclusion=pair[1], kind=kind, form=rng.choice(_FORMS[kind]), marking=marking)
