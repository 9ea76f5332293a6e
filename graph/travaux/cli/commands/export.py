"""``travaux export``: the whole graph as a file."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from travaux.cli.lazy import COMMANDS
from travaux.cli.options import corpus_option

_FORMATS = ("nq", "trig", "ttl", "jsonld")


@click.command(short_help=COMMANDS["export"], epilog="Example: travaux export --format trig --output graph.trig")
@corpus_option
@click.option("--format", "form", type=click.Choice(_FORMATS), help="Format [default: by the ending of --output, else nq].")
@click.option("--output", "-o", type=click.Path(path_type=Path, dir_okay=False), help="File to write [default: standard output].")
def export(corpus: Path | None, form: str | None, output: Path | None) -> None:
    """Write the built graph: nq (N-Quads, sorted), trig, ttl (without named graphs) or jsonld.

    The same graph gives the same bytes. A file is replaced only when the new one is complete.
    """
    from travaux.files import writing
    from travaux.pipeline.workspace import get_built
    from travaux.rdf.export import EXPORTS
    from travaux.rdf.store import open_store

    write = EXPORTS[form or _by_ending(output)]
    if output and not output.parent.is_dir():
        raise click.UsageError(f"There is no folder {output.parent} to write to.")
    with open_store(get_built(corpus).store, read_only=True) as store:
        if output is None:
            write(store, sys.stdout.buffer)
            return
        with writing(output) as file:
            write(store, file)
    click.echo(f"Wrote {output}", err=True)


def _by_ending(output: Path | None) -> str:
    ending = output.suffix.removeprefix(".") if output else ""
    if output and ending not in _FORMATS:
        raise click.UsageError(f"The ending of {output} names no format. Give --format, or one of the endings {', '.join(_FORMATS)}.")
    return ending or "nq"
