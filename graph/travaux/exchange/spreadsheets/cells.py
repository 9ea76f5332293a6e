"""What stands in one cell: lists with semicolons, and texts however a spreadsheet program has kept them."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Mapping

from travaux.exchange.spreadsheets.columns import Column
from travaux.model.identity import digest

_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")
_DIGITS = 6
"""So many digits tell one text from another: sixteen million of them."""


def join_list(values: Iterable[str]) -> str:
    """Join values for one cell; one that holds a semicolon, a quotation mark or a line break stands in quotation marks.

    >>> join_list(["article 5", "a; b"])
    'article 5; "a; b"'
    """
    return "; ".join(f'"{value.replace(chr(34), chr(34) * 2)}"' if re.search(r'[;"\n\r]', value) else value for value in values)


def split_list(cell: str) -> tuple[str, ...]:
    """Split a cell into its values, without blanks around them, each once; line breaks part values as semicolons do.

    The cell is a ``plain`` one, no longer than those of a spreadsheet can be, which is less than its library refuses.
    """
    quoted = csv.reader(io.StringIO(cell), delimiter=";", skipinitialspace=True)
    return tuple(dict.fromkeys(value.strip() for line in quoted for value in line if value.strip()))


def plain(cell: str) -> str:
    """Give a text as it was meant: ends of lines as one character, letters that XML cannot hold as they were, no blanks around it."""
    return _ESCAPED.sub(_unescape, cell).replace("\r\n", "\n").replace("\r", "\n").strip()


def _unescape(escaped: re.Match[str]) -> str:
    code = int(escaped[1], 16)
    return chr(code) if code < 0x20 or code in {0xFFFE, 0xFFFF} else escaped[0]  # noqa: PLR2004, the letters below the blank


def fingerprint(column: Column, cell: str) -> str:
    """Give the fingerprint of what a cell says, the same however its blanks are set; in lists the order says nothing."""
    if column.listed:
        return digest(*sorted(" ".join(one.split()) for one in split_list(plain(cell))))[:_DIGITS]
    return digest(" ".join(plain(cell).split()))[:_DIGITS]


def write_mark(columns: Iterable[Column], cells: Mapping[str, str]) -> str:
    """Write the fingerprints of the cells of a row.

    >>> write_mark([Column("claim", "Claim", "")], {"claim": "Yes."}) == write_mark([Column("claim", "Claim", "")], {"claim": " Yes. "})
    True
    """
    return " ".join(f"{column.field}:{fingerprint(column, cells[column.field])}" for column in columns)


def read_mark(mark: str) -> dict[str, str] | None:
    """Read the fingerprints of a row by field, ``None`` for what is no mark."""
    parts = [part.partition(":") for part in mark.split()]
    if not parts or any(not re.fullmatch(r"[0-9a-f]{6}", value) for _, _, value in parts):
        return None
    return {field: value for field, _, value in parts}
