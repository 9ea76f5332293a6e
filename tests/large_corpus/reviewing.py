"""What two invented reviewers decided, and why what they have not decided is linked as it is."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from random import Random

from large_corpus.claims import Bearing, Claim
from large_corpus.sayings import Saying
from travaux.model.argument import Link, Position, Relation, Statement
from travaux.model.identity import Id, child, digest, identifier
from travaux.model.review import Decision, Reviewer
from travaux.model.schemes import ReviewStatus
from travaux.model.text import Span

REVIEWERS = (
    Reviewer(id=identifier("reviewer", "mira"), name="Mira Stone"),
    Reviewer(id=identifier("reviewer", "joss"), name="Joss Hale"),
)
_FIRST, _SECOND = (reviewer.id for reviewer in REVIEWERS)
_BEGUN = dt.datetime(2039, 1, 9, 9, 0, tzinfo=dt.UTC)
_FIELDS = ("claim", "stance", "themes", "questions", "prevalence")


def decide(rng: Random, statements: Iterable[Statement]) -> Iterator[Decision]:
    """Write the decisions on statements, some with a second opinion."""
    for minute, said in enumerate(statements):
        yield _decision(rng, said, _FIRST, minute)
        if rng.random() < 0.03:
            yield _decision(rng, said, _SECOND, minute + 1, in_force=False)


def _decision(rng: Random, said: Statement, reviewer: Id, minute: int, *, in_force: bool = True) -> Decision:
    edited = said.review is ReviewStatus.EDITED
    changed = tuple(sorted(rng.sample(_FIELDS, rng.randint(1, 2)))) if edited else ()
    return Decision(
        id=child(said.document, "decision", said.id.rpartition("/")[2], reviewer.rpartition("/")[2]),
        subject=said.id,
        reviewer=reviewer,
        kind=said.review,
        at=_BEGUN + dt.timedelta(minutes=minute),
        in_force=in_force,
        document=said.document,
        reason="The words of the report are weaker." if rng.random() < 0.4 else None,
        rule=None if said.review is ReviewStatus.ADDED else said.rule,
        changed=changed,
        differing=() if in_force else ("stance",),
    )


def links_of(said: Statement) -> Iterator[Link]:
    """Say why an undecided statement is linked to its themes and questions."""
    targets = (
        *((one, "theme: label") for one in said.themes),
        *((one, "question: themes") for one in (*said.questions, *said.partial_questions)),
    )
    for target, rule in targets:
        yield _link(said, target, f"shares words with {target.rpartition('/')[2].replace('-', ' ')}", rule)


def link_position(said: Statement, position: Id) -> Link:
    """Say why an undecided statement is taken to express a position."""
    return _link(said, position, "says the same in other words", "position: likeness")


def _link(said: Statement, target: Id, reason: str, rule: str) -> Link:
    return Link(
        id=child(said.id, "link", digest(target)),
        document=said.document,
        statement=said.id,
        linked_to=target,
        reason=reason,
        rule=rule,
        confidence=0.62,
    )


class Shown:
    """Finds for each relation a sentence that shows it: the first one that reports its premise."""

    def __init__(self, bearings: Iterable[Bearing]) -> None:
        self._waiting: dict[Id, list[Bearing]] = {}
        for bearing in bearings:
            self._waiting.setdefault(bearing.premise, []).append(bearing)
        self.relations: list[Relation] = []

    def look_at(self, saying: Saying) -> None:
        """Take the sentence of a statement that stands for the relations that it shows."""
        if saying.statement.review is ReviewStatus.REJECTED or saying.statement.position is None:
            return
        self.relations += (_relation(one, saying.sentence) for one in self._waiting.pop(saying.statement.position, ()))


def _relation(bearing: Bearing, sentence: Span) -> Relation:
    return Relation(
        id=identifier("relation", f"{bearing.kind.value}-{digest(bearing.premise, bearing.conclusion)}"),
        kind=bearing.kind,
        form=bearing.form,
        premise=bearing.premise,
        conclusion=bearing.conclusion,
        marking=bearing.marking,
        span=sentence,
    )


def argue(claims: Iterable[Claim], relations: Iterable[Relation]) -> Iterator[Position | Relation | Decision | Reviewer]:
    """Give what people decided over all reports: the positions that they named, relations, and who decided."""
    records: list[Position | Relation] = [*(claim.position for claim in claims if claim.named), *relations]
    for minute, record in enumerate(records):
        yield record
        yield Decision(
            id=child(record.id, "decision", "mira"),
            subject=record.id,
            reviewer=_FIRST,
            kind=ReviewStatus.ADDED,
            at=_BEGUN + dt.timedelta(minutes=minute),
        )
    yield from REVIEWERS
