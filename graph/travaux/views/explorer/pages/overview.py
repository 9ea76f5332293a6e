"""The first page: what this negotiation is, and where the pressure lies."""

from __future__ import annotations

from collections.abc import Mapping

from travaux.views.explorer.asked import Options
from travaux.views.explorer.explorer import Explorer
from travaux.views.explorer.page import Page


def show_overview(explorer: Explorer, _: Mapping[str, str], __: Options) -> Page:
    """Show the overview."""
    return Page(title=explorer.corpus.title, template="overview.html.j2", section="/")
