"""The page of a consultation: its agenda with what was recorded under each item, its panels, its people, its figures."""

from __future__ import annotations

from collections.abc import Mapping

from travaux.analysis.dossiers import ConsultationDossier, consultation_dossier
from travaux.model.days import to_words
from travaux.model.schemes import Capacity, DocumentKind, MilestoneKind, Mode
from travaux.views.briefs import BriefKind
from travaux.views.explorer.addresses import with_options
from travaux.views.explorer.asked import Options
from travaux.views.explorer.explorer import Explorer
from travaux.views.explorer.page import Link, Page, PageBrief

_MODES = {Mode.IN_PERSON: "in person", Mode.ONLINE: "online", Mode.HYBRID: "in person and online"}
_CAPACITIES = {
    Capacity.CHAIR: "Chair",
    Capacity.VICE_CHAIR: "Vice-Chair",
    Capacity.PANELLIST: "Panellist",
    Capacity.BRIEFER: "Briefed the participants",
}
_KINDS = {
    MilestoneKind.SESSION: "session",
    MilestoneKind.CONSULTATION: "consultation",
    MilestoneKind.RESOLUTION: "resolution",
    MilestoneKind.DOCUMENT: "document",
    MilestoneKind.MILESTONE: "step",
    MilestoneKind.RULE: "rule",
}


def show_consultation(explorer: Explorer, found: Mapping[str, str], _: Options) -> Page:
    """Show what is on file about a consultation; ``QueryError`` if there is none of that name."""
    dossier = consultation_dossier(explorer.store, found["name"])
    alone = {panel.id for panel in dossier.panels if not panel.item}
    reports = [one for one in dossier.documents if one.kind is not DocumentKind.CONCEPT_NOTE]
    return Page(
        title=dossier.title,
        template="consultation.html.j2",
        shown={
            "dossier": dossier,
            "days": to_words(dossier.first_day, dossier.last_day),
            "mode": _MODES[dossier.mode] if dossier.mode else "",
            "capacities": {one.value: words for one, words in _CAPACITIES.items()},
            "kinds": {one.value: words for one, words in _KINDS.items()},
            "milestones": [(one, to_words(one.first_day, one.last_day)) for one in dossier.milestones],
            "compared": _compared(dossier, explorer),
            "panels": [one for one in dossier.panels if one.id in alone],
            "reports": reports,
            "of_figures": _findings_of_figures(dossier),
        },
        data=dossier,
        about=explorer.iri_of("consultation", found["name"]),
        section="/reports",
        trail=(Link("/reports", "Reports"),),
        brief=PageBrief(BriefKind.CONSULTATION, (dossier.name,)),
    )


def _compared(dossier: ConsultationDossier, explorer: Explorer) -> list[tuple[str, str]]:
    """Give the addresses of comparisons with the other consultations, the earlier one first, and what each is called."""
    days = {one.name: (one.first_day, one.name) for one in explorer.corpus.consultations}
    shown = list[tuple[str, str]]()
    for other in dossier.others:
        first, second = sorted((dossier.name, other.name), key=lambda name: days.get(name, (dossier.first_day, name)))
        shown.append((with_options("/compare", [("first", first), ("second", second)]), other.title))
    return shown


def _findings_of_figures(dossier: ConsultationDossier) -> set[str]:
    """Name the findings that concern a printed figure."""
    waiting, figures = list(dossier.attendance), set[str]()
    while waiting:
        one = waiting.pop()
        figures.add(one.id)
        waiting += one.parts
    return {one.id for one in dossier.findings if one.subject in figures}
