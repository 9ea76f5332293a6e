"""What does not add up between documents, and between documents and what the corpus says itself."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from travaux.model.consultation import Consultation
from travaux.model.document import DatedEvent
from travaux.model.finding import Finding
from travaux.model.identity import Id, digest, identifier
from travaux.model.schemes import Severity
from travaux.model.text import Span
from travaux.model.treaty import Milestone
from travaux.reading.structure.dates import to_words
from travaux.reading.structure.event_names import find_event

_NEAR = dt.timedelta(days=60)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Dating:
    """Somebody's dates for an event; ``source`` says who in words for a person. A dating of the corpus itself has no span."""

    event: str
    first_day: dt.date
    last_day: dt.date
    source: str
    subject: Id
    document: Id | None = None
    span: Span | None = None

    @property
    def dates(self) -> tuple[dt.date, dt.date]:
        return self.first_day, self.last_day


def check_events(
    events: Iterable[DatedEvent], milestones: Iterable[Milestone] = (), consultations: Iterable[Consultation] = ()
) -> tuple[Finding, ...]:
    """Return where the same event has different dates: in two documents, or in a document and the corpus' own entries.

    Events are compared by the normal form of their names, so ``6th session`` is ``sixth session``. As many bodies have a sixth session,
    two datings of one name are held to be of the same event only if they lie within sixty days of each other, or differ in nothing
    but the year. A single day within a longer period agrees with it: reports speak of days of a session. Datings that differ within
    one document are found as well. Findings are in the order of events, documents and characters, whatever the order of the input.
    """
    printed = sorted((_of_document(event) for event in events), key=_order)
    own = sorted((*_of_milestones(milestones), *_of_consultations(consultations)), key=_order)
    grouped: defaultdict[str, tuple[list[_Dating], list[_Dating]]] = defaultdict(lambda: ([], []))
    for dating in printed:
        grouped[dating.event][0].append(dating)
    for dating in own:
        grouped[dating.event][1].append(dating)
    found = (finding for event in sorted(grouped) for finding in _check_event(*grouped[event]))
    return tuple({finding.id: finding for finding in found}.values())


def _order(dating: _Dating) -> tuple[str, str, int, dt.date, dt.date, str]:
    start = dating.span.start if dating.span else 0
    return dating.event, dating.document or "", start, dating.first_day, dating.last_day, dating.subject


def _of_document(event: DatedEvent) -> _Dating:
    return _Dating(
        event=event.event,
        first_day=event.first_day,
        last_day=event.last_day,
        source=event.document.rpartition("/")[2],
        subject=event.id,
        document=event.document,
        span=event.span,
    )


def _of_milestones(milestones: Iterable[Milestone]) -> Iterator[_Dating]:
    for milestone in milestones:
        event = find_event(milestone.title)
        if event and milestone.first_day and milestone.evidence.verified:
            last_day = milestone.last_day or milestone.first_day
            yield _Dating(
                event=event, first_day=milestone.first_day, last_day=last_day, source="the corpus' timeline", subject=milestone.id
            )


def _of_consultations(consultations: Iterable[Consultation]) -> Iterator[_Dating]:
    for consultation in consultations:
        event = find_event(consultation.title) or find_event(consultation.name.replace("-", " "))
        if event:
            yield _Dating(
                event=event,
                first_day=consultation.first_day,
                last_day=consultation.last_day,
                source="the corpus' description",
                subject=consultation.id,
            )


def _check_event(printed: Sequence[_Dating], own: Sequence[_Dating]) -> Iterator[Finding]:
    """Compare each dating with every other of the same event, one finding for each pair of different values and sources."""
    told = {(dating.document, dating.dates): dating for dating in reversed(printed)}
    datings = sorted(told.values(), key=_order)
    for first, second in combinations(datings, 2):
        if _conflict(first, second):
            yield _finding("event-dates", first, second)
    for dating in datings:
        for entry in own:
            if _conflict(dating, entry):
                yield _finding("event-dates-corpus", dating, entry)


def _conflict(first: _Dating, second: _Dating) -> bool:
    return first.dates != second.dates and not _within(first, second) and not _within(second, first) and _same_event(first, second)


def _within(day: _Dating, period: _Dating) -> bool:
    return day.first_day == day.last_day and period.first_day <= day.first_day <= period.last_day


def _same_event(first: _Dating, second: _Dating) -> bool:
    """Whether two datings of one name are so close that they cannot be of two events, or differ only in the year."""
    earlier, later = sorted((first, second), key=lambda dating: dating.dates)
    if later.first_day - earlier.last_day <= _NEAR:
        return True
    days = [[(day.month, day.day) for day in dating.dates] for dating in (first, second)]
    return days[0] == days[1] and first.first_day != first.last_day


def _finding(check: str, first: _Dating, second: _Dating) -> Finding:
    spans = tuple(dating.span for dating in (first, second) if dating.span)
    name = f"{first.event[0].upper()}{first.event[1:]}"
    message = f"{name}: {first.source} gives {to_words(*first.dates)}, {second.source} gives {to_words(*second.dates)}."
    return Finding(
        id=identifier("finding", check, digest(check, first.subject, second.subject, message)),
        check=check,
        severity=Severity.WARNING,
        message=message,
        document=first.document,
        subject=first.subject,
        spans=spans,
    )
