"""``travaux article``: what is on file about a provision."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from travaux.cli.dossiers import answer, dossier_options
from travaux.cli.lazy import COMMANDS

if TYPE_CHECKING:
    from travaux.analysis.dossiers import ArticleDossier, Limits
    from travaux.analysis.selection import Selection
    from travaux.model.store import Store

_EXAMPLES = """\b
Examples:
  travaux article 24
  travaux article adopted 21 --format markdown
  travaux article preambular paragraph 3
  travaux article chapter V --all --output chapter-v.md
"""


@click.command(short_help=COMMANDS["article"], epilog=_EXAMPLES)
@click.argument("what", nargs=-1, required=True)
@dossier_options
def article(what: tuple[str, ...], **options: Any) -> None:  # noqa: ANN401, those of dossier_options
    """Show what is on file about an article, a chapter or a preambular paragraph, on about one page.

    WHAT is a number, or a noun and a number. Without a version it is of the first one on file: "24" is article 24 of the draft,
    "adopted 21" article 21 of the adopted text, of which statements on the provisions that became it speak.

    The page tells what was said of it and by which words held, the changes proposed, what became of what was asked, which guiding
    questions of its chapter are answered, and what is missing. What rests on recollection is marked [unverified].
    """
    from travaux.analysis.dossiers import article_dossier
    from travaux.views.answers.article import report_article

    def gather(store: Store, selection: Selection, limits: Limits) -> ArticleDossier:
        return article_dossier(store, " ".join(what), selection=selection, limits=limits)

    answer(gather, report_article, lambda dossier: [dossier.said], **options)
