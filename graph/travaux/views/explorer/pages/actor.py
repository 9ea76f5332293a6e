"""The pages of a person, an organization and a State."""

from __future__ import annotations

from collections.abc import Mapping

from travaux.analysis.dossiers import ActorDossier, Limits, actor_dossier
from travaux.analysis.dossiers.surroundings import find_actors
from travaux.model.store import Iri
from travaux.views.answers.actor import JOINTLY
from travaux.views.explorer.addresses import address_of, with_options
from travaux.views.explorer.asked import Options, select
from travaux.views.explorer.explorer import Explorer
from travaux.views.explorer.filters import Asked, choices_of
from travaux.views.explorer.page import Link, Page
from travaux.views.explorer.paging import limits_of, show_parts
from travaux.views.explorer.titles import documents_by_title

_FIRST = Limits(positions=3, sentences=1, rows=12)
_PART = 20
"""Statements of a part: of each way, of which there may be four, and with others who hold the same."""
_WAYS = {
    "self": ("Said by {name}", "The report names the speaker, or says who is meant."),
    "staff": ("Said by those who work there", "The report gives the speaker as working there; whether they spoke for it is not said."),
    "behalf": ("Said on behalf of {name}", "The report gives the speaker as representing it."),
    "state": ("Said by those named with this State", "The report gives the speaker with the State; whether they spoke for it is not said."),
}
"""In which way words are somebody's → a heading, and what it means."""


def show_person(explorer: Explorer, found: Mapping[str, str], options: Options) -> Page:
    """Show what is on file about a person; ``QueryError`` if nobody of that key is named."""
    return _show_actor(explorer, "person", found["key"], options)


def show_organization(explorer: Explorer, found: Mapping[str, str], options: Options) -> Page:
    """Show what is on file about an organization; ``QueryError`` if none of that key is named."""
    return _show_actor(explorer, "organization", found["key"], options)


def show_state(explorer: Explorer, found: Mapping[str, str], options: Options) -> Page:
    """Show what is on file about a State; ``QueryError`` if none of that key is named."""
    return _show_actor(explorer, "state", found["key"], options)


def _show_actor(explorer: Explorer, kind: str, key: str, options: Options) -> Page:
    iri = explorer.iri_of(kind, key)
    dossier = actor_dossier(
        explorer.store, Iri(iri), selection=select(options, explorer.store), limits=limits_of(options, size=_PART, first=_FIRST)
    )
    path = address_of(dossier.id)
    return Page(
        title=dossier.name,
        template="actor.html.j2",
        shown={
            "dossier": dossier,
            "asked": Asked(path, options),
            "choices": choices_of(explorer.corpus),
            "showing": show_parts(path, options, [one.said for one in dossier.spoken], size=_PART),
            "ways": {way: (heading.format(name=dossier.name), meaning) for way, (heading, meaning) in _WAYS.items()},
            "jointly": JOINTLY,
            "actors": {name: address_of(one) for name, one in find_actors(explorer.store, _names(dossier)).items()},
            "sources": documents_by_title(explorer.corpus),
            "meetings_held": {one.title: one.name for one in explorer.corpus.consultations},
            "doors": (Link(with_options("/map", [("at", dossier.id)]), "On the map"),),
        },
        data=dossier,
        about=iri,
        section="/people",
        trail=(Link("/people", "People"),),
    )


def _names(dossier: ActorDossier) -> set[str]:
    named = ((role.person, role.organization, role.on_behalf_of, role.state) for role in dossier.roles)
    return {name for names in named for name in names if name} - {dossier.name}
