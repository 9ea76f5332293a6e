"""``travaux question``: what is on file about a guiding question."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from travaux.cli.dossiers import answer, dossier_options
from travaux.cli.lazy import COMMANDS

if TYPE_CHECKING:
    from travaux.analysis.dossiers import Limits, QuestionDossier
    from travaux.analysis.selection import Selection
    from travaux.model.store import Store

_EXAMPLES = """\b
Examples:
  travaux question 13
  travaux question 20 --stance opposes
  travaux question 10 --format json
"""


@click.command(short_help=COMMANDS["question"], epilog=_EXAMPLES)
@click.argument("number", nargs=-1, required=True)
@dossier_options
def question(number: tuple[str, ...], **options: Any) -> None:  # noqa: ANN401, those of dossier_options
    """Show what answers a guiding question directly, and what answers a part of it, on about one page.

    NUMBER is the printed one. Where several documents ask a question of that number, --consultation or --document tells which is meant.
    For a question without an answer the page tells what was searched.
    """
    from travaux.analysis.dossiers import question_dossier
    from travaux.views.answers.question import report_question

    def gather(store: Store, selection: Selection, limits: Limits) -> QuestionDossier:
        return question_dossier(store, " ".join(number), selection=selection, limits=limits)

    answer(gather, report_question, lambda dossier: [dossier.direct, dossier.partial], **options)
