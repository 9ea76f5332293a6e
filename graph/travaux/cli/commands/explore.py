"""``travaux explore``: the explorer in the browser."""

from __future__ import annotations

import webbrowser
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

from travaux.cli.lazy import COMMANDS
from travaux.cli.options import corpus_argument, layers_option, locate_store

if TYPE_CHECKING:
    from travaux.views.explorer import Explorer

_EPILOG = """\b
Examples:
  travaux explore seeds
  travaux explore seeds --layer reviewed --port 0
  travaux explore unpublished --private
"""


@click.command(short_help=COMMANDS["explore"], epilog=_EPILOG)
@corpus_argument
@layers_option
@click.option(
    "--host", default="127.0.0.1", show_default=True, help="Address to serve at; another than this machine's own opens it to the network."
)
@click.option("--port", type=click.IntRange(0, 65535), default=8750, show_default=True, help="Port of the explorer; 0 takes a free one.")
@click.option("--open/--no-open", "opened", default=True, help="Open it in the browser.")
@click.option(
    "--shared/--private",
    default=True,
    show_default=True,
    help="Let scripts of other web pages in this machine's browser read the data, as SPARQL tools in the browser do, or keep them out.",
)
def explore(corpus: Path | None, layers: tuple[str, ...], host: str, port: int, *, opened: bool, shared: bool) -> None:
    """Build the graph of the CORPUS folder if it has changed, and explore it in the browser.

    Pages, search, map and SPARQL endpoint are served from this machine to this machine alone, and change nothing. What travaux build
    makes meanwhile, in another terminal, is shown from the next page on. For a single file that needs no server: travaux export page
    FILE.html.
    """
    from travaux.cli.commands.build import describe_build
    from travaux.cli.progress import shown_progress
    from travaux.pipeline.build import build
    from travaux.pipeline.workspace import Workspace
    from travaux.web.explorer import serve_explorer

    with shown_progress() as progress:
        built = build(corpus, progress=progress)
    for line in describe_build(built):
        click.echo(line)
    folder = built.corpus.folder

    def tell(address: str) -> None:
        click.echo(f"The explorer is at {address}\nEnd it with Ctrl-C.")
        if opened and not webbrowser.open(address):
            click.echo("No browser could be opened here; open the address yourself.", err=True)

    find = Workspace.to_read(folder).find_current
    serve_explorer(find, lambda: _opened(folder, layers), host=host, port=port, shared=shared, opened=tell)


@contextmanager
def _opened(folder: Path, layers: tuple[str, ...]) -> Iterator[tuple[Explorer, Path]]:
    """Open the newest build of a corpus as it is described now."""
    from travaux.pipeline.workspace import get_built
    from travaux.rdf.store import open_store
    from travaux.reading.corpus import read_corpus
    from travaux.views.explorer import Explorer

    version, location = get_built(folder).folder.name, locate_store(folder, layers)
    with open_store(location, read_only=True) as store:
        yield Explorer(store, read_corpus(folder), version=version, layers=layers), location
