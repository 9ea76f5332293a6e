"""Tables in CSV: fields between commas, semicolons or tabs, as spreadsheets of all countries write them."""

from __future__ import annotations

import csv
import io

from travaux.errors import DocumentError, ExchangeError
from travaux.model.cells import unguard
from travaux.reading.formats.decoding import BYTE_ORDER_MARK, decode_utf8, find_mark
from travaux.reading.tables.table import LARGEST_CELL, Table, get_table

_SEPARATORS = "\t;,"


def read_separated(data: bytes, where: str) -> Table:
    """Read CSV in UTF-8, or in UTF-16 with its mark; ``ExchangeError`` as ``read_tables`` tells.

    The separator is the one that is most frequent in the header. A row is numbered by the line of the file on which it begins. The
    apostrophe that guards a text against being taken for a formula is taken away again.
    """
    text = _decode(data, where)
    separator = _separator(text)
    lines = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    numbered: list[tuple[int, list[str]]] = []
    csv.field_size_limit(LARGEST_CELL + 1)
    begins = 1
    try:
        for cells in lines:
            numbered.append((begins, [unguard(cell) for cell in cells]))
            begins = lines.line_num + 1
    except csv.Error as error:
        hint = "A text with separators, quotation marks or line breaks stands in quotation marks; those within it are doubled."
        raise ExchangeError(f"this is no CSV: {error}", where=f"{where}, row {begins}", hint=hint) from error
    table = get_table("", where, numbered)
    if table is None:
        raise ExchangeError("the table is empty", where=where, hint="The first row names the columns.")
    return table


def _decode(data: bytes, where: str) -> str:
    mark = find_mark(data)
    try:
        if mark is not None and mark != "UTF-8":
            return data.decode(mark).removeprefix(BYTE_ORDER_MARK)
        return decode_utf8(data, where).removeprefix(BYTE_ORDER_MARK)
    except UnicodeDecodeError as error:
        raise ExchangeError(
            f"the file is not valid {mark}", where=where, hint="Save it as CSV in UTF-8; in Excel: Save as, CSV UTF-8."
        ) from error
    except DocumentError as error:
        hint = f"In Excel: Save as, CSV UTF-8. {error.hint or ''}".rstrip()
        raise ExchangeError(error.what, where=where, hint=hint) from error


def _separator(text: str) -> str:
    header = next((line for line in text.splitlines() if line.strip()), "")
    outside = "".join(header.split('"')[::2])
    return max(_SEPARATORS, key=lambda sign: (outside.count(sign), sign == ","))
