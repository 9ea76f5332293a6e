"""``travaux conflicts``: common ground and conflict."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from travaux.cli.answering import answer_format_option, choose_format, render_answer, write_answer
from travaux.cli.lazy import COMMANDS
from travaux.cli.options import corpus_option, layers_option, locate_store, output_option
from travaux.cli.selecting import selection_options, to_selection

if TYPE_CHECKING:
    from travaux.analysis.conflict import Conflicts

_EXAMPLES = """\b
Examples:
  travaux conflicts
  travaux conflicts article 17
  travaux conflicts prevention --coalitions --output prevention.md
"""
_FIRST = 20
_NONE_SELECTED = "No relation recorded joins positions of the statements selected: conflicts are looked for in their words alone."


@click.command(short_help=COMMANDS["conflicts"], epilog=_EXAMPLES)
@click.argument("what", nargs=-1)
@corpus_option
@layers_option
@selection_options
@click.option("--coalitions", is_flag=True, help="Show also which positions go together in the record.")
@click.option("--all", "whole", is_flag=True, help=f"Show all that is found [default: the first {_FIRST} of each kind].")
@answer_format_option
@output_option
def conflicts(
    what: tuple[str, ...],
    corpus: Path | None,
    layers: tuple[str, ...],
    coalitions: bool,  # noqa: FBT001, the names of options
    whole: bool,  # noqa: FBT001
    form: str | None,
    output: Path | None,
    **chosen: Any,  # noqa: ANN401, what selection_options give
) -> None:
    """Show which positions stand against each other, how that was found, and what is common ground.

    WHAT is a provision ("article 24", "chapter III", "adopted article 21"), or a theme; without it, everything is shown.

    A conflict is explicit where the report sets two positions against each other, inferred where a reviewer or a rule reads it so.
    Alternatives of one side and conditions are tensions, no conflicts. Common ground is what recurs, or is ascribed to many or more, and
    what nothing recorded opposes.
    """
    from travaux.analysis.conflict import find_conflicts
    from travaux.rdf.store import open_store
    from travaux.views.answers.conflicts import show_conflicts

    form = choose_format(form, output, "answer")
    with open_store(locate_store(corpus, layers), read_only=True) as store:
        selection = to_selection(store, **chosen)
        limit = None if whole else _FIRST
        found = find_conflicts(store, " ".join(what), selection=selection, limit=limit, coalitions=coalitions)
    rendered = render_answer(found, lambda: show_conflicts(found, whole=whole), form, selection)
    for remark in _remarks(found, form):
        click.echo(remark, err=True)
    write_answer(rendered, output)


def _remarks(found: Conflicts, form: str) -> list[str]:
    """Say what the graph lacks, but not what follows from that; and what is left out where the answer itself does not tell."""
    from travaux.views.answers.conflicts import LACKING

    lacks = found.lacks[0] if found.lacks else ""
    remarks = [_NONE_SELECTED if lacks == "relations" and found.searched.narrowed else LACKING[lacks]] if lacks else []
    given = {"conflicts": found.conflicts, "tensions": found.tensions, "common_ground": found.common_ground}
    left = [
        f"{len(these)} of {found.found[name]} {name.replace('_', ' ')}" for name, these in given.items() if len(these) < found.found[name]
    ]
    return [*remarks, f"The answer holds {', '.join(left)}; --all gives all."] if left and form in {"csv", "json"} else remarks
