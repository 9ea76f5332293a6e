"""The sheets of a file that was edited, recognized by their names and columns."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from travaux.exchange.problems import Problems
from travaux.exchange.spreadsheets.cells import plain
from travaux.exchange.spreadsheets.columns import EDITABLE_WORDS, MARK, SHEETS, Column, Sheet
from travaux.exchange.spreadsheets.thesaurus import fold_name
from travaux.naming.nearest import ask_nearest
from travaux.reading.tables import Row, Table

_ENOUGH = 3
"""So many columns in common tell what a sheet is."""


@dataclass(frozen=True, slots=True)
class GivenRow:
    """A row as it was given: texts by the fields of their columns, of those columns that are there."""

    sheet: Sheet
    row: Row
    cells: Mapping[str, str]

    def place(self, field: str | None = None) -> str:
        """Say where it stands."""
        return self.row.place(self.sheet.get(field).heading if field else None)


@dataclass(frozen=True, slots=True)
class Given:
    """The rows of all sheets that were recognized, and the names of sheets that were passed over."""

    rows: tuple[GivenRow, ...]
    sheets: tuple[Sheet, ...]
    passed_over: tuple[str, ...]


def read_given(tables: Iterable[Table], problems: Problems) -> Given:
    """Recognize the sheets of a file; what is wrong with their columns goes to the problems."""
    rows: list[GivenRow] = []
    seen: list[Sheet] = []
    passed_over: list[str] = []
    for table in tables:
        sheet = _recognize(table)
        if sheet is None:
            passed_over.append(table.name)
        elif sheet in seen:
            problems.add(table.where, f"this is a second sheet of {sheet.name.lower()}", "put all rows into one sheet")
        else:
            seen.append(sheet)
            rows += _read(table, sheet, problems)
    if not seen:
        where = ", ".join(passed_over) or "the file"
        problems.add(where, "there is no sheet that was exported for editing", "make one: travaux export spreadsheet FILE.xlsx")
    return Given(tuple(rows), tuple(seen), tuple(name for name in passed_over if name != "Read me"))


def _recognize(table: Table) -> Sheet | None:
    found = {sheet: sum(_find(sheet, name) is not None for name in table.columns) for sheet in SHEETS}
    named = next((sheet for sheet in SHEETS if fold_name(sheet.name) == fold_name(table.name)), None)
    if named and found[named] >= 1:
        return named
    best = max(SHEETS, key=lambda sheet: found[sheet])
    return best if found[best] >= _ENOUGH else None


def _find(sheet: Sheet, header: str) -> Column | None:
    name = fold_name(fold_name(header).removesuffix(EDITABLE_WORDS))
    return next((column for column in sheet.columns if name in {fold_name(column.heading), fold_name(column.field)}), None)


def _read(table: Table, sheet: Sheet, problems: Problems) -> list[GivenRow]:
    columns: dict[str, str] = {}
    for header in table.columns:
        column = _find(sheet, header)
        if column is None:
            known = [one.heading for one in sheet.columns]
            problems.add(
                f"{table.where}, column {header!r}", "this column is not one of the export", ask_nearest(header, known) or "take it out"
            )
        elif column.field in columns:
            problems.add(f"{table.where}, column {header!r}", "two columns have this name", "remove one of them")
        else:
            columns[column.field] = header
    if missing := [sheet.get(field).heading for field in ("id", MARK) if field not in columns]:
        hint = "it tells which row is which and what was changed; export again and edit that"
        problems.add(table.where, f"the table lacks the column {' and '.join(missing)}", hint)
        return []
    return [GivenRow(sheet, row, {field: plain(row.cells[header]) for field, header in columns.items()}) for row in table.rows]
