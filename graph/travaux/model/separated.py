"""Tables as CSV."""

from __future__ import annotations

import csv
from dataclasses import dataclass

from travaux.model.store import Table, to_cell

_END = "\r\n"


class Semicolons(csv.excel):
    """CSV with semicolons between its fields."""

    delimiter = ";"


def render_csv(table: Table, dialect: str | type[csv.Dialect] = "excel") -> str:
    """Render a table with a header line; ``excel`` has commas, ``excel-tab`` tabs and ``Semicolons`` semicolons.

    A text that a spreadsheet would take for a formula gains an apostrophe (``model.cells.guard``).
    """
    lines = _Lines([])
    writer = csv.writer(lines, dialect=dialect, lineterminator=_END)
    writer.writerow(table.variables)
    writer.writerows([to_cell(value) for value in row] for row in table.rows)
    return "".join(lines.written)


@dataclass(frozen=True, slots=True)
class _Lines:
    """Takes lines that end in both characters, so that a text with either of them stands in quotation marks, and keeps one."""

    written: list[str]

    def write(self, line: str) -> None:
        self.written.append(line.removesuffix(_END) + "\n")
