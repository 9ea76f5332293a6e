"""What is edited in a sheet comes back as decisions, and they stand in the graph after the next build."""

from __future__ import annotations

import csv
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from edited_sheets import Book, Exchange
from travaux.errors import ExchangeError
from travaux.exchange.spreadsheets.importing import Taken
from travaux.pipeline.desk import open_desk

Tried = Callable[[Path], Taken]


def test_edits_decisions_and_new_positions_are_in_the_graph_after_a_build(lakes: Exchange, book: Book) -> None:
    before = lakes.rows()
    assert {row["decision"] for row in before.statements} == {""}
    book.write(2, "Decision", "accepted")
    book.write(3, "Decision", "rejected").write(3, "Why", "It is praise.")
    book.write(4, "Claim", "  Water should be clean.\r\n").write(4, "Themes", "MOTOR  boats; measurements").write(4, "Questions", 2)
    book.write(5, "Position", "levy-deleted").write(5, "Stance", "Proposes")
    place = book.sheet("Positions").max_row + 1
    book.write(place, "Key", "levy-deleted", "Positions").write(place, "Claim", "The levy should go.", "Positions")
    file = book.save()
    told = lakes.take(file, dry_run=True)
    assert lakes.review() == {}
    assert lakes.take(file) == told
    assert (told.decided, told.positions, told.absent) == ({"accepted": 1, "edited": 2, "rejected": 1}, 1, 0)
    assert any(line.endswith("claim: Clean water is important. → Water should be clean.") for line in told.changes), told.changes
    after = {row["quote"]: row for row in lakes.rows().statements}
    first, second, third, fourth = (after[row["quote"]] for row in before.statements[:4])
    assert [row["decision"] for row in (first, second, third, fourth)] == ["accepted", "rejected", "edited", "edited"]
    assert (second["why"], second["review"].partition(" on ")[0]) == ("It is praise.", "rejected by Anna Muster")
    assert (third["claim"], third["themes"], third["questions"]) == ("Water should be clean.", "Motor boats; Measurements", "2")
    assert third["questions"] != before.statements[2]["questions"]
    assert (fourth["position"], fourth["position_claim"], fourth["stance"]) == ("levy-deleted", "The levy should go.", "proposes")
    assert [after[row["quote"]] for row in before.statements[4:]] == list(before.statements[4:])
    again = Book.open(lakes.export())
    row = next(row for row in range(2, place + 1) if again.read(row, "Key", "Positions") == "levy-deleted")
    again.write(row, "Claim", "The new levy should go.", "Positions").write(row, "Why", "Clearer.", "Positions")
    assert lakes.take(again.save(), "Ben").positions == 1
    with open_desk(lakes.corpus) as desk:
        table = desk.review.positions["levy-deleted"]
    assert (table.claim, table.why, table.by, table.decision) == ("The new levy should go.", "Clearer.", "ben", "edited")


def test_the_same_file_again_changes_nothing_and_more_edits_may_follow(lakes: Exchange, book: Book) -> None:
    file = book.write(2, "Claim", "Lakes should be measured.").write(2, "Decision", "accepted").write(2, "Themes", "boats").save()
    lakes.take(file)
    written = lakes.review()
    assert lakes.take(file).nothing
    assert lakes.review() == written
    again = lakes.take(book.write(2, "Note", "For readers.").write(2, "Stance", "neutral").save())
    assert again.decided == {"edited": 1}
    assert [line.partition(": ")[2] for line in again.changes] == ["stance: supports → neutral", "note: (empty) → For readers."]


def test_what_the_corpus_changed_meanwhile_matters_only_where_the_sheet_was_edited_too(lakes: Exchange, book: Book) -> None:
    untouched = Path(shutil.copy(book.file, book.file.with_name("untouched.xlsx")))
    lakes.take(book.write(2, "Claim", "Lakes should be measured.").save(), "Ben")
    written = lakes.review()
    assert lakes.take(untouched).nothing
    with pytest.raises(ExchangeError) as error:
        lakes.take(book.write(2, "Claim", "Lakes should be left alone.").write(3, "Stance", "neutral").save())
    assert lakes.review() == written
    assert "1 problem:" in str(error.value)
    assert (
        "row 2: Claim was changed both here and in the corpus since the export. You changed: Claim: “Lakes should be left alone.”. "
        "Meanwhile in the corpus: Claim: “Lakes should be measured.”"
    ) in str(error.value)


