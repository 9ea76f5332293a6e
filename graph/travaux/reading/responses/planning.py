"""From a table and what the user says of it to the columns that are read."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from travaux.errors import ExchangeError
from travaux.model.identity import name_key
from travaux.model.responses import Asked, Columns
from travaux.reading.responses.guessing import asks, find_column, is_private, match_questions, number_questions
from travaux.reading.structure.scope import squeeze
from travaux.reading.tables import Table


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What the user says of the columns; what is ``None`` or empty is guessed, and ``anonymous`` keeps no name."""

    respondent: str | None = None
    organization: str | None = None
    state: str | None = None
    question: str | None = None
    answer: str | None = None
    answers: tuple[str, ...] = ()
    sheet: str | None = None
    anonymous: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """A concept note whose questions may have been answered."""

    name: str
    questions: tuple[Asked, ...]


@dataclass(slots=True)
class Plan:
    """The columns of a table, and what was guessed of them, as clauses for the user."""

    columns: Columns
    guesses: list[str] = field(default_factory=list)
    left_out: tuple[str, ...] = ()


def plan_columns(table: Table, wanted: Wanted, note: Note | None, name: str, *, must: bool) -> Plan:
    """Say what stands where in a table.

    ``note`` is the concept note whose questions are looked for. If not each heading is one of them the questions are the table's own and
    are numbered after the ``name`` of the document, unless they ``must`` be the note's. Raises ``ExchangeError`` for columns that are not
    there, not clear, or hold addresses, and for questions that are not the note's.
    """
    return _Planner(table, wanted, note, name, must=must).plan()


class _Planner:
    def __init__(self, table: Table, wanted: Wanted, note: Note | None, name: str, *, must: bool) -> None:
        self.table, self.wanted, self.note, self.name, self.must = table, wanted, note, name, must
        self.guesses: list[str] = []
        self.taken: set[str] = set()

    def plan(self) -> Plan:
        wanted = self.wanted
        given = {use: getattr(wanted, use) for use in ("respondent", "organization", "state", "question", "answer")}
        self._check([column for column in (*given.values(), *wanted.answers) if column])
        self.taken |= {column for column in (*given.values(), *wanted.answers) if column}
        question, answer = self._long()
        self.taken |= {column for column in (question, answer) if column}
        who = {use: given[use] or self._guess(use) for use in ("organization", "respondent")}
        headings = self._asked_in(question, answer) if question and answer else self._wide()
        questions, note = self._questions(headings)
        columns = Columns(
            questions=questions,
            respondent=who["respondent"],
            organization=who["organization"],
            state=given["state"],
            question=question,
            answer=answer,
            questions_of=note,
            sheet=self.table.name or None,
            anonymous=wanted.anonymous,
        )
        return Plan(columns, self.guesses, tuple(one for one in self.table.columns if one not in columns.used))

    def _check(self, columns: Sequence[str]) -> None:
        self.table.require(columns)
        if private := [column for column in columns if is_private(column)]:
            hint = "E-mail addresses, telephone numbers and the like are never taken. Name the column with the names of respondents."
            raise ExchangeError(f"the column {private[0]!r} holds personal data that no graph needs", where=self.table.where, hint=hint)
        if double := [column for column in columns if list(columns).count(column) > 1]:
            raise ExchangeError(f"the column {double[0]!r} is named for two things", where=self.table.where)

    def _guess(self, use: str) -> str | None:
        column = find_column(self.table, use, {*self.taken, *filter(is_private, self.table.columns)})
        if column is not None:
            self.taken.add(column)
            self.guesses.append(f"{use}: column {column!r}")
        return column

    def _long(self) -> tuple[str | None, str | None]:
        """Find the columns of questions and answers of a long table; a table is long if it has both."""
        question, answer = self.wanted.question, self.wanted.answer
        if self.wanted.answers:
            if question or answer:
                raise ExchangeError("columns of answers to one question each, and a column of questions, exclude each other")
            return None, None
        found = question or find_column(self.table, "question", self.taken), answer or find_column(self.table, "answer", self.taken)
        if all(found):
            for use, given, column in (("question", question, found[0]), ("answer", answer, found[1])):
                if not given:
                    self.guesses.append(f"{use}: column {column!r}")
            return found
        if question or answer:
            lacking = "answer" if question else "question"
            raise ExchangeError(f"which column is the {lacking}?", where=self.table.where, hint=f"Name it with --{lacking}.")
        return None, None

    def _asked_in(self, question: str, answer: str) -> list[str]:
        """List the questions of a long table in the order in which they come first."""
        found: dict[str, str] = {}
        for row in self.table.rows:
            if row.cells[answer].strip():
                text = squeeze(row.cells[question])
                if not text:
                    raise ExchangeError("the row has an answer and no question", where=row.place(question), hint="Fill in the question.")
                found.setdefault(name_key(text) or text, text)
        if not found:
            raise ExchangeError("the table has no answers", where=self.table.where, hint=f"The column {answer!r} is empty.")
        return list(found.values())

    def _wide(self) -> list[str]:
        if self.wanted.answers:
            return list(self.wanted.answers)
        free = [column for column in self.table.columns if column not in self.taken and not is_private(column)]
        matched = match_questions(free, self.note.questions, self.table.where) if self.note else {}
        found = [column for column in free if matched.get(column) or asks(column)]
        if not found:
            hint = f"Name them with --answers COLUMN, or --question COLUMN --answer COLUMN. It has: {', '.join(self.table.columns)}."
            raise ExchangeError("no column is clearly one of answers", where=self.table.where, hint=hint)
        self.guesses.append(f"answers: {', '.join(map(repr, found))}")
        return found

    def _questions(self, headings: Sequence[str]) -> tuple[tuple[Asked, ...], str | None]:
        note = self.note
        if note is None:
            return number_questions(headings, self.name), None
        matched = match_questions(headings, note.questions, self.table.where)
        unknown = [text for text, number in matched.items() if number is None]
        numbers = [number for number in matched.values() if number]
        if not unknown and len(set(numbers)) == len(numbers):
            if not self.must:
                self.guesses.append(f"questions: those of {note.name}")
            return tuple(Asked(heading=text, number=number) for text, number in matched.items() if number), note.name
        if not self.must:
            return number_questions(headings, self.name), None
        what = f"{note.name} has no question {unknown[0][:80]!r}" if unknown else "two columns answer the same question"
        known = ", ".join(one.number for one in note.questions) or "none"
        where = f"{self.table.where}, column {unknown[0][:80]}" if unknown else self.table.where
        raise ExchangeError(what, where=where, hint=f"Begin the heading with the number of a question (Q3). It has: {known}.")
