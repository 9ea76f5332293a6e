"""``travaux import arguments``."""

from __future__ import annotations

from pathlib import Path

import click

from travaux.cli.lazy import IMPORTS


@click.command(short_help=IMPORTS["arguments"])
@click.argument("file", type=click.Path(path_type=Path))
def arguments(file: Path) -> None:
    """Take the arguments in FILE."""
    raise NotImplementedError(file)
