"""The two invented consultations: agenda, panel, people, attendance, and a sum that is wrong."""

from __future__ import annotations

import datetime as dt

from argument_map.documents import AUTUMN, AUTUMN_CONSULTATION, DRAFT, SPRING, SPRING_CONSULTATION, paragraph, span
from travaux.model.consultation import AgendaItem, Attendance, Consultation, Organization, Panel, Participation, Person, State
from travaux.model.contents import Actor
from travaux.model.finding import Finding
from travaux.model.identity import Id, child, identifier, name_key
from travaux.model.schemes import Capacity, Mode, Severity


def _consultation(identifier_: Id, month: int) -> Consultation:
    name = identifier_.rpartition("/")[2]
    return Consultation(
        id=identifier_,
        name=name,
        title=f"{name.capitalize()} consultation on the protection of lakes",
        first_day=dt.date(2030, month, 10),
        last_day=dt.date(2030, month, 11),
        places=("Lakeside", "Online"),
        mode=Mode.HYBRID,
        instrument=DRAFT,
    )


CONSULTATIONS = (_consultation(SPRING_CONSULTATION, 4), _consultation(AUTUMN_CONSULTATION, 10))


def _item(document: Id, order: int, number: str, title: str | None, chapter: str | None = None) -> AgendaItem:
    parent = number.partition("(")[0] if "(" in number else None
    return AgendaItem(
        id=child(document, "agenda-item", number),
        document=document,
        consultation=SPRING_CONSULTATION if document == SPRING else AUTUMN_CONSULTATION,
        number=number,
        title=title,
        order=order,
        span=span(document, f"agenda item {number}"),
        parent=child(document, "agenda-item", parent) if parent else None,
        chapter=child(DRAFT, "chapter", chapter) if chapter else None,
    )


AGENDA_ITEMS = (
    _item(SPRING, 1, "1", "General provisions", "I"),
    _item(SPRING, 2, "2", "Cooperation", "III"),
    _item(SPRING, 3, "3", "Final provisions", "IV"),
    _item(SPRING, 4, "4", "Any other business"),
    _item(AUTUMN, 1, "2", None),
    _item(AUTUMN, 2, "2(a)", "General provisions", "I"),
    _item(AUTUMN, 3, "2(b)", "Protection", "II"),
    _item(AUTUMN, 4, "2(c)", "Cooperation", "III"),
    _item(AUTUMN, 5, "3", "Other matters"),
)

PANEL = Panel(
    id=child(SPRING, "panel", "1"),
    document=SPRING,
    paragraph=paragraph(SPRING, "2"),
    order=1,
    span=span(SPRING, "A panel was held"),
    agenda_item=child(SPRING, "agenda-item", "1"),
)

LAKE_WATCH = Organization(id=identifier("organization", "lake-watch-network"), name="Lake Watch Network", acronym="LWN")
CLEARWATER = Organization(id=identifier("organization", "clearwater"), name="Clearwater")
SHORELINE = Organization(id=identifier("organization", "shoreline-chamber"), name="Shoreline Chamber")
NORLAND = State(id=identifier("state", "norland"), name="Norland")
PEOPLE = tuple(Person(id=identifier("person", name_key(name)), name=name) for name in ("Ada Brook", "Tom Reed"))
ACTORS: tuple[Actor, ...] = (LAKE_WATCH, CLEARWATER, SHORELINE, NORLAND, *PEOPLE)


def _panellist(order: int, words: str, role: str, organization: Organization, on_behalf_of: Organization | None = None) -> Participation:
    found = span(SPRING, words)
    return Participation(
        id=child(SPRING, "participation", f"{found.start}-{found.end}"),
        document=SPRING,
        person=PEOPLE[order - 1].id,
        name=PEOPLE[order - 1].name,
        capacity=Capacity.PANELLIST,
        paragraph=paragraph(SPRING, "2"),
        span=found,
        honorific=words.split(maxsplit=1)[0],
        role=role,
        organization=organization.id,
        on_behalf_of=on_behalf_of.id if on_behalf_of else None,
        panel=PANEL.id,
        order=order,
    )


ADA = _panellist(1, "Ms. Ada Brook", "Director", LAKE_WATCH)
TOM = _panellist(2, "Mr. Tom Reed", "Engineer", CLEARWATER, SHORELINE)
PARTICIPATIONS = (ADA, TOM)


def _figures(document: Id, total: int, councils: int, others: int) -> tuple[Attendance, ...]:
    categories = {"participants": total, "lakeside councils": councils, "non-governmental organizations": others}
    return tuple(
        Attendance(
            id=child(document, "attendance", str(order)),
            document=document,
            paragraph=paragraph(document, "1"),
            category=category,
            count=count,
            order=order,
            span=span(document, f"{count} participants" if order == 1 else f"{count} from {category}"),
            part_of=child(document, "attendance", "1") if order > 1 else None,
        )
        for order, (category, count) in enumerate(categories.items(), start=1)
    )


ATTENDANCE = (*_figures(SPRING, 30, 12, 17), *_figures(AUTUMN, 40, 25, 15))

FINDING = Finding(
    id=identifier("finding", "attendance-sum", "1"),
    check="attendance-sum",
    severity=Severity.WARNING,
    message="The report counts 30 participants; the parts come to 29.",
    document=SPRING,
    subject=ATTENDANCE[0].id,
    spans=(ATTENDANCE[0].span,),
)
