"""``travaux themes``: what comes up, and what comes up again."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from travaux.cli.answering import answer_format_option, choose_format, render_answer, write_answer
from travaux.cli.lazy import COMMANDS
from travaux.cli.options import corpus_option, layers_option, locate_store, output_option
from travaux.cli.recurrence import all_option, limit_option, tell_lacks
from travaux.cli.selecting import selection_options, to_selection

_EXAMPLES = """\b
Examples:
  travaux themes --recurring
  travaux themes --chapter V
  travaux themes --by-chapter --output themes.md
"""


@click.command(short_help=COMMANDS["themes"], epilog=_EXAMPLES)
@corpus_option
@layers_option
@selection_options
@click.option("--recurring", is_flag=True, help="Only themes that come up in more than one consultation.")
@click.option("--chapter", metavar="NUMBER", help="Only what was said under this chapter of the first version of the treaty.")
@click.option("--by-chapter", is_flag=True, help="Show what comes up under each chapter, in place of sentences.")
@limit_option(5, "Themes and positions to show with sentences, or listed under a chapter.")
@all_option
@answer_format_option
@output_option
def themes(
    corpus: Path | None,
    layers: tuple[str, ...],
    recurring: bool,  # noqa: FBT001, a flag
    chapter: str | None,
    by_chapter: bool,  # noqa: FBT001, a flag
    limit: int,
    everything: bool,  # noqa: FBT001, a flag
    form: str | None,
    output: Path | None,
    **chosen: Any,  # noqa: ANN401, the options of a selection
) -> None:
    """Show the themes that come up, in which consultations, and the positions that recur.

    Counts are of statements in the reports, never of speakers. A statement on a narrower theme is also one on the broader; where the
    theme itself has fewer, these are shown in brackets. A statement is of the chapter of the provision that it cites, else of the one
    that it stands under.
    """
    from travaux.analysis.recurrence import find_lacks, find_recurrence
    from travaux.rdf.store import open_store
    from travaux.views.answers.themes import themes_report

    form = choose_format(form, output, "themes")
    most = None if everything else limit
    with open_store(locate_store(corpus, layers), read_only=True) as store:
        lacks = find_lacks(store)
        selection = to_selection(store, **chosen)
        found = find_recurrence(store, selection, chapter=chapter, only_recurring=recurring, by_chapter=by_chapter, limit=most)
    tell_lacks(lacks, found=bool(found.themes or found.positions))
    write_answer(render_answer(found, lambda: themes_report(found, most), form, selection), output)
