"""Tables on standard output, for people and for programs."""

from __future__ import annotations

import csv
import io
import json
import shutil
from datetime import date

from travaux.model.store import Table, Value

_NARROWEST, _USUAL = 60, 120

TABLE_FORMATS = ("table", "json", "csv", "tsv")


def render_table(table: Table, form: str) -> str:
    """Render an answer: ``table`` for people, ``json`` as a list of objects, ``csv`` and ``tsv`` with a header line."""
    if form == "json":
        return json.dumps(list(table), ensure_ascii=False, indent=1, default=_to_json) + "\n"
    if form == "table":
        return _render_for_people(table)
    written = io.StringIO()
    writer = csv.writer(written, dialect="excel-tab" if form == "tsv" else "excel", lineterminator="\n")
    writer.writerow(table.variables)
    writer.writerows([_to_cell(value) for value in row] for row in table.rows)
    return written.getvalue()


def _render_for_people(table: Table) -> str:
    from rich import box
    from rich.console import Console
    from rich.table import Table as Drawing
    from rich.text import Text

    drawing = Drawing(box=box.SIMPLE_HEAD, show_edge=False, pad_edge=False, header_style="bold")
    for variable in table.variables:
        drawing.add_column(Text(variable.replace("_", " ")), overflow="fold")
    for row in table.rows:
        drawing.add_row(*(Text(_to_cell(value)) for value in row))
    written = io.StringIO()
    Console(file=written, width=max(_NARROWEST, shutil.get_terminal_size((_USUAL, 24)).columns)).print(drawing)
    return f"{written.getvalue()}{count_of(len(table), 'row')}\n"


def count_of(number: int, noun: str) -> str:
    """Write a number with its noun in the right number.

    >>> count_of(1, "row"), count_of(2, "row")
    ('1 row', '2 rows')
    """
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def _to_cell(value: Value) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    return value.isoformat() if isinstance(value, date) else str(value)


def _to_json(value: object) -> str:
    if isinstance(value, date):
        return value.isoformat()
    raise TypeError(type(value).__name__)
