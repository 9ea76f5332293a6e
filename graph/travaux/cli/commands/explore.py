"""``travaux explore``: the explorer in the browser."""

from __future__ import annotations

import webbrowser
from pathlib import Path

import click

from travaux.cli.lazy import COMMANDS
from travaux.cli.options import corpus_argument, layers_option, locate_store

_EPILOG = """\b
Examples:
  travaux explore seeds
  travaux explore seeds --layer reviewed --port 0
"""


@click.command(short_help=COMMANDS["explore"], epilog=_EPILOG)
@corpus_argument
@layers_option
@click.option(
    "--host", default="127.0.0.1", show_default=True, help="Address to serve at; another than this machine's own opens it to the network."
)
@click.option("--port", type=click.IntRange(0, 65535), default=8750, show_default=True, help="Port of the explorer; 0 takes a free one.")
@click.option("--open/--no-open", "opened", default=True, help="Open it in the browser.")
def explore(corpus: Path | None, layers: tuple[str, ...], host: str, port: int, *, opened: bool) -> None:
    """Build the graph of the CORPUS folder if it has changed, and explore it in the browser.

    Pages, search, map and SPARQL endpoint are served from this machine to this machine alone, and change nothing. For a single file that
    needs no server: travaux export page FILE.html.
    """
    from travaux.cli.commands.build import describe_build
    from travaux.cli.progress import shown_progress
    from travaux.pipeline.build import build
    from travaux.rdf.store import open_store
    from travaux.views.explorer import Explorer
    from travaux.web.explorer import serve_explorer

    with shown_progress() as progress:
        built = build(corpus, progress=progress)
    for line in describe_build(built):
        click.echo(line)
    location = locate_store(built.corpus.folder, layers)

    def tell(address: str) -> None:
        click.echo(f"The explorer is at {address}\nEnd it with Ctrl-C.")
        if opened and not webbrowser.open(address):
            click.echo("No browser could be opened here; open the address yourself.", err=True)

    with open_store(location, read_only=True) as store:
        serve_explorer(Explorer(store, built.corpus), location, host=host, port=port, opened=tell)
