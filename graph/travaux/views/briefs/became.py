"""What became of what was asked, with what that rests on, and never a cause."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from travaux.analysis.tracing import Became, Proof, Step
from travaux.model.schemes import EvidenceGrade
from travaux.model.treaty import UNVERIFIED
from travaux.views.briefs.blocks import Block, Items, Paragraph, Section, Strong, Words
from travaux.views.briefs.citing import note_sources
from travaux.views.briefs.ground import Ground
from travaux.views.outcomes import rests_on
from travaux.views.traces import NOT_CAUSE, show_became, show_step

WHOLE = 2
"""Outcomes that are told whole; of more, what was asked and what became of it."""


def became_section(ground: Ground, outcomes: Iterable[Became], own: set[str], whole: int = WHOLE) -> Iterator[Section]:
    """Tell the outcomes on file; ``own`` are identifiers of the provisions that the brief is about, ``whole`` how many are told whole."""
    listed = list(outcomes)
    told = [block for one in listed[:whole] for block in _became(ground, one, own)]
    if more := listed[whole:]:
        told += [
            Paragraph((f"In short, without {'its' if len(more) == 1 else 'their'} facts:",)),
            Items(tuple(_in_short(ground, one) for one in more)),
        ]
    if told:
        yield Section("What became of it", (Paragraph((NOT_CAUSE,)), *told))


def _in_short(ground: Ground, became: Became) -> Words:
    outcome = show_became(became).outcome
    told = f" Asked: {ground.noted.spell_out(outcome.asked)} {rests_on(became.grade.value)}."
    return (Strong(f"{outcome.topic}: {outcome.verdict[:1].lower()}{outcome.verdict[1:]}."), told, *note_sources(ground, became.sources))


def _became(ground: Ground, became: Became, own: set[str]) -> Iterator[Block]:
    shown = show_became(became)
    outcome, asked = shown.outcome, ground.noted.spell_out(shown.outcome.asked)
    elsewhere = ""
    if became.provision and became.provision.id not in own:
        elsewhere = f"Recorded for {became.provision.label} ({became.provision.instrument_title})."
    more = " ".join(filter(None, (shown.recalled, elsewhere, ground.noted.spell_out(outcome.note))))
    yield Paragraph(
        (
            Strong(f"{outcome.topic}: {outcome.verdict[:1].lower()}{outcome.verdict[1:]}."),
            f" Asked: {asked} {outcome.meaning[:1].upper()}{outcome.meaning[1:]} {rests_on(became.grade.value)}.",
            f" {more}" if more else "",
            *note_sources(ground, became.sources),
        )
    )
    if became.facts:
        yield Items(tuple(_fact(ground, fact) for fact in became.facts))


def _fact(ground: Ground, fact: Proof) -> Words:
    mark = f" {UNVERIFIED}" if fact.grade is EvidenceGrade.M else ""
    return (f"{ground.noted.spell_out(fact.text)}{mark} {rests_on(fact.grade.value)}.", *note_sources(ground, fact.sources))


def tell_step(ground: Ground, step: Step) -> Words:
    """Say how a provision stands to one of a later version, and what that rests on."""
    shown = show_step(step)
    note = f" {ground.noted.spell_out(shown.note)}" if shown.note else ""
    later = f"{shown.later.text}: {step.later.label}" if step.later else shown.later.label
    line = f"{later}: {shown.how}, from {step.earlier.instrument} {step.earlier.name}. {shown.rests_on}.{note}"
    return (line, *note_sources(ground, step.sources))
