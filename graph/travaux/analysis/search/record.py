"""What can be found: one record for each thing, as the index is made of them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from travaux.model.identity import Id


class Kind(StrEnum):
    """What kind of thing a record is of, in the order in which things of equal merit are listed."""

    ARTICLE = "article"
    CHAPTER = "chapter"
    PREAMBULAR_PARAGRAPH = "preambular-paragraph"
    QUESTION = "question"
    THEME = "theme"
    PERSON = "person"
    ORGANIZATION = "organization"
    STATE = "state"
    CONSULTATION = "consultation"
    DOCUMENT = "document"
    INSTRUMENT = "instrument"
    AGENDA_ITEM = "agenda-item"
    OUTCOME = "outcome"
    MILESTONE = "milestone"
    POSITION = "position"
    STATEMENT = "statement"
    PARAGRAPH = "paragraph"


FACETS = ("kind", "consultation", "document", "stance", "prevalence", "theme", "review", "speaker")
"""The facets of records, in the order in which they are shown."""

PASSAGES = frozenset({Kind.STATEMENT, Kind.PARAGRAPH})
"""Kinds without a name of their own: they are found by their text alone, and shown at their characters."""

PROVISIONS = frozenset({Kind.ARTICLE, Kind.CHAPTER, Kind.PREAMBULAR_PARAGRAPH})
"""Kinds whose text only says of which treaty they are."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """A thing that can be found.

    ``title`` is its name, of a statement its claim; ``other`` are further names, of a statement the words for who speaks; ``text`` is
    shown below the name with the words found, ``more`` is searched and never shown. ``keys`` are texts that mean just this thing
    (``article 24``, ``24``). ``facets`` are pairs of a facet and a value; a position has those of its statements. ``start`` and ``end``
    are characters of the document named ``document``; ``page`` is the thing on whose page it is shown, where that is another.
    ``statements`` counts those that express a position.
    """

    id: Id
    kind: Kind
    title: str
    other: str = ""
    text: str = ""
    more: str = ""
    keys: tuple[str, ...] = ()
    facets: tuple[tuple[str, str], ...] = ()
    document: str | None = None
    paragraph: str | None = None
    start: int | None = None
    end: int | None = None
    page: Id | None = None
    grade: str | None = None
    statements: int | None = None
