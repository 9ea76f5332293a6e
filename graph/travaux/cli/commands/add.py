"""``travaux add``: another document for a corpus."""

from __future__ import annotations

from pathlib import Path

import click

from travaux.cli.lazy import COMMANDS
from travaux.cli.options import corpus_option

_KINDS = ("report", "concept-note", "draft-text", "submission", "other")


@click.command(
    short_help=COMMANDS["add"],
    epilog="Example: travaux add workshop.pdf --corpus plastics --title 'Report of the workshop' --date 2026-03-04",
)
@click.argument("document", type=click.Path(path_type=Path))
@corpus_option
@click.option("--title", help="Title of the document [default: its file name].")
@click.option("--kind", type=click.Choice(_KINDS), default="report", show_default=True, help="What the document is for.")
@click.option("--id", "name", help="Short name in the corpus [default: made from the file name].")
@click.option("--symbol", help="Document symbol, such as A/AC.291/22.")
@click.option("--date", help="Date of the document, as YYYY-MM-DD.")
@click.option("--consultation", help="Short name of the consultation that it prepares or reports on; it must stand in corpus.toml.")
@click.option("--update", is_flag=True, help="The file of a document in the corpus has changed on purpose: take its new checksum.")
def add(document: Path, corpus: Path | None, *, update: bool, **described: str | None) -> None:
    """Add DOCUMENT (.txt, .md, .html, .docx or .pdf) to a corpus: copy it and describe it in corpus.toml."""
    from travaux.pipeline.workspace import find_corpus
    from travaux.reading.corpus_edit import add_document, update_document

    folder = find_corpus(corpus)
    name = update_document(folder, document) if update else add_document(folder, document, **described)
    click.echo(f"{'Updated' if update else 'Added'} {name}.\nNext: travaux build {folder}")
