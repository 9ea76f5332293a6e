"""The page of a theme."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from travaux.analysis.dossiers import ThemeDossier, theme_dossier
from travaux.analysis.dossiers.said import Tally
from travaux.analysis.dossiers.scope import selected_of
from travaux.analysis.dossiers.surroundings import Across, find_across, find_actors, find_related, find_theme_tallies
from travaux.analysis.selection import ALL, Selection
from travaux.model.store import Iri
from travaux.views.briefs import BriefKind
from travaux.views.explorer.addresses import address_of, theme_address, with_options
from travaux.views.explorer.asked import Options, select
from travaux.views.explorer.explorer import Explorer
from travaux.views.explorer.filters import Asked, choices_of
from travaux.views.explorer.page import Link, Page, PageBrief
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
            "glanced": replace(dossier.said, tallies=_tallies(explorer, dossier, selection)),
            "total": _total(explorer, dossier),
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
        brief=PageBrief(BriefKind.THEME, (dossier.name,), selection, Iri(iri)),
    )


def _across(explorer: Explorer, dossier: ThemeDossier, selection: Selection) -> list[tuple[str | None, str | None, Across | None]]:
    """Give name, title and counts of each consultation searched, in the order of their days; no counts where nothing is recorded."""
    found = {one.name: one for one in find_across(explorer.store, *_themes(explorer, dossier), selection)}
    return [(meeting.name, meeting.title, found.get(meeting.name)) for meeting in dossier.said.meetings]


def _tallies(explorer: Explorer, dossier: ThemeDossier, selection: Selection) -> tuple[Tally, ...]:
    return find_theme_tallies(explorer.store, *_themes(explorer, dossier), selection)


def _total(explorer: Explorer, dossier: ThemeDossier) -> int:
    """Count all statements on the theme or a narrower one, whatever is asked for."""
    whole, (theme, narrower) = selected_of(explorer.store, ALL), _themes(explorer, dossier)
    return whole.linked(whole.columns.theme, theme, *narrower).size()


def _themes(explorer: Explorer, dossier: ThemeDossier) -> tuple[str, dict[str, str]]:
    """Give the IRI of the theme, and the labels of those narrower by theirs."""
    return explorer.iri_of("theme", dossier.name), {explorer.iri_of("theme", one.name): one.label for one in dossier.narrower}


def _names(dossier: ThemeDossier) -> set[str]:
    named = ((voice.name, voice.organization, voice.on_behalf_of) for voice in dossier.voices)
    return {name for names in named for name in names if name}
