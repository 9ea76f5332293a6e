"""Statements as lines, lists and tables for programs."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import BinaryIO

from travaux.exchange.material import Loss, Material
from travaux.model.separated import render_csv
from travaux.pipeline.export import export_statements
from travaux.pipeline.statements import Row, to_statement_table

# Characters that JSON may hold as they are and that many programs take for the end of a line.
_LINE_ENDS = str.maketrans({character: f"\\u{ord(character):04x}" for character in "\u0085\u2028\u2029"})


def render_rows(rows: Iterable[Row], form: str) -> Iterator[str]:
    """Render statements piece by piece, ``jsonl``, ``json`` or ``csv``."""
    if form == "jsonl":
        yield from (_to_json(row) + "\n" for row in rows)
    elif form == "json":
        yield from _render_list(rows)
    else:
        yield render_csv(to_statement_table(rows))


def write_lines(material: Material, out: BinaryIO) -> tuple[Loss, ...]:
    """Write an object a line; nothing that was decided about statements is left out but those rejected."""
    return _write(material, out, "jsonl")


def write_list(material: Material, out: BinaryIO) -> tuple[Loss, ...]:
    """Write a list of objects."""
    return _write(material, out, "json")


def write_table(material: Material, out: BinaryIO) -> tuple[Loss, ...]:
    """Write a table with a header line; lists are joined by semicolons."""
    return _write(material, out, "csv")


def _write(material: Material, out: BinaryIO, form: str) -> tuple[Loss, ...]:
    out.writelines(piece.encode() for piece in render_rows(export_statements(material.store, material.corpus), form))
    return ()


def _to_json(row: Row) -> str:
    return json.dumps(row, ensure_ascii=False).translate(_LINE_ENDS)


def _render_list(rows: Iterable[Row]) -> Iterator[str]:
    before = "[\n"
    for row in rows:
        yield f"{before} {_to_json(row)}"
        before = ",\n"
    yield "[]\n" if before == "[\n" else "\n]\n"
