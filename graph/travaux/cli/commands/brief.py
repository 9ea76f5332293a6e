"""``travaux brief``: two pages about something, to hand over."""

from __future__ import annotations

import click

from travaux.cli.lazy import COMMANDS


@click.command(short_help=COMMANDS["brief"])
def brief() -> None:
    """Write a brief."""
    raise NotImplementedError
