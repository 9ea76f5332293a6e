"""Where positions lead: what was said, of which provision, where that provision went, and what became of what was asked."""

from __future__ import annotations

from dataclasses import dataclass

from travaux.analysis.heard import Heard
from travaux.model.identity import Id
from travaux.model.schemes import CorrespondenceKind, EvidenceGrade, OutcomeKind, ReviewStatus
from travaux.model.treaty import Source


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A provision of one version of a text; ``instrument`` and ``instrument_title`` name the version, ``order`` is its place in it.

    ``name`` is noun and number (``article 24``); ``label`` says in its own words what of it is unverified.
    """

    id: Id
    name: str
    label: str
    instrument: str
    instrument_title: str
    status: str
    order: tuple[int, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """How a provision of one version stands to a later one: ``later`` is ``None`` where nothing there corresponds to it."""

    earlier: Place
    kind: CorrespondenceKind
    later: Place | None
    grade: EvidenceGrade
    note: str | None = None
    sources: tuple[Source, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Way:
    """Where a provision went, version by version; a way without steps is one of which nothing is on file.

    ``cited`` tells whether a statement of the position cites it; else only an outcome names it.
    """

    provision: Place
    cited: bool
    steps: tuple[Step, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Proof:
    """A checked sentence about the adopted text, and what it rests on."""

    text: str
    grade: EvidenceGrade
    sources: tuple[Source, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Became:
    """What became of a request, as recorded; ``standing`` is what of it may be shown as fact."""

    id: Id
    topic: str
    asked: str
    kind: OutcomeKind
    grade: EvidenceGrade
    note: str | None = None
    provision: Place | None = None
    sources: tuple[Source, ...] = ()
    facts: tuple[Proof, ...] = ()

    @property
    def standing(self) -> OutcomeKind:
        """The kind of outcome, unknown where it rests on recollection."""
        return OutcomeKind.UNKNOWN if self.grade is EvidenceGrade.M else self.kind


@dataclass(frozen=True, slots=True, kw_only=True)
class Trace:
    """A position and where it leads; it never says that the position was the cause of anything.

    ``key`` is the short name of the position. Statements are in the order of the documents' names and of their texts, ways in the
    order of the treaty. No statement that a person has rejected is among them.
    """

    position: Id
    key: str
    claim: str
    review: ReviewStatus
    statements: tuple[Heard, ...] = ()
    ways: tuple[Way, ...] = ()
    outcomes: tuple[Became, ...] = ()
