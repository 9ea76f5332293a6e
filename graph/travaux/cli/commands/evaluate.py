"""``travaux evaluate``: how well statements are read, and how far annotators and reviewers agree."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from travaux.cli.lazy import COMMANDS
from travaux.cli.options import corpus_option
from travaux.cli.output import render_table
from travaux.views.counting import count_of

if TYPE_CHECKING:
    from travaux.analysis.evaluation import Gold, Score
    from travaux.model.store import Table

_GROUPS = ("cue", "rule", "document", "manner", "phenomenon")
_FIELDS = ("prevalence", "stance", "act", "speaker_kind", "provisions", "questions", "cue", "speaker", "rationale", "condition", "contrast")
_REVIEWED = ("stands", "stance", "act", "speaker_kind", "prevalence", "provisions", "questions", "themes", "position")
_STANDING, _PROPOSED = "reviewed", "extracted"


@click.command(short_help=COMMANDS["evaluate"], epilog="Example: travaux evaluate report.jsonl --misses (with report.txt beside it)")
@click.argument("gold", nargs=-1, type=click.Path(exists=True, path_type=Path))
@click.option(
    "--statements",
    "-s",
    multiple=True,
    type=click.Path(exists=True, path_type=Path),
    metavar="FILE",
    help="Statements to compare, as JSON Lines, or a folder of them; may be repeated.",
)
@click.option("--reviewers", is_flag=True, help="Compare the reviewers of the corpus with one another; needs no GOLD.")
@corpus_option
@click.option(
    "--layer",
    type=click.Choice([_STANDING, _PROPOSED]),
    default=_STANDING,
    show_default=True,
    help="Statements of the corpus: reviewed over extracted, or what rules propose.",
)
@click.option("--format", "form", type=click.Choice(["table", "json"]), default="table", show_default=True, help="Form of the answer.")
@click.option("--misses", is_flag=True, help="List what was missed and what is spurious.")
@click.option("--differ", type=click.Choice(tuple(dict.fromkeys((*_FIELDS, *_REVIEWED)))), help="List where this field differs.")
@click.option("--by", type=click.Choice(_GROUPS), help="Count in groups too; the last two are for cases.")
def evaluate(
    gold: tuple[Path, ...],
    statements: tuple[Path, ...],
    corpus: Path | None,
    layer: str,
    form: str,
    differ: str | None,
    by: str | None,
    *,
    reviewers: bool,
    misses: bool,
) -> None:
    """Score statements against the annotated ones of GOLD, or compare reviewers.

    GOLD are files of annotated statements (.jsonl), of cases with their texts (.toml), or folders of them. With --statements they are
    compared with the statements of other files: those of `travaux extract`, or those of a second annotator. Without, with what the reader
    finds in the texts that come with GOLD, and with the built graph of the corpus for its own documents. In the graph people's decisions
    stand over what rules propose; --layer extracted compares the proposals alone.

    With --reviewers and without GOLD, the decisions of the reviewers of a corpus are compared, as they stand in its review files.
    """
    from travaux.analysis.evaluation import read_found, read_gold, score
    from travaux.cli.found_statements import Texts, find
    from travaux.cli.second_opinions import render_agreement

    _check_field(differ, _REVIEWED if reviewers else _FIELDS, "among reviewers" if reviewers else "with GOLD")
    proposed = layer == _PROPOSED
    if reviewers:
        _refuse("--reviewers", {"GOLD": gold, "--statements": statements, "--layer": proposed, "--misses": misses, "--by": by})
        click.echo(render_agreement(corpus, form, differ), nl=False)
        return
    if not gold:
        raise click.UsageError("Give GOLD, files of annotated statements, or --reviewers to compare the reviewers of the corpus.")
    if statements:
        _refuse("--statements", {"--layer": proposed})
    texts = Texts(corpus)
    annotated = read_gold(gold, texts, texts.names)
    if by in {"manner", "phenomenon"} and not annotated.cases:
        raise click.UsageError(f"Only cases have a {by}, and {', '.join(map(str, gold))} holds none.")
    found = read_found(statements, annotated.texts, texts, texts.names) if statements else find(annotated, texts, proposed=proposed)
    result = score(annotated.statements, found, annotated.documents)
    tables = dict(_tabulate(result, annotated, by, differ, misses=misses))
    click.echo(_render_json(result, tables) if form == "json" else _render_text(result, tables), nl=False)


def _check_field(differ: str | None, compared: Sequence[str], where: str) -> None:
    if differ and differ not in compared:
        raise click.UsageError(f"The field {differ} is not compared {where}. These are: {', '.join(compared)}.")


def _refuse(option: str, others: Mapping[str, object]) -> None:
    """Refuse what says nothing beside an option."""
    given = [name for name, value in others.items() if value]
    if given:
        raise click.UsageError(f"{' and '.join(given)} cannot be given together with {option}.")


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
