"""Files that would take long, or much memory, are refused at once, with their place."""

from __future__ import annotations

import io
import time
import zipfile
from collections.abc import Iterator

import pytest
import xlsxwriter

from travaux.errors import ExchangeError
from travaux.reading.tables import Table, read_tables_of, separated, sheet, table

_SHEET = "xl/worksheets/sheet1.xml"
_BEGIN = '<?xml version="1.0"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'
_END = "</sheetData></worksheet>"


@pytest.fixture(autouse=True)
def _quick() -> Iterator[None]:
    begin = time.process_time()
    yield
    assert time.process_time() - begin < 5


def text(place: str, held: str) -> str:
    return f'<c r="{place}" t="inlineStr"><is><t>{held}</t></is></c>'


_HEADER = f'<row r="1">{text("A1", "Name")}{text("B1", "Q1")}</row>'


def workbook(rows: str | bytes, method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """Make a workbook whose one sheet holds these rows of XML, or is these bytes."""
    plain, out = io.BytesIO(), io.BytesIO()
    with xlsxwriter.Workbook(plain, {"in_memory": True}) as book:
        book.add_worksheet("S").write(0, 0, "x")
    with zipfile.ZipFile(plain) as old, zipfile.ZipFile(out, "w", method) as new:
        for entry in old.namelist():
            new.writestr(entry, old.read(entry) if entry != _SHEET else rows if isinstance(rows, bytes) else f"{_BEGIN}{rows}{_END}")
    return out.getvalue()


def read(rows: str) -> Table:
    (found,) = read_tables_of(workbook(rows), "a.xlsx", "a.xlsx")
    return found


def refused(data: bytes | str, name: str = "a.xlsx") -> str:
    with pytest.raises(ExchangeError) as error:
        read_tables_of(data.encode() if isinstance(data, str) else data, name, name)
    return str(error.value)


@pytest.mark.parametrize(
    ("cell", "column"), [("=SUM(A1)", "B b"), ('"=1,5"', "B b"), ("  =1", "B b"), ("-A1*2", "B b"), ("@SUM(1)", "B b")]
)
def test_formulas_in_csv_are_refused_with_row_and_column(cell: str, column: str) -> None:
    told = refused(f"a,B  b\n1,2\n3,{cell}\n", "a.csv")
    assert f"a.csv, row 3, column {column}: the cell holds a formula" in told
    assert "if it is a text, put an apostrophe before it" in told
    assert "a.csv, row 1, column 2: the cell holds a formula" in refused("a,=b\n1,2\n", "a.csv")


def test_texts_with_signs_and_guarded_formulas_are_read_from_csv() -> None:
    (found,) = read_tables_of(b"a,b,c\n- first point,-5 degrees,'=1+1\n", "a.csv", "a.csv")
    assert list(found.rows[0].cells.values()) == ["- first point", "-5 degrees", "=1+1"]


def test_a_string_of_a_workbook_is_a_text_however_it_begins() -> None:
    assert read(f'{_HEADER}<row r="2">{text("A2", "=1+1")}</row>').rows[0].cells["Name"] == "=1+1"


def test_rows_are_read_where_they_are_and_no_row_between() -> None:
    found = read(f'{_HEADER}<row r="1048576">{text("B1048576", "last")}</row>')
    assert [(row.number, dict(row.cells)) for row in found.rows] == [(1_048_576, {"Name": "", "Q1": "last"})]


@pytest.mark.parametrize(
    ("rows", "told"),
    [
        (f'{_HEADER}<row r="99999999999"/>', "sheet 'S': there is no row 99,999,999,999; the last is 1,048,576"),
        (f'{_HEADER}<row r="-5">{text("A5", "x")}</row>', "sheet 'S'"),
        (f'{_HEADER}<row r="{"9" * 5000}"/>', "sheet 'S', row 1, column 2: a value or the number of a row cannot be read"),
        (f'{_HEADER}<row r="2"><c r="A2"><v>{"9" * 5000}</v></c></row>', "sheet 'S', row 2, column 1: a value"),
        (f'{_HEADER}<row r="2"><c r="A2"><v>1e400</v></c></row>', "sheet 'S', cell A2: the cell holds a number that is too large"),
        (f'{_HEADER}<row r="2">{text("ZZZZZ2", "x")}</row>', "sheet 'S', row 2"),
        (f'{_HEADER}<row r="2">{text("ZZZ2", "x")}</row>', "row 2: there is no column 18,278; the last is 16,384"),
        (f"{_HEADER}<row>", "a.xlsx: the spreadsheet is damaged"),
        ("<a>" * 5_000 + "</a>" * 5_000, "sheet1.xml: a part of the spreadsheet is nested more than 100 deep"),
    ],
)
def test_sheets_that_no_program_writes_are_refused_with_their_place(rows: str, told: str) -> None:
    found = refused(workbook(rows))
    assert told in found
    assert "set_int_max_str_digits" not in found


def test_blank_cells_far_to_the_right_cost_nothing() -> None:
    rows = "".join(f'<row r="{number}">{text(f"XFD{number}", " ")}</row>' for number in range(2, 2_000))
    assert read(_HEADER + rows).rows == ()


def test_what_unpacks_to_far_more_than_it_is_is_refused() -> None:
    assert "sheet1.xml: a part of the spreadsheet unpacks to more than 100 times its size" in refused(workbook(" " * (9 << 20)))
    blanks = bytes(b" \t\n\r"[number & 3] for number in range(1 << 16)) * (9 << 4)
    assert "consists of blanks" in refused(workbook(_BEGIN.encode() + blanks + _END.encode(), zipfile.ZIP_STORED))


def test_more_cells_than_a_file_may_have_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    for module in (separated, sheet):
        monkeypatch.setattr(module, "MOST_LOOKED_AT", 100)
    monkeypatch.setattr(table, "MOST_CELLS", 20)
    assert "more than 100 rows and cells" in refused(workbook(_HEADER + "<row/>" * 100))
    assert "more than 100 cells" in refused("a,b\n" + ",\n" * 100, "a.csv")
    assert "more than 20 cells (2 columns)" in refused("a,b\n" + "1,\n" * 11, "a.csv")


def test_tables_with_too_many_columns_or_names_too_long_are_refused() -> None:
    assert "row 1: the table has 100,000 columns; at most 16,384" in refused(",".join(f"c{number}" for number in range(100_000)), "a.csv")
    assert "the name of column 2 has more than 10,000 characters" in refused(f"a,{'b' * 10_001}\n", "a.csv")
    assert "row 2, column a: a cell has more than 1,000,000 characters" in refused(f"a\n{'b' * 1_100_000}\n", "a.csv")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-16-be", "cp037"])
def test_document_types_are_refused_in_every_encoding(encoding: str) -> None:
    declared = f'<?xml version="1.0" encoding="{encoding.upper().removesuffix("-BE")}"?>'
    document = '<!DOCTYPE l [<!ENTITY x "BOO">]>' + _BEGIN.partition("?>")[2] + _HEADER.replace("Name", "&x;") + _END
    data = declared.encode("ascii") + document.encode(encoding) if encoding == "cp037" else (declared + document).encode(encoding)
    assert "a.xlsx" in (found := refused(workbook(data)))
    assert "document type declaration" in found or (encoding == "cp037" and "damaged" in found)


@pytest.mark.parametrize("method", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA, zipfile.ZIP_DEFLATED])
def test_damaged_workbooks_are_refused_however_they_are_packed(method: int) -> None:
    data = bytearray(workbook(_HEADER, method))
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        entry = archive.getinfo(_SHEET)
    begin = entry.header_offset + 30 + len(_SHEET)
    data[begin : begin + entry.compress_size] = bytes(one ^ 0x5A for one in data[begin : begin + entry.compress_size])
    assert "a.xlsx: this is no spreadsheet, or it is damaged" in refused(bytes(data))


def test_text_in_another_encoding_is_told_how_to_save_it() -> None:
    assert "In Excel: Save as, CSV UTF-8." in refused("a,b\né,“x”\n".encode("cp1252"), "a.csv")
