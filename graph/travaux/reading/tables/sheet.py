"""The rows of a sheet of a spreadsheet, of which only those cells are made that are there."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from defusedxml.common import DefusedXmlException

from travaux.errors import ExchangeError
from travaux.reading.tables.table import MOST_COLUMNS, MOST_LOOKED_AT

LAST_ROW = 1_048_576
"""The last row of a sheet in every spreadsheet program."""
Found = tuple[Any, str, str]
"""A value as its library gives it, the letter of its kind, and its place."""


def read_rows(sheet: Any, place: str) -> Iterator[tuple[int, Mapping[int, Found]]]:  # noqa: ANN401, its library has no public name for it
    """Read the number of each row and its cells with a value by the number of their column; empty rows are passed over.

    The library itself would give every cell and every row up to the last, of which a few bytes can make billions. Raises
    ``ExchangeError``, with the place, for rows, columns, cells and values that no sheet can have.
    """
    from openpyxl.utils import get_column_letter  # noqa: PLC0415, the one format that needs it
    from openpyxl.worksheet._reader import WorkSheetParser  # noqa: PLC0415

    book = sheet.parent
    with sheet._get_source() as source:  # noqa: SLF001, rows that are read otherwise are filled up
        parser = WorkSheetParser(
            source,
            sheet._shared_strings,  # noqa: SLF001
            epoch=book.epoch,
            date_formats=book._date_formats,  # noqa: SLF001
            timedelta_formats=book._timedelta_formats,  # noqa: SLF001
        )
        looked_at = 0
        for number, cells in _parse(parser, place):
            looked_at += 1 + len(cells)
            if looked_at > MOST_LOOKED_AT:
                what = f"the sheet has more than {MOST_LOOKED_AT:,} rows and cells"
                raise ExchangeError(what, where=place, hint="Divide it into several files.")
            _check_number("row", number, LAST_ROW, place)
            found: dict[int, Found] = {}
            for cell in cells:
                if cell["value"] is not None:
                    _check_number("column", cell["column"], MOST_COLUMNS, f"{place}, row {number}")
                    where = f"{place}, cell {get_column_letter(cell['column'])}{number}"
                    found[cell["column"]] = (cell["value"], cell["data_type"], where)
            if found:
                yield number, found


def _parse(parser: Any, place: str) -> Iterator[tuple[int, list[dict[str, Any]]]]:  # noqa: ANN401
    """Parse a sheet; what the library cannot read is told with the last row and column that it has seen."""
    try:
        yield from parser.parse()
    except DefusedXmlException:
        raise
    except SyntaxError as error:
        hint = "Open it in a spreadsheet program and save it anew."
        raise ExchangeError(f"the sheet is damaged: it is no XML ({error})", where=place, hint=hint) from error
    except (KeyError, ValueError, TypeError, AttributeError, IndexError, OverflowError) as error:
        where = f"{place}, row {parser.row_counter}" if 0 < parser.row_counter <= LAST_ROW else place
        column = f", column {parser.col_counter}" if 0 < parser.col_counter <= MOST_COLUMNS else ""
        hint = "Look at this cell and the next one in a spreadsheet program, and save the file anew."
        raise ExchangeError("a value or the number of a row cannot be read", where=f"{where}{column}", hint=hint) from error


def _check_number(what: str, number: int, last: int, place: str) -> None:
    if not 0 < number <= last:
        told = f"{number:,}" if abs(number) < 10**12 else "with more than twelve digits"
        raise ExchangeError(f"there is no {what} {told}; the last is {last:,}", where=place, hint="Save it anew in a spreadsheet program.")
