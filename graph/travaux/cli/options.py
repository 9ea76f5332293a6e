"""Options that several commands share."""

from __future__ import annotations

from pathlib import Path

import click

corpus_argument = click.argument("corpus", required=False, type=click.Path(path_type=Path))
corpus_option = click.option(
    "--corpus",
    "-c",
    type=click.Path(path_type=Path),
    metavar="FOLDER",
    help="Folder of the corpus [default: this folder, ./seeds, or the corpus that comes with Travaux].",
)
