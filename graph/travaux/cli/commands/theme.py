"""``travaux theme``: what is on file about a theme."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from travaux.cli.dossiers import answer, dossier_options
from travaux.cli.lazy import COMMANDS

if TYPE_CHECKING:
    from travaux.analysis.dossiers import Limits, ThemeDossier
    from travaux.analysis.selection import Selection
    from travaux.model.store import Store

_EXAMPLES = """\b
Examples:
  travaux theme trust-building
  travaux theme "human rights" --consultation fifth
  travaux theme scope --prevalence many --format markdown
"""


@click.command(short_help=COMMANDS["theme"], epilog=_EXAMPLES)
@click.argument("name", nargs=-1, required=True)
@dossier_options
def theme(name: tuple[str, ...], **options: Any) -> None:  # noqa: ANN401, those of dossier_options
    """Show what was said on a theme across consultations, on about one page.

    NAME is the name of a theme or one of its labels; the order of its words does not matter. Statements on narrower themes count too.

    The page tells the positions by stance, the conflicts within the theme, the provisions that statements on it cite, the themes that
    the same statements are on, and who is named for them.
    """
    from travaux.analysis.dossiers import theme_dossier
    from travaux.views.answers.theme import report_theme

    def gather(store: Store, selection: Selection, limits: Limits) -> ThemeDossier:
        return theme_dossier(store, " ".join(name), selection=selection, limits=limits)

    answer(gather, report_theme, lambda dossier: [dossier.said], **options)
