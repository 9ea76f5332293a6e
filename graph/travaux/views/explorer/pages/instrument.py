"""The page of one version of a text: what it is, and its chapters and provisions."""

from __future__ import annotations

from collections.abc import Mapping

from travaux.analysis.overview import Provisions, find_provisions
from travaux.errors import QueryError
from travaux.model.days import to_words
from travaux.views.explorer.asked import Options, select
from travaux.views.explorer.explorer import Explorer
from travaux.views.explorer.filters import Asked, choices_of
from travaux.views.explorer.page import Link, Page
from travaux.views.explorer.versions import to_versions


def show_instrument(explorer: Explorer, found: Mapping[str, str], options: Options) -> Page:
    """Show a version of a text; ``QueryError`` if the corpus has none of that name."""
    corpus = explorer.corpus
    text = next((one for one in corpus.instruments if one.name == found["instrument"]), None)
    if text is None:
        known = ", ".join(one.title for one in corpus.instruments) or "none"
        raise QueryError(f"there is no text {found['instrument'][:60]!r}", hint=f"Known: {known}.")
    rows = tuple(row for row in find_provisions(explorer.store, select(options, explorer.store)).rows if row.place.instrument == text.name)
    version = next(one for one in to_versions(rows, corpus) if one.instrument is text)
    return Page(
        title=text.title,
        template="instrument.html.j2",
        shown={
            "version": version,
            "chapters": {str(row.place.id): row for row in rows if row.kind == "chapter"},
            "day": to_words(text.date) if text.date else "",
            "discussed": [one for one in corpus.consultations if one.instrument == text.id],
            "others": [one for one in corpus.instruments if one.version_of == text.version_of and one is not text],
            "asked": Asked(f"/instrument/{text.name}", options),
            "choices": choices_of(corpus),
        },
        data=Provisions(rows=rows),
        about=explorer.iri_of("instrument", text.name),
        section="/articles",
        trail=(Link("/articles", "Articles"),),
    )
