"""The structure of a document: from blocks of text to what it contains."""

from __future__ import annotations

from dataclasses import replace

from travaux.model.contents import Contents
from travaux.model.document import Document
from travaux.model.text import SourceText
from travaux.reading.structure.actors import Actors
from travaux.reading.structure.agenda import read_agenda
from travaux.reading.structure.attendance import read_attendance
from travaux.reading.structure.checks import check_document
from travaux.reading.structure.context import Context
from travaux.reading.structure.events import read_events
from travaux.reading.structure.header import read_header
from travaux.reading.structure.layout import read_layout
from travaux.reading.structure.officers import read_officers
from travaux.reading.structure.panels import read_panels
from travaux.reading.structure.paragraphs import read_paragraphs, read_sections
from travaux.reading.structure.participants import Participants
from travaux.reading.structure.questions import read_questions
from travaux.reading.structure.references import read_references
from travaux.reading.structure.scope import Scope

__all__ = ["Context", "read_structure"]


def read_structure(document: Document, source: SourceText, context: Context) -> Contents:
    """Read what a document contains; the same input always gives the same contents.

    Everything found has the exact characters that show it. What a document does not have is empty; no text is an error.
    """
    scope = Scope(document=document, text=source.text, context=context)
    layout = read_layout(source)
    header = read_header(scope, layout.front)
    sections = read_sections(scope, layout)
    agenda_items, paragraphs = read_agenda(scope, sections, read_paragraphs(scope, layout, sections))
    actors = Actors()
    participants = Participants(scope, actors)
    panels = read_panels(scope, paragraphs, participants)
    read_officers(scope, paragraphs, participants)
    references = read_references(scope, paragraphs, actors.organization_names())
    contents = Contents(
        document=document,
        header=header,
        sections=sections,
        paragraphs=paragraphs,
        agenda_items=agenda_items,
        panels=panels,
        participations=tuple(sorted(participants.found.values(), key=lambda participation: participation.span.start)),
        attendance=read_attendance(scope, paragraphs),
        questions=read_questions(scope, sections, paragraphs),
        references=references.all,
        events=read_events(scope, header, layout.front, paragraphs),
        actors=actors.all(),
    )
    return replace(contents, findings=check_document(scope, contents, references.provisions))
