"""Sheets as a workbook (Office Open XML): counts are numbers, days are days, and every other cell is a text."""

from __future__ import annotations

import datetime as dt
import io
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, BinaryIO

from travaux.errors import ExchangeError
from travaux.exchange.spreadsheets.columns import MARK, POSITIONS, STATEMENTS, Column, Holds, Sheet

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

LONGEST_CELL = 32_767
MOST_ROWS = 1_048_575
"""What a sheet of a workbook can hold, below its header."""
_CREATED = dt.datetime(2000, 1, 1, tzinfo=dt.UTC).replace(tzinfo=None)
"""No clock: the same graph gives the same bytes."""
_FORMULA = tuple("=+-@＝＋－＠")  # noqa: RUF001, spreadsheets take the wide signs for signs too
_FIRST_YEAR = 1901
"""Of earlier days, spreadsheet programs disagree."""
_SPARE = 200
"""So many rows below the last position may be filled with new ones that lists of choices offer too."""
_LINE, _HIGHEST = 15, 400
"""Points: how high a line is, and a row at the most."""
_NARROW = frozenset({MARK, "id"})
_ABOUT_WIDTH = 76
_PAGE_WIDTH = 330
"""So many characters stand side by side on a large page, as small as print may be."""
_EDITABLE, _READ_ONLY, _INK = "#FFF2CC", "#E7E6E6", "#1F1F1F"


@dataclass(frozen=True, slots=True)
class Filled:
    """A sheet and its rows."""

    sheet: Sheet
    rows: Sequence[Mapping[str, str]]


def write_workbook(out: BinaryIO, title: str, about: Sequence[str], sheets: Sequence[Filled]) -> None:
    """Write a workbook: what to know about it (unless nothing), then the sheets; the same sheets give the same bytes.

    Raises ``ExchangeError`` for a text or a sheet that is longer than a workbook can hold; nothing is cut.
    """
    from xlsxwriter import Workbook  # noqa: PLC0415, the one format that needs it

    for filled in sheets:
        _check_size(filled)
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    made = io.BytesIO()
    with Workbook(made, options) as book:
        book.set_properties({"title": title, "subject": "Statements of a negotiation", "author": "Travaux", "created": _CREATED})
        looks = _Looks(book)
        if about:
            _write_about(book.add_worksheet("Read me"), about, sheets, looks)
        for filled in sheets:
            _write_sheet(book.add_worksheet(filled.sheet.name), filled, looks, sheets)
    out.write(made.getvalue())


def _check_size(filled: Filled) -> None:
    name = filled.sheet.name
    hint = "Export it as CSV, which has no such limit."
    if len(filled.rows) > MOST_ROWS:
        raise ExchangeError(f"a sheet holds no more than {MOST_ROWS:,} rows, and there are {len(filled.rows):,}", where=name, hint=hint)
    for row in filled.rows:
        for column in filled.sheet.columns:
            if len(row[column.field].encode("utf-16-le")) > 2 * LONGEST_CELL:
                where = f"{name}, {row[filled.sheet.key]}, column {column.heading}"
                raise ExchangeError(f"a cell holds no more than {LONGEST_CELL:,} characters", where=where, hint=hint)


class _Looks:
    """The formats of cells, each made once; a text that looks like a formula is marked as a text."""

    def __init__(self, book: Workbook) -> None:
        self._book = book
        self._made: dict[tuple[str, bool], Format] = {}

    def header(self, column: Column) -> Format:
        return self._get("editable header" if column.editable else "header")

    def cell(self, column: Column, text: str) -> Format:
        return self._get("mark" if column.field in _NARROW else "cell", hostile=text.lstrip().startswith(_FORMULA))

    def about(self, kind: str, text: str = "") -> Format:
        return self._get(kind, hostile=text.lstrip().startswith(_FORMULA))

    def _get(self, kind: str, *, hostile: bool = False) -> Format:
        if (kind, hostile) not in self._made:
            self._made[kind, hostile] = self._book.add_format({**_KINDS[kind], "quote_prefix": hostile})
        return self._made[kind, hostile]


_CELL: dict[str, Any] = {"valign": "top", "text_wrap": True, "font_color": _INK, "num_format": "@"}
_RULED: dict[str, Any] = {"bottom": 1, "bottom_color": "#D9D9D9"}
_HEADER: dict[str, Any] = {**_CELL, "bold": True, "border": 1, "bg_color": _READ_ONLY}
_KINDS: dict[str, dict[str, Any]] = {
    "cell": {**_CELL, **_RULED},
    "count": {**_CELL, **_RULED, "num_format": "0", "align": "center"},
    "day": {**_CELL, **_RULED, "num_format": "yyyy-mm-dd", "align": "left"},
    "line": _CELL,
    "mark": {**_RULED, "valign": "top", "font_color": "#7F7F7F", "font_size": 8, "num_format": "@"},
    "header": _HEADER,
    "editable header": {**_HEADER, "bg_color": _EDITABLE},
    "editable cell": {**_CELL, "bg_color": _EDITABLE},
    "title": {**_CELL, "bold": True, "font_size": 16},
    "heading": {**_CELL, "bold": True, "font_size": 12},
}


