"""What is known about the structure of one document, out of the store, with its text."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeVar

from travaux.exchange.material import Material
from travaux.model.consultation import AgendaItem, Attendance, Consultation, Organization, Panel, Participation, Person, State
from travaux.model.document import DatedEvent, Document, Header, Paragraph, Question, Reference, Section
from travaux.model.identity import Id
from travaux.model.text import Span
from travaux.pipeline.sources import read_text
from travaux.rdf.stored import find_records

_Spanned = TypeVar("_Spanned", Section, Paragraph, AgendaItem, Panel, Participation, Attendance, Question, Reference, DatedEvent)


@dataclass(frozen=True, slots=True, kw_only=True)
class Structure:
    """A document, its stored text, and its parts in the order of the text."""

    base: str
    document: Document
    text: str
    header: Header | None
    consultation: Consultation | None
    sections: tuple[Section, ...]
    paragraphs: tuple[Paragraph, ...]
    agenda_items: tuple[AgendaItem, ...]
    panels: tuple[Panel, ...]
    participations: tuple[Participation, ...]
    attendance: tuple[Attendance, ...]
    questions: tuple[Question, ...]
    references: tuple[Reference, ...]
    events: tuple[DatedEvent, ...]
    names: dict[Id, str]

    def headed_parts(self) -> tuple[Section | Paragraph, ...]:
        """Give the sections and paragraphs in the order of the text."""
        parts: list[Section | Paragraph] = [*self.sections, *self.paragraphs]
        return tuple(sorted(parts, key=lambda part: (part.span.start, part.span.end, part.id)))

    def iri(self, identifier: Id) -> str:
        """Give the IRI of a thing of the corpus."""
        return self.base + identifier


def read_parts(material: Material, document: Document) -> Structure:
    """Read a document and its structure; ``DocumentError`` if the file is gone or is not the one that the graph was built from."""
    text = read_text(material.corpus, document)
    headers = find_records(material.store, Header, material.corpus.base, document=document.id)

    def find(kind: type[_Spanned]) -> tuple[_Spanned, ...]:
        found = find_records(material.store, kind, material.corpus.base, document=document.id)
        return tuple(sorted(found, key=lambda one: (one.span.start, one.span.end, one.id)))

    return Structure(
        base=material.corpus.base,
        document=document,
        text=text,
        header=headers[0] if headers else None,
        consultation=next((held for held in material.corpus.consultations if held.id == document.consultation), None),
        sections=find(Section),
        paragraphs=find(Paragraph),
        agenda_items=find(AgendaItem),
        panels=find(Panel),
        participations=find(Participation),
        attendance=find(Attendance),
        questions=find(Question),
        references=find(Reference),
        events=find(DatedEvent),
        names=_names(material),
    )


def _names(material: Material) -> dict[Id, str]:
    store, base = material.store, material.corpus.base
    known = (find_records(store, Person, base), find_records(store, Organization, base), find_records(store, State, base))
    return {actor.id: actor.name for actors in known for actor in actors}


def same_span(first: Span, second: Span) -> bool:
    """Tell whether two spans are the same characters."""
    return (first.start, first.end) == (second.start, second.end)
