"""What may stand in the files of a review."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from typing import Annotated

from pydantic import AfterValidator, AwareDatetime, Field

from travaux.model.schemes import Act, ChangeKind, Marking, Prevalence, RelationForm, RelationKind, ReviewStatus, SpeakerKind, Stance
from travaux.reading.schema import Name, Table, Text, wrong

KEY = re.compile(r"[A-Za-z0-9_-]{1,80}")
"""The form of the key of a statement, a position or a relation."""

_CHANGE = re.compile(rf"({'|'.join(kind.value for kind in ChangeKind)}) \S.*")


def _check_change(value: str) -> str:
    if not _CHANGE.fullmatch(value):
        msg = f"{value!r} is no change of a text"
        raise wrong(msg, f"write one of {', '.join(kind.value for kind in ChangeKind)} and the provision, such as: delete article 17")
    return value


def _check_line(value: str) -> str:
    if value.splitlines() != [value]:
        msg = "the claim runs over several lines"
        raise wrong(msg, "write it as one sentence on one line")
    return value


def _check_decision(value: ReviewStatus) -> ReviewStatus:
    if value is ReviewStatus.UNREVIEWED:
        msg = "nothing has been decided"
        raise wrong(msg, "remove the lines of a decision that was taken back")
    return value


def _to_utc(value: datetime) -> datetime:
    """Refuse a moment in which nobody can have decided; those at the ends of the calendar cannot be told in another time zone either."""
    if not _FIRST_YEAR <= value.year <= _LAST_YEAR:
        msg = f"nobody decided in the year {value.year}"
        raise wrong(msg, f"write a moment between {_FIRST_YEAR} and {_LAST_YEAR}, such as: 2026-03-05T14:20:00Z")
    return value.astimezone(UTC)


_FIRST_YEAR, _LAST_YEAR = 2000, 2200
Moment = Annotated[AwareDatetime, AfterValidator(_to_utc)]
"""A moment with its time zone, in UTC; one without is refused."""
Words = tuple[Text, ...]
Changes = tuple[Annotated[str, AfterValidator(_check_change)], ...]


class Said(Table):
    """What every decision tells of itself."""

    decision: Annotated[ReviewStatus, Field(strict=False), AfterValidator(_check_decision)]
    at: Moment
    why: Text | None = None
    note: Text | None = None


class StatementTable(Said):
    """A reviewer's opinion on a statement, as ``Opinion`` explains it."""

    settles: bool = False
    paragraph: Text
    quote: Text
    context: Text | None = None
    replaces: Words = ()
    speaker: Text | None = None
    speaker_kind: Annotated[SpeakerKind, Field(strict=False)]
    prevalence: Annotated[Prevalence, Field(strict=False)] = Prevalence.UNSPECIFIED
    actors: Words = ()
    cue: Text
    act: Annotated[Act, Field(strict=False)]
    stance: Annotated[Stance, Field(strict=False)]
    claim: Text
    rationale: Text | None = None
    condition: Text | None = None
    contrast: Text | None = None
    provisions: Words = ()
    anaphoric: Words = ()
    changes: Changes = ()
    questions: Words = ()
    partial_questions: Words = ()
    themes: Words = ()
    position: Text | None = None
    proposal: Text | None = None
    rule: Text | None = None


class PositionTable(Said):
    """A position that a reviewer has named: its claim, and the outcomes (by name) of what it asks for."""

    by: Name
    claim: Annotated[Text, AfterValidator(_check_line)]
    outcomes: Words = ()


class RelationTable(Said):
    """How one position bears on another, with the sentence that shows it."""

    by: Name
    kind: Annotated[RelationKind, Field(strict=False)]
    form: Annotated[RelationForm, Field(strict=False)]
    premise: Text
    conclusion: Text
    marking: Annotated[Marking, Field(strict=False)]
    document: Name
    paragraph: Text
    evidence: Text
    context: Text | None = None


class ReviewerTable(Table):
    """A reviewer's name as it is shown."""

    name: Text


def now() -> datetime:
    """Tell the moment of a decision, to the second."""
    return datetime.now(UTC).replace(microsecond=0)
