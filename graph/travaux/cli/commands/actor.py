"""``travaux actor``: what is on file about a person, an organization or a State."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from travaux.cli.dossiers import answer, dossier_options
from travaux.cli.lazy import COMMANDS

if TYPE_CHECKING:
    from travaux.analysis.dossiers import ActorDossier, Limits
    from travaux.analysis.selection import Selection
    from travaux.model.store import Store

_EXAMPLES = """\b
Examples:
  travaux actor Microsoft
  travaux actor "Timea Suto" --format markdown
  travaux actor UNODC
"""


@click.command(short_help=COMMANDS["actor"], epilog=_EXAMPLES)
@click.argument("name", nargs=-1, required=True)
@dossier_options
def actor(name: tuple[str, ...], **options: Any) -> None:  # noqa: ANN401, those of dossier_options
    """Show in which roles somebody took part, what they said themselves or for others, and who else holds it.

    NAME is that of a person, an organization or a State: whole words of it, an acronym, or the initials in capitals. Where several
    are meant, the command names them.
    """
    from travaux.analysis.dossiers import actor_dossier
    from travaux.views.answers.actor import report_actor

    def gather(store: Store, selection: Selection, limits: Limits) -> ActorDossier:
        return actor_dossier(store, " ".join(name), selection=selection, limits=limits)

    answer(gather, report_actor, lambda dossier: [one.said for one in dossier.spoken], **options)
