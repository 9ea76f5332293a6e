"""What does not add up between documents, and between documents and what the corpus says itself."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from travaux.model.consultation import Consultation
from travaux.model.days import to_words
from travaux.model.document import DatedEvent
from travaux.model.finding import Finding
from travaux.model.identity import Id, digest, identifier
from travaux.model.schemes import Severity
from travaux.model.text import Span
from travaux.model.treaty import Milestone
from travaux.reading.structure.event_names import find_event

_NEAR = dt.timedelta(days=60)
_SHOWN = 5
"""So many datings, and so many sources of each, are named and shown."""

Dates = tuple[dt.date, dt.date]


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
    def dates(self) -> Dates:
        return self.first_day, self.last_day


def check_events(
    events: Iterable[DatedEvent], milestones: Iterable[Milestone] = (), consultations: Iterable[Consultation] = ()
) -> tuple[Finding, ...]:
    """Return where the same event has different dates: in two documents, or in a document and the corpus' own entries.

    Events are compared by the normal form of their names, so ``6th session`` is ``sixth session``. As many bodies have a sixth session,
    two datings of one name are held to be of the same event only if they lie within sixty days of each other, or differ in nothing
    but the year. A single day within a longer period agrees with it: reports speak of days of a session. Datings that differ within
    one document are found as well. There is one finding for all datings that contradict each other, however many give them; findings
    are in the order of events, whatever the order of the input.
    """
    grouped: defaultdict[str, defaultdict[Dates, list[_Dating]]] = defaultdict(lambda: defaultdict(list))
    own = (*_of_milestones(milestones), *_of_consultations(consultations))
    for dating in sorted((*map(_of_document, events), *own), key=_order):
        grouped[dating.event][dating.dates].append(dating)
    return tuple(finding for event in sorted(grouped) for finding in _check_event(grouped[event]))


def _order(dating: _Dating) -> tuple[bool, str, int, str]:
    """Put documents before the corpus' own entries, and their places in the order of the text."""
    return dating.document is None, dating.document or "", dating.span.start if dating.span else 0, dating.subject


def _of_document(event: DatedEvent) -> _Dating:
    return _Dating(
        event=event.event,
        first_day=event.first_day,
        last_day=event.last_day,
        source=event.span.document_name,
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


def _check_event(told: Mapping[Dates, Sequence[_Dating]]) -> Iterator[Finding]:
    """Put the datings of an event that contradict each other together; in each finding those that fewer give come first."""
    datings = sorted(told.values(), key=lambda same: (len({dating.source for dating in same}), _order(same[0])))
    clusters: list[list[Sequence[_Dating]]] = []
    for dating in datings:
        opposed = [cluster for cluster in clusters if any(_contradict(dating, other) for other in cluster)]
        clusters = [cluster for cluster in clusters if cluster not in opposed]
        clusters.append([*(member for cluster in opposed for member in cluster), dating])
    for cluster in clusters:
        if cluster[1:]:
            yield _finding(sorted(cluster, key=datings.index))


def _contradict(first: Sequence[_Dating], second: Sequence[_Dating]) -> bool:
    return _conflict(first[0], second[0]) and any(dating.document for dating in (*first, *second))


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


def _finding(contradicting: Sequence[Sequence[_Dating]]) -> Finding:
    named, others = contradicting[:_SHOWN], len(contradicting) - _SHOWN
    event = named[0][0].event
    told = [*map(_who_gives, named), f"and {others} more dates are given"] if others > 0 else [*map(_who_gives, named)]
    message = f"{event[0].upper()}{event[1:]}: {'; '.join(told)}."
    shown = next(dating for datings in contradicting for dating in datings if dating.document)
    return Finding(
        id=identifier("finding", "event-dates", digest(event, message)),
        check="event-dates",
        severity=Severity.WARNING,
        message=message,
        document=shown.document,
        subject=shown.subject,
        spans=tuple(dating.span for datings in named for dating in datings[:_SHOWN] if dating.span),
    )


def _who_gives(datings: Sequence[_Dating]) -> str:
    sources = list(dict.fromkeys(dating.source for dating in datings))
    named, others = sources[:_SHOWN], len(sources) - _SHOWN
    if others > 0:
        named.append(f"{others} more")
    who = " and ".join([", ".join(named[:-1]), named[-1]]) if named[1:] else named[0]
    return f"{who} {'give' if named[1:] else 'gives'} {to_words(*datings[0].dates)}"
