"""Treaties: instruments in versions, their provisions, how versions correspond, and what became of requests."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from travaux.model.identity import Id
from travaux.model.schemes import CorrespondenceKind, EvidenceGrade, InstrumentStatus, MilestoneKind, OutcomeKind, SourceKind

UNVERIFIED = "[unverified]"
NUMBER_UNVERIFIED = "[number unverified]"
"""Stands at the end of every label that rests on recollection alone, so that no view can show it as fact."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """What a fact rests on. ``sources`` are identifiers of sources; ``note`` says what the grade does not."""

    grade: EvidenceGrade
    sources: tuple[Id, ...] = ()
    note: str | None = None

    @property
    def verified(self) -> bool:
        """Whether the fact may be shown as fact: grade M, recollection, may not."""
        return self.grade is not EvidenceGrade.M

    def mark(self, label: str) -> str:
        """Return the label, with a visible mark if the fact is unverified."""
        return label if self.verified or label.endswith(UNVERIFIED) else f"{label} {UNVERIFIED}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """Where a fact of the treaty files comes from."""

    id: Id
    name: str
    title: str
    kind: SourceKind | None = None
    link: str | None = None
    note: str | None = None

    @property
    def label(self) -> str:
        return self.title


@dataclass(frozen=True, slots=True, kw_only=True)
class Instrument:
    """A version of a treaty: a draft, or the text as adopted. ``version_of`` names what all its versions are versions of."""

    id: Id
    name: str
    title: str
    version_of: str
    status: InstrumentStatus
    symbol: str | None = None
    date: dt.date | None = None
    link: str | None = None
    order: int = 1

    @property
    def label(self) -> str:
        return f"{self.title} ({self.symbol})" if self.symbol else self.title


@dataclass(frozen=True, slots=True, kw_only=True)
class Provision:
    """A part of an instrument that can be cited. ``number`` is text (``17 bis``), ``order`` its place in the instrument, from 1.

    A ``title`` that rests on recollection ends in the mark of the unverified. ``number_grade`` is the grade of the number where it is
    not that of the title: a report may print the title of a chapter and never its number.

    Numbers differ between versions: a provision is of one instrument, and only a correspondence links it to another's.
    """

    id: Id
    instrument: Id
    number: str
    order: int
    evidence: Evidence
    title: str | None = None
    number_grade: EvidenceGrade | None = None

    noun = "provision"

    @property
    def label(self) -> str:
        name = f"{self.noun} {self.number}"
        if self.number_grade is EvidenceGrade.M:
            name = f"{name} {NUMBER_UNVERIFIED}"
        return self.evidence.mark(f"{name}: {self.title}" if self.title else name)


@dataclass(frozen=True, slots=True, kw_only=True)
class Chapter(Provision):
    """A chapter of an instrument."""

    noun = "chapter"


@dataclass(frozen=True, slots=True, kw_only=True)
class Article(Provision):
    """An article of an instrument, in a chapter."""

    chapter: Id | None = None
    noun = "article"


@dataclass(frozen=True, slots=True, kw_only=True)
class PreambularParagraph(Provision):
    """A paragraph of the preamble of an instrument."""

    noun = "preambular paragraph"


@dataclass(frozen=True, slots=True, kw_only=True)
class Correspondence:
    """That a provision of one version corresponds to a provision of a later one; never derived from equal numbers."""

    id: Id
    earlier: Id
    later: Id | None
    kind: CorrespondenceKind
    evidence: Evidence

    @property
    def label(self) -> str:
        return self.evidence.mark(f"{self.earlier} to {self.later or 'nothing'}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """A checked sentence of the project's own about a provision or topic of the adopted text."""

    id: Id
    text: str
    order: int
    evidence: Evidence

    @property
    def label(self) -> str:
        return self.evidence.mark(self.text)


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What became of something asked for: consistent with the request, or not. It never says that the request was the cause.

    ``topic`` names the matter; ``provision`` is the provision of the draft that it was asked of, ``asked_in`` the paragraphs or
    questions where.
    """

    id: Id
    topic: str
    asked: str
    kind: OutcomeKind
    evidence: Evidence
    provision: Id | None = None
    asked_in: tuple[Id, ...] = ()
    facts: tuple[Fact, ...] = ()

    @property
    def label(self) -> str:
        return self.evidence.mark(f"{self.topic}: {self.kind.value}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Milestone:
    """An event in the life of an instrument: a session, a consultation, a resolution; ``order`` counts from 1 in time."""

    id: Id
    kind: MilestoneKind
    title: str
    order: int
    evidence: Evidence
    first_day: dt.date | None = None
    last_day: dt.date | None = None
    place: str | None = None
    symbols: tuple[str, ...] = ()

    @property
    def label(self) -> str:
        return self.evidence.mark(self.title)


TreatyRecord = Source | Provision | Correspondence | Outcome | Milestone


@dataclass(frozen=True, slots=True, kw_only=True)
class Treaty:
    """What the treaty files of a corpus say about its instruments, in the order of the files; empty if the corpus has none."""

    sources: tuple[Source, ...] = ()
    chapters: tuple[Chapter, ...] = ()
    articles: tuple[Article, ...] = ()
    preambular_paragraphs: tuple[PreambularParagraph, ...] = ()
    correspondences: tuple[Correspondence, ...] = ()
    outcomes: tuple[Outcome, ...] = ()
    milestones: tuple[Milestone, ...] = ()

    def provisions(self) -> Iterator[Chapter | Article | PreambularParagraph]:
        """Iterate over the chapters, then the preambular paragraphs, then the articles of all instruments."""
        yield from self.chapters
        yield from self.preambular_paragraphs
        yield from self.articles

    def records(self) -> Iterator[TreatyRecord]:
        """Iterate over every record with an identifier of its own; the facts are inside the outcomes."""
        yield from self.sources
        yield from self.provisions()
        yield from self.correspondences
        yield from self.outcomes
        yield from self.milestones
