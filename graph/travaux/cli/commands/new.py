"""``travaux new``: the folder of a new corpus."""

from __future__ import annotations

import shlex
from pathlib import Path

import click

from travaux.cli.lazy import COMMANDS


@click.command(short_help=COMMANDS["new"], epilog="Example: travaux new plastics --title 'Plastics treaty'")
@click.argument("folder", type=click.Path(path_type=Path))
@click.option("--title", help="What the negotiation is called [default: made from the name of FOLDER].")
def new(folder: Path, title: str | None) -> None:
    """Make FOLDER, the folder of a new corpus, with a commented corpus.toml to fill in."""
    from travaux.reading.corpus_edit import new_corpus

    made = new_corpus(folder, title or _title_of(folder))
    click.echo(f"Made {folder / 'corpus.toml'}, titled “{made.title}”.")
    where = shlex.quote(str(folder))
    click.echo(f"Next: travaux add REPORT --corpus {where}")
    click.echo(f"Or, for written answers: travaux import responses TABLE --consultation NAME --corpus {where}")


def _title_of(folder: Path) -> str:
    """Make a title from the name of a folder: hyphens and underscores part words."""
    words = " ".join(folder.resolve().name.replace("-", " ").replace("_", " ").split())
    return f"{words[:1].upper()}{words[1:]}"
