"""The page of a provision: an article, a chapter or a preambular paragraph."""

from __future__ import annotations

from collections.abc import Mapping

from travaux.analysis.dossiers import EVERYTHING, Limits, article_dossier
from travaux.views.explorer.addresses import with_options
from travaux.views.explorer.asked import Options, select
from travaux.views.explorer.explorer import Explorer
from travaux.views.explorer.filters import Asked, choices_of
from travaux.views.explorer.page import Link, Page
from travaux.views.traces import show_became, show_step

_SHOWN = Limits(positions=12, sentences=2, rows=12)


def show_provision(explorer: Explorer, found: Mapping[str, str], options: Options) -> Page:
    """Show what is on file about a provision; ``QueryError`` if there is none of that number."""
    kind = found["kind"].replace("-", " ")
    dossier = article_dossier(
        explorer.store,
        f"{found['instrument']} {kind} {found['number']}",
        selection=select(options, explorer.store),
        limits=EVERYTHING if options.one("show") == "all" else _SHOWN,
    )
    own = dossier.described[0].place if dossier.described else None
    path = f"/instrument/{found['instrument']}/{found['kind']}/{found['number']}"
    title = (own.label if own else dossier.name).strip()
    return Page(
        title=title[:1].upper() + title[1:],
        template="provision.html.j2",
        shown={
            "dossier": dossier,
            "asked": Asked(path, options),
            "choices": choices_of(explorer.corpus),
            "steps": [(step, show_step(step)) for step in dossier.steps],
            "outcomes": [(one, show_became(one)) for one in dossier.outcomes],
            "everything": with_options(path, [*options.without("show"), ("show", "all")]),
        },
        data=dossier,
        about=explorer.iri_of("instrument", found["instrument"], found["kind"], found["number"]),
        section="/articles",
        trail=(Link("/articles", "Articles"), *([Link(f"/instrument/{own.instrument}", own.instrument_title)] if own else [])),
    )
