"""Tables in CSV: fields between commas, semicolons or tabs, as spreadsheets of all countries write them."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator

from travaux.errors import DocumentError, ExchangeError
from travaux.model.cells import is_formula, unguard
from travaux.reading.formats.decoding import BYTE_ORDER_MARK, decode_utf8, find_mark
from travaux.reading.tables.table import LARGEST_CELL, MOST_LOOKED_AT, Table, get_table

_SEPARATORS = "\t;,"
_SAVE = "In Excel: Save as, CSV UTF-8."


def read_separated(data: bytes, where: str) -> Table:
    """Read CSV in UTF-8, or in UTF-16 with its mark; ``ExchangeError`` as ``read_tables`` tells.

    The separator is the one that is most frequent in the header. A row is numbered by the line of the file on which it begins. The
    apostrophe that guards a text against being taken for a formula is taken away again.
    """
    text = _decode(data, where)
    table = get_table("", where, _lines(text, where))
    if table is None:
        raise ExchangeError("the table is empty", where=where, hint="The first row names the columns.")
    return table


def _lines(text: str, where: str) -> Iterator[tuple[int, list[str]]]:
    csv.field_size_limit(max(LARGEST_CELL + 1, len(text)))  # the table itself tells which cell is too long
    lines = csv.reader(io.StringIO(text, newline=""), delimiter=_separator(text), strict=True)
    begins, looked_at = 1, 0
    header: list[str] = []
    try:
        for cells in lines:
            looked_at += len(cells)
            if looked_at > MOST_LOOKED_AT:
                raise ExchangeError(f"the table has more than {MOST_LOOKED_AT:,} cells", where=where, hint="Divide it into several files.")
            header = header or (cells if any(cell.strip() for cell in cells) else [])
            _check_formulas(cells, header, f"{where}, row {begins}")
            yield begins, [unguard(cell) for cell in cells]
            begins = lines.line_num + 1
    except csv.Error as error:
        hint = "A text with separators, quotation marks or line breaks stands in quotation marks; those within it are doubled."
        raise ExchangeError(f"this is no CSV: {error}", where=f"{where}, row {begins}", hint=hint) from error


def _check_formulas(cells: list[str], header: list[str], place: str) -> None:
    for number, cell in enumerate(cells):
        if is_formula(cell):
            name = " ".join(header[number].split()) if cells is not header and number < len(header) else ""
            hint = "Put its value in its place; if it is a text, put an apostrophe before it."
            raise ExchangeError("the cell holds a formula", where=f"{place}, column {name[:80] or number + 1}", hint=hint)


def _decode(data: bytes, where: str) -> str:
    mark = find_mark(data)
    try:
        if mark is not None and mark != "UTF-8":
            return data.decode(mark).removeprefix(BYTE_ORDER_MARK)
        return decode_utf8(data, where).removeprefix(BYTE_ORDER_MARK)
    except UnicodeDecodeError as error:
        raise ExchangeError(f"the file is not valid {mark}", where=where, hint=_SAVE) from error
    except DocumentError as error:
        raise ExchangeError(error.what, where=where, hint=f"{_SAVE} {error.hint or ''}".rstrip()) from error


def _separator(text: str) -> str:
    header = next((line for line in text.splitlines() if line.strip()), "")
    outside = "".join(header.split('"')[::2])
    return max(_SEPARATORS, key=lambda sign: (outside.count(sign), sign == ","))
