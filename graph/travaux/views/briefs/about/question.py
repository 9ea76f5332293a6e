"""The brief on a guiding question: what speaks to it, directly or in part, and what does not."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from travaux.analysis.dossiers import Limits, QuestionDossier, question_dossier
from travaux.analysis.dossiers.said import Said
from travaux.analysis.selection import Selection
from travaux.model.store import Iri
from travaux.views.answers import question as report
from travaux.views.answers import said as words
from travaux.views.briefs.blocks import Brief, Note, Paragraph, Section
from travaux.views.briefs.closing import closing, tell_reviews
from travaux.views.briefs.glance import glance
from travaux.views.briefs.ground import Ground
from travaux.views.briefs.missing import missing_section
from travaux.views.briefs.positions import stance_sections
from travaux.views.briefs.reasons import reasons_section
from travaux.views.report import quoted

_LIMITS = Limits(positions=3, sentences=1, rows=6)
_COUNTS = Limits(positions=0, sentences=0, rows=0)


def brief(ground: Ground, names: Sequence[str]) -> Brief:
    """Make the brief on the guiding question of this number; ``QueryError`` as ``question_dossier`` raises it."""
    number = " ".join(names)
    dossier = question_dossier(ground.store, ground.thing or number, selection=ground.selection, limits=_LIMITS)

    def direct(selection: Selection) -> Said:
        return question_dossier(ground.store, Iri(f"{ground.corpus.base}{dossier.id}"), selection=selection, limits=_COUNTS).direct

    documents = list(dict.fromkeys((dossier.document, *(title for meeting in dossier.direct.meetings for title in meeting.documents))))
    review = tell_reviews(directly=dossier.direct, in_part=dossier.partial)
    sections = (
        _asked(ground, dossier),
        *([glance(ground, _without_agenda(dossier.direct), direct, "What speaks to it directly")] if dossier.direct.statements else []),
        *stance_sections(ground, dossier.direct),
        *stance_sections(ground, dossier.partial, "In part: "),
        *reasons_section(dossier.direct, dossier.partial),
        *missing_section(report.missing_of(dossier)),
    )
    return Brief(
        title=f"Question {dossier.number}",
        kicker=f"Guiding question{f' of the {dossier.consultation_title}' if dossier.consultation_title else ''}",
        lead=(report.lead_of(dossier),),
        sections=sections,
        about=closing(ground, documents, review, report.notes_of(dossier), (f"travaux question {dossier.number} --all",), sections),
        corpus=ground.corpus.title,
        date=ground.newest(documents),
    )


def _without_agenda(said: Said) -> Said:
    """Leave out the items of the agendas: the question itself says which chapter it is about."""
    return words.replace_meetings(said, (replace(one, items=None) for one in said.meetings))


def _asked(ground: Ground, dossier: QuestionDossier) -> Section:
    about = f", about {dossier.chapter}" if dossier.chapter else ""
    under = f", under the heading “{dossier.section}”{about}" if dossier.section else ""
    note = Note(f"{ground.name_document(dossier.document)}, question {dossier.number}{under}.", documents=(dossier.document,))
    return Section("The question", (Paragraph((quoted(dossier.words), note)),))
