"""``travaux import arguments``."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

import click

from travaux.cli.lazy import IMPORTS
from travaux.cli.options import corpus_option

if TYPE_CHECKING:
    from travaux.exchange.arguments.taking_in import Taken

_REVIEWER = "TRAVAUX_REVIEWER"
FORMATS = ("aif", "aif-rdf", "xaif", "argdown", "arguebuf")
_EPILOG = """\b
Examples:
  travaux import arguments map.argdown --reviewer 'Anna Muster' --dry-run
  travaux import arguments map.argdown --reviewer 'Anna Muster'
"""


@click.command(short_help=IMPORTS["arguments"], epilog=_EPILOG)
@click.argument("file", type=click.Path(path_type=Path))
@corpus_option
@click.option("--reviewer", metavar="NAME", help=f"Who decides so [default: the environment's {_REVIEWER}].")
@click.option("--format", "form", type=click.Choice(FORMATS), metavar="NAME", help=f"Format: {', '.join(FORMATS)} [default: the file's].")
@click.option("--remove-missing", is_flag=True, help="Reject the relations that the file does not have any more.")
@click.option("--dry-run", is_flag=True, help="Tell what would change, and write nothing.")
def arguments(file: Path, corpus: Path | None, reviewer: str | None, form: str | None, *, remove_missing: bool, dry_run: bool) -> None:
    """Take positions and relations from the argument map in FILE.

    The file is one that travaux export arguments has written and somebody has edited, or one of another program. New and re-worded
    positions and new and changed relations are written to the review of the corpus as decisions of the reviewer: all of them or, if
    anything in the file cannot be taken in, nothing. What a file does not say stays as it is.
    """
    name = reviewer or os.environ.get(_REVIEWER) or None
    if name is None:
        raise click.UsageError(f"Say who decides: --reviewer NAME, or set {_REVIEWER}.")
    from travaux.exchange.arguments.formats import read_arguments
    from travaux.exchange.arguments.taking_in import take_in
    from travaux.exchange.material import Material
    from travaux.pipeline.workspace import find_corpus, get_built
    from travaux.rdf.store import open_store
    from travaux.reading.corpus import read_corpus

    read = read_arguments(file, form)
    built = get_built(corpus)
    folder = find_corpus(corpus)
    with open_store(built.store, read_only=True) as store:
        material = Material(store, read_corpus(folder), built.folder.name)
        taken = take_in(file, read, material, name, remove_missing=remove_missing, dry_run=dry_run)
    _tell(taken)
    if not taken.changed:
        click.echo("Nothing is new or changed; nothing was written.")
    elif dry_run:
        click.echo("Nothing was written, as this is a dry run.")
    else:
        click.echo(f"Written to {folder / 'review'}; travaux build shows it.")


def _tell(taken: Taken) -> None:
    for note in taken.notes:
        click.echo(f"Note: {note}")
    _list("New positions", taken.new_positions)
    _list("Re-worded positions", {key: f"{before}\n    -> {after}" for key, (before, after) in taken.reworded.items()})
    _list("New relations", taken.new_relations)
    _list("Changed relations", taken.changed_relations)
    _list("Rejected relations", taken.removed_relations)
    click.echo(f"Unchanged: {taken.same_positions:,} positions, {taken.same_relations:,} relations")
    if taken.missing:
        click.echo(f"Not in the file, and left as they are: {_some(taken.missing)}")
    lost = [loss for loss in taken.not_taken if loss.count]
    if lost:
        click.echo("Not taken in:")
    for loss in lost:
        click.echo(f"  {loss.what} ({loss.count:,}): {loss.how}")


def _list(title: str, told: Mapping[str, str]) -> None:
    if told:
        click.echo(f"{title} ({len(told):,}):")
    for key, what in told.items():
        click.echo(f"  {key}: {what}")


_MOST = 10


def _some(keys: Iterable[str]) -> str:
    every = list(keys)
    more = f" and {len(every) - _MOST:,} more" if len(every) > _MOST else ""
    return f"{', '.join(every[:_MOST])}{more} ({len(every):,} relations)"
