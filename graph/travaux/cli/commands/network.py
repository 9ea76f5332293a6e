"""``travaux network``: networks of what was said, on the screen and as files for other programs."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from travaux.cli.lazy import COMMANDS
from travaux.cli.options import check_folder, corpus_option, format_of, layers_option, locate_store, output_option
from travaux.cli.selecting import selection_options, to_selection

if TYPE_CHECKING:
    from travaux.analysis.network import Excerpt
    from travaux.views.report import Report

_FORMATS = ("graphml", "gexf", "json", "csv")
_WIDEST, _NARROWEST = 140, 60

_EXAMPLES = """\b
Examples:
  travaux network
  travaux network positions-by-theme --consultation fifth
  travaux network arguments --output arguments.graphml
  travaux network theme-cooccurrence --output themes.csv
"""


@click.command(short_help=COMMANDS["network"], epilog=_EXAMPLES)
@click.argument("name", required=False)
@corpus_option
@layers_option
@selection_options
@click.option("--format", "form", type=click.Choice(["table", *_FORMATS]), help="Format [default: table, or by the ending of --output].")
@click.option("--limit", type=click.IntRange(min=1), default=40, show_default=True, help="Edges that the table shows, heaviest first.")
@output_option
def network(
    name: str | None,
    corpus: Path | None,
    layers: tuple[str, ...],
    consultations: tuple[str, ...],
    documents: tuple[str, ...],
    reviews: tuple[str, ...],
    prevalence: str | None,
    stances: tuple[str, ...],
    form: str | None,
    limit: int,
    output: Path | None,
) -> None:
    """Show a network, or write it for Gephi, Cytoscape, igraph or NetworkX.

    Without NAME, the networks are listed. The weight of an edge counts distinct statements in the reports, never speakers; the
    documentation (docs/networks.md) says of each network what its nodes and edges are. With --format csv and --output, the nodes are
    written to a second file beside that of the edges; a text that a spreadsheet would take for a formula gains an apostrophe there.
    """
    from travaux.analysis.network import NETWORKS, get_network

    if name is None:
        if output is not None or form not in {None, "table"}:
            raise click.UsageError("The list of networks is printed only. Name the network to write; `travaux network` lists them.")
        from travaux.views.answers.network import show_networks

        click.echo(_render(show_networks(NETWORKS.values())), nl=False)
        return
    asked = get_network(name)
    check_folder(output)
    form = form or (format_of(output, _FORMATS, "network") if output else "table")
    from travaux.cli.progress import shown_progress
    from travaux.rdf.store import open_store

    with open_store(locate_store(corpus, layers), read_only=True) as store:
        selection = to_selection(
            store, consultations=consultations, documents=documents, reviews=reviews, prevalence=prevalence, stances=stances
        )
        if form == "table":
            _show(asked.excerpt(store, selection, limit), limit, output)
            return
        with shown_progress() as progress:
            progress(f"reading {asked.name}", 0, 2)
            built = asked.build(store, selection)
            progress(f"writing {form}", 1, 2)
            _write(built, form, output)


def _show(excerpt: Excerpt, limit: int, output: Path | None) -> None:
    from travaux.cli.answering import write_answer
    from travaux.views.answers.network import find_remark, show_network

    if remark := find_remark(excerpt.network):
        click.echo(remark, err=True)
    write_answer(_render(show_network(excerpt, limit)), output)


def _write(built: Any, form: str, output: Path | None) -> None:  # noqa: ANN401, networks are known below the command line
    from travaux.analysis.network import NETWORK_FORMATS, write_network
    from travaux.views.answers.network import find_remark

    if remark := find_remark(built):
        click.echo(remark, err=True)
    if output is None:
        click.echo(NETWORK_FORMATS[form](built), nl=False)
    else:
        click.echo(f"Wrote {' and '.join(map(str, write_network(built, output, form)))}", err=True)


def _render(report: Report) -> str:
    from travaux.views.report import render_terminal

    return render_terminal(report, max(_NARROWEST, min(_WIDEST, shutil.get_terminal_size((_WIDEST, 24)).columns)))
