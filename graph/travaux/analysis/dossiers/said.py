"""What was said about one thing: how much, by stance, which positions, in which sentences, and what bears on them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from travaux.analysis.heard import Heard
from travaux.analysis.sources import Sources
from travaux.model.schemes import Marking, Prevalence, RelationForm, RelationKind, ReviewStatus, Stance
from travaux.model.store import Value


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """A statement with the exact words that the report gives beside it as reason, condition or contrast.

    ``around`` is the sentence of the report that its words stand in, ``named`` who the words for the speaker are known to mean.
    """

    heard: Heard
    named: tuple[str, ...] = ()
    around: str | None = None
    rationale: str | None = None
    condition: str | None = None
    contrast: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Bearing:
    """How another position bears on one, or is borne on by it.

    ``outgoing`` is false where the other is the reason, the condition or the objection, true where the position is that of the other.
    ``key`` and ``claim`` are the other's; ``quote`` is the sentence that shows it. ``own`` is false where an actor is asked about and none
    of the actor's own words stand in that sentence: others linked the two.
    """

    outgoing: bool
    kind: RelationKind
    form: RelationForm
    marking: Marking
    key: str
    claim: str
    document: str
    document_title: str
    paragraph: str | None
    quote: str
    start: int
    end: int
    own: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """A position as it was expressed with one stance; ``key`` and ``claim`` are ``None`` for statements without a position.

    ``statements`` counts all of them, ``sentences`` are those shown: the most widely held first, then in the order of the texts.
    ``strongest`` are the strongest words of prevalence among all.
    """

    stance: Stance
    key: str | None
    claim: str | None
    review: ReviewStatus
    statements: int
    strongest: tuple[Prevalence, ...]
    sentences: tuple[Sentence, ...]
    bearings: tuple[Bearing, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """One stance: statements in the reports that take it, positions that these express, the strongest words of prevalence among them.

    ``unsaid`` counts those of which the report does not say how widely. ``narrower`` are labels of narrower themes, where only statements
    on these have the words.
    """

    stance: Stance
    statements: int
    positions: int
    strongest: tuple[Prevalence, ...]
    unsaid: int = 0
    narrower: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Meeting:
    """A consultation: how many of the statements its reports hold, and which were searched for them.

    ``name`` and ``title`` are ``None`` for documents that belong to no consultation. ``items`` are the items of its agenda on the
    matter, ``None`` where the matter is of a kind that agendas are not compared with.
    """

    name: str | None
    title: str | None
    statements: int
    documents: tuple[str, ...]
    items: tuple[str, ...] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """What was said about one thing: counts over all statements, and of positions and sentences as many as were asked for.

    ``narrowed`` tells whether a selection was asked for, so that other statements on file may say what these do not.
    ``tallies`` and ``held`` are in the order of ``STANCES``; positions of a stance the most widely held first, then those in most
    statements. ``sources`` are those of the corpus.
    ``meetings`` are all consultations that were searched, also those without a statement, in the order of their days.
    """

    statements: int
    tallies: tuple[Tally, ...]
    reviews: tuple[tuple[ReviewStatus, int], ...]
    meetings: tuple[Meeting, ...]
    held: tuple[Held, ...]
    narrowed: bool = False
    sources: Sources = Sources.REPORTS

    def sentences(self) -> Iterator[Sentence]:
        """Iterate over the sentences shown."""
        for held in self.held:
            yield from held.sentences

    @property
    def hidden(self) -> int:
        """How many statements are counted and not shown."""
        return self.statements - sum(len(held.sentences) for held in self.held)


STANCES = (Stance.SUPPORTS, Stance.PROPOSES, Stance.CONCERNED, Stance.OPPOSES, Stance.NEUTRAL)
"""The order in which stances are shown."""

COLUMNS = (
    "part",
    "stance",
    "position",
    "position_claim",
    "claim",
    "quote",
    "rationale",
    "condition",
    "contrast",
    "speaker",
    "prevalence",
    "review",
    "consultation",
    "document",
    "paragraph",
    "start",
    "end",
    "statement",
)
"""The columns of a dossier's table: ``part`` tells which part of the dossier shows the statement."""


def to_rows(part: str, said: Said) -> Iterator[tuple[Value, ...]]:
    """Give the sentences shown as rows of ``COLUMNS``."""
    for held in said.held:
        for sentence in held.sentences:
            heard = sentence.heard
            asides = (sentence.rationale, sentence.condition, sentence.contrast)
            who = (heard.speaker, heard.prevalence.value, heard.review.value)
            where = (heard.consultation, heard.document, heard.paragraph, heard.start, heard.end, heard.id)
            yield (part, held.stance.value, held.key, held.claim, heard.claim, heard.quote, *asides, *who, *where)
