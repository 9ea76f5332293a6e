"""``travaux import spreadsheet``."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from travaux.cli.importing.report import Report
from travaux.cli.lazy import IMPORTS
from travaux.cli.options import corpus_option, dry_run_option, name_reviewer, reviewer_option
from travaux.views.counting import count_of

if TYPE_CHECKING:
    from travaux.exchange.spreadsheets.importing import Taken

_EXAMPLES = """\b
Examples:
  travaux export spreadsheet lakes.xlsx
  travaux import spreadsheet lakes.xlsx --reviewer 'Anna Muster' --dry-run
  travaux import spreadsheet lakes.xlsx --reviewer 'Anna Muster'
"""


@click.command(short_help=IMPORTS["spreadsheet"], epilog=_EXAMPLES)
@click.argument("file", type=click.Path(path_type=Path))
@corpus_option
@reviewer_option
@dry_run_option
def spreadsheet(file: Path, corpus: Path | None, reviewer: str | None, *, dry_run: bool) -> None:
    """Take what was edited in FILE, a spreadsheet that was exported (.xlsx, or one sheet as .csv), as decisions of a reviewer.

    Rows are known by their Id. Every problem of the file is told at once, and then nothing is changed; else everything is, together.
    Rows that were left as they are, or deleted, change nothing. The same file taken again changes nothing.
    """
    from travaux.cli.progress import shown_progress
    from travaux.exchange.spreadsheets.importing import take_spreadsheet
    from travaux.pipeline.desk import open_desk
    from travaux.pipeline.workspace import find_corpus, get_built
    from travaux.rdf.store import open_store

    name = name_reviewer(reviewer)
    folder = find_corpus(corpus)
    with (
        shown_progress() as progress,
        open_desk(folder, progress=progress) as desk,
        open_store(get_built(folder).store, read_only=True) as store,
    ):
        taken = take_spreadsheet(file, desk, store, name, dry_run=dry_run)
    _report(taken).print(folder, dry_run=dry_run)


def _report(taken: Taken) -> Report:
    positions = [f"{count_of(taken.positions, 'position')} named or worded"] if taken.positions else []
    remarks = [f"Note: {line}." for line in taken.warnings]
    remarks += [f"Not in the file, and left as they are: {count_of(taken.absent, 'row')}."] if taken.absent else []
    remarks += [f"Sheets passed over: {', '.join(taken.passed_over)}."] if taken.passed_over else []
    return Report(
        lines=taken.changes,
        changed=[*(f"{count:,} {status}" for status, count in taken.decided.items()), *positions],
        unchanged=[count_of(taken.unchanged, "row")],
        remarks=remarks,
    )
