"""``travaux compare``: two consultations side by side."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from travaux.cli.answering import answer_format_option, choose_format, render_answer, write_answer
from travaux.cli.lazy import COMMANDS
from travaux.cli.options import corpus_option, layers_option, locate_store, output_option
from travaux.cli.recurrence import all_option, limit_option, tell_lacks
from travaux.cli.selecting import statement_options, to_selection

_EXAMPLES = """\b
Examples:
  travaux compare second fifth
  travaux compare second fifth --prevalence many
  travaux compare second fifth --all --output compared.md
"""


@click.command(short_help=COMMANDS["compare"], epilog=_EXAMPLES)
@click.argument("first")
@click.argument("second")
@corpus_option
@layers_option
@statement_options
@limit_option(3, "Positions of each chapter and change to show with their sentences.")
@all_option
@answer_format_option
@output_option
def compare(
    first: str,
    second: str,
    corpus: Path | None,
    layers: tuple[str, ...],
    limit: int,
    everything: bool,  # noqa: FBT001, a flag
    form: str | None,
    output: Path | None,
    **chosen: Any,  # noqa: ANN401, the options of a selection
) -> None:
    """Compare what two consultations record: themes and positions in both, only later, only earlier or reversed.

    FIRST and SECOND are names of consultations; a part that no other has is enough. They are compared in the order given.

    New and gone are said only where a chapter under which the matter was recorded was before both consultations, on the agenda or in
    guiding questions: what was not on the agenda was not dropped. Reversed is said of positions alone, and never of speakers.
    """
    from travaux.analysis.recurrence import compare as compare_consultations
    from travaux.analysis.recurrence import find_lacks
    from travaux.rdf.store import open_store
    from travaux.views.answers.compare import compare_report

    form = choose_format(form, output, "comparison")
    most = None if everything else limit
    with open_store(locate_store(corpus, layers), read_only=True) as store:
        lacks = find_lacks(store)
        selection = to_selection(store, **chosen)
        reported = form not in {"json", "csv"}
        found = compare_consultations(store, first, second, selection, limit=most, as_report=reported)
    tell_lacks(lacks, found=bool(found.themes or found.positions))
    write_answer(render_answer(found, lambda: compare_report(found, most), form, selection), output)
