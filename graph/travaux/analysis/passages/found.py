"""What a reader finds in a document. All places are characters of the stored text, the last exclusive."""

from __future__ import annotations

from dataclasses import dataclass

from travaux.model.identity import Id
from travaux.model.schemes import Act, ChangeKind, Marking, Prevalence, RelationKind, ReviewStatus, Stance


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """Where a paragraph stands: ``order`` counts the paragraphs of the document from 1, ``number`` is printed, ``None`` if none is."""

    id: Id
    order: int
    number: str | None
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    """A section, an agenda item, a panel, a respondent, the question over an answer, or a question by itself, and the words that show it.

    ``kind`` is that part of its identifier.
    """

    id: Id
    kind: str
    title: str
    words: str
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Voiced:
    """A statement in brief: ``number`` counts those of the document in the order of the text from 1, without those ``REJECTED``."""

    id: Id
    number: int | None
    start: int
    end: int
    stance: Stance
    review: ReviewStatus
    speaker: str
    prevalence: Prevalence
    themes: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Outline:
    """A whole document in brief, in the order of the text: also the names and titles of its themes.

    ``questions`` and ``mentions`` (references, and those who took part) are identifiers; those of mentions tell their characters.
    """

    document: str
    blocks: tuple[Block, ...]
    headings: tuple[Heading, ...]
    statements: tuple[Voiced, ...]
    themes: tuple[tuple[str, str], ...]
    questions: tuple[Id, ...]
    mentions: tuple[Id, ...]

    @property
    def standing(self) -> tuple[Voiced, ...]:
        """The statements that nobody has rejected."""
        return tuple(one for one in self.statements if one.number is not None)

    def block_at(self, start: int, end: int) -> int | None:
        """Find the place among ``blocks`` of the first paragraph that holds some of these characters, or whose heading does."""
        heading = next((one for one in self.headings if one.start < end and start < one.end), None)
        inside = next((place for place, one in enumerate(self.blocks) if one.start < end and start < one.end), None)
        if inside is not None or heading is None:
            return inside
        return next((place for place, one in enumerate(self.blocks) if one.start >= heading.end), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Aside:
    """Words of a statement beside its content: a reason, a condition, an option turned down."""

    words: str
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Linked:
    """What a statement is linked to; reason, rule and confidence (0 to 1) where a rule has made the link.

    ``kind`` is ``position``, ``provision``, ``question``, ``partial-question`` or ``theme``.
    """

    id: Id
    kind: str
    label: str
    reason: str | None = None
    rule: str | None = None
    confidence: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """A change to the text of a provision that a statement proposes."""

    kind: ChangeKind
    provision: Id
    label: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Decided:
    """What a reviewer decided about a statement: ``day`` in UTC, fields that differ from the proposal, and why.

    Of several, one is ``in_force``; the others are second opinions, ``differing`` from it in these fields.
    """

    kind: ReviewStatus
    reviewer: str
    day: str
    in_force: bool
    reason: str | None
    note: str | None
    changed: tuple[str, ...]
    differing: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Borne:
    """Another position and how it bears on the one of a statement, or that on it (``outgoing``), as this document shows it."""

    id: Id
    claim: str
    kind: RelationKind
    marking: Marking
    outgoing: bool
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Reported:
    """A statement with all that is known about it.

    ``key`` names it in the review. ``named`` are the persons whom the words for the speaker mean.
    ``confidence`` is that of ``rule``, which found it.
    """

    said: Voiced
    key: str
    quote: str
    claim: str
    act: Act
    named: tuple[str, ...]
    cue: str
    rule: str
    confidence: float | None
    actors: tuple[tuple[Id, str], ...]
    rationale: Aside | None
    condition: Aside | None
    contrast: Aside | None
    position: Linked | None
    links: tuple[Linked, ...]
    citations: tuple[str, ...]
    changes: tuple[Change, ...]
    decisions: tuple[Decided, ...]
    bearings: tuple[Borne, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """Words that name something: a provision or a text (``target``), or somebody who took part."""

    target: Id
    label: str
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """A paragraph: its text exactly as stored, what its words name, the guiding question that it is, and statements in text order."""

    block: Block
    text: str
    mentions: tuple[Mention, ...]
    question: str | None
    statements: tuple[Reported, ...]
