"""``travaux query``: SPARQL over the built graph."""

from __future__ import annotations

import math
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from travaux.cli.lazy import COMMANDS
from travaux.cli.options import corpus_option, layers_option, locate_store

if TYPE_CHECKING:
    from travaux.rdf.sparql.answer import Answer

_FORMATS = ("table", "json", "csv", "tsv", "xml", "turtle", "ntriples", "json-ld")


def _refuse_nan(_context: click.Context, _option: click.Parameter, seconds: float) -> float:
    if math.isnan(seconds):
        raise click.BadParameter("nan is no time limit")
    return seconds


@click.command(
    short_help=COMMANDS["query"], epilog="Example: travaux query 'SELECT ?label WHERE { ?item a trv:AgendaItem ; rdfs:label ?label }'"
)
@click.argument("sparql", required=False)
@corpus_option
@layers_option
@click.option("--file", "-f", "path", type=click.Path(path_type=Path, dir_okay=False), help="Read the query from a file.")
@click.option("--format", "form", type=click.Choice(_FORMATS), help="Format [default: table, or turtle for CONSTRUCT].")
@click.option(
    "--seconds", type=click.FloatRange(min=0.1, max=86_400), callback=_refuse_nan, default=30, show_default=True, help="Time limit."
)
@click.option("--rows", type=click.IntRange(min=1), default=10_000, show_default=True, help="Show at most so many rows or triples.")
def query(
    sparql: str | None,
    corpus: Path | None,
    layers: tuple[str, ...],
    path: Path | None,
    form: str | None,
    seconds: float,
    rows: int,
) -> None:
    """Run the query SPARQL, or the one in --file, or the one on standard input.

    The prefixes trv, scheme, rdf, rdfs, owl, xsd, skos, dcterms, prov, oa, foaf, org and sh need no declaration. The query reads all named
    graphs as one. Updates, SERVICE and everything that would reach the network are refused.
    """
    from travaux.rdf.sparql.worker import run_query

    text = _read(sparql, path)
    with run_query(locate_store(corpus, layers), text, seconds=seconds, rows=rows) as answer:
        _write(answer, form)
        if answer.cut:
            click.echo(f"There is more: this is cut at {rows} (--rows).", err=True)


def _read(sparql: str | None, path: Path | None) -> str:
    if sparql is not None and path is not None:
        raise click.UsageError("Give the query as an argument or in a file, not both.")
    if path is not None:
        try:
            return path.read_text("utf-8")
        except (OSError, UnicodeDecodeError) as error:
            raise click.UsageError(f"The query cannot be read from {path}: {error}") from error
    if sparql in {None, "-"}:
        if sys.stdin.isatty() and sparql is None:
            raise click.UsageError("Give a query, as an argument, with --file, or on standard input.")
        return sys.stdin.buffer.read().decode("utf-8", errors="replace")
    return str(sparql)


def _write(answer: Answer, form: str | None) -> None:
    from travaux.cli.output import render_table
    from travaux.rdf.sparql.keywords import QueryKind

    if form in {None, "table"} and answer.kind is QueryKind.SELECT:
        click.echo(render_table(answer.to_table(), "table"), nl=False)
    elif form in {None, "table"} and answer.kind is QueryKind.ASK:
        click.echo("true" if answer.truth else "false")
    else:
        answer.write(sys.stdout.buffer, "turtle" if form in {None, "table"} else str(form))
        sys.stdout.buffer.write(b"\n" if form in {"json", "xml", "json-ld"} else b"")
