"""``travaux centrality``: what is central in a network, and whether more than its links give."""

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
  travaux centrality positions-by-provision
  travaux centrality arguments --seed 7 --samples 999
  travaux centrality positions-by-theme --output central.csv
"""
_COST = "Shortest paths are followed again in every rewired network: time grows with nodes times links, at most 30 times links."


@click.command(short_help=COMMANDS["centrality"], epilog=_EXAMPLES)
@click.argument("network")
@corpus_option
@layers_option
@selection_options
@measuring_options
@click.option("--top", type=click.IntRange(min=1), default=15, show_default=True, help="Nodes and bridges that tables show.")
@answer_format_option
@output_option
def centrality(
    network: str,
    corpus: Path | None,
    layers: tuple[str, ...],
    seed: int,
    samples: int | None,
    top: int,
    form: str | None,
    output: Path | None,
    **filters: Any,  # noqa: ANN401, the options of a selection
) -> None:
    """Measure who is central in a NETWORK, and whether more than the number of links gives.

    "travaux network" lists the networks. Each node has its links, the shortest paths through it (betweenness), its core, and, where links
    have a direction, its PageRank; bridges and cut nodes are those without which a part falls apart.

    Nothing is called central that is not so in comparison with networks rewired at random. Cost: betweenness takes nodes times links for
    each of these networks; above 500,000 of that it is estimated from 30 nodes drawn at random.
    """
    from travaux.analysis.structure import find_centralities
    from travaux.views.answers.centrality import show_centrality

    form = choose_format(form, output, "centralities")
    built = read_network(network, corpus, layers, filters)
    announce(built, _COST)
    with shown_progress() as progress:
        found = find_centralities(built, samples=samples, seed=seed, progress=progress)
    write_answer(render_answer(found, lambda: show_centrality(found, top), form), output)
