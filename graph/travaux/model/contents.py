"""What a document contains, as far as its structure tells."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from travaux.model.consultation import AgendaItem, Attendance, Organization, Panel, Participation, Person, State
from travaux.model.document import DatedEvent, Document, Header, Paragraph, Question, Reference, Section
from travaux.model.finding import Finding
from travaux.model.responses import Respondent, Response

Part = (
    Header
    | Section
    | Paragraph
    | AgendaItem
    | Panel
    | Participation
    | Attendance
    | Question
    | Respondent
    | Response
    | Reference
    | DatedEvent
)
Actor = Person | Organization | State


@dataclass(frozen=True, slots=True, kw_only=True)
class Contents:
    """The structure of one document: its own parts in reading order, the actors that it names, and what does not add up in it."""

    document: Document
    header: Header
    sections: tuple[Section, ...] = ()
    paragraphs: tuple[Paragraph, ...] = ()
    agenda_items: tuple[AgendaItem, ...] = ()
    panels: tuple[Panel, ...] = ()
    participations: tuple[Participation, ...] = ()
    attendance: tuple[Attendance, ...] = ()
    questions: tuple[Question, ...] = ()
    respondents: tuple[Respondent, ...] = ()
    responses: tuple[Response, ...] = ()
    references: tuple[Reference, ...] = ()
    events: tuple[DatedEvent, ...] = ()
    actors: tuple[Actor, ...] = ()
    findings: tuple[Finding, ...] = ()

    def parts(self) -> Iterator[Part]:
        """Iterate over everything that belongs to this document alone; actors are shared between documents and not among them."""
        yield self.header
        yield from self.sections
        yield from self.paragraphs
        yield from self.agenda_items
        yield from self.panels
        yield from self.participations
        yield from self.attendance
        yield from self.questions
        yield from self.respondents
        yield from self.responses
        yield from self.references
        yield from self.events
