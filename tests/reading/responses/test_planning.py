"""What stands in which column is guessed where headings are clear, and asked for where they are not."""

from __future__ import annotations

import pytest

from travaux.errors import ExchangeError
from travaux.model.responses import Asked
from travaux.reading.responses.copying import copy_without_names
from travaux.reading.responses.planning import Note, Plan, Wanted, plan_columns
from travaux.reading.tables import Table, read_tables_of

from .asked import to_csv

NOTE = Note(name="note", questions=(Asked(heading="Who should pay?", number="1"), Asked(heading="How are lakes kept?", number="2")))


def table(*rows: list[str]) -> Table:
    return read_tables_of(to_csv(*rows), "survey.csv", "survey.csv")[0]


def plan(*rows: list[str], note: Note | None = NOTE, must: bool = False, **wanted: object) -> Plan:
    return plan_columns(table(*rows), Wanted(**wanted), note, "survey", must=must)  # type: ignore[arg-type]


def test_a_wide_table_is_known_by_its_questions() -> None:
    found = plan(["Response ID", "Name", "Organisation", "E-mail", "Q2", "Who should pay"], ["1", "Ada", "", "x", "a", "b"])
    assert (found.columns.respondent, found.columns.organization) == ("Name", "Organisation")
    assert found.columns.questions == (Asked(heading="Q2", number="2"), Asked(heading="Who should pay", number="1"))
    assert found.columns.questions_of == "note"
    assert found.left_out == ("Response ID", "E-mail")
    assert "questions: those of note" in found.guesses


def test_a_long_table_is_known_by_its_columns() -> None:
    found = plan(["Respondent", "Question", "Answer"], ["1", "2. How are lakes kept?", "a"], ["1", "1", "b"])
    assert (found.columns.question, found.columns.answer, found.columns.respondent) == ("Question", "Answer", "Respondent")
    assert [one.number for one in found.columns.questions] == ["2", "1"]


def test_questions_of_nobody_else_are_numbered_after_the_document() -> None:
    assert [one.number for one in plan(["Any boats?", "Any fish?"], ["a", "b"]).columns.questions] == ["survey-1", "survey-2"]
    assert [one.number for one in plan(["Q7", "Q9"], ["a", "b"], note=None).columns.questions] == ["survey-7", "survey-9"]


@pytest.mark.parametrize(
    ("header", "wanted", "what"),
    [
        (["Scope", "Fees"], {}, "no column is clearly one of answers"),
        (["Scope"], {"answers": ("Fees",)}, "lacks the column Fees"),
        (["E-mail", "Q1"], {"respondent": "E-mail"}, "personal data"),
        (["Q1", "Q8"], {"must": True}, "note has no question 'Q8'"),
        (["Q1", "Who should pay?"], {"must": True}, "answer the same question"),
        (["Q2. Who should pay?"], {}, "the number of question 2 and the words of question 1"),
        (["Question", "Text"], {"question": "Question"}, "which column is the answer"),
        (["Name", "Q1"], {"respondent": "Name", "answers": ("Name",)}, "named for two things"),
    ],
)
def test_what_is_not_clear_is_asked_for(header: list[str], wanted: dict[str, object], what: str) -> None:
    with pytest.raises(ExchangeError, match=what):
        plan(header, ["x"] * len(header), **wanted)  # type: ignore[arg-type]


def test_the_copy_without_names_reads_as_the_table_does_and_holds_nothing_else() -> None:
    rows = [["Name", "E-mail", "Q1", "Q2"], ["Ada", "ada@x.org", "'=1+1", "'-quoted'"], ["", "y", "-3", ""], ["Ada", "z", "", "@b\nc"]]
    rows.append(["Bo", "", "'tis so", "''=1"])
    read = table(*rows)
    columns = plan(*rows, anonymous=True).columns
    content, reduced = copy_without_names(read, columns)
    assert not any(word in content.decode() for word in ("Ada", "x.org", "E-mail"))
    assert reduced.used == ("Respondent", "Q1", "Q2")
    again = read_tables_of(content, "copy.csv", "copy.csv")[0]
    assert [dict(row.cells) for row in again.rows] == [
        {"Respondent": "1", "Q1": "=1+1", "Q2": "-quoted'"},
        {"Respondent": "2", "Q1": "-3", "Q2": ""},
        {"Respondent": "1", "Q1": "", "Q2": "@b\nc"},
        {"Respondent": "3", "Q1": "'tis so", "Q2": "'=1"},
    ]
