"""The argument map: statements, the positions they express, and how positions bear on one another."""

from __future__ import annotations

from dataclasses import dataclass

from travaux.model.contents import Actor
from travaux.model.identity import Id
from travaux.model.schemes import Act, ChangeKind, Marking, Prevalence, RelationForm, RelationKind, ReviewStatus, SpeakerKind, Stance
from travaux.model.text import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Speaker:
    """Who a statement is attributed to, in the words of the report.

    ``phrase`` is exact text (``several speakers``), ``None`` when nobody is named; ``prevalence`` comes from the phrase's own quantifier
    alone. ``participations`` are the named persons in the capacities in which they spoke, ``actors`` the persons, organizations and States
    that the phrase names, each of whom holds what is said; somebody on whose behalf another speaks is not among them. Both are empty where
    nobody is named, or by an office alone (``the Minister``). ``respondent`` is set where whoever gave
    an answer speaks in it; ``phrase`` is then the heading over the answers, which does not stand in the paragraph.
    """

    id: Id
    document: Id
    kind: SpeakerKind
    prevalence: Prevalence
    phrase: str | None = None
    participations: tuple[Id, ...] = ()
    actors: tuple[Id, ...] = ()
    respondent: Id | None = None

    @property
    def label(self) -> str:
        return self.phrase or "nobody named"


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """One reported stance on one matter inside one sentence: who, reporting cue, content.

    ``span`` is the content, without speaker phrase, cue, separable rationale or condition; ``cue``, ``rationale``, ``condition`` and
    ``contrast`` are exact substrings of the same document. ``claim`` is one sentence saying what the speakers hold.
    ``rule`` names what found it; ``confidence`` (0 to 1) is that rule's. ``citations`` are the provisions cited, in the normal form of a
    ``Reference.target`` (``article 24``); ``provisions`` are those of them that the corpus describes, ``anaphoric_citations`` those that
    the statement's own words only point back to (``this provision``).
    """

    id: Id
    document: Id
    paragraph: Id
    span: Span
    cue: str
    speaker: Speaker
    act: Act
    stance: Stance
    claim: str
    rule: str
    review: ReviewStatus = ReviewStatus.UNREVIEWED
    confidence: float | None = None
    rationale: Span | None = None
    condition: Span | None = None
    contrast: Span | None = None
    provisions: tuple[Id, ...] = ()
    citations: tuple[str, ...] = ()
    anaphoric_citations: tuple[str, ...] = ()
    questions: tuple[Id, ...] = ()
    partial_questions: tuple[Id, ...] = ()
    themes: tuple[Id, ...] = ()
    position: Id | None = None

    @property
    def label(self) -> str:
        return self.claim


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """What was read from one document: its statements, and the actors that they name and the structure of the document does not."""

    statements: tuple[Statement, ...] = ()
    actors: tuple[Actor, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """Why a statement is linked to a theme, a question, a provision or a position: ``linked_to``.

    ``reason`` is one readable clause (``shares dual criminality with question 15``); ``confidence`` (0 to 1) is how often such links were
    right on the development set; ``rule`` names the kind of evidence.
    """

    id: Id
    document: Id
    statement: Id
    linked_to: Id
    reason: str
    rule: str
    confidence: float

    @property
    def label(self) -> str:
        return self.reason


@dataclass(frozen=True, slots=True, kw_only=True)
class Position:
    """The canonical claim that statements express; it recurs across paragraphs and consultations.

    ``outcomes`` are what became of what it asks for. ``review`` tells whether a person has named it or a rule found it.
    """

    id: Id
    claim: str
    outcomes: tuple[Id, ...] = ()
    review: ReviewStatus = ReviewStatus.UNREVIEWED

    @property
    def label(self) -> str:
        return self.claim


@dataclass(frozen=True, slots=True, kw_only=True)
class Relation:
    """How one position bears on another, from ``premise`` to ``conclusion`` (for attacks: from attacker to attacked).

    ``form`` is how the text puts it, ``span`` the sentence that shows it; ``marking`` tells whether the text marks it or an editor
    inferred it.
    """

    id: Id
    kind: RelationKind
    form: RelationForm
    premise: Id
    conclusion: Id
    marking: Marking
    span: Span

    @property
    def label(self) -> str:
        return f"{self.premise} {self.kind.value} {self.conclusion}"


@dataclass(frozen=True, slots=True, kw_only=True)
class TextChange:
    """A concrete change to the text of a provision that a statement proposes."""

    id: Id
    statement: Id
    kind: ChangeKind
    provision: Id
    span: Span

    @property
    def label(self) -> str:
        return f"{self.kind.value}: {self.span.quote}"
