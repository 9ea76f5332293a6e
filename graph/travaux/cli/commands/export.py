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
    from travaux.model.corpus import Corpus
    from travaux.model.store import Store

_FORMATS = {"graph": ("nq", "trig", "ttl", "jsonld"), "statements": STATEMENT_FORMATS, "page": ("html",)}
"""The formats of everything that can be exported, the default first."""

_EXAMPLES = """\b
Examples:
  travaux export --format trig --output graph.trig
  travaux export statements --format csv --output statements.csv
  travaux export page negotiation.html
"""


@click.command(short_help=COMMANDS["export"], epilog=_EXAMPLES)
@click.argument("what", type=click.Choice(list(_FORMATS)), default="graph")
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False), required=False)
@corpus_option
@layers_option
@click.option(
    "--format", "form", type=click.Choice([*(form for forms in _FORMATS.values() for form in forms)]), help="Format, as told above."
)
@output_option
def export(what: str, file: Path | None, corpus: Path | None, layers: tuple[str, ...], form: str | None, output: Path | None) -> None:
    """Write the built graph, the statements in it, or the explorer as one page, to FILE or to standard output.

    \b
    graph       nq (N-Quads, sorted), trig, ttl (without named graphs) or jsonld
    statements  jsonl (an object a line, as travaux extract prints it), json (a list) or csv
    page        html: the explorer in one file that needs neither server nor network

    Without --format the ending of the file tells it, or else it is the first one. The same graph gives the same bytes. A file is
    replaced only when the new one is complete.
    """  # noqa: D301, \\b is click's mark of lines to leave as they are
    from travaux.files import writing
    from travaux.rdf.store import open_store

    if file is not None and output is not None:
        raise click.UsageError("Name the file once: as FILE or with --output.")
    output = output or file
    form = _choose_format(what, form, output)
    check_folder(output)
    with open_store(locate_store(corpus, layers), read_only=True) as store:
        if output is None:
            _write(what, form, store, corpus, sys.stdout.buffer)
            return
        with writing(output) as out:
            _write(what, form, store, corpus, out)
    click.echo(f"Wrote {output}", err=True)


def _write(what: str, form: str, store: Store, corpus: Path | None, out: BinaryIO) -> None:
    from travaux.pipeline.export import export_statements
    from travaux.pipeline.workspace import find_corpus
    from travaux.rdf.export import EXPORTS
    from travaux.reading.corpus import read_corpus

    if what == "graph":
        EXPORTS[form](store, out)
        return
    read = read_corpus(find_corpus(corpus))
    if what == "page":
        _write_page(store, read, out)
    else:
        out.writelines(piece.encode() for piece in render_statements(export_statements(store, read), form))


def _write_page(store: Store, corpus: Corpus, out: BinaryIO) -> None:
    from travaux.cli.progress import shown_progress
    from travaux.views.explorer import Explorer
    from travaux.views.offline import render_file

    with shown_progress() as progress:
        out.write(render_file(Explorer(store, corpus), progress).encode())


def _choose_format(what: str, form: str | None, output: Path | None) -> str:
    formats = _FORMATS[what]
    if form is None:
        return format_of(output, formats, what) if output else formats[0]
    if form not in formats:
        other = next(name for name, its in _FORMATS.items() if form in its)
        raise click.UsageError(f"{form} is a format of the {other}: travaux export {other} --format {form}")
    return form
