"""A table as it was read, and the rules that every table keeps."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from travaux.errors import ExchangeError

MOST_ROWS = 1_000_000
MOST_COLUMNS = 16_384
"""As many as spreadsheet programs have."""
MOST_CELLS = 5_000_000
"""Cells that a table may have, empty ones included: its rows times its columns."""
MOST_LOOKED_AT = 20_000_000
"""Cells and rows that a file may have, whatever they hold."""
LARGEST_CELL = 1_000_000
LONGEST_NAME = 10_000
"""Characters of the name of a column, which may be a whole question."""
_SPACES = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table: its texts by the name of their column, exactly as they stand; empty cells are empty texts.

    ``number`` is what programs show beside the row, from 1, the header included.
    """

    table: str
    number: int
    cells: Mapping[str, str]

    def place(self, column: str | None = None) -> str:
        """Say where the row, or its cell of a column, stands: ``answers.csv, row 5, column claim``."""
        return f"{self.table}, row {self.number}" + (f", column {column}" if column else "")


@dataclass(frozen=True, slots=True)
class Table:
    """A header and rows. ``name`` is the name of the sheet, empty where the file is one table; ``where`` names both for a message."""

    name: str
    where: str
    columns: tuple[str, ...]
    rows: tuple[Row, ...]

    def require(self, columns: Iterable[str]) -> None:
        """Raise ``ExchangeError`` unless the table has all these columns."""
        if missing := [column for column in columns if column not in self.columns]:
            have = f"It has: {', '.join(self.columns)}."
            raise ExchangeError(f"the table lacks the column{'s' * (len(missing) > 1)} {', '.join(missing)}", where=self.where, hint=have)


def get_table(name: str, where: str, lines: Iterable[tuple[int, Sequence[str]]]) -> Table | None:
    """Make a table of numbered lines of cells, of which the first that is not empty is the header; ``None`` if all are empty.

    Rows without any text are left out. Raises ``ExchangeError`` as ``read_tables`` tells.
    """
    filled = ((number, cells) for number, cells in lines if any(cell.strip() for cell in cells))
    first = next(filled, None)
    if first is None:
        return None
    columns = _header(where, *first)
    rows: list[Row] = []
    for number, cells in filled:
        if len(rows) == MOST_ROWS:
            raise ExchangeError(f"the table has more than {MOST_ROWS:,} rows", where=where, hint="Divide it into several files.")
        if (len(rows) + 1) * len(columns) > MOST_CELLS:
            what = f"the table has more than {MOST_CELLS:,} cells ({len(columns):,} columns)"
            raise ExchangeError(what, where=where, hint="Leave out columns, or divide it into several files.")
        rows.append(_row(where, number, columns, cells))
    return Table(name, where, columns, tuple(rows))


def _header(where: str, number: int, cells: Sequence[str]) -> tuple[str, ...]:
    names = [_SPACES.sub(" ", cell).strip() for cell in cells]
    while names and not names[-1]:
        names.pop()
    place = f"{where}, row {number}"
    if len(names) > MOST_COLUMNS:
        raise ExchangeError(f"the table has {len(names):,} columns; at most {MOST_COLUMNS:,} are read", where=place, hint="Leave some out.")
    if "" in names:
        hint = "The first row names every column; is there a title above the table? Take it out."
        raise ExchangeError(f"column {names.index('') + 1} has no name", where=place, hint=hint)
    for order, name in enumerate(names, start=1):
        if len(name) > LONGEST_NAME:
            what = f"the name of column {order} has more than {LONGEST_NAME:,} characters"
            raise ExchangeError(what, where=place, hint="The first row names the columns.")
    seen: set[str] = set()
    for name in names:
        if name in seen:
            raise ExchangeError(f"two columns have the name {name[:80]!r}", where=place, hint="Rename or remove one of them.")
        seen.add(name)
    return tuple(names)


def _row(where: str, number: int, columns: tuple[str, ...], cells: Sequence[str]) -> Row:
    if any(cell.strip() for cell in cells[len(columns) :]):
        what = f"the row has more cells than the header has columns ({len(columns)})"
        raise ExchangeError(
            what, where=f"{where}, row {number}", hint="Is a text with separators or line breaks without its quotation marks?"
        )
    for column, cell in zip(columns, cells, strict=False):
        if len(cell) > LARGEST_CELL:
            raise ExchangeError(f"a cell has more than {LARGEST_CELL:,} characters", where=f"{where}, row {number}, column {column}")
    held = dict.fromkeys(columns, "") | dict(zip(columns, cells, strict=False))
    return Row(where, number, held)
