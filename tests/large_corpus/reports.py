"""The invented reports: who attended, the panels, and paragraph by paragraph what was said."""

from __future__ import annotations

import string
from collections.abc import Iterator
from dataclasses import dataclass, field
from random import Random

from large_corpus.meetings import Sitting
from large_corpus.page import Page
from large_corpus.sayings import Saying, say
from large_corpus.treaty import DRAFT, chapter
from large_corpus.wording import Floor
from large_corpus.words import CHAPTERS, ROLES
from large_corpus.world import World
from travaux.model.consultation import AgendaItem, Attendance, Panel, Participation
from travaux.model.document import Header, Paragraph
from travaux.model.identity import Id, child
from travaux.model.schemes import Capacity


@dataclass
class Report:
    """A report as it is written."""

    sitting: Sitting
    world: World
    rng: Random
    page: Page
    header: Header
    paragraphs: list[Paragraph] = field(default_factory=list)
    agenda_items: list[AgendaItem] = field(default_factory=list)
    panels: list[Panel] = field(default_factory=list)
    participations: list[Participation] = field(default_factory=list)
    attendance: list[Attendance] = field(default_factory=list)
    sayings: list[Saying] = field(default_factory=list)

    def write(self) -> None:
        """Write the whole report."""
        self.page.write(self.header.title or "")
        self.page.close()
        self._begin()
        self.page.write(f"The {self.sitting.meeting.consultation.title} was held in Norland City and online.")
        self._end(None)
        self._attended()
        self._begin()
        self.page.write("The deliberations took place under ")
        self._item("2", None, None)
        self.page.write(".")
        self._end(None)
        for place, count in self.sitting.items:
            self._discuss(place, count)
        self._begin()
        self.page.write("The meeting was closed.")
        self._end(None)

    def _begin(self) -> Id:
        number = str(len(self.paragraphs) + 1)
        self.page.write(f"{number}. ")
        return child(self.page.document, "paragraph", number)

    def _end(self, item: AgendaItem | None) -> None:
        order = len(self.paragraphs) + 1
        identity = child(self.page.document, "paragraph", str(order))
        number, place = str(order), self.page.close()
        self.paragraphs.append(
            Paragraph(
                id=identity,
                document=self.page.document,
                order=order,
                span=place,
                number=number,
                agenda_item=item.id if item else None,
            )
        )

    def _attended(self) -> None:
        paragraph = self._begin()
        states, others = self.rng.randint(20, 90), self.rng.randint(15, 120)
        self.page.write("It was attended by ")
        self._figure(paragraph, f"{states + others} participants", states + others, "participants")
        self.page.write(": ")
        self._figure(paragraph, f"{states} from States", states, "States")
        self.page.write(" and ")
        self._figure(paragraph, f"{others} from other stakeholders", others, "other stakeholders")
        self.page.write(".")
        self._end(None)

    def _figure(self, paragraph: Id, words: str, count: int, category: str) -> None:
        order = len(self.attendance) + 1
        self.attendance.append(
            Attendance(
                id=child(self.page.document, "attendance", str(order)),
                document=self.page.document,
                paragraph=paragraph,
                category=category,
                count=count,
                order=order,
                span=self.page.write(words),
                part_of=child(self.page.document, "attendance", "1") if order > 1 else None,
            )
        )

    def _item(self, number: str, title: str | None, place: int | None) -> AgendaItem:
        item = AgendaItem(
            id=child(self.page.document, "agenda-item", number),
            document=self.page.document,
            consultation=self.sitting.meeting.consultation.id,
            number=number,
            title=title,
            order=len(self.agenda_items) + 1,
            span=self.page.write(f"agenda item {number}"),
            parent=child(self.page.document, "agenda-item", "2") if number != "2" else None,
            chapter=chapter(DRAFT, place) if place is not None else None,
        )
        self.agenda_items.append(item)
        return item

    def _discuss(self, place: int, count: int) -> None:
        """Write a panel and what was said after it, paragraph by paragraph; nothing was said if the count is 0."""
        paragraph = self._begin()
        held = self.page.write("A panel was held")
        self.page.write(" under ")
        letter = string.ascii_lowercase[self.sitting.meeting.agenda.index(place)]
        item = self._item(f"2({letter})", CHAPTERS[place], place)
        self.page.write(f", entitled “{CHAPTERS[place]}”, with presentations by ")
        number = len(self.panels) + 1
        identity = child(self.page.document, "panel", str(number))
        self.panels.append(
            Panel(id=identity, document=self.page.document, paragraph=paragraph, order=number, span=held, agenda_item=item.id)
        )
        panel = list(self._panellists(identity, paragraph))
        self.participations += panel
        self.page.write(".")
        self._end(item)
        while count:
            here = min(count, self.rng.randint(2, 7))
            self._paragraph(item, place, panel, here)
            count -= here

    def _panellists(self, panel: Id, paragraph: Id) -> Iterator[Participation]:
        drawn = {person.id: (person, title, works) for person, title, works in (self.world.actors.persons.draw(self.rng) for _ in range(3))}
        for order, (person, title, works) in enumerate(drawn.values(), start=1):
            if order > 1:
                self.page.write(" and " if order == len(drawn) else ", ")
            found, role = self.page.write(f"{title} {person.name}"), self.rng.choice(ROLES)
            self.page.write(f", {role} at {works.name}")
            yield Participation(
                id=child(self.page.document, "participation", f"{found.start}-{found.end}"),
                document=self.page.document,
                person=person.id,
                name=person.name,
                capacity=Capacity.PANELLIST,
                paragraph=paragraph,
                span=found,
                honorific=title,
                role=role,
                organization=works.id,
                panel=panel,
                order=order,
            )

    def _paragraph(self, item: AgendaItem, place: int, panel: list[Participation], count: int) -> None:
        meeting = self.sitting.meeting
        floor = Floor(meeting=meeting, note=self.world.notes[meeting.note], actors=self.world.actors, paragraph=self._begin(), panel=panel)
        claims = self.world.heard_on(meeting, place)
        for turn in range(count):
            if turn:
                self.page.write(" ")
            self.sayings.append(say(self.rng, self.page, floor, claims.draw(self.rng)))
        self._end(item)


def write_report(world: World, sitting: Sitting) -> Report:
    """Write a report; what is drawn for it depends on the seed and on its name alone."""
    rng = Random(f"{sitting.name} {world.seed}")  # noqa: S311, no secret
    header = Header(id=child(sitting.document, "header"), document=sitting.document, title=sitting.title)
    report = Report(sitting=sitting, world=world, rng=rng, page=Page(sitting.document), header=header)
    report.write()
    return report
