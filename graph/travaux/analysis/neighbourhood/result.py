"""A neighbourhood: things and what links them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from travaux.analysis.tables import Tabular
from travaux.model.identity import Id
from travaux.model.schemes import InstrumentStatus, Prevalence, ReviewStatus, Stance
from travaux.model.store import Table, Value

MEANINGS: Mapping[str, str] = {
    "reason": "is a reason for",
    "against": "speaks against",
    "limits": "limits",
    "on": "on",
    "answers": "answers",
    "answers-part": "answers a part of",
    "said-by": "said by",
    "reported-in": "reported in",
    "expresses": "expresses",
    "together": "in the same statements as",
    "spoke-on": "spoke on",
    "narrower": "narrower theme of",
    "related": "related theme",
    "concerns": "concerns",
    "part-of": "part of",
    "became": "in the later text",
    "speaks-for": "for",
}
"""Kind of an edge → what it says, read from its first thing to its second."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Thing:
    """A thing on the map.

    ``label`` is what it is called, ``short`` the same for little room, ``text`` its exact words where it has any. ``statements`` counts the
    statements selected that are linked to it *and* to the middle, of the middle itself and in the overview all that are linked to it;
    ``stances`` divides all statements on it that nobody has rejected, so that the sign of a thing is the same in every picture.
    ``prevalence`` are the strongest words among those selected, ``version`` is the standing of the text that
    a provision is of, ``home`` the wide theme that an overview shows it under. ``within`` is
    false for what only statements link that the selection leaves out: it keeps its place and is not drawn; ``extra`` is true for what
    is given because of the selection alone.
    """

    id: Id
    kind: str
    label: str
    short: str
    text: str | None = None
    unverified: bool = False
    statements: int = 0
    stances: tuple[tuple[Stance, int], ...] = ()
    prevalence: tuple[Prevalence, ...] = ()
    review: ReviewStatus | None = None
    version: InstrumentStatus | None = None
    home: Id | None = None
    within: bool = True
    extra: bool = False

    @property
    def stance(self) -> Stance | None:
        """The stance that most statements on it take, the first of the scheme where several do; ``None`` without statements."""
        return max(self.stances, key=lambda one: one[1])[0] if self.stances else None

    def placed(self, *, home: Id | None = None, within: bool = True, extra: bool = False) -> Thing:
        """Say where it stands in the picture."""
        return replace(self, home=home, within=within, extra=extra)


@dataclass(frozen=True, slots=True, kw_only=True)
class Edge:
    """A link from ``source`` to ``target``; ``kind`` is one of ``MEANINGS``.

    ``statements`` counts the statements selected that make it, 0 where none do: the thesaurus, the treaty or a relation between positions.
    ``stances`` and ``prevalence`` are those of these statements, ``where`` the titles of the consultations whose reports hold them.
    ``within`` is false for what only statements make that the selection leaves out.
    """

    source: Id
    target: Id
    kind: str
    statements: int = 0
    stances: tuple[Stance, ...] = ()
    prevalence: tuple[Prevalence, ...] = ()
    where: tuple[str, ...] = ()
    within: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Further:
    """So many neighbours of a kind that are not given."""

    kind: str
    number: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Neighbourhood(Tabular):
    """A thing in the middle (``None`` in the overview), what stands around it, what links them, and how much more there is.

    ``things`` begins with the middle; of a kind, those with most statements come first, in the overview the order is that of the
    thesaurus and of the treaty.
    """

    centre: Id | None
    things: tuple[Thing, ...]
    edges: tuple[Edge, ...]
    further: tuple[Further, ...] = ()

    def to_table(self) -> Table:
        """Give a row for each link."""
        named = {thing.id: thing for thing in self.things}
        columns = ("thing", "kind", "relation", "other", "stance", "prevalence", "where", "statements", "id", "other_id")
        rows: list[tuple[Value, ...]] = [
            (
                named[edge.source].label,
                named[edge.source].kind,
                MEANINGS[edge.kind],
                named[edge.target].label,
                ", ".join(edge.stances),
                ", ".join(edge.prevalence),
                "; ".join(edge.where),
                edge.statements,
                edge.source,
                edge.target,
            )
            for edge in self.edges
        ]
        return Table(columns, tuple(rows))
