"""Consultations: agenda, panels, the people who took part, and attendance."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from travaux.model.identity import Id
from travaux.model.schemes import Capacity, Mode
from travaux.model.text import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Consultation:
    """A meeting or series of meetings at which views were gathered, as described in ``corpus.toml``.

    ``session`` names the session of the body that it prepares; ``mandate`` is the
    symbol of the decision that it rests on; ``instrument`` is the version of the instrument that was discussed.
    """

    id: Id
    name: str
    title: str
    first_day: dt.date
    last_day: dt.date
    body: str | None = None
    places: tuple[str, ...] = ()
    mode: Mode | None = None
    session: str | None = None
    mandate: str | None = None
    instrument: Id | None = None

    @property
    def label(self) -> str:
        return self.title


@dataclass(frozen=True, slots=True, kw_only=True)
class AgendaItem:
    """An item of a consultation's agenda, as the report names it.

    ``number`` is as printed (``2(a)``), ``order`` counts the items of the report from 1, ``parent`` is the item that a lettered item
    belongs to. ``span`` is where the report introduces the item; the paragraphs it covers point to it.
    """

    id: Id
    document: Id
    consultation: Id | None
    number: str
    title: str | None
    order: int
    span: Span
    parent: Id | None = None
    chapter: Id | None = None

    @property
    def label(self) -> str:
        return f"item {self.number}: {self.title}" if self.title else f"item {self.number}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Panel:
    """A panel held under an agenda item; ``order`` counts the panels of the report from 1, ``paragraph`` introduces it."""

    id: Id
    document: Id
    paragraph: Id
    order: int
    span: Span
    agenda_item: Id | None = None

    @property
    def label(self) -> str:
        return f"panel {self.order}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """A named person; the same name in two documents is the same person."""

    id: Id
    name: str

    @property
    def label(self) -> str:
        return self.name


@dataclass(frozen=True, slots=True, kw_only=True)
class Organization:
    """A named organization; ``acronym`` where a document gives one."""

    id: Id
    name: str
    acronym: str | None = None

    @property
    def label(self) -> str:
        return self.name


@dataclass(frozen=True, slots=True, kw_only=True)
class State:
    """A State, by the name under which a document gives it."""

    id: Id
    name: str

    @property
    def label(self) -> str:
        return self.name


@dataclass(frozen=True, slots=True, kw_only=True)
class Participation:
    """A person in a capacity: who sat on which panel, chaired or briefed, in which role, from where and for whom.

    ``order`` is the place among the panellists of a panel, from 1, in the order printed; ``role`` is the printed function
    (``Director of Digital Diplomacy``); ``organization`` is where the person works, ``on_behalf_of`` whom the person represents.
    """

    id: Id
    document: Id
    person: Id
    name: str
    capacity: Capacity
    paragraph: Id
    span: Span
    honorific: str | None = None
    role: str | None = None
    organization: Id | None = None
    on_behalf_of: Id | None = None
    state: Id | None = None
    panel: Id | None = None
    order: int | None = None

    @property
    def label(self) -> str:
        return f"{self.name}, {self.role}" if self.role else self.name


@dataclass(frozen=True, slots=True, kw_only=True)
class Attendance:
    """A printed figure of attendance: so many from a category. Figures count those present, never those who held a view.

    ``part_of`` is the figure that this one is a part of; a total has parts and is none. ``order`` counts the figures from 1.
    """

    id: Id
    document: Id
    paragraph: Id
    category: str
    count: int
    order: int
    span: Span
    part_of: Id | None = None

    @property
    def label(self) -> str:
        return f"{self.count} {self.category}"
