"""``travaux ask``: the questions that come with Travaux."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from travaux.cli.lazy import COMMANDS
from travaux.cli.options import corpus_option, layers_option, locate_store
from travaux.cli.output import TABLE_FORMATS, render_table

if TYPE_CHECKING:
    from travaux.rdf.named_queries import NamedQuery

_NAME = re.compile(r"[a-z][a-z_-]*")
"""What stands before ``=`` where the name of a parameter is meant."""


@click.command(short_help=COMMANDS["ask"], epilog="Example: travaux ask paragraphs-on-article article=24")
@click.argument("name", required=False)
@click.argument("values", nargs=-1)
@corpus_option
@layers_option
@click.option("--format", "form", type=click.Choice(TABLE_FORMATS), default="table", show_default=True, help="Format of the answer.")
@click.option("--show", is_flag=True, help="Print the SPARQL of the question instead of answering it.")
def ask(name: str | None, values: tuple[str, ...], corpus: Path | None, layers: tuple[str, ...], form: str, *, show: bool) -> None:
    """Ask the question NAME; without a name, list all questions.

    VALUES are what the question asks for, written as name=value or in the order listed.
    """
    from travaux.rdf.named_queries import get_named_query

    if name is None:
        click.echo(_list_questions(), nl=False)
        return
    question = get_named_query(name)
    if show:
        click.echo(question.text, nl=False)
        return
    _answer(question, values, locate_store(corpus, layers), form)


def _answer(question: NamedQuery, values: Sequence[str], location: Path, form: str) -> None:
    from travaux.rdf.named_queries import answer, find_missing
    from travaux.rdf.store import open_store

    with open_store(location, read_only=True) as store:
        table = answer(store, question, _name_values(question, values))
        missing = find_missing(store, question)
    if missing:
        click.echo(f"This graph holds no {missing} yet, so the answer says nothing about what was said.", err=True)
    if form == "table":
        click.echo(f"{question.header.answers}\n")
    click.echo(render_table(table, form), nl=False)
    if form == "table":
        for note in question.header.notes:
            click.echo(f"Note: {note}")


def _name_values(question: NamedQuery, values: Sequence[str]) -> dict[str, str]:
    """Give every value the name of its parameter: the one written before ``=``, else that of the place where it stands."""
    names = [parameter.name for parameter in question.header.parameters]
    given: dict[str, str] = {}
    for place, value in enumerate(values):
        name, equals, text = value.partition("=")
        if equals and name not in names and _NAME.fullmatch(name):
            raise click.UsageError(f"{question.name!r} has no parameter {name!r}. {question.header.expectation()}")
        if not equals or name not in names:
            if place >= len(names):
                raise click.UsageError(f"{question.name!r} cannot take {value!r}. {question.header.expectation()}")
            name, text = names[place], value
        given[name] = text
    return given


def _list_questions() -> str:
    from travaux.model.store import Table
    from travaux.rdf.named_queries import named_queries

    free = [question for question in named_queries() if question.header.needs is None]
    needy = [question for question in named_queries() if question.header.needs is not None]
    columns = ("question", "what_it_answers", "values")
    shown = render_table(Table(columns, tuple((one.name, one.header.answers, _takes(one)) for one in free)), "table")
    rows = tuple((one.name, one.header.answers, _takes(one), _needs(one)) for one in needy)
    heading = "Questions about what was said, for graphs that hold what they need:"
    return f"{shown}\n{heading}\n\n{render_table(Table((*columns, 'needs'), rows), 'table')}"


def _needs(question: NamedQuery) -> str:
    return question.header.needs.kind if question.header.needs else ""


def _takes(question: NamedQuery) -> str:
    return " ".join(parameter.name if parameter.required else f"[{parameter.name}]" for parameter in question.header.parameters)
