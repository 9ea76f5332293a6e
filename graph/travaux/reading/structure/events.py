"""Sessions and consultations that a document gives dates of."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from travaux.model.document import DatedEvent, Header, Paragraph
from travaux.model.identity import Id, name_key
from travaux.reading.structure.dates import Period, find_periods
from travaux.reading.structure.event_names import EVENT, is_series, to_event
from travaux.reading.structure.scope import Scope

# Words between an event and a date that say that it took place then.
_HELD = re.compile(
    r"\b(?:held|hold|holds|takes?\s+place|took\s+place|taking\s+place|convened?|convenes?|scheduled|met|meets?|hosted|organi[sz]ed|planned|ran|runs?)\b",
    re.IGNORECASE,
)
# Words between an event and a date that date something else.
_OTHER_ACT = re.compile(
    r"(?<![\w-])(?!(?:united|held|scheduled|convened|hosted|organi[sz]ed|planned|entitled|related|expanded|resumed|extended|reconvened|hybrid)\b)[a-z]+ed\b"
    r"|\b(?:is|are|was|were|be|been|has|have|had|will|by|until|before|after|since|dated|deadline|of)\s*(?:the\s+)?$",
)
_FINITE = re.compile(r"\b(?:is|are|was|were|be|been|has|have|had|will|would|should)\b")
# The first or last day of an event is not its date: "opened its session on 3 May".
_ONE_DAY = re.compile(
    r"\b(?:open(?:ed|s|ing)|clos(?:ed|es|ing)|conclud(?:ed|es|ing)|adjourn(?:ed|ing)|beg[au]n|started|day\s+of)\s+(?:of\s+)?(?:its|the)?\s*$",
    re.IGNORECASE,
)
_SENTENCE_END = re.compile(r"[.?!;]\s+(?=[A-Z“\"])")
_OF_BODY = re.compile(
    r"\s+of\s+(?:the\s+)?(?P<body>[A-Z][\w\u2019'-]*(?:\s+(?:[A-Z][\w\u2019'-]*|of|the|and|on|for|to|against|a)(?=\s|\W))*)"
)
_FARTHEST = 320


def read_events(scope: Scope, header: Header, front: int, paragraphs: Sequence[Paragraph]) -> tuple[DatedEvent, ...]:
    """Return every place of the header and the paragraphs where an event stands with its dates, in order."""
    found: dict[Id, DatedEvent] = {}
    for start, end in ((0, front), *((paragraph.span.start, paragraph.span.end) for paragraph in paragraphs)):
        for event in _read_range(scope, header, start, end, titled=end == front):
            found.setdefault(event.id, event)
    return tuple(found.values())


def _read_range(scope: Scope, header: Header, start: int, end: int, *, titled: bool) -> Iterator[DatedEvent]:
    names = tuple(EVENT.finditer(scope.text, start, end))
    periods = find_periods(scope.text, start, end) if names else ()
    starts = [period.start for period in periods]
    for place, name in enumerate(names):
        limit = min(end, name.end() + _FARTHEST, names[place + 1].start() if place + 1 < len(names) else end)
        nearest = bisect_left(starts, name.end())
        if nearest == len(periods) or periods[nearest].start >= limit:
            continue
        period = periods[nearest]
        if titled and period.first_day == period.last_day == header.date:
            continue
        if is_series(scope.text, name) and _dates_event(scope.text, name, period, start, titled=titled):
            yield _event(scope, header, name, period)


def _dates_event(text: str, name: re.Match[str], period: Period, start: int, *, titled: bool) -> bool:
    """Whether the words between an event and a date give the date to the event."""
    between = text[name.end() : period.start]
    if _ONE_DAY.search(text, max(start, name.start() - 40), name.start()):
        return False
    if titled:
        return True
    if _SENTENCE_END.search(between) or _OTHER_ACT.search(between):
        return False
    return bool(_HELD.search(between)) or not _FINITE.search(between)


def _event(scope: Scope, header: Header, name: re.Match[str], period: Period) -> DatedEvent:
    end = period.end + (scope.text[period.end : period.end + 1] == ")" and "(" in scope.text[name.end() : period.start])
    span = scope.span(name.start(), end)
    return DatedEvent(
        id=scope.part_at("event", span),
        document=scope.document.id,
        event=to_event(name[0]) + _other_body(scope, header, name),
        first_day=period.first_day,
        last_day=period.last_day,
        span=span,
    )


def _other_body(scope: Scope, header: Header, name: re.Match[str]) -> str:
    """Return "of the" and the body that the text names, if it is another one than the document's own; nothing if that is not known."""
    match = _OF_BODY.match(scope.text, name.end())
    consultation = scope.context.consultation
    own = [name_key(body) for body in (header.body, consultation.body if consultation else None) if body]
    if not match or not own:
        return ""
    body = name_key(match["body"])
    return (
        ""
        if any(f"-{body}-" in f"-{key}-" or f"-{key}-" in f"-{body}-" for key in own)
        else f" of the {' '.join(match['body'].split()).lower()}"
    )
