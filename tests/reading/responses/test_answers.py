"""Tables of answers become text with exact places, respondents and answers; what does not fit is refused with its place."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from travaux.errors import CorpusError, DocumentError, ExchangeError
from travaux.model.consultation import Organization, Person, State
from travaux.model.identity import Id
from travaux.model.responses import Asked, Columns
from travaux.reading.responses import LONGEST_ANSWER
from travaux.reading.responses.writing import divide

from .asked import read_table, to_csv, wide

LONG = Columns(questions=(Asked(heading="Who pays?", number="1"), Asked(heading="Why?", number="2")), question="Q", answer="A")


def test_every_place_quotes_the_text_and_names_its_cell(tmp_path: Path) -> None:
    data = to_csv(["Name", "Scope", "Fees"], ["Ada Brook", "Narrow.\r\n\r\nVery\nnarrow.", ""], ["", "Wide.", "None."])
    source, contents = read_table(tmp_path, data, wide("Scope", "Fees", respondent="Name"))
    spans = [one.span for one in contents.paragraphs] + [one.span for one in contents.responses]
    spans += [one.span for one in contents.respondents] + [one.span for one in contents.questions]
    assert all(source.text[span.start : span.end] == span.quote for span in spans)
    assert [(one.number, one.span.quote) for one in contents.paragraphs] == [
        ("B2", "Narrow."),
        ("B2-2", "Very\nnarrow."),
        ("B6", "Wide."),
        ("C6", "None."),
    ]
    assert [one.cell for one in contents.responses] == ["row 2, column Scope", "row 6, column Scope", "row 6, column Fees"]
    assert [one.label for one in contents.respondents] == ["Ada Brook", "Respondent 2"]
    assert [source.text[block.start : block.end] for block in source.blocks][:3] == ["Scope", "Fees", "Ada Brook"]


def test_the_same_table_gives_the_same_text(tmp_path: Path) -> None:
    data = to_csv(["Scope"], ["Narrow."], ["Wide."])
    assert read_table(tmp_path, data, wide("Scope")) == read_table(tmp_path, data, wide("Scope"))


def test_rows_of_a_long_table_are_put_together_by_respondent_in_the_order_of_the_questions(tmp_path: Path) -> None:
    data = to_csv(["R", "Q", "A"], ["Peru", "Why?", "Fish."], ["7", "Who pays?", "Nobody."], ["Peru", "who pays", "All."])
    columns = Columns(questions=LONG.questions, question="Q", answer="A", respondent="R")
    _, contents = read_table(tmp_path, data, columns)
    assert [one.label for one in contents.respondents] == ["Peru", "Respondent 2"]
    assert [(one.respondent[-1], one.question[-1], one.cell[:5]) for one in contents.responses] == [
        ("1", "1", "row 4"),
        ("1", "2", "row 2"),
        ("2", "1", "row 3"),
    ]


def test_names_are_persons_organizations_or_states_and_numbers_are_none(tmp_path: Path) -> None:
    names = [["Ada Brook", "Lake Watch (LW)", "Peru"], ["Dr. Tom Reed", "", "Norway"], ["Norway", "", ""], ["Clearwater Ltd", "", ""]]
    names += [["R-17", "", "Chile"], ["anonymous", "", ""]]
    data = to_csv(["N", "O", "S", "Scope"], *([*row, "Narrow."] for row in names))
    _, contents = read_table(tmp_path, data, wide("Scope", respondent="N", organization="O", state="S"))
    speaking = ["organization/lake-watch", "person/tom-reed", "state/norway", "organization/clearwater-ltd", None, None]
    assert [one.speaks_as for one in contents.respondents] == speaking
    assert [one.label for one in contents.respondents][-2:] == ["Respondent 5", "Respondent 6"]
    assert {type(one) for one in contents.actors} == {Person, Organization, State}
    assert "Chile" not in {one.name for one in contents.actors}


def test_an_anonymous_table_names_nobody(tmp_path: Path) -> None:
    data = to_csv(["N", "Scope", "Fees"], ["Ada Brook", "Narrow.", ""], ["Ada Brook", "", "None."])
    columns = Columns(questions=wide("Scope", "Fees").questions, respondent="N", anonymous=True)
    source, contents = read_table(tmp_path, data, columns)
    assert "Ada" not in source.text
    assert [one.label for one in contents.respondents] == ["Respondent 1"]
    assert contents.actors == ()


def test_the_questions_of_a_note_are_answered_by_number_and_those_that_it_lacks_are_refused(tmp_path: Path) -> None:
    data, known = to_csv(["Q1"], ["Yes."]), {"1": Id("document/note/question/1")}
    columns = Columns(questions=(Asked(heading="Q1", number="1"),), questions_of="note")
    _, contents = read_table(tmp_path, data, columns, questions=known)
    assert [one.question for one in contents.responses] == list(known.values())
    assert contents.questions == ()
    with pytest.raises(CorpusError, match="note has no question 1"):
        read_table(tmp_path, data, columns, questions={})


@pytest.mark.parametrize(
    ("rows", "columns", "where", "what"),
    [
        ([["Scope"], ["a"]], wide("Fees"), "survey.csv", "lacks the column Fees"),
        ([["N", "Scope"], ["Peru", "a"], ["Peru", "b"]], wide("Scope", respondent="N"), "row 3, column Scope", "already, in row 2"),
        ([["Q", "A"], ["Who pays?", "a"], ["How?", "b"]], LONG, "row 3, column Q", "no question 'How\\?'"),
        ([["Q", "A"], ["", "b"]], LONG, "row 2, column Q", "no question"),
        ([["Scope"], ["a" * (LONGEST_ANSWER + 1)]], wide("Scope"), "row 2, column Scope", "100,001 characters"),
        ([["N", "Scope"], ["Peru", ""]], wide("Scope", respondent="N"), "survey.csv", "no answers"),
        ([["N", "Scope"], ["a@b.org", "x"]], wide("Scope", respondent="N"), "row 2, column N", "e-mail address"),
    ],
)
def test_what_does_not_fit_is_refused_with_its_place(
    tmp_path: Path, rows: list[list[str]], columns: Columns, where: str, what: str
) -> None:
    with pytest.raises(ExchangeError, match=what) as refused:
        read_table(tmp_path, to_csv(*rows), columns)
    assert str(refused.value.where).endswith(where)


def test_a_changed_file_is_refused(tmp_path: Path) -> None:
    from travaux.reading.responses.document import read_response_text  # noqa: PLC0415

    _, contents = read_table(tmp_path, to_csv(["Scope"], ["Narrow."]), wide("Scope"))
    (tmp_path / "survey.csv").write_bytes(to_csv(["Scope"], ["Wide."]))
    with pytest.raises(DocumentError, match="not the one that the corpus describes"):
        read_response_text(tmp_path / "survey.csv", contents.document)


@given(st.text(max_size=60))
def test_dividing_an_answer_loses_no_word(answer: str) -> None:
    assert " ".join(divide(answer)).split() == answer.split()
