"""How two consultations differ in what they record: steady, new, gone, reversed, or not to be compared."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from travaux.analysis.recurrence.found import COLUMNS, Agenda, Matter, Meeting, joined, matter_rows
from travaux.analysis.sources import Sources
from travaux.analysis.tables import Tabular
from travaux.model.schemes import Marking, RelationForm
from travaux.model.store import Table, Value


class ChangeKind(StrEnum):
    """How a matter stands in the second consultation given against the first.

    Steady: both record it. New and gone: one records it, and at least one chapter under which it was recorded there was before the other
    consultation too. Reversed: gone, and the second consultation records a position opposed to it, under the conditions of
    ``Opposition.reversed``. Not comparable: one records it, and the agenda of the other does not let its silence mean anything.
    """

    STEADY = "steady"
    NEW = "new"
    GONE = "gone"
    REVERSED = "reversed"
    NOT_COMPARABLE = "not-comparable"


class Occasion(StrEnum):
    """Whether the other consultation had a chapter before it under which a matter was recorded: on its agenda or in guiding questions.

    Elsewhere: a theme was recorded under chapters that were not before it, though the theme also has articles in one that was.
    Unknown: the matter stands under no chapter, or no chapter is known of that agenda.
    """

    GIVEN = "given"
    ELSEWHERE = "elsewhere"
    NOT_GIVEN = "not-given"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """A theme or a position with its change.

    ``matter`` holds what either consultation records. ``chapters`` are the chapters under which it was recorded, those of most
    statements first; ``shared`` are those of them that were before both consultations. ``occasion`` is that of the consultation which does
    not record it, ``None`` if both do. ``through`` says for a theme in which consultations only narrower themes bring it up, and which.
    """

    kind: ChangeKind
    matter: Matter
    chapters: tuple[str, ...]
    shared: tuple[str, ...]
    occasion: Occasion | None = None
    through: tuple[tuple[str, tuple[str, ...]], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Opposition:
    """Two positions that an attack links: ``first`` is recorded only by the first consultation, ``second`` only by the second.

    ``quote`` of ``document``, in ``paragraph`` if that is known, shows the opposition;
    ``marking`` says whether that text marks it or an editor inferred it.
    ``first_contested`` and ``second_contested`` are claims of positions recorded in the same consultation that are opposed to it.
    ``reversed`` holds if both had their occasion in the other consultation, and neither is contested where it is recorded.
    """

    first: Matter
    second: Matter
    marking: Marking
    form: RelationForm
    quote: str
    document: str | None
    comparable: bool
    paragraph: str | None = None
    first_contested: tuple[str, ...] = ()
    second_contested: tuple[str, ...] = ()

    @property
    def reversed(self) -> bool:
        """Whether the second consultation records only the opposite of what the first recorded only."""
        return self.comparable and not self.first_contested and not self.second_contested


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison(Tabular):
    """Two consultations compared as given; ``first_is_earlier`` is ``None`` if they began on the same day.

    ``themes`` are in the order of the thesaurus, ``positions`` by chapter in the order of the treaty. All are there; only the first few
    positions of each chapter and change have voices and sentences if a limit was given.
    """

    first: Meeting
    second: Meeting
    first_is_earlier: bool | None
    agendas: tuple[Agenda, Agenda]
    themes: tuple[Change, ...]
    positions: tuple[Change, ...]
    oppositions: tuple[Opposition, ...] = ()
    sources: Sources = Sources.REPORTS

    def of(self, kind: ChangeKind) -> tuple[tuple[Change, ...], tuple[Change, ...]]:
        """Give the themes and the positions of one kind of change."""
        return tuple(one for one in self.themes if one.kind is kind), tuple(one for one in self.positions if one.kind is kind)

    def to_table(self) -> Table:
        """Give a row for each theme or position, consultation that records it and side, with the change and its chapters."""
        rows = (
            row for kind, changes in (("theme", self.themes), ("position", self.positions)) for one in changes for row in _rows(kind, one)
        )
        return Table(("change", "chapters", "occasion", *COLUMNS), tuple(rows))


def _rows(kind: str, change: Change) -> Iterator[tuple[Value, ...]]:
    occasion = change.occasion.value if change.occasion else None
    for row in matter_rows(kind, change.matter):
        yield (change.kind.value, joined(change.chapters), occasion, *row)
