"""Why a position stands as it does: its objections, what answers each of them, and the tree of all that is recorded for and against it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from travaux.analysis.argumentation.acceptance import Standing
from travaux.analysis.argumentation.framework import BipolarFramework, Support, reachable, to_sources
from travaux.analysis.argumentation.recorded import Evidence, Tie
from travaux.model.schemes import RelationKind

MOST_LEVELS = 3
"""Levels of a tree of reasons and objections."""


class Role(StrEnum):
    """What a position is to another: a reason for it, an objection to it, a limit to it, or the other side of a disagreement."""

    REASON = "reason"
    OBJECTION = "objection"
    DISAGREEMENT = "disagreement"
    LIMIT = "limit"


@dataclass(frozen=True, slots=True, kw_only=True)
class Objection:
    """What is objected to a position: by ``objector``, to the first position of ``way``.

    ``way`` leads over recorded supports from there to the position that the objection reaches, both included; it is that position alone for
    an objection to itself. ``mutual`` tells whether the position objects to the objector in turn. ``answer`` is an objection to the
    objector that survives, if there is one: of several the one with the shortest account; ``answer_standing`` is how it stands.
    """

    objector: str
    way: tuple[str, ...]
    standing: Standing
    mutual: bool
    answer: str | None = None
    answer_standing: Standing | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Branch:
    """A position under another in the tree of reasons and objections, with the words that show how it bears on that.

    ``told_elsewhere`` tells that its own branches stand at another place of the answer; ``cut`` that they are left out because the tree is
    deep.
    """

    role: Role
    position: str
    standing: Standing
    evidence: tuple[Evidence, ...]
    branches: tuple[Branch, ...] = ()
    told_elsewhere: bool = False
    cut: bool = False


@dataclass(frozen=True, slots=True)
class Reasons:
    """All that explanations of one framework need: recorded relations, the reading of supports, standings and their rounds."""

    ties: tuple[Tie, ...]
    framework: BipolarFramework
    reading: Support
    standings: Mapping[str, Standing]
    ranks: Mapping[str, int]
    _into: dict[str, list[tuple[Role, str, Tie]]] = field(default_factory=dict)
    _attackers: dict[str, set[str]] = field(default_factory=dict)
    _carried_by: dict[str, set[str]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for tie in self.ties:
            for premise, conclusion in tie.pairs():
                self._into.setdefault(conclusion, []).append((_role(tie), premise, tie))
        self._attackers.update(to_sources(self.framework.attacks))
        carried = self.framework.carried(self.reading)
        self._carried_by.update(to_sources((here, there) for here, onward in carried.items() for there in onward))

    def objections(self, position: str) -> tuple[Objection, ...]:
        """Give all objections to a position, those to itself first, then in the order of how far they are carried."""
        return tuple(self._objection(position, *found) for found in self._found(position))

    def _objection(self, position: str, objector: str, way: tuple[str, ...]) -> Objection:
        answers = [one for one, _ in self._found(objector)]
        settling = min((one for one in answers if self.standings[one] in _STANDING), key=self._account, default=None)
        return Objection(
            objector=objector,
            way=way,
            standing=self.standings[objector],
            mutual=position in answers,
            answer=settling,
            answer_standing=self.standings[settling] if settling else None,
        )

    def _account(self, position: str) -> tuple[int, str]:
        return self.ranks.get(position, len(self.standings)), position

    def _found(self, position: str) -> Iterator[tuple[str, tuple[str, ...]]]:
        """Find who objects, and over which way the objection reaches the position; one shortest way for each objector."""
        backward = reachable(self._carried_by, position)
        seen = set[str]()
        for target in backward:
            for objector in sorted(self._attackers.get(target, ())):
                if objector not in seen:
                    seen.add(objector)
                    yield objector, _way(backward, target)

    def tree(self, position: str, evidence: Mapping[str, Evidence], elsewhere: Iterable[str] = ()) -> tuple[Branch, ...]:
        """Give what is recorded for and against a position, each with the same under it, ``MOST_LEVELS`` deep.

        ``evidence`` holds the words of relations by their IRI; those of relations that it lacks are left out. Each position is unfolded
        once, at its first place from above, and not at all if it is told ``elsewhere``; a disagreement is told on one of its sides.
        """
        return self._branches(position, None, evidence, {position, *elsewhere}, MOST_LEVELS)

    def ties_of_tree(self, position: str) -> tuple[Tie, ...]:
        """Give the relations whose words the tree of a position shows, in a fixed order."""
        seen, here, found = {position}, [position], dict[str, Tie]()
        for _ in range(MOST_LEVELS):
            beside = [(premise, tie) for one in here for _, premise, tie in self._into.get(one, ())]
            found |= {tie.iri: tie for _, tie in beside}
            here = [premise for premise in dict.fromkeys(premise for premise, _ in beside) if premise not in seen]
            seen.update(here)
        return tuple(found[iri] for iri in sorted(found))

    def _branches(
        self, position: str, above: str | None, evidence: Mapping[str, Evidence], told: set[str], levels: int
    ) -> tuple[Branch, ...]:
        beside = dict[tuple[Role, str], list[Tie]]()
        for role, premise, tie in self._into.get(position, ()):
            if (role, premise) != (Role.DISAGREEMENT, above):
                beside.setdefault((role, premise), []).append(tie)
        order = sorted(beside, key=lambda key: (_ORDER[key[0]], key[1]))
        new = {premise for _, premise in order} - told
        told |= new
        return tuple(self._branch(key, position, beside[key], evidence, told, levels, new=key[1] in new) for key in order)

    def _branch(
        self,
        key: tuple[Role, str],
        above: str,
        ties: list[Tie],
        evidence: Mapping[str, Evidence],
        told: set[str],
        levels: int,
        *,
        new: bool,
    ) -> Branch:
        role, position = key
        deeper = position in self._into
        unfold = deeper and new and levels > 1
        return Branch(
            role=role,
            position=position,
            standing=self.standings[position],
            evidence=tuple(dict.fromkeys(evidence[tie.iri] for tie in ties if tie.iri in evidence)),
            branches=self._branches(position, above, evidence, told, levels - 1) if unfold else (),
            told_elsewhere=deeper and not new,
            cut=deeper and new and levels <= 1,
        )


_STANDING = frozenset({Standing.UNCHALLENGED, Standing.SURVIVES})
_ORDER = {role: place for place, role in enumerate((Role.DISAGREEMENT, Role.OBJECTION, Role.REASON, Role.LIMIT))}


def _role(tie: Tie) -> Role:
    if tie.kind is RelationKind.ATTACKS:
        return Role.DISAGREEMENT if tie.mutual else Role.OBJECTION
    return Role.REASON if tie.kind is RelationKind.SUPPORTS else Role.LIMIT


def _way(before: Mapping[str, str | None], target: str) -> tuple[str, ...]:
    """Follow the way from what is attacked to the position that it reaches."""
    way, here = list[str](), target
    while True:
        way.append(here)
        after = before[here]
        if after is None:
            return tuple(way)
        here = after
