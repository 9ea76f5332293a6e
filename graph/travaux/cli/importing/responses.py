"""``travaux import responses``."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from travaux.cli.importing.report import Report
from travaux.cli.lazy import IMPORTS
from travaux.cli.options import corpus_option, dry_run_option
from travaux.views.counting import count_of

if TYPE_CHECKING:
    from travaux.pipeline.responses import Imported

_EXAMPLE = "Example: travaux import responses survey.csv --consultation survey --dry-run"


@click.command(short_help=IMPORTS["responses"], epilog=_EXAMPLE)
@click.argument("file", type=click.Path(path_type=Path))
@corpus_option
@click.option("--consultation", required=True, metavar="NAME", help="Short name of the consultation that was answered.")
@click.option("--respondent", metavar="COLUMN", help="Column with the names, or numbers, of respondents [default: by its heading].")
@click.option("--organization", metavar="COLUMN", help="Column with their organizations [default: by its heading].")
@click.option("--state", metavar="COLUMN", help="Column with the States of named respondents.")
@click.option("--answers", metavar="COLUMN", multiple=True, help="Column with the answers to one question; may be repeated.")
@click.option("--question", metavar="COLUMN", help="Column with the questions, where each row is one answer.")
@click.option("--answer", metavar="COLUMN", help="Column with the answers, where each row is one answer.")
@click.option("--questions-of", metavar="DOCUMENT", help="Concept note whose questions were answered [default: that of the consultation].")
@click.option("--sheet", metavar="NAME", help="Sheet of a spreadsheet that has several.")
@click.option("--anonymous", is_flag=True, help="Keep no names: the corpus gets a copy of the answers alone.")
@click.option("--name", help="Short name in the corpus [default: made from the file name].")
@click.option("--title", help="Title of the document [default: made from the name].")
@click.option("--update", is_flag=True, help="Put FILE in place of the answers of that name that are in the corpus.")
@dry_run_option
def responses(
    file: Path,
    consultation: str,
    corpus: Path | None,
    *,
    questions_of: str | None,
    name: str | None,
    title: str | None,
    update: bool,
    dry_run: bool,
    answers: tuple[str, ...],
    anonymous: bool,
    **columns: str | None,
) -> None:
    """Add the answers to a consultation in FILE (.csv, .tsv or .xlsx) to a corpus.

    A table has a row for each respondent and a column for each question, or a row for each answer. What its columns hold is guessed from
    their headings where that is clear, and printed. Nothing is added unless everything can be read.
    """
    from travaux.pipeline.responses import import_responses
    from travaux.pipeline.workspace import find_corpus
    from travaux.reading.responses.planning import Wanted

    folder = find_corpus(corpus)
    wanted = Wanted(answers=answers, anonymous=anonymous, **columns)
    told = import_responses(
        folder, file, consultation, wanted, questions_of=questions_of, name=name, title=title, update=update, dry_run=dry_run
    )
    _report(told, untitled=title is None and not update, dry_run=dry_run).print(folder, dry_run=dry_run)


def _report(told: Imported, *, untitled: bool, dry_run: bool) -> Report:
    columns = told.document.columns
    lines = [f"Guessed {guess}" for guess in told.guesses]
    if told.left_out and columns is not None:
        copy = "They are not in the copy." if columns.anonymous else "They stay in the copy of the file; --anonymous leaves them out."
        lines.append(f"Not read: {', '.join(map(repr, told.left_out))}. {copy}")
    unnamed = told.respondents - told.named
    questions = count_of(len(columns.questions) if columns else 0, "question")
    note = columns.questions_of if columns else None
    held = (
        f"{told.document.name}: {count_of(told.answers, 'answer')} of {count_of(told.respondents, 'respondent')} "
        f"({told.named:,} named, {unnamed:,} without a name) to {questions} {f'of {note}' if note else 'of the table itself'}"
    )
    if told.silent:
        lines.append(f"{count_of(told.silent, 'row')} without an answer {'is' if told.silent == 1 else 'are'} not taken.")
    if untitled and not told.there:
        of_added = "" if dry_run else ", or write it into corpus.toml"
        lines.append(f"It is cited as {told.document.title!r}, after its name: --title gives a better one{of_added}.")
    if told.bared:
        lines.append(f"The names are no longer in {told.document.file}; the next build removes the builds that hold them. They stay in")
        lines.append("the history of git, in exports and other copies made before, and in words that review/ quotes.")
    return Report(lines=lines, changed=[] if told.there else [held], unchanged=[held] if told.there else [])
