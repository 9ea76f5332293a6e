"""The page of a guiding question."""

from __future__ import annotations

from collections.abc import Mapping

from travaux.analysis.dossiers import question_dossier
from travaux.analysis.dossiers.surroundings import Printed, find_question_place
from travaux.model.store import Iri
from travaux.views.explorer.addresses import document_address, passage_address, question_address, with_options
from travaux.views.explorer.asked import Options, select
from travaux.views.explorer.explorer import Explorer
from travaux.views.explorer.filters import Asked, choices_of
from travaux.views.explorer.page import Link, Page
from travaux.views.explorer.paging import limits_of, show_parts


def show_question(explorer: Explorer, found: Mapping[str, str], options: Options) -> Page:
    """Show what is on file about a guiding question; ``QueryError`` if the document has none of that number."""
    iri = explorer.iri_of("document", found["document"], "question", found["number"])
    selection = select(options, explorer.store)
    dossier = question_dossier(explorer.store, Iri(iri), selection=selection, limits=limits_of(options))
    around = find_question_place(explorer.store, iri)
    path = question_address(found["document"], found["number"])
    return Page(
        title=f"Question {dossier.number}",
        template="question.html.j2",
        shown={
            "dossier": dossier,
            "around": around,
            "asked": Asked(path, options),
            "choices": choices_of(explorer.corpus),
            "showing": show_parts(path, options, [dossier.direct, dossier.partial]),
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
    )


def _step(question: Printed | None) -> tuple[str, str] | None:
    return (question_address(question.document, question.number), f"Question {question.number}") if question else None
