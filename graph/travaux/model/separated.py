"""Tables as CSV."""

from __future__ import annotations

import csv
import io

from travaux.model.store import Table, to_cell


class Semicolons(csv.excel):
    """CSV with semicolons between its fields."""

    delimiter = ";"


def render_csv(table: Table, dialect: str | type[csv.Dialect] = "excel") -> str:
    """Render a table with a header line; ``excel`` has commas, ``excel-tab`` tabs and ``Semicolons`` semicolons.

    A text that a spreadsheet would take for a formula gains an apostrophe (``model.cells.guard``).
    """
    written = io.StringIO()
    writer = csv.writer(written, dialect=dialect, lineterminator="\n")
    writer.writerow(table.variables)
    writer.writerows([to_cell(value) for value in row] for row in table.rows)
    return written.getvalue()
