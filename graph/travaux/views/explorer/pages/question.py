"""The page of a guiding question."""

from __future__ import annotations

from collections.abc import Mapping

from travaux.analysis.dossiers import QuestionDossier, question_dossier
from travaux.analysis.dossiers.question import find_question_parts
from travaux.analysis.dossiers.scope import selected_of
from travaux.analysis.dossiers.surroundings import Printed, find_question_place
from travaux.analysis.selection import ALL
from travaux.model.days import to_words
from travaux.model.store import Iri
from travaux.views.briefs import BriefKind
from travaux.views.explorer.addresses import document_address, passage_address, question_address, with_options
from travaux.views.explorer.asked import Options, select
from travaux.views.explorer.explorer import Explorer
from travaux.views.explorer.filters import Asked, choices_of
from travaux.views.explorer.page import Link, Page, PageBrief
from travaux.views.explorer.paging import limits_of, show_parts


def show_question(explorer: Explorer, found: Mapping[str, str], options: Options) -> Page:
    """Show what is on file about a guiding question; ``QueryError`` if the document has none of that number."""
    iri = explorer.iri_of("document", found["document"], "question", found["number"])
    selection = select(options, explorer.store)
    dossier = question_dossier(explorer.store, Iri(iri), selection=selection, limits=limits_of(options))
    parts = find_question_parts(explorer.store, iri, selection=selection, limits=limits_of(options))
    around = find_question_place(explorer.store, iri)
    path = question_address(found["document"], found["number"])
    return Page(
        title=f"Question {dossier.number}",
        template="question.html.j2",
        shown={
            "dossier": dossier,
            "said": parts,
            "total": _total(explorer, iri),
            "asked_on": _asked_on(explorer, dossier),
            "around": around,
            "asked": Asked(path, options),
            "choices": choices_of(explorer.corpus),
            "showing": show_parts(path, options, [parts.direct, parts.partial, parts.before]),
            "before": _step(around.before),
            "after": _step(around.after),
            "doors": (
                Link(passage_address(dossier.document, dossier.start, dossier.end), "Where it stands in the document"),
                Link(with_options("/map", [("at", dossier.id)]), "On the map"),
            ),
        },
        data=dossier,
        about=iri,
        section="/questions",
        trail=(Link("/questions", "Questions"), Link(document_address(dossier.document), dossier.document_title)),
        brief=PageBrief(BriefKind.QUESTION, (dossier.number,), selection, Iri(iri)),
    )


def _total(explorer: Explorer, iri: str) -> int:
    """Count all statements that speak to the question, whatever is asked for."""
    whole = selected_of(explorer.store, ALL)
    return whole.linked(whole.columns.question.joined(whole.columns.partial_question), iri).size()


def _asked_on(explorer: Explorer, dossier: QuestionDossier) -> str:
    """Tell the days of the consultation to which the question was put; empty if it was put to none."""
    return next((to_words(one.first_day, one.last_day) for one in explorer.corpus.consultations if one.name == dossier.consultation), "")


def _step(question: Printed | None) -> tuple[str, str] | None:
    return (question_address(question.document, question.number), f"Question {question.number}") if question else None
