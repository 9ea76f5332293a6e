"""The page of a provision: an article, a chapter or a preambular paragraph."""

from __future__ import annotations

from collections.abc import Mapping

from travaux.analysis.dossiers import ArticleDossier, article_dossier
from travaux.analysis.dossiers.scope import selected_of
from travaux.analysis.dossiers.surroundings import find_surroundings
from travaux.analysis.dossiers.treaty import get_meant
from travaux.analysis.selection import ALL
from travaux.analysis.tracing.trace import Place
from travaux.errors import QueryError
from travaux.model.store import Iri
from travaux.views.briefs import BriefKind
from travaux.views.explorer.addresses import CITED, address_of, with_options
from travaux.views.explorer.asked import Options, select
from travaux.views.explorer.explorer import Explorer
from travaux.views.explorer.filters import Asked, choices_of
from travaux.views.explorer.page import Link, Moved, Page, PageBrief
from travaux.views.explorer.paging import limits_of, show_parts
from travaux.views.explorer.side_by_side import first_version, is_on, put_beside
from travaux.views.explorer.versions import version_names
from travaux.views.traces import show_became


def show_provision(explorer: Explorer, found: Mapping[str, str], options: Options) -> Page | Moved:
    """Show what is on file about a provision; ``QueryError`` if there is none of that number.

    An article that statements cite and no version of the text is known to have is shown too: as one of the first version, or of none.
    """
    selection = select(options, explorer.store)
    iri = explorer.iri_of("instrument", found["instrument"], found["kind"], found["number"])
    place = explorer.treaty.find_place(iri)
    if place is None and (known := _described_elsewhere(explorer, found)):
        return Moved(address_of(known.id))
    dossier = article_dossier(
        explorer.store,
        Iri(iri) if place else _cited_name(explorer, found),
        selection=selection,
        limits=limits_of(options),
        treaty=explorer.treaty,
    )
    around = find_surroundings(explorer.store, explorer.treaty, iri, dossier.steps, selection=selection)
    path = f"/instrument/{found['instrument']}/{found['kind']}/{found['number']}" if place is None else address_of(place.id)
    title = (place.label if place else dossier.name).strip()
    return Page(
        title=title[:1].upper() + title[1:],
        template="provision.html.j2",
        shown={
            "dossier": dossier,
            "place": place,
            "total": _total(explorer, dossier, iri) if place else dossier.said.statements,
            "asked": Asked(path, options),
            "choices": choices_of(explorer.corpus),
            "showing": show_parts(path, options, [dossier.said]),
            "versions": put_beside(explorer.corpus, dossier, around.later) if place else (),
            "earlier": [one.place for one in dossier.described if place and one.place.id != place.id],
            "outcomes": [(one, show_became(one), is_on(one, dossier)) for one in dossier.outcomes],
            "around": around,
            "before": _step(around.before),
            "after": _step(around.after),
            "doors": _doors(explorer, dossier, place),
        },
        data=dossier,
        about=iri if place else None,
        section="/articles",
        within=version_names(explorer.corpus).get(place.instrument, "") if place else "",
        trail=(Link("/articles", "Articles"), *([Link(f"/instrument/{place.instrument}", place.instrument_title)] if place else [])),
        brief=PageBrief(BriefKind.ARTICLE, _names(explorer, dossier, place), selection, Iri(iri) if place else None),
    )


def _names(explorer: Explorer, dossier: ArticleDossier, place: Place | None) -> tuple[str, ...]:
    """Name a provision as the command of a brief takes it: ``24``, ``adopted 21``, ``chapter IV``."""
    name = (place.name if place else dossier.name).removeprefix("article ").split()
    return (place.instrument, *name) if place and place.instrument != first_version(explorer.corpus) else tuple(name)


def _described_elsewhere(explorer: Explorer, found: Mapping[str, str]) -> Place | None:
    """Find the provision of the first version that an address without a version means."""
    first = first_version(explorer.corpus)
    if found["instrument"] != CITED or not first:
        return None
    return explorer.treaty.find_place(explorer.iri_of("instrument", first, found["kind"], found["number"]))


def _cited_name(explorer: Explorer, found: Mapping[str, str]) -> str:
    """Name an article that statements cite and no version is known to have; ``QueryError`` for anything else."""
    first = first_version(explorer.corpus)
    if found["kind"] != "article" or found["instrument"] not in {CITED, first}:
        what = f"there is no {found['kind'].replace('-', ' ')} {found['number']!r} in the version {found['instrument']!r}"
        raise QueryError(what, hint="The list of articles has all that are known.")
    return f"article {found['number']}"


def _total(explorer: Explorer, dossier: ArticleDossier, iri: str) -> int:
    """Count all statements that cite a provision, whatever is asked for."""
    if not dossier.said.narrowed:
        return dossier.said.statements
    whole = selected_of(explorer.store, ALL)
    return get_meant(explorer.store, explorer.treaty, Iri(iri)).narrow(explorer.store, whole).size()


def _step(place: Place | None) -> tuple[str, str] | None:
    return (address_of(place.id), place.name[:1].upper() + place.name[1:]) if place else None


def _doors(explorer: Explorer, dossier: ArticleDossier, place: Place | None) -> tuple[Link, ...]:
    """Lead to the other pages on a provision that is described."""
    if place is None:
        return (Link(with_options("/search", [("q", dossier.name)]), "Search for it"),)
    name = place.name if place.instrument == first_version(explorer.corpus) else f"{place.instrument} {place.name}"
    return (
        Link(with_options("/map", [("at", place.id)]), "On the map"),
        Link(with_options("/trace", [("what", name)]), "From what was said to the adopted text"),
        Link(with_options("/arguments", [("about", name)]), "Arguments on it"),
        Link(with_options("/conflicts", [("about", name)]), "Conflicts on it"),
    )
