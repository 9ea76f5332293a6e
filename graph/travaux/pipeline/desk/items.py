"""What lies on the desk: one item for each statement that rules propose or people have decided about."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from travaux.model.argument import Link, Statement
from travaux.model.document import Document, Paragraph
from travaux.model.identity import Id
from travaux.model.review import BY_HAND, Opinion
from travaux.model.sentences import sentence_at
from travaux.reading.review.folder import to_fields
from travaux.reading.review.notices import Notice
from travaux.reading.review.replay import Judged

Fields = dict[str, Any]
"""The fields of a statement by the names that review files use; absent fields are empty."""


class State(StrEnum):
    """How far the review of a statement has come."""

    UNDECIDED = "undecided"
    CHANGED = "changed"
    DISPUTED = "disputed"
    LOST = "lost"
    DECIDED = "decided"


OPEN = frozenset(State) - {State.DECIDED}
"""The states that ask for a reviewer."""


def _nothing() -> Fields:
    return {}


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """A statement to review.

    ``paragraph`` and the characters of its ``sentence`` and ``quote`` (in the document's text) are absent where the place is lost.
    ``proposals`` are what rules read there, ``judged`` what was decided, ``version`` what a decision must expect to find.
    ``suggest`` works out the suggested fields, which takes a while where positions of other statements count.
    """

    key: str
    document: Document
    state: State
    version: str
    paragraph: Paragraph | None = None
    sentence: tuple[int, int] | None = None
    quote: tuple[int, int] | None = None
    proposals: tuple[Statement, ...] = ()
    judged: Judged | None = None
    suggest: Callable[[], Fields] = _nothing

    @property
    def opinion(self) -> Opinion | None:
        """The opinion in force."""
        return self.judged.opinion if self.judged else None

    @property
    def opinions(self) -> tuple[Opinion, ...]:
        """What all reviewers hold, the opinion in force first."""
        return (self.judged.opinion, *self.judged.others) if self.judged else ()

    @property
    def notices(self) -> tuple[Notice, ...]:
        """What a reviewer should know of the decision."""
        return self.judged.notices if self.judged else ()

    @property
    def suggested(self) -> Fields:
        """The fields as rules propose them."""
        return self.suggest()

    @property
    def fields(self) -> Fields:
        """The fields in force: as decided, else as suggested."""
        return {**to_fields(self.opinion)} if self.opinion else self.suggested

    @property
    def statement(self) -> Statement | None:
        """The statement as it stands in the text: as decided, else as the first proposal has it."""
        decided = self.judged.statement if self.judged else None
        return decided or (self.proposals[0] if self.proposals else None)

    @property
    def words(self) -> str:
        """The words that the statement is found by: its quote and its claim."""
        if self.opinion:
            return f"{self.opinion.quote} {self.opinion.claim}"
        return f"{self.statement.span.quote} {self.statement.claim}" if self.statement else ""

    @property
    def rule(self) -> str:
        """The rule that proposed it, now or when it was decided; ``reviewer`` if none did."""
        if self.proposals:
            return self.proposals[0].rule
        return self.judged.statement.rule if self.judged and self.judged.statement else BY_HAND

    @property
    def confidence(self) -> float:
        """The least confidence of the proposals; 1 where there is none."""
        return min((one.confidence for one in self.proposals if one.confidence is not None), default=1.0)


def state_of(judged: Judged) -> State:
    """Tell how far the review of a decided statement has come."""
    if judged.statement is None:
        return State.LOST
    if judged.disputed:
        return State.DISPUTED
    return State.CHANGED if judged.changed else State.DECIDED


def place_in(paragraph: Paragraph, statement: Statement) -> tuple[int, int]:
    """Give the sentence around a statement, in characters of the document."""
    start = paragraph.span.start
    first, last = sentence_at(paragraph.span.quote, statement.span.start - start, statement.span.end - start)
    return start + first, start + last


def suggest_fields(said: Statement, paragraph: str, links: Iterable[Link], names: Mapping[Id, str], position: str | None) -> Fields:
    """Give the fields of a proposal in the words of review files; ``names`` tell questions and actors."""
    sure = {link.linked_to: link.confidence for link in links}
    told: Fields = {
        "paragraph": paragraph,
        "quote": said.span.quote,
        "speaker": said.speaker.phrase,
        "speaker_kind": said.speaker.kind.value,
        "prevalence": said.speaker.prevalence.value,
        "actors": tuple(dict.fromkeys(names[one] for one in (*said.speaker.participations, *said.speaker.actors) if one in names)),
        "cue": said.cue,
        "act": said.act.value,
        "stance": said.stance.value,
        "claim": said.claim,
        **{name: span.quote if span else None for name, span in _asides(said)},
        "provisions": said.citations,
        "anaphoric": said.anaphoric_citations,
        "questions": tuple(names[one] for one in sorted(said.questions, key=lambda one: (-sure.get(one, 0.0), one)) if one in names),
        "partial_questions": tuple(names[one] for one in said.partial_questions if one in names),
        "themes": tuple(one.removeprefix("theme/") for one in sorted(said.themes, key=lambda one: (-sure.get(one, 0.0), one))),
        "position": position,
    }
    return {name: value for name, value in told.items() if value not in (None, ())}


def _asides(said: Statement) -> Iterator[tuple[str, Any]]:
    yield from (("rationale", said.rationale), ("condition", said.condition), ("contrast", said.contrast))
