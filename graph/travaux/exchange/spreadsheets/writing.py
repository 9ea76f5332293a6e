"""Statements, positions and themes as spreadsheets that may be edited and taken back."""

from __future__ import annotations

import codecs
from typing import BinaryIO

from travaux.exchange.material import Loss, Material
from travaux.exchange.spreadsheets.columns import POSITIONS, SHEETS, STATEMENTS, THEMES, Sheet
from travaux.exchange.spreadsheets.rows import Rows, read_rows
from travaux.exchange.spreadsheets.workbook import Filled, write_workbook
from travaux.model.separated import render_csv
from travaux.model.store import Table


def write_spreadsheet(material: Material, out: BinaryIO) -> tuple[Loss, ...]:
    """Write everything as a workbook that explains itself; rejected statements stand in it too, so that they can be decided anew.

    Raises ``ExchangeError`` for what a workbook cannot hold.
    """
    rows = read_rows(material.store, material.corpus)
    write_workbook(out, material.corpus.title, _about(material), [Filled(sheet, rows.of(sheet)) for sheet in SHEETS])
    return _losses(material, rows)


def write_statements(material: Material, out: BinaryIO) -> tuple[Loss, ...]:
    """Write the sheet of statements as CSV."""
    return _write_csv(material, STATEMENTS, out)


def write_positions(material: Material, out: BinaryIO) -> tuple[Loss, ...]:
    """Write the sheet of positions as CSV."""
    return _write_csv(material, POSITIONS, out)


def write_themes(material: Material, out: BinaryIO) -> tuple[Loss, ...]:
    """Write the sheet of themes as CSV."""
    return _write_csv(material, THEMES, out)


def write_positions_book(material: Material, out: BinaryIO) -> tuple[Loss, ...]:
    """Write the sheet of positions as a workbook."""
    return _write_book(material, POSITIONS, out)


def write_themes_book(material: Material, out: BinaryIO) -> tuple[Loss, ...]:
    """Write the sheet of themes as a workbook."""
    return _write_book(material, THEMES, out)


def _write_csv(material: Material, sheet: Sheet, out: BinaryIO) -> tuple[Loss, ...]:
    rows = read_rows(material.store, material.corpus).of(sheet)
    cells = tuple(tuple(row[column.field] for column in sheet.columns) for row in rows)
    out.write(codecs.BOM_UTF8 + render_csv(Table(tuple(column.heading for column in sheet.columns), cells)).encode())
    return ()


def _write_book(material: Material, sheet: Sheet, out: BinaryIO) -> tuple[Loss, ...]:
    rows = read_rows(material.store, material.corpus).of(sheet)
    write_workbook(out, f"{sheet.name}: {material.corpus.title}", (), [Filled(sheet, rows)])
    return ()


_ABOUT = """\
Columns with a yellow header that says “may be changed” can be edited; those with a grey header are for reading.
How it goes back: save the file and run “travaux import spreadsheet FILE --reviewer NAME --dry-run” to see what would change, then the \
same without --dry-run. What was changed becomes decisions of that reviewer; rows that are left as they are change nothing.
Statements that were rejected stand in the sheet of statements too (Decision: rejected), so that they can be decided anew. They count \
nowhere else, neither in the other sheets nor in what Travaux tells.
The stance is toward the words quoted and not toward the claim: a claim “should not be …” may be expressed by opposing a quote.
Write accepted or rejected into the column Decision to decide on a statement. Any other change in its row makes it an edit. Words from the \
document (quote, reporting words, reason and others) must stand in the paragraph as they are printed there.
A new row below the positions names a new position. Themes and relations are for reading.
Rows may be sorted, hidden or deleted, and so may columns, but for Id and Export mark. Formulas are refused.
Prevalence is the word of the report, never a number. Counts are of statements, never of speakers. Not found is not the same as not said."""


def _about(material: Material) -> tuple[str, ...]:
    layers = f" Layers: {', '.join(material.layers)}." if material.layers else ""
    return (material.corpus.title, f"Data version: {material.version}.{layers}", *_ABOUT.splitlines())


def _losses(material: Material, rows: Rows) -> tuple[Loss, ...]:
    from travaux.model.argument import Link  # noqa: PLC0415, only counted here
    from travaux.rdf.stored import find_records  # noqa: PLC0415

    links = len(find_records(material.store, Link, material.corpus.base))
    return (
        Loss("reasons and confidence of links", "a cell names what a statement is linked to, not why", links),
        Loss("places in the text", "a quote and its paragraph tell where, not the characters", len(rows.statements)),
    )
