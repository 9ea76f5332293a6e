"""The answer about arguments: how positions stand against the objections recorded, part by part."""

from __future__ import annotations

from dataclasses import dataclass

from travaux.analysis.argumentation.acceptance import Knot, Standing
from travaux.analysis.argumentation.framework import Support
from travaux.analysis.argumentation.gradual import Gradual
from travaux.analysis.argumentation.reasons import Branch, Objection
from travaux.analysis.argumentation.solver import Semantics
from travaux.analysis.tables import Tabular
from travaux.model.store import Table


@dataclass(frozen=True, slots=True, kw_only=True)
class Weighed:
    """A position and how it stands; never whether it is right.

    ``reasons``, ``objections`` and ``limits`` are the numbers of positions recorded so, each counted once however often it was said;
    ``part`` is the number of the part of the map that it is in. ``in_some`` and ``in_all`` tell whether it is in some and in all
    extensions of that part, ``None`` where the limits were reached. ``strength`` is the one of the gradual semantics, ``None`` if none was
    asked for or it does not settle.
    """

    key: str
    claim: str
    part: int
    standing: Standing
    in_some: bool | None
    in_all: bool | None
    reasons: int
    objections: int
    limits: int
    strength: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A part of the map that recorded relations join, whichever way they lead.

    ``number`` counts from the largest part; ``reasons``, ``objections`` and ``limits`` count pairs of positions; ``complete`` tells whether
    the limits of the search sufficed.
    """

    number: int
    positions: tuple[Weighed, ...]
    reasons: int
    objections: int
    limits: int
    knots: tuple[Knot, ...]
    complete: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """A position that was asked about, its objections, and the tree of what is recorded for and against it.

    ``position`` is ``None`` for one that no relation joins to another.
    """

    key: str
    claim: str
    position: Weighed | None
    objections: tuple[Objection, ...] = ()
    branches: tuple[Branch, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Arguments(Tabular):
    """How positions stand, and how that was found out; a row of its table is a position that a relation joins to another.

    ``what`` is what was asked for, ``asked`` the number of positions that it names; parts are then those that hold one of them, and
    ``accounts`` tell of the first of these positions. Without it, they tell of the first to which something is objected.
    ``claims`` are the claims of all positions named anywhere here, by key. ``alone`` is the number of positions that no relation looked at
    joins to another, ``relations`` that of the relations looked at.
    """

    what: str
    asked: int
    semantics: Semantics
    support: Support
    explicit_only: bool
    gradual: Gradual | None
    relations: int
    alone: int
    parts: tuple[Part, ...]
    accounts: tuple[Account, ...]
    claims: dict[str, str]
    unsettled_strengths: tuple[str, ...] = ()

    @property
    def complete(self) -> bool:
        """Whether everything was found out within the limits."""
        return all(part.complete for part in self.parts)

    def to_table(self) -> Table:
        """Give a row for each position, in the order of the parts."""
        variables = ("position", "claim", "part", "standing", "in_some", "in_all", "reasons", "objections", "limits", "strength")
        rows = (
            (
                one.key,
                one.claim,
                one.part,
                one.standing.value,
                one.in_some,
                one.in_all,
                one.reasons,
                one.objections,
                one.limits,
                one.strength,
            )
            for part in self.parts
            for one in part.positions
        )
        return Table(variables, tuple(rows))
