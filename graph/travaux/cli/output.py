"""Tables on standard output, for people and for programs."""

from __future__ import annotations

import io
import json
import shutil
import textwrap
from collections.abc import Sequence
from datetime import date

from travaux.model.store import Table, write_value
from travaux.views.counting import count_of

_NARROWEST, _USUAL, _PROSE = 60, 120, 48

TABLE_FORMATS = ("table", "json", "csv", "tsv")


def render_table(table: Table, form: str) -> str:
    """Render an answer: ``table`` or ``cards`` for people, ``json`` as a list of objects, ``csv`` and ``tsv`` with a header line.

    In the last two a text that a spreadsheet would take for a formula gains an apostrophe (``model.store.to_cell``).
    """
    if form == "json":
        return json.dumps(list(table), ensure_ascii=False, indent=1, default=_to_json) + "\n"
    if form == "table":
        return _render_for_people(table)
    if form == "cards":
        return _draw_cards(table.variables, _cells_of(table), _width())
    from travaux.model.separated import render_csv

    return render_csv(table, "excel-tab" if form == "tsv" else "excel")


def _render_for_people(table: Table) -> str:
    width, cells = _width(), _cells_of(table)
    drawn = (
        _draw_columns(table.variables, cells, width) if _fits(table.variables, cells, width) else _draw_cards(table.variables, cells, width)
    )
    return f"{drawn}{count_of(len(table), 'row')}\n"


def _width() -> int:
    return max(_NARROWEST, shutil.get_terminal_size((_USUAL, 24)).columns)


def _cells_of(table: Table) -> list[list[str]]:
    return [[write_value(value) for value in row] for row in table.rows]


def _fits(names: Sequence[str], cells: list[list[str]], width: int) -> bool:
    """Whether every column gets enough room to be read: its longest cell, or what a line of prose needs."""
    longest = [max(map(len, column)) for column in zip(names, *cells, strict=True)]
    return sum(min(cell, _PROSE) + 2 for cell in longest) <= width


def _draw_columns(names: Sequence[str], cells: list[list[str]], width: int) -> str:
    from rich import box
    from rich.console import Console
    from rich.table import Table as Drawing
    from rich.text import Text

    drawing = Drawing(box=box.SIMPLE_HEAD, show_edge=False, pad_edge=False)
    for name in names:
        drawing.add_column(Text(name.replace("_", " ")), overflow="fold")
    for row in cells:
        drawing.add_row(*map(Text, row))
    written = io.StringIO()
    Console(file=written, width=width).print(drawing)
    return written.getvalue()


def _draw_cards(names: Sequence[str], cells: list[list[str]], width: int) -> str:
    """Draw each row as a card of named lines, without its empty cells, for answers that are too wide for columns."""
    heads = [name.replace("_", " ") for name in names]
    margin = max(map(len, heads)) + 2
    writer = textwrap.TextWrapper(width, subsequent_indent=" " * margin, break_on_hyphens=False)
    cards = []
    for row in cells:
        filled = [(head, " ".join(cell.split())) for head, cell in zip(heads, row, strict=True) if cell]
        cards.append("".join(writer.fill(f"{head:<{margin}}{cell}") + "\n" for head, cell in filled))
    return "\n".join([*cards, ""])


def _to_json(value: object) -> str:
    if isinstance(value, date):
        return value.isoformat()
    raise TypeError(type(value).__name__)
