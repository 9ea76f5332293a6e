"""The invented concept notes: guiding questions under the chapters of the agenda."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random

from large_corpus.meetings import Meeting
from large_corpus.page import Page
from large_corpus.themes import Matter
from large_corpus.treaty import DRAFT, chapter
from large_corpus.words import CHAPTERS
from travaux.model.document import Header, Question, Section
from travaux.model.identity import Id, child

_WORDS = ("How should the convention deal with {}?", "What would you propose on {}?", "Which experience do you have with {}?")


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """A concept note as it was written, and which questions statements on a theme answer or touch, some never, some in part only."""

    page: Page
    header: Header
    sections: tuple[Section, ...]
    questions: tuple[Question, ...]
    answered: dict[Id, Id]
    touched: dict[Id, Id]


def write_note(rng: Random, meeting: Meeting, matters: list[Matter]) -> Note:
    """Write the guiding questions of a consultation, two to four for each chapter on its agenda."""
    page = Page(meeting.note)
    title = page.write(f"Guiding questions of the {meeting.consultation.title}").quote
    page.close()
    sections, questions = list[Section](), list[Question]()
    answered, touched = dict[Id, Id](), dict[Id, Id]()
    for order, place in enumerate(meeting.agenda, start=1):
        heading = page.write(CHAPTERS[place])
        page.close()
        section = Section(
            id=child(meeting.note, "section", str(order)),
            document=meeting.note,
            order=order,
            title=heading.quote,
            span=heading,
            chapter=chapter(DRAFT, place),
        )
        sections.append(section)
        on_agenda = [matter for matter in matters if matter.chapter == place]
        for matter in rng.sample(on_agenda, min(rng.randint(2, 4), len(on_agenda))):
            question = _ask(rng, page, section, meeting, matter, len(questions) + 1)
            questions.append(question)
            fate = rng.random()
            if fate < 0.8:
                answered[matter.theme.id] = question.id
            if fate < 0.9:
                touched |= {one.theme.id: question.id for one in on_agenda if one.topic == matter.topic}
    header = Header(id=child(meeting.note, "header"), document=meeting.note, title=title)
    return Note(page=page, header=header, sections=tuple(sections), questions=tuple(questions), answered=answered, touched=touched)


def _ask(rng: Random, page: Page, section: Section, meeting: Meeting, matter: Matter, number: int) -> Question:
    page.write(f"{number}. ")
    words = page.write(rng.choice(_WORDS).format(matter.theme.pref_label.lower()))
    page.close()
    return Question(
        id=child(meeting.note, "question", str(number)),
        document=meeting.note,
        number=str(number),
        order=number,
        span=words,
        section=section.id,
        chapter=section.chapter,
        consultation=meeting.consultation.id,
    )
