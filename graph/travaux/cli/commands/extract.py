"""``travaux extract``: the statements of a document."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from travaux.cli.lazy import COMMANDS
from travaux.cli.options import check_folder, format_of, output_option
from travaux.cli.statements import STATEMENT_FORMATS, render_statements

_EXAMPLE = "Example: travaux extract workshop.pdf --output statements.jsonl"


@click.command(short_help=COMMANDS["extract"], epilog=_EXAMPLE)
@click.argument("file", type=click.Path(path_type=Path))
@click.option(
    "--corpus", "-c", type=click.Path(path_type=Path), metavar="FOLDER", help="Folder of a corpus [default: one that FILE lies in, if any]."
)
@click.option(
    "--format", "form", type=click.Choice(["table", *STATEMENT_FORMATS]), help="Format [default: table on a terminal, else jsonl]."
)
@click.option("--lexicon", type=click.Path(path_type=Path), metavar="FILE", help="More reporting language, as in lexicon.ttl.")
@output_option
def extract(file: Path, corpus: Path | None, form: str | None, lexicon: Path | None, output: Path | None) -> None:
    """Read the statements of FILE (.txt, .md, .html, .docx, .pdf or .akn): who said what, with the exact quote and its place.

    A report of a corpus is read with what the corpus knows, and its positions are those of all its reports: build the corpus first,
    and what was read then is taken from there. Any other file is read by itself and linked to the themes of the corpus given.

    What there is to say about the document goes to standard error. A document in which nothing is reported, or that holds no text, or
    that is not English, gives an empty answer and the exit code 0.

    Without --format the ending of --output tells it. A file is replaced only when the new one is complete.
    """
    from travaux.cli.progress import shown_progress
    from travaux.files import writing
    from travaux.pipeline.extract import extract as extract_statements

    check_folder(output)
    form = form or (format_of(output, STATEMENT_FORMATS, "statements") if output else _usual_format())
    with shown_progress() as progress:
        found = extract_statements(file, corpus, *([lexicon] if lexicon else []), progress=progress)
    for remark in found.remarks:
        click.echo(f"{file}: {remark}", err=True)
    pieces = render_statements(found.rows, form)
    if output is None:
        for piece in pieces:
            click.echo(piece, nl=False)
        return
    with writing(output) as written:
        written.writelines(piece.encode() for piece in pieces)
    click.echo(f"Wrote {output}", err=True)


def _usual_format() -> str:
    return "table" if sys.stdout.isatty() else "jsonl"
