"""The answers in a table, by respondent: what is not an answer to a known question of a known column is refused with its place."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from travaux.errors import ExchangeError
from travaux.model.identity import name_key
from travaux.model.responses import Asked, Columns
from travaux.reading.structure.scope import squeeze
from travaux.reading.tables import Row, Table

LONGEST_ANSWER = 100_000
"""Characters of one answer: what is longer is a document, and can be added as one."""
_LONGEST_NAME = 300
_NO_NAME = re.compile(r"(?:anonymous|anon|respondent|participant|response|submission|user|id|no|nr|r)?\W*\d*|n\W?/?\W?a", re.IGNORECASE)
_ADDRESS = re.compile(r"\S+@\S+\.\S+")


@dataclass(frozen=True, slots=True)
class Answer:
    """An answer as it stands in the table, without white space at its ends; ``letter`` is that of its column: ``C``."""

    asked: Asked
    text: str
    row: Row
    column: str
    letter: str

    @property
    def number(self) -> str:
        """The name of its cell: ``C5``."""
        return f"{self.letter}{self.row.number}"

    @property
    def cell(self) -> str:
        """Say where it stands: ``row 5, column Scope``."""
        return f"row {self.row.number}, column {self.column}"


@dataclass(slots=True)
class Given:
    """What one respondent answered, in the order of the questions; names are empty where the table gives none."""

    name: str = ""
    organization: str = ""
    state: str = ""
    answers: list[Answer] = field(default_factory=list)

    @property
    def heading(self) -> str:
        """Give the name over the answers, empty if the respondent has none."""
        return ", ".join(dict.fromkeys(part for part in (self.name, self.organization) if part))


def read_given(table: Table, columns: Columns) -> tuple[Given, ...]:
    """Read who answered what, in the order of the table; whoever answered nothing is left out.

    Rows with the same name and organization are of one respondent, rows without either are each of their own. Raises ``ExchangeError``
    naming the place for a column that is not there, a question that is not known, an answer to a question that the respondent has
    answered already, one that is too long, a name that is an address or too long, and if there is no answer at all.
    """
    table.require(columns.used)
    reader = _Reader(table, columns)
    for row in table.rows:
        reader.read(row)
    given = tuple(one for one in reader.given.values() if one.answers)
    if not given:
        raise ExchangeError("the table has no answers", where=table.where, hint=f"The columns read are: {', '.join(columns.used)}.")
    order = {one.number: place for place, one in enumerate(columns.questions)}
    for one in given:
        one.answers.sort(key=lambda answer: order[answer.asked.number])
    return given


def count_silent(table: Table, columns: Columns) -> int:
    """Count the rows without an answer; ``ExchangeError`` for a column that is not there."""
    table.require(columns.used)
    asked = (columns.answer,) if columns.answer else tuple(one.heading for one in columns.questions)
    return sum(not any(row.cells[column].strip() for column in asked) for row in table.rows)


class _Reader:
    def __init__(self, table: Table, columns: Columns) -> None:
        self.columns = columns
        self.given: dict[tuple[str, ...], Given] = {}
        self._letters = {column: to_letters(place) for place, column in enumerate(table.columns)}
        self._asked = {name_key(one.heading): one for one in columns.questions}
        self._places: dict[tuple[int, str], Row] = {}

    def read(self, row: Row) -> None:
        """Read a row; one with a name and no answers says nothing."""
        answers = [answer for answer in self._answers(row) if answer.text]
        if not answers:
            return
        given = self._respondent(row)
        for answer in answers:
            before = self._places.setdefault((id(given), answer.asked.number), row)
            if before is not row:
                name = given.heading or f"respondent {row.cells.get(self.columns.respondent or '', '')}".strip()
                raise ExchangeError(
                    f"{name} has answered question {answer.asked.number} already, in row {before.number}",
                    where=row.place(answer.column),
                    hint="Keep one of the two answers, or give the respondents different names.",
                )
            given.answers.append(answer)

    def _answers(self, row: Row) -> Iterator[Answer]:
        columns = self.columns
        if columns.answer is None:
            for one in columns.questions:
                yield self._answer(row, one, one.heading)
        elif row.cells[columns.answer].strip():
            yield self._answer(row, self._question(row, columns.question or ""), columns.answer)

    def _question(self, row: Row, column: str) -> Asked:
        asked = self._asked.get(name_key(row.cells[column]))
        if asked is None:
            said = squeeze(row.cells[column])[:80]
            hint = f"Known: {', '.join(one.number for one in self.columns.questions)}."
            raise ExchangeError(
                f"there is no question {said!r}" if said else "the row has an answer and no question", where=row.place(column), hint=hint
            )
        return asked

    def _answer(self, row: Row, asked: Asked, column: str) -> Answer:
        text = row.cells[column].strip()
        if len(text) > LONGEST_ANSWER:
            hint = "Add it as a document of its own: travaux add."
            raise ExchangeError(f"an answer has {len(text):,} characters (over {LONGEST_ANSWER:,})", where=row.place(column), hint=hint)
        return Answer(asked, text, row, column, self._letters[column])

    def _respondent(self, row: Row) -> Given:
        columns = self.columns
        name, organization, state = (self._name(row, one) for one in (columns.respondent, columns.organization, columns.state))
        key: tuple[str, ...] = (name_key(name) or name, name_key(organization) or organization)
        if not any(key):
            key = ("", "", str(row.number))
        if columns.anonymous or (_NO_NAME.fullmatch(name) and not organization):
            return self.given.setdefault(key, Given())
        name = "" if _NO_NAME.fullmatch(name) else name
        return self.given.setdefault(key, Given(name, organization, state))

    def _name(self, row: Row, column: str | None) -> str:
        name = squeeze(row.cells[column]) if column else ""
        if not self.columns.anonymous and (_ADDRESS.search(name) or len(name) > _LONGEST_NAME):
            what = "an e-mail address is no name" if _ADDRESS.search(name) else f"a name has {len(name):,} characters"
            raise ExchangeError(what, where=row.place(column), hint="Name another column for it, or import with --anonymous.")
        return name


def to_letters(place: int) -> str:
    """Name a column as spreadsheets do, from its place from 0.

    >>> to_letters(0), to_letters(25), to_letters(26), to_letters(702)
    ('A', 'Z', 'AA', 'AAA')
    """
    letters = ""
    place += 1
    while place:
        place, rest = divmod(place - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters
