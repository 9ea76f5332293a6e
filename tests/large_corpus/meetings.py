"""The invented consultations, who comes to them, and how their reports share what was said."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from random import Random

from large_corpus.chance import Skewed, shares, shuffled
from large_corpus.treaty import DRAFT
from large_corpus.words import CHAPTERS, FIRST_NAMES, LAST_NAMES, ORGANIZATIONS, STATES
from travaux.model.consultation import Consultation, Organization, Person, State
from travaux.model.identity import Id, identifier, name_key
from travaux.model.schemes import Mode

_ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth")
MEETINGS = len(_ORDINALS)
_REPORTS_AT_MOST = 24
_STATEMENTS_OF_A_REPORT = 40


@dataclass(frozen=True, slots=True, kw_only=True)
class Meeting:
    """A consultation, its place from 0, and the chapters on its agenda."""

    consultation: Consultation
    place: int
    agenda: tuple[int, ...]

    @property
    def note(self) -> Id:
        """The document with the guiding questions."""
        return identifier("document", f"{self.consultation.name}-note")


@dataclass(frozen=True, slots=True, kw_only=True)
class Sitting:
    """What one report covers: chapters on the agenda, each with the number of statements made on it."""

    name: str
    meeting: Meeting
    items: tuple[tuple[int, int], ...]

    @property
    def document(self) -> Id:
        """The report."""
        return identifier("document", self.name)

    @property
    def title(self) -> str:
        """The title of the report, with its number where a consultation has several."""
        number = self.name.rpartition("-report")[2].removeprefix("-")
        return f"Report on the {self.meeting.consultation.title}" + (f", part {number}" if number else "")


@dataclass(frozen=True, slots=True, kw_only=True)
class Actors:
    """Who may speak; some do so much more than others."""

    persons: Skewed[tuple[Person, str, Organization]]
    organizations: Skewed[Organization]
    states: Skewed[State]


def invent_meetings(rng: Random) -> list[Meeting]:
    """Make up the consultations, one a year, each with the general provisions and some of the other chapters on its agenda."""
    return [
        Meeting(consultation=_consultation(place), place=place, agenda=(0, *sorted(rng.sample(range(1, len(CHAPTERS)), rng.randint(4, 6)))))
        for place in range(MEETINGS)
    ]


def _consultation(place: int) -> Consultation:
    name = f"{_ORDINALS[place]}-consultation"
    return Consultation(
        id=identifier("consultation", name),
        name=name,
        title=f"{_ORDINALS[place].capitalize()} consultation on dark night skies",
        first_day=dt.date(2031 + place, 5, 12),
        last_day=dt.date(2031 + place, 5, 30),
        body="Committee on Dark Night Skies",
        places=("Norland City",),
        mode=Mode.HYBRID,
        session=f"{_ORDINALS[place]} session",
        instrument=DRAFT,
    )


def divide(rng: Random, meetings: list[Meeting], statements: int) -> list[Sitting]:
    """Divide the statements between the reports of the consultations, and within each between the items of its agenda."""
    count = max(1, min(_REPORTS_AT_MOST, statements // MEETINGS // _STATEMENTS_OF_A_REPORT))
    sizes = shares(rng, statements, count * MEETINGS, at_least=6)
    found: list[Sitting] = []
    for meeting in meetings:
        for number in range(1, count + 1):
            last = f"-{number}" if count > 1 else ""
            chapters = meeting.agenda if count == 1 else tuple(sorted(rng.sample(meeting.agenda, rng.choice((1, 2, 2, 3)))))
            told = [chapter for chapter in chapters if rng.random() < 0.93 or chapter == chapters[0]]
            parts = dict(zip(told, shares(rng, sizes[len(found)], len(told), at_least=1), strict=True))
            items = tuple((chapter, parts.get(chapter, 0)) for chapter in chapters)
            found.append(Sitting(name=f"{meeting.consultation.name}-report{last}", meeting=meeting, items=items))
    return found


def invent_actors(rng: Random) -> Actors:
    """Make up persons with where they work and in which role, organizations and States, the most talkative first."""
    organizations = [Organization(id=identifier("organization", name_key(name)), name=name) for name in shuffled(rng, ORGANIZATIONS)]
    by_rank = Skewed.by_rank(organizations)
    names = shuffled(rng, (f"{first} {last}" for first in FIRST_NAMES for last in LAST_NAMES))
    persons = [Person(id=identifier("person", name_key(name)), name=name) for name in names]
    return Actors(
        persons=Skewed.by_rank((person, rng.choice(("Ms.", "Mr.")), by_rank.draw(rng)) for person in persons),
        organizations=by_rank,
        states=Skewed.by_rank(State(id=identifier("state", name_key(name)), name=name) for name in shuffled(rng, STATES)),
    )
