"""From a store to the answer: relations, frameworks, standings, accounts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from travaux.analysis.argumentation import queries
from travaux.analysis.argumentation.acceptance import Acceptance, Limits, Standing, accept
from travaux.analysis.argumentation.framework import BipolarFramework, Pair, Support, components
from travaux.analysis.argumentation.gradual import Gradual, Strengths, find_strengths
from travaux.analysis.argumentation.reasons import Reasons
from travaux.analysis.argumentation.recorded import Recorded, Tie, find_evidence, read_recorded
from travaux.analysis.argumentation.result import Account, Arguments, Part, Weighed
from travaux.analysis.argumentation.solver import Deadline, Semantics
from travaux.analysis.argumentation.wanted import find_wanted
from travaux.analysis.selection import ALL, Selection
from travaux.model.schemes import RelationKind
from travaux.model.store import Store

MOST_ACCOUNTS = 25
"""Positions of which an answer gives the account; the others have a row and no account."""


def evaluate_arguments(
    store: Store,
    what: str = "",
    *,
    semantics: Semantics = Semantics.GROUNDED,
    support: Support = Support.NECESSARY,
    explicit_only: bool = False,
    gradual: Gradual | None = None,
    selection: Selection = ALL,
    limits: Limits | None = None,
) -> Arguments:
    """Tell how positions stand against the objections recorded, in the parts of the map that relations join.

    ``what`` is the key of a position, words of its claim, a theme or a provision; only the parts with such positions are evaluated then,
    each whole. Every part is a framework by itself. Raises ``QueryError`` for a name that the store does not know, ``TravauxError`` where
    far too many attacks follow.
    """
    wanted = find_wanted(store, what) if what.strip() else None
    recorded = read_recorded(store, selection, explicit_only=explicit_only)
    limits = limits or Limits()
    deadline = Deadline.after(limits.seconds)
    pieces = [_Piece.of(*one, support, semantics, limits, deadline) for one in _split(recorded, wanted)]
    strengths = _strengths(pieces, gradual)
    parts = tuple(piece.to_part(number, recorded.claims, strengths) for number, piece in enumerate(pieces, start=1))
    found = next(iter(store.select(queries.positions())))["count"]
    accounts = tuple(_of_objected(pieces, parts) if wanted is None else _of_wanted(store, wanted, pieces, parts, recorded.base))
    return Arguments(
        what=what.strip(),
        asked=len(wanted or ()),
        semantics=semantics,
        support=support,
        explicit_only=explicit_only,
        gradual=gradual,
        relations=len(recorded.ties),
        alone=int(str(found)) - len(recorded.claims),
        parts=parts,
        accounts=accounts,
        claims={one.key: one.claim for part in parts for one in part.positions},
        unsettled_strengths=strengths.unsettled if strengths else (),
    )


def _split(recorded: Recorded, wanted: Mapping[str, str] | None) -> Iterator[tuple[BipolarFramework, tuple[Tie, ...]]]:
    """Give the parts that relations join, the largest first, or those with a position that is wanted, each with its relations."""
    parts = components(recorded.claims, ((tie.premise, tie.conclusion) for tie in recorded.ties))
    if wanted is not None:
        parts = tuple(part for part in parts if not part.isdisjoint(wanted))
    parts = tuple(sorted(parts, key=lambda part: (-len(part), min(part))))
    places = {key: place for place, part in enumerate(parts) for key in part}
    ties: list[list[Tie]] = [[] for _ in parts]
    for tie in recorded.ties:
        if tie.premise in places:
            ties[places[tie.premise]].append(tie)
    return zip(recorded.to_framework().split(parts), map(tuple, ties), strict=True)


@dataclass(frozen=True, slots=True)
class _Piece:
    """A part of the map while it is evaluated."""

    framework: BipolarFramework
    ties: tuple[Tie, ...]
    support: Support
    acceptance: Acceptance

    @classmethod
    def of(
        cls,
        framework: BipolarFramework,
        ties: tuple[Tie, ...],
        support: Support,
        semantics: Semantics,
        limits: Limits,
        deadline: Deadline,
    ) -> _Piece:
        return cls(framework, ties, support, accept(framework.to_framework(support), semantics, limits, deadline))

    def reasons(self) -> Reasons:
        return Reasons(self.ties, self.framework, self.support, self.acceptance.standings, self.acceptance.grounding.ranks)

    def limits(self) -> frozenset[Pair]:
        """Give the pairs of positions of which the first limits the second."""
        return frozenset((tie.premise, tie.conclusion) for tie in self.ties if tie.kind is RelationKind.QUALIFIES)

    def to_part(self, number: int, claims: Mapping[str, str], strengths: Strengths | None) -> Part:
        limits = self.limits()
        sides = (self.framework.supports, self.framework.attacks, limits)
        counts = [Counter(conclusion for _, conclusion in pairs) for pairs in sides]
        return Part(
            number=number,
            positions=tuple(self._weigh(key, number, claims[key], counts, strengths) for key in sorted(self.framework.arguments)),
            reasons=len(self.framework.supports),
            objections=len({frozenset(pair) for pair in self.framework.attacks}),
            limits=len(limits),
            knots=self.acceptance.knots,
            complete=self.acceptance.complete,
        )

    def _weigh(self, key: str, number: int, claim: str, counts: list[Counter[str]], strengths: Strengths | None) -> Weighed:
        found = self.acceptance
        unsettled = found.standings[key] is Standing.UNSETTLED
        reasons, objections, limits = (count[key] for count in counts)
        return Weighed(
            key=key,
            claim=claim,
            part=number,
            standing=found.standings[key],
            in_some=True if key in found.credulous else None if unsettled else False,
            in_all=None if unsettled else key in found.sceptical,
            reasons=reasons,
            objections=objections,
            limits=limits,
            strength=strengths.by_argument[key] if strengths else None,
        )


def _strengths(pieces: Iterable[_Piece], gradual: Gradual | None) -> Strengths | None:
    if gradual is None:
        return None
    return Strengths({key: value for piece in pieces for key, value in find_strengths(piece.framework, gradual).by_argument.items()})


def _of_objected(pieces: Sequence[_Piece], parts: Sequence[Part]) -> Iterator[Account]:
    """Give the accounts of the positions to which something is objected, in the order of the parts, without trees."""
    left = MOST_ACCOUNTS
    for piece, part in zip(pieces, parts, strict=True):
        objected = [one for one in part.positions if one.standing is not Standing.UNCHALLENGED][:left] if part.objections else []
        reasons = piece.reasons()
        told = [(one, reasons.objections(one.key)) for one in objected]
        for one, objections in told:
            if objections:
                yield Account(key=one.key, claim=one.claim, position=one, objections=objections)
        left -= len(objected)


def _of_wanted(store: Store, wanted: Mapping[str, str], pieces: Sequence[_Piece], parts: Sequence[Part], base: str) -> Iterator[Account]:
    """Give the accounts of the positions that were asked for, those that relations join to others first, with their trees.

    What has an account of its own is not unfolded in the tree of another.
    """
    weighed = {one.key: one for part in parts for one in part.positions if one.key in wanted}
    shown = sorted(wanted, key=lambda key: (key not in weighed, weighed[key].part if key in weighed else 0, key))[:MOST_ACCOUNTS]
    reasons = {number: pieces[number - 1].reasons() for number in sorted({weighed[key].part for key in shown if key in weighed})}
    ties = [tie for key in shown if key in weighed for tie in reasons[weighed[key].part].ties_of_tree(key)]
    evidence = find_evidence(store, ties, base)
    for key in shown:
        one = weighed.get(key)
        if one is None:
            yield Account(key=key, claim=wanted[key], position=None)
            continue
        own = reasons[one.part]
        yield Account(
            key=key, claim=one.claim, position=one, objections=own.objections(key), branches=own.tree(key, evidence, elsewhere=shown)
        )
