"""``travaux communities``: what hangs together in a network, and whether more than chance would have it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from travaux.cli.answering import answer_format_option, choose_format, render_answer, write_answer
from travaux.cli.lazy import COMMANDS
from travaux.cli.measuring import announce, measuring_options, read_network
from travaux.cli.options import corpus_option, layers_option, output_option
from travaux.cli.progress import shown_progress
from travaux.cli.selecting import selection_options

_EXAMPLES = """\b
Examples:
  travaux communities positions-by-theme
  travaux communities positions-by-provision --resolution 1 --seed 7
  travaux communities arguments --format json
"""
_COST = "The Leiden algorithm runs again in every rewired network, at every resolution; a run takes time nearly in proportion to the links."


@click.command(short_help=COMMANDS["communities"], epilog=_EXAMPLES)
@click.argument("network")
@corpus_option
@layers_option
@selection_options
@measuring_options
@click.option(
    "--resolution",
    "resolutions",
    multiple=True,
    type=float,
    metavar="R",
    help="More for smaller groups; may be repeated [default: 0.5, 1, 2].",
)
@click.option("--top", type=click.IntRange(min=1), default=10, show_default=True, help="Groups that are shown.")
@answer_format_option
@output_option
def communities(
    network: str,
    corpus: Path | None,
    layers: tuple[str, ...],
    seed: int,
    samples: int | None,
    resolutions: tuple[float, ...],
    top: int,
    form: str | None,
    output: Path | None,
    **filters: Any,  # noqa: ANN401, the options of a selection
) -> None:
    """Divide a NETWORK into groups, and say whether they are more than chance and whether they hold.

    "travaux network" lists the networks. Groups are shown only if networks rewired at random cluster less, and if the same groups come
    back with other seeds and with a tenth of the links left out. They have numbers, not names, and are shown by their most typical members.

    Cost: the Leiden algorithm, nearly in proportion to the links, once for each resolution and rewired network.
    """
    from travaux.analysis.structure import find_communities
    from travaux.analysis.structure.communities import RESOLUTIONS
    from travaux.views.answers.communities import show_communities

    form = choose_format(form, output, "communities")
    built = read_network(network, corpus, layers, filters)
    announce(built, _COST)
    with shown_progress() as progress:
        found = find_communities(built, resolutions=resolutions or RESOLUTIONS, samples=samples, seed=seed, progress=progress)
    write_answer(render_answer(found, lambda: show_communities(found, top), form), output)
