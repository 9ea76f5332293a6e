"""Workbooks and tables: the same bytes twice, texts as texts, nothing cut, and what was written is what is read."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Callable, Iterator
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import load_workbook

from argument_map.corpus import CORPUS
from edited_sheets import Book, Exchange
from hostile_corpus import write_hostile
from travaux.errors import ExchangeError
from travaux.exchange.material import Material
from travaux.exchange.registry import EXPORTS, Export
from travaux.exchange.spreadsheets.cells import fingerprint, join_list, plain, read_mark, split_list, write_mark
from travaux.exchange.spreadsheets.columns import POSITIONS, SHEETS, STATEMENTS, THEMES, Holds, marked_columns
from travaux.exchange.spreadsheets.importing import Taken
from travaux.exchange.spreadsheets.rows import read_rows
from travaux.exchange.spreadsheets.workbook import Filled, write_workbook
from travaux.exchange.spreadsheets.writing import write_spreadsheet
from travaux.model.schemes import Stance
from travaux.model.store import Store
from travaux.pipeline.build import build
from travaux.rdf.store import open_store
from travaux.reading.corpus import read_corpus
from travaux.reading.tables import read_tables_of

TEXTS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=40)
WILD = (
    "=1+1",
    "+41 22",
    "-1",
    "@SUM(A1)",
    "＝1",  # noqa: RUF001
    " =1",
    "'=1",
    "_x0041_",
    "a\x01b",
    "\ufffe",
    "a\r\nb",
    "https://example.org/",
    "007",
    "TRUE",
)


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Material]:
    built = build(write_hostile(tmp_path_factory.mktemp("hostile")))
    with open_store(built.generation.store, read_only=True) as store:
        yield Material(store, read_corpus(built.corpus.folder), "v1")


def _written(material: Material) -> bytes:
    out = BytesIO()
    write_spreadsheet(material, out)
    return out.getvalue()


def _book(*texts: str) -> bytes:
    """Write a sheet of themes with these texts."""
    empty = dict.fromkeys((column.field for column in THEMES.columns), "")
    out = BytesIO()
    write_workbook(out, "Title", (), [Filled(THEMES, [{**empty, "definition": text, "label": "label"} for text in texts])])
    return out.getvalue()


def test_what_was_written_is_what_is_read(hostile: Material) -> None:
    rows = read_rows(hostile.store, hostile.corpus)
    tables = {table.name: table for table in read_tables_of(_written(hostile), "lakes.xlsx", "lakes.xlsx")}
    for sheet in SHEETS:
        read = [[plain(cell) for cell in row.cells.values()] for row in tables[sheet.name].rows]
        assert read == [[plain(row[column.field]) for column in sheet.columns] for row in rows.of(sheet)]
        assert read


def test_the_same_graph_gives_the_same_bytes_and_no_formula_and_no_link(hostile: Material) -> None:
    data = _written(hostile)
    assert data == _written(hostile)
    with zipfile.ZipFile(BytesIO(data)) as archive:
        pages = [archive.read(name) for name in archive.namelist() if name.startswith("xl/worksheets/sheet")]
        assert len(pages) == 5
        assert not any(b"<f>" in page or b"<f " in page or b"<hyperlink" in page or b'<c r="A2" t="n"' in page for page in pages)
        assert b"2000-01-01T00:00:00Z" in archive.read("docProps/core.xml")


def test_counts_are_numbers_and_days_are_days_of_spreadsheet_programs(exported_lakes: Exchange) -> None:
    book = load_workbook(exported_lakes.folder / "lakes.xlsx")
    rows = exported_lakes.rows()
    for sheet, own in ((POSITIONS, rows.positions), (THEMES, rows.themes), (STATEMENTS, rows.statements)):
        for place, column in enumerate(sheet.columns):
            cells = [line[place] for line in book[sheet.name].iter_rows(min_row=2)]
            if column.holds is Holds.COUNT:
                assert [cell.value for cell in cells] == [int(row[column.field]) for row in own]
            if column.holds is Holds.DAY:
                assert [str(cell.value or "").partition(" ")[0] for cell in cells] == [row[column.field] for row in own]
                assert {cell.is_date for cell in cells if cell.value} == {True}
    for row in rows.positions:
        assert int(row["statements"]) == sum(int(row[stance.value]) for stance in Stance)


def test_the_stance_of_a_position_is_told_as_that_toward_quotes() -> None:
    for stance in Stance:
        assert POSITIONS.get(stance.value).heading.startswith("Quote ")
        assert "toward the words quoted and not toward this claim" in POSITIONS.get(stance.value).meaning


def test_rejected_statements_stand_in_the_sheet_and_are_told(lakes: Exchange, book: Book) -> None:
    count = book.sheet().max_row - 1
    lakes.take(book.write(2, "Decision", "rejected").save())
    again = Book.open(lakes.export())
    about = [str(row[0].value) for row in again.sheet("Read me").iter_rows()]
    assert f"Statements ({count}, 1 of them rejected)" in about
    assert again.sheet().max_row - 1 == count


def test_texts_that_look_like_something_else_stay_texts() -> None:
    data = _book(*WILD)
    cells = [row[THEMES.columns.index(THEMES.get("definition"))] for row in load_workbook(BytesIO(data))["Themes"].iter_rows(min_row=2)]
    assert {cell.data_type for cell in cells} == {"s"}
    assert [cell.quotePrefix for cell in cells] == [text.lstrip().startswith(tuple("=+-@＝")) for text in WILD]  # noqa: RUF001
    (table,) = read_tables_of(data, "t.xlsx", "t.xlsx")
    assert [plain(row.cells["Definition"]) for row in table.rows] == [plain(text) for text in WILD]


def test_what_a_workbook_cannot_hold_is_refused_and_not_cut() -> None:
    assert _book("a" * 32_767)
    with pytest.raises(ExchangeError, match=r"no more than 32,767 characters") as error:
        _book("a" * 32_768)
    assert "column Definition" in str(error.value)
    with pytest.raises(ExchangeError, match="32,767"):
        _book("\U0001f30a" * 16_384)


def test_headers_say_what_may_be_changed_and_offer_words_to_choose_from(exported_lakes: Exchange) -> None:
    book = load_workbook(exported_lakes.folder / "lakes.xlsx")
    assert book.sheetnames == ["Read me", "Statements", "Positions", "Themes", "Relations"]
    page = book["Statements"]
    told = {str(cell.value).split("\n")[0]: cell for cell in page[1]}
    for column in STATEMENTS.columns:
        cell = told[column.heading]
        assert cell.value == column.header
        assert (cell.fill.fgColor.rgb == "FFFFF2CC") == column.editable
        assert cell.comment is not None
        assert ("May be changed" in cell.comment.text) == column.editable
    assert (page.freeze_panes, page.print_title_rows, page.page_setup.orientation) == ("A2", "$1:$1", "landscape")
    offered = {str(one.sqref).rstrip("0123456789").split(":")[0]: one.formula1 for one in page.data_validations.dataValidation}
    assert '"supports,opposes,concerned,proposes,neutral"' in offered.values()
    assert any(str(one).startswith("Positions!$A$2:$A$") for one in offered.values())
    about = [str(row[0].value) for row in book["Read me"].iter_rows()]
    assert (about[0], about[1]) == ("Mountain lakes", "Data version: v1.")


@pytest.mark.parametrize("name", ["spreadsheet", "positions", "themes", "discourse"])
def test_every_form_of_an_empty_and_of_a_full_corpus_is_the_same_twice(name: str, stored_lakes: Store) -> None:
    export = EXPORTS[name]
    assert isinstance(export, Export)
    with open_store() as empty:
        for form in export.forms:
            for store in (empty, stored_lakes):
                first, second = BytesIO(), BytesIO()
                assert form.load()(Material(store, CORPUS, "v1"), first) == form.load()(Material(store, CORPUS, "v1"), second)
                assert first.getvalue() == second.getvalue() != b""


def test_a_workbook_that_another_program_saved_is_untouched(book: Book, tried: Callable[[Path], Taken]) -> None:
    taken = tried(book.save())
    assert taken.nothing
    assert taken.unchanged == sum(book.sheet(sheet.name).max_row - 1 for sheet in SHEETS if book.sheet(sheet.name).max_row > 1)


@given(st.lists(TEXTS.map(str.strip).filter(bool), unique=True))
def test_lists_come_back_from_one_cell(values: list[str]) -> None:
    kept = [plain(value) for value in values]
    assert split_list(join_list(kept)) == tuple(dict.fromkeys(value.strip() for value in kept if value.strip()))


@given(TEXTS, st.sampled_from([" ", "\n", "\r\n", "_x000D_\n"]))
def test_blanks_make_no_change(text: str, blank: str) -> None:
    claim = POSITIONS.get("claim")
    assert fingerprint(claim, f"{blank}{text}{blank}") == fingerprint(claim, text)
    assert fingerprint(claim, f"{text}x") != fingerprint(claim, text)


@given(st.fixed_dictionaries({column.field: TEXTS for column in marked_columns(POSITIONS)}))
def test_marks_come_back(cells: dict[str, str]) -> None:
    mark = write_mark(marked_columns(POSITIONS), cells)
    assert read_mark(mark) == {column.field: fingerprint(column, cells[column.field]) for column in marked_columns(POSITIONS)}
    assert read_mark(mark[:-1]) is None
    assert re.fullmatch(r"[a-z_0-9: ]+", mark)
