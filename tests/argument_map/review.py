"""What two invented reviewers decided about the statements, positions and relations, and where they differ."""

from __future__ import annotations

import datetime as dt

from argument_map.arguments import FOUND_BY_RULES, POSITIONS, RELATIONS, STATEMENTS
from travaux.model.argument import Position, Relation, Statement
from travaux.model.identity import Id, child, identifier
from travaux.model.review import Decision, Reviewer
from travaux.model.schemes import ReviewStatus

MIRA = Reviewer(id=identifier("reviewer", "mira"), name="Mira Stone")
JOSS = Reviewer(id=identifier("reviewer", "joss"), name="Joss Hale")
REVIEWERS = (MIRA, JOSS)

UNDECIDED = tuple(said for said in STATEMENTS if said.review is ReviewStatus.UNREVIEWED)
DECIDED = tuple(said for said in STATEMENTS if said.review is not ReviewStatus.UNREVIEWED)
NAMED = tuple(position for name, position in POSITIONS.items() if name not in FOUND_BY_RULES)

_BY_JOSS = ("data",)
_REASONS = {
    "rejected": "It opens the floor and says nothing of lakes.",
    "belong": "The dams are a condition, not a reason.",
    "optional": "The rules take “proposed that” for a heading.",
}
_CHANGED = {"belong": ("condition", "stance")}


def moment(minute: int) -> dt.datetime:
    return dt.datetime(2030, 11, 1, 9, minute, tzinfo=dt.UTC)


def _name(identifier_: Id) -> str:
    return identifier_.rpartition("/")[2]


def _on_statement(said: Statement, minute: int) -> Decision:
    name = _name(said.id)
    reviewer = JOSS if name in _BY_JOSS else MIRA
    return Decision(
        id=child(said.document, "decision", name, _name(reviewer.id)),
        subject=said.id,
        reviewer=reviewer.id,
        kind=said.review,
        at=moment(minute),
        document=said.document,
        reason=_REASONS.get(name),
        rule=None if said.review is ReviewStatus.ADDED else said.rule,
        changed=_CHANGED.get(name, ()),
    )


def _second(name: str, kind: ReviewStatus, reason: str, *differing: str) -> Decision:
    (said,) = (one for one in DECIDED if _name(one.id) == name)
    return Decision(
        id=child(said.document, "decision", name, _name(JOSS.id)),
        subject=said.id,
        reviewer=JOSS.id,
        kind=kind,
        at=moment(50),
        in_force=False,
        document=said.document,
        reason=reason,
        note="To be talked over.",
        rule=said.rule,
        changed=differing,
        differing=differing,
    )


def _on_argument(subject: Position | Relation, minute: int) -> Decision:
    identifier_ = child(subject.id, "decision", _name(MIRA.id))
    return Decision(id=identifier_, subject=subject.id, reviewer=MIRA.id, kind=ReviewStatus.ADDED, at=moment(minute))


DECISIONS = (
    *(_on_statement(said, minute) for minute, said in enumerate(DECIDED)),
    _second("broad", ReviewStatus.EDITED, "A caution is a concern.", "prevalence", "stance"),
    _second("pond", ReviewStatus.ACCEPTED, "As it stands."),
)
"""On statements: each has one in force. One second opinion differs in two fields, one in nothing."""

_ARGUMENT: tuple[Position | Relation, ...] = (*NAMED, *RELATIONS)

ARGUMENT_DECISIONS = tuple(_on_argument(subject, minute) for minute, subject in enumerate(_ARGUMENT, start=20))
"""On positions and relations."""
