"""``travaux export``: the built graph, or the statements in it, as a file."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

import click

from travaux.cli.lazy import COMMANDS
from travaux.cli.options import check_folder, corpus_option, format_of, layers_option, locate_store, output_option
from travaux.cli.statements import STATEMENT_FORMATS, render_statements

if TYPE_CHECKING:
    from travaux.model.store import Store

_FORMATS = {"graph": ("nq", "trig", "ttl", "jsonld"), "statements": STATEMENT_FORMATS}
"""The formats of everything that can be exported, the default first."""

_EXAMPLES = """\b
Examples:
  travaux export --format trig --output graph.trig
  travaux export statements --format csv --output statements.csv
"""


@click.command(short_help=COMMANDS["export"], epilog=_EXAMPLES)
@click.argument("what", type=click.Choice(list(_FORMATS)), default="graph")
@corpus_option
@layers_option
@click.option("--format", "form", type=click.Choice([*_FORMATS["graph"], *_FORMATS["statements"]]), help="Format, as told above.")
@output_option
def export(what: str, corpus: Path | None, layers: tuple[str, ...], form: str | None, output: Path | None) -> None:
    """Write the built graph, or the statements in it.

    \b
    graph       nq (N-Quads, sorted), trig, ttl (without named graphs) or jsonld
    statements  jsonl (an object a line, as travaux extract prints it), json (a list) or csv

    Without --format the ending of --output tells it, or else it is the first one. The same graph gives the same bytes. A file is
    replaced only when the new one is complete.
    """  # noqa: D301, \\b is click's mark of lines to leave as they are
    from travaux.files import writing
    from travaux.rdf.store import open_store

    form = _choose_format(what, form, output)
    check_folder(output)
    with open_store(locate_store(corpus, layers), read_only=True) as store:
        if output is None:
            _write(what, form, store, corpus, sys.stdout.buffer)
            return
        with writing(output) as file:
            _write(what, form, store, corpus, file)
    click.echo(f"Wrote {output}", err=True)


def _write(what: str, form: str, store: Store, corpus: Path | None, out: BinaryIO) -> None:
    from travaux.pipeline.export import export_statements
    from travaux.pipeline.workspace import find_corpus
    from travaux.rdf.export import EXPORTS
    from travaux.reading.corpus import read_corpus

    if what == "graph":
        EXPORTS[form](store, out)
        return
    out.writelines(piece.encode() for piece in render_statements(export_statements(store, read_corpus(find_corpus(corpus))), form))


def _choose_format(what: str, form: str | None, output: Path | None) -> str:
    formats = _FORMATS[what]
    if form is None:
        return format_of(output, formats, what) if output else formats[0]
    if form not in formats:
        other = next(name for name, its in _FORMATS.items() if form in its)
        raise click.UsageError(f"{form} is a format of the {other}: travaux export {other} --format {form}")
    return form
