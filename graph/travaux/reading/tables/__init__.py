"""Tables in: CSV files and spreadsheets as rows of plain texts, each of which knows its place."""

from __future__ import annotations

from pathlib import Path

from travaux.errors import ExchangeError
from travaux.reading.formats.file import read_bytes
from travaux.reading.tables.separated import read_separated
from travaux.reading.tables.table import LARGEST_CELL, MOST_ROWS, Row, Table, get_table
from travaux.reading.tables.workbook import read_workbook

__all__ = ["LARGEST_CELL", "MOST_ROWS", "TABLE_SUFFIXES", "Row", "Table", "get_table", "read_tables", "read_tables_of"]

TABLE_SUFFIXES = (".csv", ".tsv", ".xlsx")
"""The endings of the files that can be read, in lower case and with their dot."""


def read_tables(path: Path) -> tuple[Table, ...]:
    """Read the tables of a file: one of a CSV file, one for each sheet of a spreadsheet that is not empty, in their order.

    Raises ``DocumentError`` if the file cannot be read, else ``ExchangeError`` that names sheet, row and column: for another kind
    of file, undecodable text, damaged or encrypted spreadsheets, entities in their XML, cells with formulas or errors in them, columns
    without a name or with the same name, rows that are longer than the header, and more than a table may hold.
    """
    return read_tables_of(read_bytes(path), path.name, str(path))


def read_tables_of(data: bytes, name: str, where: str) -> tuple[Table, ...]:
    """Read the tables of the bytes of a file; the ending of ``name`` tells which kind it is, see ``read_tables``."""
    suffix = Path(name).suffix.lower()
    if suffix == ".xlsx":
        return read_workbook(data, where)
    if suffix in TABLE_SUFFIXES:
        return (read_separated(data, where),)
    hint = "Save it as .xlsx or as .csv (UTF-8) and read that."
    raise ExchangeError(
        f"tables are read from {', '.join(TABLE_SUFFIXES)}, not from {suffix or 'a file without ending'}", where=where, hint=hint
    )
