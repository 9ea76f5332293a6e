"""Answers of the analysis on standard output or in a file: for people, for documents, for programs."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from travaux.cli.options import check_folder, format_of
from travaux.cli.output import render_table

if TYPE_CHECKING:
    from travaux.analysis.selection import Selection
    from travaux.analysis.tables import Tabular
    from travaux.views.report import Report

FILE_FORMATS = {"md": "markdown", "json": "json", "csv": "csv"}
"""The endings of files that answers are written to, and the format that each names."""
ANSWER_FORMATS = ("table", *FILE_FORMATS.values())
_WIDEST, _NARROWEST = 110, 60

answer_format_option = click.option(
    "--format",
    "form",
    type=click.Choice(ANSWER_FORMATS),
    help="Format [default: table, or by the ending of --output]; csv guards formulas.",
)


def choose_format(form: str | None, output: Path | None, what: str) -> str:
    """Choose the format that is asked for, or that the ending of the file to write names; ``what`` is what is written."""
    check_folder(output)
    if form or output is None:
        return form or "table"
    return FILE_FORMATS[format_of(output, tuple(FILE_FORMATS), what)]


def render_answer(result: Tabular, show: Callable[[], Report], form: str, selection: Selection | None = None) -> str:
    """Render a result in one of ``ANSWER_FORMATS``; ``show`` makes the report that people read.

    A ``selection`` that leaves out something is told: in a note of the report, and in JSON as ``looked_at``. Rows of CSV have no place
    for it.
    """
    from travaux.analysis.selection import ALL, tell_selection
    from travaux.analysis.tables import to_data
    from travaux.views.report import render_markdown, render_terminal

    looked_at = tell_selection(selection) if selection and selection != ALL else ""
    if form == "json":
        data = {"looked_at": looked_at, **to_data(result)} if looked_at else to_data(result)
        return json.dumps(data, ensure_ascii=False, indent=1) + "\n"
    if form == "csv":
        return render_table(result.to_table(), "csv")
    report = show()
    if looked_at:
        report = replace(report, notes=(f"Looked at: {looked_at}.", *report.notes))
    if form == "markdown":
        return render_markdown(report)
    return render_terminal(report, max(_NARROWEST, min(_WIDEST, shutil.get_terminal_size((_WIDEST, 24)).columns)))


def write_answer(rendered: str, output: Path | None) -> None:
    """Print what was rendered, or write it whole to the file asked for."""
    from travaux.files import write_whole

    if output is None:
        click.echo(rendered, nl=False)
        return
    write_whole(output, rendered.encode())
    click.echo(f"Wrote {output}", err=True)
