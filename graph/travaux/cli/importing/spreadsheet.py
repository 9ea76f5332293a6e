"""``travaux import spreadsheet``."""

from __future__ import annotations

from pathlib import Path

import click

from travaux.cli.lazy import IMPORTS


@click.command(short_help=IMPORTS["spreadsheet"])
@click.argument("file", type=click.Path(path_type=Path))
def spreadsheet(file: Path) -> None:
    """Take what was edited in FILE."""
    raise NotImplementedError(file)