def test_different_cells_of_a_row_that_were_changed_here_and_there_are_no_conflict(lakes: Exchange, book: Book) -> None:
    mine = Path(shutil.copy(book.file, book.file.with_name("mine.xlsx")))
    lakes.take(book.write(2, "Claim", "Lakes should be measured.").write(3, "Stance", "neutral").save(), "Ben")
    told = lakes.take(Book.open(mine).write(2, "Stance", "neutral").write(2, "Themes", "boats").save())
    assert told.decided == {"edited": 1}
    assert told.warnings == (
        "the statement of row 2 is decided already, by Ben; what you decide otherwise is disputed until somebody settles it",
    )
    rows = lakes.rows().statements
    assert (rows[0]["claim"], rows[0]["stance"], rows[0]["themes"]) == ("Lakes should be measured.", "neutral", "Motor boats")
    assert rows[1]["stance"] == "neutral"
    with open_desk(lakes.corpus) as desk:
        assert desk.items()[0].state.value == "disputed"


def test_who_agrees_disputes_nothing_and_a_settled_matter_is_told(lakes: Exchange, book: Book) -> None:
    untouched = Path(shutil.copy(book.file, book.file.with_name("untouched.xlsx")))
    lakes.take(book.write(2, "Decision", "accepted").write(3, "Decision", "accepted").save(), "Ben")
    file = next((lakes.corpus / "review" / "statements").glob("*.toml"))
    key = next(line.partition(".")[0] for line in file.read_text("utf-8").splitlines() if line.startswith("2-"))
    file.write_text(f"{file.read_text('utf-8')}{key}.ben.settles = true\n", "utf-8")
    lakes.export("later.xlsx")
    later = Book.open(lakes.folder / "later.xlsx").write(2, "Stance", "neutral").write(3, "Stance", "neutral").save()
    told = lakes.take(later, dry_run=True)
    assert told.warnings == (
        "the statement of row 3 is decided already, by Ben; what you decide otherwise is disputed until somebody settles it",
        (
            "the statement of row 2 is settled already, by Ben; what you decide otherwise is kept beside it and does not count until that "
            "is undone"
        ),
    )
    assert lakes.take(untouched).warnings == ()


def test_what_is_counted_is_what_the_import_does_and_not_what_became_of_a_statement_before(lakes: Exchange, book: Book) -> None:
    lakes.take(book.write(2, "Decision", "accepted").save())
    file = next((lakes.corpus / "review" / "statements").glob("*.toml"))
    file.write_text(file.read_text("utf-8").replace('decision = "accepted"', 'decision = "split"'), "utf-8")
    again = Book.open(lakes.export())
    assert again.read(2, "Decision") == "split"
    assert lakes.take(again.write(2, "Stance", "neutral").save(), dry_run=True).decided == {"edited": 1}
    remarked = Book.open(lakes.export()).write(2, "Note", "For readers.").save()
    assert lakes.take(remarked).decided == {"given a remark": 1}


def test_deleted_rows_and_columns_change_nothing(book: Book, tried: Tried) -> None:
    sheet = book.sheet()
    sheet.delete_rows(6, 2)
    sheet.delete_cols(book.column("Reason"))
    sheet.delete_cols(book.column("Title"))
    sheet.column_dimensions["A"].hidden = True
    taken = tried(book.write(2, "Decision", "accepted").save())
    assert (taken.decided, taken.absent) == ({"accepted": 1}, 2)


def test_sorted_rows_and_other_sheets_are_taken_as_well(book: Book, tried: Tried) -> None:
    sheet = book.sheet()
    first, second = ([cell.value for cell in sheet[row]] for row in (2, 3))
    for column, (one, other) in enumerate(zip(first, second, strict=True), 1):
        sheet.cell(2, column).value, sheet.cell(3, column).value = other, one
    own = book.book.create_sheet("My remarks")
    own.append(["What I think", "of it"])
    book.book.move_sheet(own, -5)
    sheet.title = "To do"
    taken = tried(book.save())
    assert (taken.nothing, taken.passed_over) == (True, ("My remarks",))


@pytest.mark.parametrize(("separator", "encoding", "ends"), [(";", "utf-8-sig", "\r\n"), ("\t", "utf-16", "\n"), (",", "utf-8", "\r\n")])
def test_csv_comes_back_from_spreadsheet_programs_of_all_countries(
    exported_lakes: Exchange, tmp_path: Path, tried: Tried, separator: str, encoding: str, ends: str
) -> None:
    with (exported_lakes.folder / "lakes.csv").open(encoding="utf-8-sig", newline="") as stream:
        lines = list(csv.reader(stream))
    assert tried(exported_lakes.folder / "lakes.csv").nothing
    lines[1][lines[0].index("Decision")] = "ACCEPTED "
    with (tmp_path / "lakes.csv").open("w", encoding=encoding, newline="") as stream:
        csv.writer(stream, delimiter=separator, lineterminator=ends).writerows([*line, "", ""] for line in lines)
    assert tried(tmp_path / "lakes.csv").decided == {"accepted": 1}
