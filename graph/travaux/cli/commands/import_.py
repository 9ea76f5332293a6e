"""``travaux import``: what other people and other programs made, taken into a corpus."""

from __future__ import annotations

import click

from travaux.cli.lazy import COMMANDS, IMPORTS, LazyGroup

_EXAMPLES = """\b
Examples:
  travaux import responses answers.xlsx --consultation online-consultation
  travaux import spreadsheet edited.xlsx --reviewer anna --dry-run
  travaux import arguments map.argdown --reviewer anna
"""


@click.group(
    name="import",
    cls=LazyGroup,
    subcommands=IMPORTS,
    package="travaux.cli.importing",
    short_help=COMMANDS["import"],
    epilog=_EXAMPLES,
    context_settings={"help_option_names": ["-h", "--help"]},
)
def import_() -> None:
    """Take in what other people and other programs made: all of a file or nothing of it, with a report of what changed."""
