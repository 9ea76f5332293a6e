"""Traces in words: what was said, where the provision went and what became of it, and nothing about causes."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from travaux.analysis.tracing import Became, Place, Proof, Step, Trace, Way
from travaux.model.schemes import EvidenceGrade, InstrumentStatus, OutcomeKind, ReviewStatus
from travaux.model.treaty import UNVERIFIED, Source
from travaux.views.heard import ShownHeard, show_heard
from travaux.views.outcomes import ShownOutcome, ShownSource, rests_on, show_outcome
from travaux.views.wording import GRADE_WORDS, HOW_WORDS, OUTCOME_WORDS

NOT_CAUSE = "That a text is consistent with a request does not say that the request was the cause."
NO_STATEMENT = "No statement on file expresses it."
NO_PROVISION = "It is linked to no provision of a text; nothing on file tells where it went."
NO_STEP = "Nothing on file tells where it went."
NO_OUTCOME = "No outcome is on file for it."
LACKING = {
    "positions": "This graph holds no positions, so there is nothing to trace.",
    "provisions": "This graph describes no provisions of a treaty, so nothing tells where they went.",
    "correspondences": "This graph says of no provision what it corresponds to in another version.",
    "outcomes": "No outcome is linked to a position yet; an editor links them in review/positions.toml.",
}
"""What a graph lacks for tracing, a sentence for each."""
_IN_FORCE = frozenset({InstrumentStatus.ADOPTED.value, InstrumentStatus.IN_FORCE.value})
_NOTHING_LATER = "no provision there corresponds to it"


@dataclass(frozen=True, slots=True)
class ShownPlace:
    """A provision and the version of the text that it is of."""

    label: str
    text: str


@dataclass(frozen=True, slots=True)
class ShownStep:
    """From one version to a later one: ``how``, and the ``grade`` of the evidence with what it means."""

    earlier: ShownPlace
    how: str
    grade: str
    rests_on: str
    later: ShownPlace
    note: str
    sources: tuple[ShownSource, ...]


@dataclass(frozen=True, slots=True)
class ShownWay:
    """Where a provision went; ``silence`` is said where there are no steps, ``remark`` why it is shown at all."""

    provision: ShownPlace
    remark: str
    steps: tuple[ShownStep, ...]
    silence: str


@dataclass(frozen=True, slots=True)
class ShownBecame:
    """What became of a request; ``grade`` is the letter, ``recalled`` what only recollection says of it."""

    outcome: ShownOutcome
    grade: str
    recalled: str


@dataclass(frozen=True, slots=True)
class ShownTrace:
    """A position and where it leads; ``verdicts`` are its outcomes in a word each."""

    name: str
    key: str
    claim: str
    review: str
    statements: tuple[ShownHeard, ...]
    ways: tuple[ShownWay, ...]
    outcomes: tuple[ShownBecame, ...]
    verdicts: tuple[str, ...]


def show_trace(trace: Trace) -> ShownTrace:
    """Put a trace in words; what rests on recollection is marked wherever it stands."""
    became = tuple(show_became(one) for one in trace.outcomes)
    return ShownTrace(
        name=trace.position,
        key=trace.key,
        claim=trace.claim,
        review="found by rule; not reviewed yet" if trace.review is ReviewStatus.UNREVIEWED else "named by an editor",
        statements=tuple(show_heard(one) for one in trace.statements),
        ways=tuple(_show_way(way) for way in trace.ways),
        outcomes=became,
        verdicts=tuple(dict.fromkeys(one.outcome.verdict for one in became)),
    )


def to_group(trace: Trace) -> tuple[str, ...]:
    """Name the groups of outcomes that a trace belongs to, each once."""
    return tuple(dict.fromkeys(OUTCOME_WORDS[one.standing.value][0] for one in trace.outcomes)) or ("No outcome on file",)


def group_names() -> tuple[str, ...]:
    """Name all groups of outcomes in the order in which they are shown."""
    return (*(OUTCOME_WORDS[kind.value][0] for kind in OutcomeKind), "No outcome on file")


def explain_grades() -> tuple[tuple[str, str], ...]:
    """Give each grade of evidence and what it means; recollection with its mark."""
    return tuple((grade, f"{words} {UNVERIFIED}" if grade == EvidenceGrade.M.value else words) for grade, words in GRADE_WORDS.items())


def _show_place(place: Place) -> ShownPlace:
    return ShownPlace(place.label[:1].upper() + place.label[1:], place.instrument_title)


def _show_way(way: Way) -> ShownWay:
    adopted = way.provision.status in _IN_FORCE
    return ShownWay(
        provision=_show_place(way.provision),
        remark="" if way.cited else "No statement of it cites this provision; the outcome on file names it.",
        steps=tuple(show_step(step) for step in way.steps),
        silence="" if way.steps else "It is a provision of the adopted text itself." if adopted else NO_STEP,
    )


def show_step(step: Step) -> ShownStep:
    """Put in words how a provision stands to a later version."""
    mark = f" {UNVERIFIED}" if step.grade is EvidenceGrade.M else ""
    return ShownStep(
        earlier=_show_place(step.earlier),
        how=f"{HOW_WORDS[step.kind.value]}{mark}",
        grade=step.grade.value,
        rests_on=rests_on(step.grade.value),
        later=_show_place(step.later)
        if step.later
        else ShownPlace(f"{_NOTHING_LATER[:1].upper()}{_NOTHING_LATER[1:]}{mark}", "Later text"),
        note=step.note or "",
        sources=tuple(ShownSource(one.title, one.link or "") for one in step.sources),
    )


def show_became(became: Became) -> ShownBecame:
    """Put in words what became of a request."""
    told = became.standing is not became.kind
    return ShownBecame(
        outcome=show_outcome(_to_node(became), f"#{became.id}"),
        grade=became.grade.value,
        recalled=f"Recollection says: {OUTCOME_WORDS[became.kind.value][0].lower()} {UNVERIFIED}." if told else "",
    )


def _to_node(became: Became) -> dict[str, Any]:
    return {
        "label": became.topic,
        "topic": became.topic,
        "asked": became.asked,
        "type": became.kind.value,
        "grade": became.grade.value,
        "note": became.note,
        "sources": _to_data(became.sources),
        "facts": [_to_fact(fact) for fact in became.facts],
    }


def _to_fact(fact: Proof) -> dict[str, Any]:
    return {"text": fact.text, "grade": fact.grade.value, "sources": _to_data(fact.sources)}


def _to_data(sources: Iterable[Source]) -> list[dict[str, str | None]]:
    return [{"title": source.title, "link": source.link} for source in sources]
