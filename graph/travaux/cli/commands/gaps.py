"""``travaux gaps``: what the record does not hold."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from travaux.analysis.gaps.kinds import GapKind
from travaux.cli.answering import answer_format_option, choose_format, render_answer, write_answer
from travaux.cli.lazy import COMMANDS
from travaux.cli.options import corpus_option, layers_option, locate_store, output_option
from travaux.cli.selecting import selection_options, to_selection

if TYPE_CHECKING:
    from travaux.analysis.gaps import Gaps

_EXAMPLES = """\b
Examples:
  travaux gaps
  travaux gaps --kind unanswered-questions --kind silent-agenda-items
  travaux gaps --consultation fifth --output gaps.md
"""
_FIRST = 20


@click.command(short_help=COMMANDS["gaps"], epilog=_EXAMPLES)
@corpus_option
@layers_option
@selection_options
@click.option("--kind", "kinds", multiple=True, type=click.Choice([kind.value for kind in GapKind]), help="Only gaps of this kind.")
@click.option("--all", "whole", is_flag=True, help=f"Show all that is found [default: the first {_FIRST} of each kind].")
@answer_format_option
@output_option
def gaps(
    corpus: Path | None,
    layers: tuple[str, ...],
    kinds: tuple[str, ...],
    whole: bool,  # noqa: FBT001, the name of an option
    form: str | None,
    output: Path | None,
    **chosen: Any,  # noqa: ANN401, what selection_options give
) -> None:
    """Show what the record does not hold: questions without an answer, silent provisions and agenda items, themes raised once or never.

    Each kind says what was searched for it. Not found is not the same as not said: the report may be silent, or a rule may have missed
    it. Only statements that the options leave fill a gap.
    """
    from travaux.analysis.gaps import find_gaps
    from travaux.rdf.store import open_store
    from travaux.views.answers.gaps import show_gaps

    form = choose_format(form, output, "answer")
    with open_store(locate_store(corpus, layers), read_only=True) as store:
        selection = to_selection(store, **chosen)
        wanted = [GapKind(kind) for kind in kinds] or list(GapKind)
        found = find_gaps(store, wanted, selection=selection, limit=None if whole else _FIRST)
    rendered = render_answer(found, lambda: show_gaps(found), form, selection)
    for remark in _remarks(found, form):
        click.echo(remark, err=True)
    write_answer(rendered, output)


def _remarks(found: Gaps, form: str) -> list[str]:
    if not found.searched.statements:
        return ["This graph holds no statements that fit, so that everything is a gap."]
    left = [f"{len(one.gaps)} of {one.total} {one.kind.value}" for one in found.sections if len(one.gaps) < one.total]
    return [f"The answer holds {', '.join(left)}; --all gives all."] if left and form in {"csv", "json"} else []
