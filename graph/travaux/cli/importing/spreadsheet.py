"""``travaux import spreadsheet``."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

import click

from travaux.cli.lazy import IMPORTS
from travaux.cli.options import corpus_option

if TYPE_CHECKING:
    from travaux.exchange.spreadsheets.taking import Taken

_REVIEWER = "TRAVAUX_REVIEWER"
_EXAMPLES = """\b
Examples:
  travaux export spreadsheet lakes.xlsx
  travaux import spreadsheet lakes.xlsx --reviewer 'Anna Muster' --dry-run
  travaux import spreadsheet lakes.xlsx --reviewer 'Anna Muster'
"""


@click.command(short_help=IMPORTS["spreadsheet"], epilog=_EXAMPLES)
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--reviewer", metavar="NAME", help=f"Who decides [default: the environment's {_REVIEWER}].")
@corpus_option
@click.option("--dry-run", is_flag=True, help="Tell what would change and write nothing.")
def spreadsheet(file: Path, reviewer: str | None, corpus: Path | None, *, dry_run: bool) -> None:
    """Take what was edited in FILE, a spreadsheet that was exported (.xlsx, or one sheet as .csv), as decisions of a reviewer.

    Rows are known by their Id. Every problem of the file is told at once, and then nothing is changed; else everything is, together.
    Rows that were left as they are, or deleted, change nothing. The same file taken again changes nothing.
    """
    from travaux.cli.progress import shown_progress
    from travaux.exchange.spreadsheets.taking import take_spreadsheet
    from travaux.pipeline.desk import open_desk
    from travaux.pipeline.workspace import find_corpus, get_built
    from travaux.rdf.store import open_store

    name = reviewer or os.environ.get(_REVIEWER)
    if not name:
        raise click.UsageError(f"Say who decides: --reviewer NAME, or set {_REVIEWER}.")
    folder = find_corpus(corpus)
    with (
        shown_progress() as progress,
        open_desk(folder, progress=progress) as desk,
        open_store(get_built(folder).store, read_only=True) as store,
    ):
        taken = take_spreadsheet(file, desk, store, name, dry_run=dry_run)
    _tell(taken, dry_run=dry_run)


def _tell(taken: Taken, *, dry_run: bool) -> None:
    for line in taken.changes:
        click.echo(line)
    if taken.nothing:
        click.echo(f"Nothing to change: {taken.unchanged:,} rows say what the corpus says.")
    else:
        decided = [f"{count:,} {status}" for status, count in taken.decided.items()]
        positions = [f"{taken.positions:,} position{'s' * (taken.positions > 1)} named or worded"] if taken.positions else []
        click.echo(f"{'Would change' if dry_run else 'Changed'}: {', '.join((*decided, *positions))}; {taken.unchanged:,} rows unchanged.")
    if taken.absent:
        click.echo(f"Not in the file, and left as they are: {taken.absent:,} rows.")
    if taken.passed_over:
        click.echo(f"Sheets passed over: {', '.join(taken.passed_over)}.")
    if dry_run:
        click.echo("This was a dry run; nothing was written.")
    elif not taken.nothing:
        click.echo("The decisions count from the next travaux build.")
