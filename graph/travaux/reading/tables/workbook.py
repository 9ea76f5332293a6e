"""Tables in spreadsheets (Office Open XML, ``.xlsx``)."""

from __future__ import annotations

import datetime as dt
import io
import warnings
import zipfile
import zlib
from collections.abc import Iterator
from typing import Any

from travaux.errors import ExchangeError
from travaux.reading.formats.doctype import find_doctype
from travaux.reading.tables.table import Table, get_table

LARGEST_UNPACKED = 256 * 1024 * 1024


def read_workbook(data: bytes, where: str) -> tuple[Table, ...]:
    """Read every sheet that is not empty, in their order; ``ExchangeError`` as ``read_tables`` tells."""
    _check_archive(data, where)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of styles and validations that nobody here asks for
        return tuple(_sheets(data, where))


def _check_archive(data: bytes, where: str) -> None:
    """Refuse what is no archive, and one that unpacks to more than a spreadsheet ever should, or holds a document type definition."""
    hint = "Open it in a spreadsheet program and save it as .xlsx, without a password."
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            size = sum(entry.file_size for entry in archive.infolist())
            if size > LARGEST_UNPACKED:
                raise ExchangeError(f"the spreadsheet unpacks to {size // 1024**2} MiB", where=where, hint="Divide it into several files.")
            for entry in archive.infolist():
                if entry.filename.endswith((".xml", ".rels")) and find_doctype(archive.read(entry)) is not None:
                    raise ExchangeError(
                        "the spreadsheet has a document type declaration, which could declare entities",
                        where=f"{where}, {entry.filename}",
                        hint="Open it in a spreadsheet program and save it anew.",
                    )
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, EOFError, zlib.error) as error:
        raise ExchangeError("this is no spreadsheet, or it is damaged or encrypted", where=where, hint=hint) from error


def _sheets(data: bytes, where: str) -> Iterator[Table]:
    from openpyxl import load_workbook  # noqa: PLC0415, the one format that needs it
    from openpyxl.utils.exceptions import InvalidFileException  # noqa: PLC0415

    try:
        book = load_workbook(io.BytesIO(data), read_only=True, data_only=False, keep_links=False)
        for sheet in book.worksheets:
            place = f"{where}, sheet {sheet.title!r}"
            if table := get_table(sheet.title, place, _lines(sheet, place)):
                yield table
        book.close()
    except (InvalidFileException, KeyError, ValueError, TypeError, AttributeError, IndexError, SyntaxError, zlib.error) as error:
        hint = "Open it in a spreadsheet program and save it anew."
        raise ExchangeError(f"the spreadsheet is damaged ({error})", where=where, hint=hint) from error


def _lines(sheet: Any, place: str) -> Iterator[tuple[int, list[str]]]:  # noqa: ANN401, its library has no public name for it
    sheet.reset_dimensions()
    for number, cells in enumerate(sheet.iter_rows(), start=1):
        yield (
            number,
            [_text(cell.value, cell.data_type, f"{place}, cell {cell.coordinate}") if cell.value is not None else "" for cell in cells],
        )


def _text(value: object, kind: str, place: str) -> str:
    if kind == "f":
        raise ExchangeError("the cell holds a formula", where=place, hint="Put its value in its place (copy, paste values).")
    if kind == "e":
        raise ExchangeError(f"the cell holds an error, {value}", where=place, hint="Put the value in its place.")
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, dt.datetime):
        return value.date().isoformat() if value.time() == dt.time() else value.isoformat(" ")
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value)
