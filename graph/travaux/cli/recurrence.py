"""What the commands about recurrence share: how much they show, and what they say is lacking."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, TypeVar

import click

_Command = TypeVar("_Command", bound=Callable[..., Any])

_LACKING = {
    "statements": "This graph holds no statements, so nothing comes up.",
    "consultations": "This graph knows fewer than two consultations, so nothing can recur.",
    "themes": "This graph has no themes; only positions are looked at.",
    "positions": "This graph holds no positions; only themes are looked at.",
    "their consultation": "Some statements stand in documents of no consultation; they are left out.",
}

all_option = click.option("--all", "everything", is_flag=True, help="Show all, however many; each 1,000 sentences take a second or two.")


def limit_option(usual: int, what: str) -> Callable[[_Command], _Command]:
    """Give a command the option of how many matters to show."""
    return click.option("--limit", type=click.IntRange(min=1), default=usual, show_default=True, metavar="N", help=what)


def tell_lacks(lacks: Sequence[str], *, found: bool) -> None:
    """Say on standard error what the graph lacks; what follows from a lack that is told already is not told too."""
    told = lacks[:1] if lacks and lacks[0] in {"statements", "consultations"} else lacks
    for lack in told:
        click.echo(_LACKING[lack], err=True)
    if not found and not told:
        click.echo("No statement on file fits. That is not the same as: not said.", err=True)
