"""Answers to the questions of a consultation: who answered, what to which question, and where that stands in the table."""

from __future__ import annotations

from dataclasses import dataclass

from travaux.model.identity import Id
from travaux.model.text import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A question as a table gives it: the heading of its column, or what stands in the column of questions, and its number."""

    heading: str
    number: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Columns:
    """What stands where in a table of answers; a column is named by its heading.

    The table is wide, with a column for each of ``questions``, unless ``question`` and ``answer`` name the columns of questions and of
    answers of a long one. ``respondent`` names whoever answered, or gives the number that holds the rows of one respondent together if
    the table is ``anonymous``. ``questions_of`` is the short name of the concept note whose questions were answered; without one they
    are the table's own. ``sheet`` is that of a spreadsheet with several.
    """

    questions: tuple[Asked, ...]
    respondent: str | None = None
    organization: str | None = None
    state: str | None = None
    question: str | None = None
    answer: str | None = None
    questions_of: str | None = None
    sheet: str | None = None
    anonymous: bool = False

    @property
    def used(self) -> tuple[str, ...]:
        """The columns that are read, in this order: who answered, then what."""
        who = (self.respondent, self.organization, self.state)
        what = (self.question, self.answer) if self.answer else tuple(one.heading for one in self.questions)
        return tuple(column for column in (*who, *what) if column is not None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Respondent:
    """Whoever answered, named or not; ``span`` is the heading over the answers: the name, or ``Respondent 17``.

    ``order`` counts the respondents of the document from 1. The actors are those that the table names; a respondent without any is one of
    this document alone.
    """

    id: Id
    document: Id
    order: int
    span: Span
    person: Id | None = None
    organization: Id | None = None
    state: Id | None = None

    @property
    def label(self) -> str:
        return self.span.quote

    @property
    def speaks_as(self) -> Id | None:
        """The actor who holds what is answered: the organization, else the person, else the State; ``None`` without a name."""
        return self.organization or self.person or self.state


@dataclass(frozen=True, slots=True, kw_only=True)
class Response:
    """What one respondent answered to one question; the paragraphs of the answer point to it.

    ``span`` is the heading under which the answer stands, the question in the words of the table; ``cell`` says where in the table
    (``row 5, column Scope``). ``order`` counts the answers of the document from 1.
    """

    id: Id
    document: Id
    order: int
    respondent: Id
    question: Id
    cell: str
    span: Span

    @property
    def label(self) -> str:
        return self.span.quote
