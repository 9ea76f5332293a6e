"""``travaux add``: another document for a corpus."""

from __future__ import annotations

import datetime as dt
import shlex
from pathlib import Path
from typing import Any

import click

from travaux.cli.lazy import COMMANDS
from travaux.cli.options import corpus_option
from travaux.errors import DocumentError

_KINDS = ("report", "concept-note", "draft-text", "submission", "other")


_EXAMPLE = "Example: travaux add workshop.pdf --corpus plastics --title 'Report of the workshop' --date 2026-03-04"


def _read_date(_context: click.Context, _option: click.Parameter, given: str | None) -> dt.date | None:
    try:
        return dt.date.fromisoformat(given) if given else None
    except ValueError as error:
        raise click.BadParameter(f"{given!r} is no date; write it as year, month and day: 2026-03-04") from error


@click.command(short_help=COMMANDS["add"], epilog=_EXAMPLE)
@click.argument("document", type=click.Path(path_type=Path))
@corpus_option
@click.option("--title", help="Title of the document [default: made from the file name].")
@click.option("--kind", type=click.Choice(_KINDS), help="What the document is for [default: report].")
@click.option("--name", help="Short name in the corpus [default: made from the file name].")
@click.option("--symbol", help="Document symbol, such as A/AC.291/22.")
@click.option("--date", metavar="YYYY-MM-DD", callback=_read_date, help="Date of the document.")
@click.option("--consultation", help="Short name of the consultation that it prepares or reports on; it must stand in corpus.toml.")
@click.option("--update", is_flag=True, help="The document is in the corpus already: renew its file, checksum and what is given here.")
def add(document: Path, corpus: Path | None, *, update: bool, **given: Any) -> None:  # noqa: ANN401, what click gives depends on the options
    """Add DOCUMENT (.txt, .md, .html, .docx, .pdf or .akn) to a corpus: copy it into the folder and describe it in corpus.toml.

    A document that cannot be read is refused, and the corpus stays as it is.
    """
    from travaux.pipeline.workspace import find_corpus
    from travaux.reading.corpus_edit import add_document
    from travaux.reading.formats import read_source
    from travaux.reading.tables import TABLE_SUFFIXES

    folder = find_corpus(corpus)
    if document.suffix.lower() in TABLE_SUFFIXES:
        # The one way in for tables: it checks what their columns hold, and keeps names out where none are to be kept.
        hint = f"Add answers to a consultation: travaux import responses {shlex.quote(str(document))}"
        raise DocumentError("a table is no document by itself", where=str(document), hint=f"{hint}{' --update' * update}.")
    described = {key: value for key, value in given.items() if value is not None}
    if not update:
        described.setdefault("kind", "report")
    for warning in read_source(document).warnings:
        click.echo(f"Warning: {document}: {warning}", err=True)
    added = add_document(folder, document, update=update, **described)
    click.echo(f"{'Updated' if update else 'Added'} {added.name} ({added.file}).\nNext: travaux build {shlex.quote(str(folder))}")
