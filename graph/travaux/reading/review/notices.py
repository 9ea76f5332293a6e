"""What a reviewer should know of a decision: what has happened to it since it was made."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from travaux.model.argument import Statement
from travaux.model.review import Opinion
from travaux.reading.review.placing import Found
from travaux.reading.review.proposals import fingerprint


class Event(StrEnum):
    """What has happened to a decision since it was made."""

    MOVED = "moved"
    REWORDED = "reworded"
    UNPLACED = "unplaced"
    CHANGED = "changed"
    UNKNOWN = "unknown"
    DISPUTED = "disputed"


@dataclass(frozen=True, slots=True)
class Notice:
    """Something that a reviewer should know of a decision, in one sentence."""

    event: Event
    key: str
    message: str


def moves(key: str, quote: str, paragraph: str, found: Found, text: str) -> Iterator[Notice]:
    """Tell where a quote stands now if not in the paragraph where it was, and its words now if they differ in more than white space."""
    if found.region.name != paragraph:
        yield Notice(Event.MOVED, key, f"moved from paragraph {paragraph} to {found.region.name}")
    if text[found.start : found.end].split() != quote.split():
        yield Notice(Event.REWORDED, key, f"the document has {text[found.start : found.end]!r} for {quote!r}")


def changes_of(opinion: Opinion, about: Sequence[Statement]) -> Iterator[Notice]:
    """Tell if rules propose something else than when it was decided, or nothing where they had proposed something."""
    if opinion.proposal and not about:
        yield Notice(Event.CHANGED, opinion.key, "the rules propose nothing here any more")
    elif opinion.proposal and fingerprint(about) != opinion.proposal:
        yield Notice(Event.CHANGED, opinion.key, "the rules propose something else than when this was decided")
