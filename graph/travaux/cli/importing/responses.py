"""``travaux import responses``."""

from __future__ import annotations

from pathlib import Path

import click

from travaux.cli.lazy import IMPORTS


@click.command(short_help=IMPORTS["responses"])
@click.argument("file", type=click.Path(path_type=Path))
def responses(file: Path) -> None:
    """Add the answers in FILE."""
    raise NotImplementedError(file)
