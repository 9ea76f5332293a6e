"""Sheets that do not fit are refused with every problem and its place, and nothing is written."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from edited_sheets import Book, Exchange
from travaux.errors import ReviewError
from travaux.exchange.spreadsheets.importing import take_spreadsheet
from travaux.model.store import Store
from travaux.pipeline.desk import Desk

Refused = Callable[[Path], str]


@pytest.mark.parametrize(
    ("heading", "value", "told"),
    [
        ("Stance", "suports", "column Stance: 'suports' is no stance (did you mean 'supports'?)"),
        ("Decision", "maybe", "column Decision: 'maybe' is no decision (write accepted or rejected"),
        ("Themes", "Motor bots", "column Themes: there is no theme 'Motor bots' (did you mean 'motor boats'?)"),
        ("Position", "nowhere", "column Position: there is no position 'nowhere' (add it to the sheet Positions)"),
        ("Provisions", "artcle 5", "column Provisions: there is no provision 'artcle 5' (did you mean 'article 5'?)"),
        ("Questions", "2030-02-01", "column Questions: there is no question '2030-02-01' (a spreadsheet program has made it a day"),
        ("Named", "Nobody", "column Named: there is no person, organization or State 'Nobody'"),
        ("Quote", "words of another report altogether", "column Quote: it is not certain where in the document the words"),
        ("Reporting words", "shouted", "column Reporting words: the cue 'shouted' cannot be found in paragraph 2"),
        ("Claim", None, "column Claim: a statement needs its claim"),
        ("Title", "Another", "column Title: this column is for reading"),
        ("Why", "Because.", "column Decision: a remark goes with a decision"),
        ("Export mark", "x", "column Export mark: the export mark is not as it was exported"),
        ("Claim", "=1+1", "the cell holds a formula"),
    ],
)
def test_a_cell_that_does_not_fit_is_refused_with_its_place(book: Book, refused: Refused, heading: str, value: object, told: str) -> None:
    message = refused(book.write(2, heading, value).save())
    assert told in message
    assert "row 2, " in message or "cell " in message


def test_every_problem_is_told_at_once_in_the_order_of_the_rows(book: Book, refused: Refused) -> None:
    book.write(6, "Stance", "suports").write(2, "Themes", "Nothing").write(3, "Decision", "rejected").write(3, "Claim", "Other.")
    message = refused(book.write(2, "Theme", "Other", "Themes").save())
    places = [line for line in message.splitlines() if "row " in line]
    assert "4 problems" in message
    assert [place.partition("row ")[2].partition(":")[0] for place in places] == [
        *("2, column Themes", "3, column Decision", "6, column Stance"),
        "2, column Theme",
    ]


def test_of_many_problems_twenty_are_told_and_the_others_counted(book: Book, refused: Refused) -> None:
    rows = book.sheet().max_row - 1
    for row in range(2, rows + 2):
        for heading in ("Stance", "Act", "Prevalence"):
            book.write(row, heading, "wrong")
    message = refused(book.save())
    assert f"{3 * rows} problems" in message
    assert message.count(" is no ") == 20
    assert f"and {3 * rows - 20} more" in message


def test_ids_are_known_and_stand_once(book: Book, refused: Refused) -> None:
    known = str(book.read(2, "Id"))
    for column in range(1, book.sheet().max_column + 1):
        book.sheet().cell(3, column).value = book.sheet().cell(2, column).value
    message = refused(book.write(4, "Id", f"{known}x").write(5, "Id", None).save())
    assert "row 3, column Id: row 2 is about the same" in message
    assert f"row 4, column Id: there is no statement '{known}x' (did you mean '{known}'?)" in message
    assert "row 5, column Id: the row has no Id" in message


def test_columns_are_known_stand_once_and_none_that_is_needed_is_missing(book: Book, refused: Refused) -> None:
    book.sheet().cell(1, book.column("Stance")).value = "Stanze"
    book.sheet().cell(1, book.column("Act")).value = "claim"
    message = refused(book.save())
    assert "column 'Stanze': this column is not one of the export (did you mean 'Stance'?)" in message
    assert "column 'Claim may be changed': two columns have this name" in message
    book.sheet().delete_cols(book.column("Id"))
    assert "the table lacks the column Id" in refused(book.save())


def test_a_file_of_something_else_is_refused(tmp_path: Path, refused: Refused) -> None:
    file = tmp_path / "answers.csv"
    file.write_text("question,answer\n1,yes\n", "utf-8")
    assert "there is no sheet that was exported for editing" in refused(file)


def test_positions_that_do_not_fit_are_refused(book: Book, refused: Refused) -> None:
    place = book.sheet("Positions").max_row + 1
    book.write(2, "Claim", "Something else.", "Positions")
    book.write(place, "Key", "a b", "Positions").write(place, "Claim", "New.", "Positions")
    message = refused(book.write(place + 1, "Key", "no-claim", "Positions").save())
    assert "row 2: this position was found by a rule and has not been named" in message
    assert "no position can have the key 'a b'" in message
    assert "column Claim: a new position needs its claim" in message


def test_nobody_decides_without_a_name(exported_lakes: Exchange, opened: tuple[Desk, Store], book: Book) -> None:
    file = book.write(2, "Decision", "accepted").save()
    with pytest.raises(ReviewError):
        take_spreadsheet(file, *opened, "?", dry_run=False)
    assert exported_lakes.review() == {}
