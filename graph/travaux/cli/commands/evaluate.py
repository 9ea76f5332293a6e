"""``travaux evaluate``: how well statements are read, and how far two annotators agree."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from travaux.cli.lazy import COMMANDS
from travaux.cli.options import corpus_option
from travaux.cli.output import count_of, render_table

if TYPE_CHECKING:
    from travaux.analysis.evaluation import Annotated, Gold, Score
    from travaux.model.store import Table

_GROUPS = ("cue", "rule", "document", "manner", "phenomenon")
_FIELDS = ("prevalence", "stance", "act", "speaker_kind", "provisions", "questions", "cue", "speaker", "rationale", "condition", "contrast")


@click.command(short_help=COMMANDS["evaluate"], epilog="Example: travaux evaluate report.jsonl --misses (with report.txt beside it)")
@click.argument("gold", nargs=-1, required=True, type=click.Path(exists=True, path_type=Path))
@click.option(
    "--statements",
    "-s",
    multiple=True,
    type=click.Path(exists=True, path_type=Path),
    metavar="FILE",
    help="Statements to compare, as JSON Lines, or a folder of them; may be repeated.",
)
@corpus_option
@click.option("--format", "form", type=click.Choice(["table", "json"]), default="table", show_default=True, help="Form of the answer.")
@click.option("--misses", is_flag=True, help="List what was missed and what is spurious.")
@click.option("--differ", type=click.Choice(_FIELDS), help="List the matched statements in which this field differs.")
@click.option("--by", type=click.Choice(_GROUPS), help="Count in groups too; the last two are for cases.")
def evaluate(
    gold: tuple[Path, ...],
    statements: tuple[Path, ...],
    corpus: Path | None,
    form: str,
    differ: str | None,
    by: str | None,
    *,
    misses: bool,
) -> None:
    """Score statements against the annotated ones of GOLD.

    GOLD are files of annotated statements (.jsonl), of cases with their texts (.toml), or folders of them. With --statements they are
    compared with the statements of other files: those of `travaux extract`, or those of a second annotator. Without, with what the reader
    finds in the texts that come with GOLD, and with the built graph of the corpus for its own documents.
    """
    from travaux.analysis.evaluation import read_found, read_gold, score

    known = _Texts(corpus)
    annotated = read_gold(gold, known, known.names)
    if by in {"manner", "phenomenon"} and not annotated.cases:
        raise click.UsageError(f"Only cases have a {by}, and {', '.join(map(str, gold))} holds none.")
    found = read_found(statements, annotated.texts, known, known.names) if statements else _find(annotated, corpus, known.names)
    result = score(annotated.statements, found, annotated.documents)
    tables = dict(_tabulate(result, annotated, by, differ, misses=misses))
    click.echo(_render_json(result, tables) if form == "json" else _render_text(result, tables), nl=False)


class _Texts:
    """The texts of the documents of a corpus, each read when it is asked for."""

    def __init__(self, corpus: Path | None) -> None:
        self._given = corpus

    def names(self) -> tuple[str, ...]:
        """Name all documents of the corpus."""
        from travaux.pipeline.workspace import find_corpus
        from travaux.reading.corpus import read_corpus

        return tuple(document.name for document in read_corpus(find_corpus(self._given)).documents)

    def __call__(self, names: Sequence[str]) -> Mapping[str, str]:
        from travaux.pipeline.workspace import find_corpus
        from travaux.reading.corpus import read_corpus
        from travaux.reading.formats import read_source

        if not names:
            return {}
        corpus = read_corpus(find_corpus(self._given))
        wanted = [document for document in corpus.documents if document.name in names]
        return {document.name: read_source(corpus.folder / document.file, document.checksum).text for document in wanted}


def _find(gold: Gold, corpus: Path | None, names: Callable[[], Sequence[str]]) -> list[Annotated]:
    """Find statements where annotated ones are: in the texts that came with them, and in the graph for documents of the corpus."""
    if gold.elsewhere:
        _check_known(gold, names())
    return [*(_read(gold.texts) if gold.texts else ()), *(_of_corpus(corpus) if gold.elsewhere else ())]


def _check_known(gold: Gold, names: Sequence[str]) -> None:
    """Refuse annotated documents that can be read nowhere: everything in them would count as missed."""
    from travaux.analysis.evaluation import known_documents
    from travaux.errors import AnnotationError

    for document, file in gold.elsewhere.items():
        if document not in names:
            ways = f"Put the text beside the annotations, {document}.txt beside {document}.jsonl, or compare --statements FILE."
            hint = f"{known_documents([*gold.texts, *names])} {ways}"
            raise AnnotationError(f"the document {document!r} is not in the corpus", where=str(file), hint=hint)


def _read(texts: Mapping[str, str]) -> Iterator[Annotated]:
    """Read the statements of texts that are no documents of a corpus."""
    from travaux.analysis.evaluation import to_annotated
    from travaux.pipeline.loose_texts import find_in_texts

    for name, statements in find_in_texts(texts):
        yield from (replace(statement, document=name) for statement in to_annotated(statements))


def _of_corpus(folder: Path | None) -> Iterator[Annotated]:
    from travaux.analysis.evaluation import to_annotated
    from travaux.model.argument import Link, Statement
    from travaux.pipeline.workspace import find_corpus, get_built
    from travaux.rdf.store import open_store
    from travaux.rdf.stored import find_records
    from travaux.reading.corpus import read_corpus

    base = read_corpus(find_corpus(folder)).base
    with open_store(get_built(folder).store, read_only=True) as store:
        return to_annotated(find_records(store, Statement, base), find_records(store, Link, base))


def _tabulate(result: Score, gold: Gold, by: str | None, differ: str | None, *, misses: bool) -> Iterator[tuple[str, Table]]:
    from travaux.analysis.evaluation import tables

    yield "statements", tables.overall_table(result)
    yield "fields", tables.fields_table(result)
    if by:
        yield f"by_{by}", tables.group_table(result, by, gold.cases)
    if misses:
        yield "misses", tables.misses_table(result)
    if differ:
        yield f"differing_{differ}", tables.differences_table(result, differ)


def _render_json(result: Score, tables: Mapping[str, Table]) -> str:
    silent = {"without_statements": result.silent, "stayed_empty": result.kept_silent}
    content = {**{name: list(table) for name, table in tables.items()}, "documents": silent, "not_annotated": result.elsewhere}
    return json.dumps(content, ensure_ascii=False, indent=1) + "\n"


def _render_text(result: Score, tables: Mapping[str, Table]) -> str:
    parts = [f"{name.replace('_', ' ').capitalize()}\n\n{render_table(table, 'table')}" for name, table in tables.items()]
    if result.silent:
        parts.append(f"{result.kept_silent} of {count_of(result.silent, 'text')} without statements stayed empty.\n")
    if result.elsewhere:
        parts.append(f"{count_of(result.elsewhere, 'statement')} found in documents that nobody annotated: not counted.\n")
    return "\n".join(parts)
