"""What the commands that measure networks share: reading a network, and saying beforehand what the work costs."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from travaux.cli.options import locate_store

if TYPE_CHECKING:
    from collections.abc import Sequence

_Command = TypeVar("_Command", bound=Callable[..., Any])
_LONG = 2_000
"""Links from which on the cost of the work is told."""
_OPTIONS = (
    click.option("--seed", type=click.IntRange(min=0), default=0, show_default=True, help="Seed of all that is drawn at random."),
    click.option("--samples", type=int, metavar="N", help="Rewired networks to compare with [default: 199, or 39 above 5,000 links]."),
)


def measuring_options(command: _Command) -> _Command:
    """Give a command the options ``--seed`` and ``--samples``."""
    for option in reversed(_OPTIONS):
        command = option(command)
    return command


def read_network(name: str, corpus: Path | None, layers: Sequence[str], filters: dict[str, Any]) -> Any:  # noqa: ANN401, a network, known below
    """Read a network by its name, and say on standard error if nothing in it is linked."""
    from travaux.analysis.network import get_network
    from travaux.cli.selecting import to_selection
    from travaux.rdf.store import open_store
    from travaux.views.answers.network import find_remark

    asked = get_network(name)
    with open_store(locate_store(corpus, layers), read_only=True) as store:
        network = asked.build(store, to_selection(store, **filters), lean=True)
    if remark := find_remark(network):
        click.echo(remark, err=True)
    return network


def announce(network: Any, cost: str) -> None:  # noqa: ANN401, a network, known below
    """Say on standard error what long work costs."""
    if network.number_of_edges() > _LONG:
        click.echo(f"{len(network):,} nodes and {network.number_of_edges():,} links. {cost}", err=True)
