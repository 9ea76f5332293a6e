"""Tables in spreadsheets (Office Open XML, ``.xlsx``)."""

from __future__ import annotations

import datetime as dt
import io
import lzma
import math
import warnings
import zipfile
import zlib
from collections.abc import Iterator
from typing import Any

from defusedxml.common import DefusedXmlException

from travaux.errors import ExchangeError
from travaux.model.nesting import MOST_NESTED, find_too_deep
from travaux.reading.formats.doctype import find_doctype
from travaux.reading.tables.sheet import read_rows
from travaux.reading.tables.table import Table, get_table

LARGEST_UNPACKED = 128 * 1024 * 1024
LARGEST_ANY_RATIO = 8 * 1024 * 1024
"""Bytes to which any part may unpack."""
HIGHEST_RATIO = 100
"""How many times its packed size a part larger than that may have; spreadsheet programs reach ten to thirty."""
_ANEW = "Open it in a spreadsheet program and save it anew."


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
            _check_sizes(archive, where)
            for entry in archive.infolist():
                if entry.filename.endswith((".xml", ".rels")):
                    _check_part(archive.read(entry), f"{where}, {entry.filename}")
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, EOFError, OSError, ValueError, zlib.error, lzma.LZMAError) as error:
        raise ExchangeError("this is no spreadsheet, or it is damaged or encrypted", where=where, hint=hint) from error


def _check_sizes(archive: zipfile.ZipFile, where: str) -> None:
    size = sum(entry.file_size for entry in archive.infolist())
    if size > LARGEST_UNPACKED:
        what = f"the spreadsheet unpacks to {size // 1024**2:,} MiB; at most {LARGEST_UNPACKED // 1024**2} MiB are read"
        raise ExchangeError(what, where=where, hint="Divide it into several files.")
    for entry in archive.infolist():
        if entry.file_size > max(LARGEST_ANY_RATIO, HIGHEST_RATIO * entry.compress_size):
            what = f"a part of the spreadsheet unpacks to more than {HIGHEST_RATIO} times its size, as no table does"
            raise ExchangeError(what, where=f"{where}, {entry.filename}", hint="Leave out empty rows and columns, and save it anew.")


def _check_part(part: bytes, where: str) -> None:
    if find_doctype(part) is not None:
        raise _declared(where)
    if len(part) > LARGEST_ANY_RATIO and len(part.translate(None, b" \t\r\n")) * 2 < len(part):
        raise ExchangeError("a part of the spreadsheet consists of blanks", where=where, hint=_ANEW)
    if find_too_deep(part) is not None:
        raise ExchangeError(f"a part of the spreadsheet is nested more than {MOST_NESTED} deep", where=where, hint=_ANEW)


def _declared(where: str) -> ExchangeError:
    return ExchangeError("the spreadsheet has a document type declaration, which could declare entities", where=where, hint=_ANEW)


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
    except DefusedXmlException as error:  # in an encoding in which the bytes look different
        raise _declared(where) from error
    except SyntaxError as error:
        raise ExchangeError(f"the spreadsheet is damaged, a part of it is no XML ({error})", where=where, hint=_ANEW) from error
    except (InvalidFileException, KeyError, ValueError, TypeError, AttributeError, IndexError, OSError, zlib.error) as error:
        raise ExchangeError("the spreadsheet is damaged, its parts do not fit together", where=where, hint=_ANEW) from error


def _lines(sheet: Any, place: str) -> Iterator[tuple[int, list[str]]]:  # noqa: ANN401, its library has no public name for it
    for number, found in read_rows(sheet, place):
        texts = {column: _text(*one) for column, one in found.items()}
        last = max((column for column, text in texts.items() if text.strip()), default=0)
        yield number, [texts.get(column, "") for column in range(1, last + 1)]


def _text(value: object, kind: str, place: str) -> str:
    if kind == "f":
        raise ExchangeError("the cell holds a formula", where=place, hint="Put its value in its place (copy, paste values).")
    if kind == "e":
        raise ExchangeError(f"the cell holds an error, {str(value)[:40]}", where=place, hint="Put the value in its place.")
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, dt.datetime):
        return value.date().isoformat() if value.time() == dt.time() else value.isoformat(" ")
    if isinstance(value, float) and not math.isfinite(value):
        raise ExchangeError("the cell holds a number that is too large", where=place, hint="Put the value in its place, as a text.")
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value)
