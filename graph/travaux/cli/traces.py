"""Traces on standard output: blocks for people, objects and rows for programs."""

from __future__ import annotations

import json
import shutil
import textwrap
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any

from travaux.cli.output import render_table
from travaux.model.treaty import Source
from travaux.views.counting import count_of

if TYPE_CHECKING:
    from travaux.analysis.tracing import Became, Heard, Place, Step, Trace, Way
    from travaux.views.outcomes import ShownOutcome, ShownSource
    from travaux.views.traces import ShownTrace, ShownWay

TRACE_FORMATS = ("json", "csv", "html")
"""Formats for programs and browsers: a list of objects, a row for each way of each position, and a page."""

_WIDEST, _NARROWEST, _MARGIN = 100, 60, 11


def render_traces(traces: Sequence[Trace], form: str) -> str:
    """Render traces as ``json``, as ``csv``, or as ``table``: a block for each position."""
    if form == "json":
        return json.dumps([_to_data(trace) for trace in traces], ensure_ascii=False, indent=1) + "\n"
    if form == "csv":
        from travaux.analysis.tracing import trace_table

        return render_table(trace_table(traces).to_table(), "csv")
    return _render_blocks(traces)


def _render_blocks(traces: Sequence[Trace]) -> str:
    from travaux.views.traces import NOT_CAUSE, show_trace

    width = max(_NARROWEST, min(_WIDEST, shutil.get_terminal_size((_WIDEST, 24)).columns))
    blocks = ["".join(_draw(show_trace(trace), width)) for trace in traces]
    note = f"Note: {NOT_CAUSE}\n" if any(trace.outcomes for trace in traces) else ""
    return "\n".join([*blocks, f"{count_of(len(traces), 'position')}\n{note}"])


def _draw(trace: ShownTrace, width: int) -> Iterator[str]:
    def fill(name: str, text: str) -> str:
        gap = " " * _MARGIN
        first = f"  {name:<{_MARGIN - 2}}"
        line = " ".join(text.split())
        return textwrap.fill(line, width, initial_indent=first, subsequent_indent=gap, break_on_hyphens=False) + "\n"

    yield textwrap.fill(" ".join(trace.claim.split()), width, break_on_hyphens=False) + "\n"
    for name, text in _lines(trace):
        yield fill(name, text)


def _lines(trace: ShownTrace) -> Iterator[tuple[str, str]]:
    """Give the lines of a block, each with its name; what has no name goes on with the line before."""
    from travaux.views.traces import NO_OUTCOME, NO_PROVISION, NO_STATEMENT

    yield "position", f"{trace.key} · {trace.review}"
    for heard in trace.statements:
        yield "said", f"“{heard.quote}”"
        yield "", heard.where
        yield "", f"{heard.who} · how widely held: {heard.prevalence} · {heard.stance_words} · {heard.review}"
        yield from [("", heard.citations)] * bool(heard.citations)
    yield from [("said", NO_STATEMENT)] * (not trace.statements)
    for way in trace.ways:
        yield from _way_lines(way)
    yield from [("about", NO_PROVISION)] * (not trace.ways)
    for became in trace.outcomes:
        yield "outcome", f"{became.outcome.verdict}: {became.outcome.meaning}"
        yield from [("", became.recalled)] * bool(became.recalled)
        yield "", f"{became.outcome.topic}. Asked: {became.outcome.asked}"
        yield from (("", line) for line in _ground_lines(f"Grade {became.grade}. ", became.outcome))
    yield from [("outcome", NO_OUTCOME)] * (not trace.outcomes)


def _way_lines(way: ShownWay) -> Iterator[tuple[str, str]]:
    yield "about", f"{way.provision.label} ({way.provision.text})"
    yield from [("", way.remark)] * bool(way.remark)
    for step in way.steps:
        yield "went to", f"{step.how}: {step.later.label} ({step.later.text})"
        yield "", f"Grade {step.grade}. {step.rests_on}."
        yield from [("", step.note)] * bool(step.note)
        yield from (("", line) for line in _source_lines(step.sources))
    yield from [("went to", way.silence)] * bool(way.silence)


def _ground_lines(grade: str, outcome: ShownOutcome) -> Iterator[str]:
    yield f"{grade}{outcome.rests_on}."
    yield from [outcome.note] * bool(outcome.note)
    yield from _source_lines(outcome.sources)
    for fact in outcome.facts:
        yield f"On file: {fact.text} {fact.rests_on}."
        yield from _source_lines(fact.sources)


def _source_lines(sources: Sequence[ShownSource]) -> Iterator[str]:
    if sources:
        yield f"{'Source' if len(sources) == 1 else 'Sources'}: {'; '.join(source.title for source in sources)}"


def _to_data(trace: Trace) -> dict[str, Any]:
    return {
        "position": trace.key,
        "claim": trace.claim,
        "review": trace.review.value,
        "statements": [_heard_data(heard) for heard in trace.statements],
        "provisions": [_way_data(way) for way in trace.ways],
        "outcomes": [_became_data(became) for became in trace.outcomes],
    }


def _heard_data(heard: Heard) -> dict[str, Any]:
    return {
        "id": heard.id,
        "document": heard.document,
        "consultation": heard.consultation,
        "paragraph": heard.paragraph,
        "quote": heard.quote,
        "start": heard.start,
        "end": heard.end,
        "speaker": heard.speaker,
        "prevalence": heard.prevalence.value,
        "stance": heard.stance.value,
        "review": heard.review.value,
        "citations_not_described": list(heard.citations),
    }


def _place_data(place: Place | None) -> dict[str, str] | None:
    return {"id": place.id, "name": place.name, "label": place.label, "instrument": place.instrument} if place else None


def _way_data(way: Way) -> dict[str, Any]:
    return {"provision": _place_data(way.provision), "cited": way.cited, "steps": [_step_data(step) for step in way.steps]}


def _step_data(step: Step) -> dict[str, Any]:
    from travaux.analysis.tracing.tables import marked

    return {
        "earlier": _place_data(step.earlier),
        "how": marked(step.kind.value, step.grade),
        "later": _place_data(step.later),
        "grade": step.grade.value,
        "note": step.note,
        "sources": _sources_data(step.sources),
    }


def _became_data(became: Became) -> dict[str, Any]:
    from travaux.analysis.tracing.tables import marked

    return {
        "topic": became.topic,
        "asked": became.asked,
        "became": marked(became.kind.value, became.grade),
        "grade": became.grade.value,
        "note": became.note,
        "provision": _place_data(became.provision),
        "sources": _sources_data(became.sources),
        "facts": [
            {"text": marked(fact.text, fact.grade), "grade": fact.grade.value, "sources": _sources_data(fact.sources)}
            for fact in became.facts
        ],
    }


def _sources_data(sources: Iterable[Source]) -> list[dict[str, str | None]]:
    return [{"name": source.name, "title": source.title, "link": source.link} for source in sources]
