"""The page of outcomes: from what was said, over the provision that it was said of, to the adopted text and what became of the request."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from travaux.analysis.tracing import Became, Event, Request, Step, Trace, Way, find_events, find_lacks, find_requests, find_trace_part
from travaux.model.schemes import OutcomeKind
from travaux.views import traces as words
from travaux.views.dates import to_dates
from travaux.views.explorer.asked import AskedError, Options
from travaux.views.explorer.explorer import Explorer
from travaux.views.explorer.filters import Asked
from travaux.views.explorer.page import Page
from travaux.views.explorer.paging import first_of, part_of
from travaux.views.wording import OUTCOME_WORDS

_PATH = "/trace"
_SIZE = 8
_INDEX = 60
"""Requests that the index lists at once."""


def show_trace(explorer: Explorer, _: Mapping[str, str], options: Options) -> Page:
    """Show positions with where they lead, those with an outcome unless something else is asked for; ``QueryError`` for what is unknown."""
    asked = Asked(_PATH, options)
    kinds = options.words("outcome", OutcomeKind)
    what, consultation, everything = options.one("what"), options.one("consultation"), options.one("show") == "all"
    recorded = not (what or kinds or consultation or everything)
    known = {one.name for one in explorer.corpus.consultations}
    if consultation and consultation not in known:
        raise AskedError(f"consultation cannot be {consultation[:60]!r}", hint=f"It can be: {', '.join(sorted(known))}.")
    found = find_trace_part(
        explorer.store,
        what,
        outcome=kinds[0] if kinds else None,
        consultation=consultation or None,
        recorded=recorded,
        first=first_of(options, _SIZE),
        most=_SIZE,
    )
    requests = find_requests(explorer.store, what, consultation=consultation or None)
    return Page(
        title="Outcomes",
        template="trace.html.j2",
        shown={
            "asked": asked,
            "what": what,
            "kind": kinds[0] if kinds else None,
            "consultation": consultation,
            "recorded": recorded,
            "found": found,
            "traces": [(one, _show(one)) for one in found.traces],
            "part": part_of(asked, _SIZE, len(found.traces), found.found),
            "verdicts": _verdicts(requests, asked),
            "index": _index(requests[:_INDEX]) if recorded and options.number("page", 1) == 1 else [],
            "more_requests": max(0, len(requests) - _INDEX),
            "events": [(to_dates(one.first_day, one.last_day), one) for one in _events(explorer)] if recorded else [],
            "about": lambda one: asked.address(what=f"{one.provision.instrument} {one.provision.name}", page="", show="", outcome=""),
            "outcome_words": OUTCOME_WORDS,
            "grades": words.explain_grades(),
            "lacking": [words.LACKING[name] for name in find_lacks(explorer.store)][:1],
            "words": words,
        },
        data={"found": found, "requests": requests},
        section=_PATH,
    )


def _events(explorer: Explorer) -> tuple[Event, ...]:
    return find_events(explorer.store)


ShownWays = list[tuple[Way, list[tuple[Step, words.ShownStep]], words.ShownWay]]


def _show(trace: Trace) -> tuple[ShownWays, list[tuple[Became, words.ShownBecame]]]:
    """Put the ways and outcomes of a trace in words, each beside its record."""
    shown = words.show_trace(trace)
    ways = [(way, list(zip(way.steps, told.steps, strict=True)), told) for way, told in zip(trace.ways, shown.ways, strict=True)]
    return ways, list(zip(trace.outcomes, shown.outcomes, strict=True))


def _verdicts(requests: Sequence[Request], asked: Asked) -> list[tuple[OutcomeKind, str, str, int, str]]:
    """Give each kind of outcome that there is: its word, its meaning, how many requests, and the address of its positions."""
    counts = Counter(kind for kind, _ in {(one.standing, one.topic) for one in requests})
    return [
        (kind, *OUTCOME_WORDS[kind], counts[kind], asked.address(outcome=kind, page="", show="")) for kind in OutcomeKind if counts[kind]
    ]


def _index(requests: Sequence[Request]) -> list[tuple[str, list[Request]]]:
    """Group requests by the provision that they were made of, in the order of the treaty."""
    groups: dict[str, list[Request]] = {}
    for one in requests:
        name = f"{one.provision.label[:1].upper()}{one.provision.label[1:]}" if one.provision else "Of no provision"
        groups.setdefault(name, []).append(one)
    return list(groups.items())
