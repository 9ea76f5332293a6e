"""Tables are read as they stand, and what is no table is refused with its place."""

from __future__ import annotations

import csv
import io
import zipfile
from collections.abc import Sequence
from pathlib import Path

import pytest
import xlsxwriter
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import load_workbook

from travaux.errors import DocumentError, ExchangeError
from travaux.model.store import to_cell
from travaux.reading.tables import Table, read_tables, read_tables_of


def separated(text: str | bytes) -> Table:
    data = text if isinstance(text, bytes) else text.encode()
    (table,) = read_tables_of(data, "answers.csv", "answers.csv")
    return table


def workbook(*sheets: tuple[str, Sequence[Sequence[object]]]) -> bytes:
    out = io.BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True}) as book:
        for name, lines in sheets:
            sheet = book.add_worksheet(name)
            for number, line in enumerate(lines):
                sheet.write_row(number, 0, line)
    return out.getvalue()


def refused(data: bytes | str, name: str = "answers.csv") -> str:
    with pytest.raises(ExchangeError) as error:
        read_tables_of(data.encode() if isinstance(data, str) else data, name, name)
    return str(error.value)


@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_every_usual_separator_is_read(separator: str) -> None:
    table = separated(f'question{separator}"the{separator} answer"\n1{separator}"two\nlines"\n\n2{separator}"a ""word"""\n')
    assert table.columns == ("question", "the answer" if separator == "\t" else f"the{separator} answer")
    assert [tuple(row.cells.values()) for row in table.rows] == [("1", "two\nlines"), ("2", 'a "word"')]
    assert [row.place("question") for row in table.rows] == ["answers.csv, row 2, column question", "answers.csv, row 5, column question"]


_TEXTS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0")) | st.text("'=@- t", max_size=4)


@given(st.lists(_TEXTS, min_size=1, max_size=5))
def test_what_was_guarded_comes_back(cells: list[str]) -> None:
    written = io.StringIO()
    writer = csv.writer(written)
    writer.writerow([f"c{place}" for place in range(len(cells))] + ["last"])
    writer.writerow([*map(to_cell, cells), "x"])
    (row,) = separated(written.getvalue()).rows
    assert list(row.cells.values()) == [*cells, "x"]


def test_marks_of_encodings_are_no_part_of_the_first_name() -> None:
    for encoding in ("utf-8-sig", "utf-16"):
        assert separated("name,answer\nA,é\n".encode(encoding)).rows[0].cells == {"name": "A", "answer": "é"}


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("", "the table is empty"),
        ("a,a\n1,2\n", "two columns have the name 'a'"),
        ("a,,b\n1,2,3\n", "row 1: column 2 has no name"),
        ("a,b\n1,2\n1,2,3\n", "row 3: the row has more cells than the header has columns (2)"),
        ('a,b\n1,"2\n', "this is no CSV"),
        (b"a,b\n\xff\xfe\xfd,1\n", "not valid UTF-8"),
        (b"PK\x03\x04\x00\x00", "binary"),
    ],
)
def test_what_is_no_table_is_refused_with_its_place(text: str | bytes, told: str) -> None:
    assert told in refused(text)


def test_the_columns_that_are_needed_are_named() -> None:
    with pytest.raises(ExchangeError, match=r"lacks the columns question, answer\nIt has: a, b\."):
        separated("a,b\n1,2\n").require(("a", "question", "answer"))


def test_every_sheet_that_holds_something_is_read() -> None:
    answers, notes = read_tables_of(
        workbook(("Answers", [["question", "answer"], [1.0, "yes"], [], ["2", 1.5]]), ("Empty", []), ("N", [["n"]])), "a.xlsx", "a.xlsx"
    )
    assert [dict(row.cells) for row in answers.rows] == [{"question": "1", "answer": "yes"}, {"question": "2", "answer": "1.5"}]
    assert [row.number for row in answers.rows] == [2, 4]
    assert (notes.name, notes.rows) == ("N", ())


def test_a_formula_is_refused_with_its_cell() -> None:
    assert "a.xlsx, sheet 'S', cell B2: the cell holds a formula" in refused(workbook(("S", [["a", "b"], [1, "=1+1"]])), "a.xlsx")


def _with_part(data: bytes, name: str, change: tuple[bytes, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w") as new:
        for entry in old.infolist():
            held = old.read(entry)
            new.writestr(entry, held.replace(*change) if entry.filename == name else held)
    return out.getvalue()


def test_an_entity_bomb_in_a_spreadsheet_is_refused() -> None:
    data = workbook(("S", [["a"], ["x"]]))
    bomb = b'<!DOCTYPE x [<!ENTITY a "aaaaaaaa"><!ENTITY b "&a;&a;&a;">]>'
    spoilt = _with_part(data, "xl/worksheets/sheet1.xml", (b"<worksheet ", bomb + b"<worksheet "))
    assert "xl/worksheets/sheet1.xml: the spreadsheet has a document type declaration" in refused(spoilt, "a.xlsx")


def test_damaged_spreadsheets_are_refused() -> None:
    data = workbook(("S", [["a"], ["x"]]))
    load_workbook(io.BytesIO(data))
    assert "damaged or encrypted" in refused(data[:200], "a.xlsx")
    assert "damaged" in refused(_with_part(data, "xl/workbook.xml", (b"<sheets>", b"<shits>")), "a.xlsx")


def test_other_files_are_refused(tmp_path: Path) -> None:
    assert "tables are read from .csv, .tsv, .xlsx, not from .ods" in refused(b"", "a.ods")
    with pytest.raises(DocumentError, match="no such file"):
        read_tables(tmp_path / "none.csv")


def test_an_old_encoding_is_refused_with_what_to_do_in_a_spreadsheet_program(tmp_path: Path) -> None:
    file = tmp_path / "old.csv"
    file.write_bytes("Id,Claim\n1,caf\u00e9 \u201cx\u201d\n".encode("cp1252"))
    with pytest.raises(ExchangeError) as error:
        read_tables(file)
    assert (error.value.hint or "").startswith("In Excel: Save as, CSV UTF-8.")
