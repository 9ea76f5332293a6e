"""``travaux arguments``: how positions stand against the objections recorded."""

from __future__ import annotations

import math
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from travaux.cli.answering import answer_format_option, choose_format, render_answer, write_answer
from travaux.cli.lazy import COMMANDS
from travaux.cli.options import corpus_option, layers_option, locate_store, output_option
from travaux.cli.selecting import selection_options, to_selection

if TYPE_CHECKING:
    from travaux.analysis.argumentation import Arguments

_EXAMPLES = """\b
Examples:
  travaux arguments
  travaux arguments article 17 --semantics preferred
  travaux arguments security by default --explicit-only
"""


def _check_finite(_context: click.Context, _option: click.Parameter, value: float) -> float:
    if not math.isfinite(value):
        raise click.BadParameter(f"{value} is no number of seconds.")
    return value


@click.command(short_help=COMMANDS["arguments"], epilog=_EXAMPLES)
@click.argument("what", nargs=-1)
@corpus_option
@layers_option
@selection_options
@click.option(
    "--semantics",
    type=click.Choice(["grounded", "preferred", "stable"]),
    default="grounded",
    show_default=True,
    help="What it takes to survive.",
)
@click.option(
    "--support",
    type=click.Choice(["necessary", "deductive", "none"]),
    default="necessary",
    show_default=True,
    help="Whether objections are carried from a reason to what rests on it, from that to the reason, or not at all.",
)
@click.option("--explicit-only", is_flag=True, help="Only relations that the text itself marks, none that an editor inferred.")
@click.option(
    "--gradual", type=click.Choice(["df-quad", "quadratic-energy"]), metavar="METHOD", help="Add strengths: df-quad or quadratic-energy."
)
@click.option("--sets", type=click.IntRange(min=1), default=100, show_default=True, help="Most sets listed of one contested group.")
@click.option(
    "--seconds",
    type=click.FloatRange(min=0, min_open=True),
    callback=_check_finite,
    default=20.0,
    show_default=True,
    help="Most seconds spent on searching.",
)
@answer_format_option
@output_option
def arguments(
    what: tuple[str, ...],
    corpus: Path | None,
    layers: tuple[str, ...],
    semantics: str,
    support: str,
    explicit_only: bool,  # noqa: FBT001, click gives options by name
    gradual: str | None,
    sets: int,
    seconds: float,
    form: str | None,
    output: Path | None,
    **selected: Any,  # noqa: ANN401, the options of a selection
) -> None:
    """Tell which positions survive the objections that the reports record.

    WHAT is the key of a position, words of its claim, a theme, or a provision such as "article 17". Without it, the parts of the map that
    recorded relations join are told, and the positions to which something is objected.

    This weighs recorded reasons and objections by rules of argumentation theory. It does not say which position is right, nor how many hold
    it; where nothing is objected, it says "no objection is recorded". Relations that only limit a position are shown and not weighed.
    """
    from travaux.analysis.argumentation import Gradual, Limits, Semantics, Support, evaluate_arguments
    from travaux.rdf.store import open_store
    from travaux.views.answers.arguments import show_arguments

    form = choose_format(form, output, "arguments")
    with open_store(locate_store(corpus, layers), read_only=True) as store:
        selection = to_selection(store, **selected)
        answer = evaluate_arguments(
            store,
            " ".join(what),
            semantics=Semantics(semantics),
            support=Support(support),
            explicit_only=explicit_only,
            gradual=Gradual(gradual) if gradual else None,
            selection=selection,
            limits=Limits(sets=sets, seconds=seconds),
        )
    rendered = render_answer(answer, lambda: show_arguments(answer), form, selection)
    for remark in _remarks(answer):
        click.echo(remark, err=True)
    write_answer(rendered, output)


def _remarks(answer: Arguments) -> Iterator[str]:
    from travaux.analysis.argumentation import Standing

    if not answer.relations:
        none = "This graph holds no positions" if not answer.alone else "No relation between positions is on file for what was selected"
        yield f"{none}, so there is nothing to weigh; reviewers record relations in review/relations.toml."
    elif answer.what and not answer.accounts:
        yield "No position on file fits. That is not the same as: not said."
    if not answer.complete:
        yield "Not everything was found out within the limits: raise --sets or --seconds, or ask about one position."
    if any(one.standing is Standing.NO_SET for part in answer.parts for one in part.positions):
        yield "In a part of the map no set of positions is stable; --semantics preferred always gives some."
    if answer.unsettled_strengths:
        yield f"The strengths of {len(answer.unsettled_strengths)} positions do not settle: they bear on one another in a circle."
