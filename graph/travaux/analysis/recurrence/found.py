"""What is found about recurrence: themes and positions, where they come up, on which side and how widely held."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from travaux.analysis.heard import Heard
from travaux.analysis.sources import Sources
from travaux.analysis.tables import Tabular
from travaux.model.schemes import Prevalence, Stance
from travaux.model.store import Table, Value


class Side(StrEnum):
    """On which side of its own quoted words a statement stands; of a theme or a position that says nothing."""

    FOR = "for"
    AGAINST = "against"
    NEITHER = "neither"


SIDES = {
    Stance.SUPPORTS: Side.FOR,
    Stance.PROPOSES: Side.FOR,
    Stance.OPPOSES: Side.AGAINST,
    Stance.CONCERNED: Side.AGAINST,
    Stance.NEUTRAL: Side.NEITHER,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Meeting:
    """A consultation, and how many of the statements looked at its documents hold."""

    name: str
    title: str
    first_day: dt.date
    last_day: dt.date
    statements: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Voiced:
    """What was said on one side: how many statements, of which stances, with the strongest prevalence words of any of them.

    ``strongest`` holds several words only where they have no order among one another. ``heard`` are examples, not all.
    """

    side: Side
    statements: int
    stances: tuple[Stance, ...]
    strongest: tuple[Prevalence, ...]
    heard: tuple[Heard, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class SaidThere:
    """What the documents of one consultation record on a matter.

    ``own`` counts the statements on the theme itself, ``whole`` those on it or on a narrower one, each once; of a position both are
    the same. ``voices`` are over the whole, in the order of ``Side``. ``chapters`` are those under which it was said, those of most
    statements first; only a comparison tells them.
    """

    consultation: str
    own: int
    whole: int
    voices: tuple[Voiced, ...]
    chapters: tuple[str, ...] = ()

    @property
    def strongest(self) -> dict[Side, tuple[Prevalence, ...]]:
        """The strongest words of each side that is heard."""
        return {voiced.side: voiced.strongest for voiced in self.voices}


@dataclass(frozen=True, slots=True, kw_only=True)
class Matter:
    """A theme or a position: its ``name`` in its IRI, its label or claim, and what was said on it, by consultation in order of time.

    ``depth`` is how far a theme stands below a top one; ``broader`` are names of themes. ``recurs`` is whether more than one
    consultation records it.
    """

    name: str
    label: str
    said: tuple[SaidThere, ...]
    depth: int = 0
    broader: tuple[str, ...] = ()

    @property
    def recurs(self) -> bool:
        """Whether more than one consultation records it."""
        return len(self.said) > 1

    def there(self, consultation: str) -> SaidThere | None:
        """Find what was said at one consultation."""
        return next((one for one in self.said if one.consultation == consultation), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class ChapterSaid:
    """What comes up under one chapter: themes by their own statements, and positions that recur; only counts, without voices."""

    chapter: str
    themes: tuple[Matter, ...]
    positions: tuple[Matter, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Agenda:
    """The chapters that a consultation's agenda or guiding questions name, in the order of the treaty.

    ``unlinked`` are the items of the agenda, without those that have parts, that are linked to no chapter. Nothing is known of the
    agenda if there are no chapters. ``text`` is the version of the treaty that was discussed, ``None`` if none is on file.
    """

    consultation: str
    chapters: tuple[str, ...]
    unlinked: tuple[str, ...] = ()
    text: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Recurrence(Tabular):
    """Themes in the order of the thesaurus, the narrower under their broader ones, and positions that recur, most recurring first.

    ``consultations`` are all that the selection leaves, in order of time. ``themes_known`` counts the themes of the thesaurus,
    ``themes_found`` those that come up at all, ``positions_found`` the positions that recur; of these ``positions`` may be the first few.
    ``chapter`` is the chapter looked at, ``chapters`` the matters by chapter if asked for.
    """

    consultations: tuple[Meeting, ...]
    themes: tuple[Matter, ...]
    positions: tuple[Matter, ...]
    themes_known: int
    themes_found: int
    positions_found: int
    chapter: str | None = None
    chapters: tuple[ChapterSaid, ...] = ()
    sources: Sources = Sources.REPORTS

    def to_table(self) -> Table:
        """Give a row for each theme or position, consultation and side; by chapter one for each chapter, matter and consultation."""
        if self.chapters:
            return Table(_BY_CHAPTER, tuple(self._chapter_rows()))
        themes = (row for matter in self.themes for row in matter_rows("theme", matter))
        positions = (row for matter in self.positions for row in matter_rows("position", matter))
        return Table(COLUMNS, (*themes, *positions))

    def _chapter_rows(self) -> Iterator[tuple[Value, ...]]:
        for part in self.chapters:
            for kind, matters in (("theme", part.themes), ("position", part.positions)):
                for matter in matters:
                    yield from ((part.chapter, kind, matter.name, matter.label, one.consultation, one.own) for one in matter.said)


_BY_CHAPTER = ("chapter", "kind", "name", "label", "consultation", "statements")
COLUMNS = (
    *("kind", "name", "label", "broader", "consultation", "own_statements", "whole_statements"),
    *("side", "side_statements", "stances", "strongest_prevalence", "document", "paragraph", "quote"),
)


def matter_rows(kind: str, matter: Matter) -> Iterator[tuple[Value, ...]]:
    """Give the rows of ``COLUMNS`` for a matter: one for each consultation and side, with the first example of that side.

    A consultation of which only counts are known has one row.
    """
    for said in matter.said:
        counted = (kind, matter.name, matter.label, joined(matter.broader), said.consultation, said.own, said.whole)
        if not said.voices:
            yield (*counted, *[None] * 7)
        for voiced in said.voices:
            first = voiced.heard[0] if voiced.heard else None
            place = (first.document, first.paragraph, first.quote) if first else (None, None, None)
            yield (*counted, voiced.side.value, voiced.statements, joined(voiced.stances), joined(voiced.strongest), *place)


def joined(words: Iterable[str]) -> str:
    """Write several words in one cell."""
    return "; ".join(str(word) for word in words)