def _write_sheet(page: Worksheet, filled: Filled, looks: _Looks, sheets: Sequence[Filled]) -> None:
    columns, rows = filled.sheet.columns, filled.rows
    for place, column in enumerate(columns):
        page.set_column(place, place, column.width, None, {"hidden": column.field == MARK})
        page.write_string(0, place, column.header, looks.header(column))
        page.write_comment(0, place, _note(column), {"author": "Travaux", "x_scale": 1.6})
        _offer(page, place, column, max(len(rows), 1), sheets)
    for number, row in enumerate(rows, 1):
        page.set_row(number, _height(max(_lines(row[column.field], column.width) for column in columns if column.field not in _NARROW)))
        for place, column in enumerate(columns):
            _write_cell(page, (number, place), column, row[column.field], looks)
    page.set_row(0, 48)
    page.freeze_panes(1, 0)
    page.autofilter(0, 0, max(len(rows), 1), len(columns) - 1)
    _set_print(page, filled)


def _write_cell(page: Worksheet, at: tuple[int, int], column: Column, text: str, looks: _Looks) -> None:
    if column.holds is Holds.COUNT and text.isascii() and text.isdigit():
        page.write_number(*at, int(text), looks.about("count"))
    elif column.holds is Holds.DAY and (day := _day(text)):
        page.write_datetime(*at, day, looks.about("day"))
    elif text:
        page.write_string(*at, text, looks.cell(column, text))
    else:
        page.write_blank(*at, None, looks.cell(column, ""))


def _day(text: str) -> dt.datetime | None:
    """Give a day that a workbook can hold, ``None`` for any other text."""
    try:
        day = dt.datetime.combine(dt.date.fromisoformat(text), dt.time())
    except ValueError:
        return None
    return day if day.year >= _FIRST_YEAR else None


def _lines(text: str, width: int) -> int:
    """Estimate how many lines a text takes in a column; programs differ in whether they work it out themselves."""
    return sum(max(1, math.ceil(len(line) * 1.15 / width)) for line in text.split("\n")) if text else 1


def _height(lines: int) -> int:
    return min(_HIGHEST, _LINE * lines)


def _note(column: Column) -> str:
    changed = "May be changed: the import takes it back." if column.editable else "For reading: the import refuses a change here."
    several = " Several are parted by semicolons." if column.listed else ""
    words = f" One of: {', '.join(column.choices)}." if column.choices else ""
    return f"{column.meaning}{several}{words}\n{changed}"


def _set_print(page: Worksheet, filled: Filled) -> None:
    shown = [column for column in filled.sheet.columns if column.field not in _NARROW]
    page.set_landscape()
    page.set_paper(8)
    page.print_area(0, 0, max(len(filled.rows), 1), len(shown) - 1)
    page.fit_to_pages(math.ceil(sum(column.width for column in shown) / _PAGE_WIDTH), 0)
    page.repeat_rows(0)
    page.set_header(f"&L{filled.sheet.name}&RPage &P of &N")
    page.set_margins(left=0.4, right=0.4, top=0.7, bottom=0.5)


def _offer(page: Worksheet, place: int, column: Column, rows: int, sheets: Sequence[Filled]) -> None:
    """Offer what may be chosen in the cells of a column."""
    source: list[str] | str = list(column.choices)
    positions = next((one.rows for one in sheets if one.sheet is POSITIONS), None)
    if column == STATEMENTS.get("position") and positions is not None:
        source = f"={POSITIONS.name}!$A$2:$A${len(positions) + 1 + _SPARE}"
    if source:
        told = {"error_title": column.heading, "error_message": "Choose one of the list.", "ignore_blank": True}
        kept = {"error_type": "information"} if column.field == "decision" else {}
        page.data_validation(1, place, rows, place, {"validate": "list", "source": source, **told, **kept})


def _write_about(page: Worksheet, about: Sequence[str], sheets: Sequence[Filled], looks: _Looks) -> None:
    """Write one column of text, as an import passes over it."""
    page.set_column(0, 0, _ABOUT_WIDTH)
    lines = [("title", about[0]), *(("line", line) for line in about[1:])]
    for filled in sheets:
        rejected = sum(row.get("decision") == "rejected" for row in filled.rows)
        among = f", {rejected:,} of them rejected" if rejected else ""
        lines.append(("heading", f"{filled.sheet.name} ({len(filled.rows):,}{among})"))
        lines.append(("line", f"{filled.sheet.about[0].upper()}{filled.sheet.about[1:]}."))
        lines += [(_header_kind(column), _explain(column)) for column in filled.sheet.columns]
    for number, (kind, text) in enumerate(lines):
        page.set_row(number, _height(_lines(text, _ABOUT_WIDTH // (2 if kind == "title" else 1))) + 8 * (kind in {"title", "heading"}))
        page.write_string(number, 0, text, looks.about(kind, text))
    page.set_portrait()
    page.set_paper(9)
    page.fit_to_pages(1, 0)
    page.hide_gridlines(2)


def _header_kind(column: Column) -> str:
    return "editable cell" if column.editable else "line"


def _explain(column: Column) -> str:
    several = " Several are parted by semicolons." if column.listed else ""
    words = f" One of: {', '.join(column.choices)}." if column.choices else ""
    return f"{column.heading}{' (may be changed)' if column.editable else ''}: {column.meaning}{several}{words}"
