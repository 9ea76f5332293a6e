"""``travaux explore``: the graph in the browser."""

from __future__ import annotations

import webbrowser
from pathlib import Path

import click

from travaux.cli.lazy import COMMANDS
from travaux.cli.options import corpus_argument, layers_option, locate_store


@click.command(short_help=COMMANDS["explore"], epilog="Example: travaux explore seeds")
@corpus_argument
@layers_option
@click.option("--output", "-o", type=click.Path(path_type=Path, dir_okay=False), help="Write the page here [default: beside the graph].")
@click.option("--open/--no-open", "opened", default=True, help="Open the page in the browser.")
def explore(corpus: Path | None, layers: tuple[str, ...], output: Path | None, *, opened: bool) -> None:
    """Build the graph of the CORPUS folder if it has changed, and open it as a page.

    The page is one file that needs neither network nor server: it can be sent to anybody.
    """
    from travaux.analysis.negotiation import negotiation_network
    from travaux.cli.commands.build import describe_build
    from travaux.cli.progress import shown_progress
    from travaux.files import write_whole
    from travaux.pipeline.build import build
    from travaux.pipeline.workspace import Workspace
    from travaux.rdf.store import open_store
    from travaux.views.page import render_first_look

    with shown_progress() as progress:
        built = build(corpus, progress=progress)
    for line in describe_build(built):
        click.echo(line)
    with open_store(locate_store(built.corpus.folder, layers), read_only=True) as store:
        html = render_first_look(negotiation_network(store), built.corpus.title)
    page = output or Workspace.of(built.corpus.folder).folder / "first-look.html"
    write_whole(page, html.encode())
    click.echo(f"The page is {page}")
    if opened and not webbrowser.open(page.resolve().as_uri()):
        click.echo("No browser could be opened here; open the page yourself.", err=True)
