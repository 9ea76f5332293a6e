"""What became of what was asked, with what that rests on, and never a cause."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from travaux.analysis.tracing import Became, Proof, Step
from travaux.model.schemes import EvidenceGrade
from travaux.model.treaty import UNVERIFIED
from travaux.views.briefs.blocks import Block, Items, Paragraph, Section, Strong, Words
from travaux.views.briefs.citing import note_sources
from travaux.views.outcomes import rests_on
from travaux.views.traces import NOT_CAUSE, show_became, show_step


def became_section(outcomes: Iterable[Became], own: set[str]) -> Iterator[Section]:
    """Tell the outcomes on file; ``own`` are identifiers of the provisions that the brief is about."""
    told = [block for one in outcomes for block in _became(one, own)]
    if told:
        yield Section("What became of it", (Paragraph((NOT_CAUSE,)), *told))


def _became(became: Became, own: set[str]) -> Iterator[Block]:
    shown = show_became(became)
    outcome = shown.outcome
    elsewhere = ""
    if became.provision and became.provision.id not in own:
        elsewhere = f"Recorded for {became.provision.label} ({became.provision.instrument_title})."
    more = " ".join(filter(None, (shown.recalled, elsewhere, outcome.note)))
    yield Paragraph(
        (
            Strong(f"{outcome.topic}: {outcome.verdict[:1].lower()}{outcome.verdict[1:]}."),
            f" Asked: {outcome.asked} {outcome.meaning[:1].upper()}{outcome.meaning[1:]} {rests_on(became.grade.value)}.",
            f" {more}" if more else "",
            *note_sources(became.sources),
        )
    )
    if became.facts:
        yield Items(tuple(_fact(fact) for fact in became.facts))


def _fact(fact: Proof) -> Words:
    mark = f" {UNVERIFIED}" if fact.grade is EvidenceGrade.M else ""
    return (f"{fact.text}{mark} {rests_on(fact.grade.value)}.", *note_sources(fact.sources))


def tell_step(step: Step) -> Words:
    """Say how a provision stands to one of a later version, and what that rests on."""
    shown = show_step(step)
    note = f" {shown.note}" if shown.note else ""
    later = f"{shown.later.text}: {step.later.label}" if step.later else shown.later.label
    line = f"{later}: {shown.how}, from {step.earlier.instrument} {step.earlier.name}. {shown.rests_on}.{note}"
    return (line, *note_sources(step.sources))
