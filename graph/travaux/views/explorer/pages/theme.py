"""The page of a theme."""

from __future__ import annotations

from collections.abc import Mapping

from travaux.analysis.dossiers import ThemeDossier, theme_dossier
from travaux.analysis.dossiers.surroundings import Across, find_across, find_actors, find_related
from travaux.analysis.selection import Selection
from travaux.model.store import Iri
from travaux.views.explorer.addresses import address_of, theme_address, with_options
from travaux.views.explorer.asked import Options, select
from travaux.views.explorer.explorer import Explorer
from travaux.views.explorer.filters import Asked, choices_of
from travaux.views.explorer.page import Link, Page
from travaux.views.explorer.paging import limits_of, show_parts
from travaux.views.explorer.titles import documents_by_title


def show_theme(explorer: Explorer, found: Mapping[str, str], options: Options) -> Page:
    """Show what is on file about a theme; ``QueryError`` if there is none of that name."""
    iri = explorer.iri_of("theme", found["name"])
    selection = select(options, explorer.store)
    limits = limits_of(options)
    dossier = theme_dossier(explorer.store, Iri(iri), selection=selection, limits=limits, treaty=explorer.treaty)
    path = theme_address(found["name"])
    return Page(
        title=dossier.label,
        template="theme.html.j2",
        shown={
            "dossier": dossier,
            "asked": Asked(path, options),
            "choices": choices_of(explorer.corpus),
            "showing": show_parts(path, options, [dossier.said]),
            "across": _across(explorer, dossier, selection),
            "related": find_related(explorer.store, iri),
            "actors": {name: address_of(one) for name, one in find_actors(explorer.store, _names(dossier)).items()},
            "sources": documents_by_title(explorer.corpus),
            "rows": limits.rows,
            "doors": (
                Link(with_options("/map", [("at", f"theme/{found['name']}")]), "On the map"),
                Link(with_options("/arguments", [("about", dossier.name)]), "Arguments on it"),
                Link(with_options("/conflicts", [("about", dossier.name)]), "Conflicts on it"),
            ),
        },
        data=dossier,
        about=iri,
        section="/themes",
        trail=(Link("/themes", "Themes"), *(Link(theme_address(one.name), one.label) for one in reversed(dossier.broader))),
    )


def _across(explorer: Explorer, dossier: ThemeDossier, selection: Selection) -> list[tuple[str | None, str | None, Across | None]]:
    """Give name, title and counts of each consultation searched, in the order of their days; no counts where nothing is recorded."""
    narrower = [explorer.iri_of("theme", one.name) for one in dossier.narrower]
    found = {one.name: one for one in find_across(explorer.store, explorer.iri_of("theme", dossier.name), narrower, selection)}
    return [(meeting.name, meeting.title, found.get(meeting.name)) for meeting in dossier.said.meetings]


def _names(dossier: ThemeDossier) -> set[str]:
    named = ((voice.name, voice.organization, voice.on_behalf_of) for voice in dossier.voices)
    return {name for names in named for name in names if name}
