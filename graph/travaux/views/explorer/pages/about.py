"""The page about these pages: what they are, how to read them, and by which keys and forms."""

from __future__ import annotations

from collections.abc import Mapping
from importlib.metadata import version

from travaux.model.schemes import Prevalence, ReviewStatus
from travaux.views.explorer.asked import Options
from travaux.views.explorer.explorer import Explorer
from travaux.views.explorer.forms import BRIEFS, DATA
from travaux.views.explorer.page import Page

_KEYS = (
    ("/", "Search everything"),
    ("g then o", "Overview"),
    ("g then a", "Articles"),
    ("g then q", "Questions"),
    ("g then t", "Themes"),
    ("g then p", "Positions"),
    ("g then m", "Map"),
    ("g then c", "Compare"),
    ("g then s", "Query"),
    ("?", "This page"),
)
"""The keys of ``scripts/keys.js``, and where they lead."""


def show_about(explorer: Explorer, _: Mapping[str, str], __: Options) -> Page:
    """Show how to read the pages."""
    return Page(
        title="About these pages",
        template="about.html.j2",
        shown={
            "keys": _KEYS,
            "words": [one.value for one in Prevalence if one is not Prevalence.UNSPECIFIED],
            "statuses": [one.value for one in ReviewStatus],
            "forms": DATA,
            "briefs": [form.words for form in BRIEFS] if explorer.version else [],
            "version": version("travaux"),
            "base": explorer.corpus.base,
        },
        section="/about",
    )
