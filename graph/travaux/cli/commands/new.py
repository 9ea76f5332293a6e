"""``travaux new``: the folder of a new corpus."""

from __future__ import annotations

import shlex
from pathlib import Path

import click

from travaux.cli.lazy import COMMANDS


@click.command(short_help=COMMANDS["new"], epilog="Example: travaux new plastics --title 'Plastics treaty'")
@click.argument("folder", type=click.Path(path_type=Path))
@click.option("--title", required=True, help="What the negotiation is called.")
def new(folder: Path, title: str) -> None:
    """Make FOLDER, the folder of a new corpus, with a commented corpus.toml to fill in."""
    from travaux.reading.corpus_edit import new_corpus

    new_corpus(folder, title)
    click.echo(f"Made {folder / 'corpus.toml'}.")
    where = shlex.quote(str(folder))
    click.echo(f"Next: travaux add REPORT --corpus {where}")
    click.echo(f"Or, for written answers: travaux import responses TABLE --consultation NAME --corpus {where}")
