"""What the names in a review stand for in its corpus."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, field

from travaux.model.consultation import Participation
from travaux.model.contents import Actor, Contents
from travaux.model.identity import Id, identifier, name_key
from travaux.model.schemes import ChangeKind

Unknown = Callable[[str, str], None]
"""Is told of a name that stands for nothing: what kind of name it is, and the name."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Terms:
    """The things of a corpus by the names that reviewers write: questions by number, provisions by citation, others by short name."""

    questions: Mapping[str, Id] = field(default_factory=dict)
    themes: frozenset[str] = frozenset()
    provisions: Mapping[str, Id] = field(default_factory=dict)
    positions: frozenset[str] = frozenset()

    def find_questions(self, numbers: Iterable[str], unknown: Unknown) -> tuple[Id, ...]:
        """Find guiding questions, sorted."""
        return _find_all(numbers, self.questions.get, "question", unknown)

    def find_themes(self, names: Iterable[str], unknown: Unknown) -> tuple[Id, ...]:
        """Find themes, sorted."""
        return _find_all(names, lambda name: identifier("theme", name) if name in self.themes else None, "theme", unknown)

    def find_provisions(self, citations: Iterable[str], read: Collection[str], unknown: Unknown) -> tuple[Id, ...]:
        """Find the provisions cited that the corpus describes, sorted.

        A report may cite others: one that a rule has ``read`` there is not unknown, and none is where the corpus describes no provisions.
        """
        cited = set(citations)
        for one in sorted(cited - self.provisions.keys() - set(read)) if self.provisions else ():
            unknown("provision", one)
        return tuple(sorted({self.provisions[one] for one in cited if one in self.provisions}))

    def find_position(self, name: str | None, unknown: Unknown) -> Id | None:
        """Find a position that has been named."""
        if name is not None and name not in self.positions:
            unknown("position", name)
            return None
        return identifier("position", name) if name else None

    def find_change(self, written: str, unknown: Unknown) -> tuple[ChangeKind, Id] | None:
        """Find what a change of a text does, and to which provision."""
        kind, _, citation = written.partition(" ")
        provision = self.provisions.get(citation)
        if provision is None:
            unknown("provision", citation)
            return None
        return ChangeKind(kind), provision


@dataclass(frozen=True, slots=True)
class Voices:
    """Who can be meant by a name in one document: those who take part in a known capacity, and all actors that are known."""

    contents: Contents
    actors: Iterable[Actor]

    def find(self, names: Iterable[str], unknown: Unknown, likely: Collection[Id] = ()) -> tuple[tuple[Id, ...], tuple[Id, ...]]:
        """Find the participations of those who take part in a known capacity, and all the actors, both sorted.

        Of several capacities of one person one in ``likely`` is meant, else the first in the document.
        """
        seats: set[Id] = set()
        actors: set[Id] = set()
        for name in names:
            seat = self._seat(name_key(name), likely)
            known = seat.person if seat else next((one.id for one in self.actors if name_key(one.name) == name_key(name)), None)
            seats |= {seat.id} if seat else set()
            actors |= {known} if known else set()
            if known is None:
                unknown("person, organization or State", name)
        return tuple(sorted(seats)), tuple(sorted(actors))

    def _seat(self, key: str, likely: Collection[Id]) -> Participation | None:
        seats = [one for one in self.contents.participations if name_key(one.name) == key]
        return next((one for one in seats if one.id in likely), seats[0] if seats else None)


def _find_all(names: Iterable[str], find: Callable[[str], Id | None], kind: str, unknown: Unknown) -> tuple[Id, ...]:
    found = set()
    for name in names:
        thing = find(name)
        if thing is None:
            unknown(kind, name)
        else:
            found.add(thing)
    return tuple(sorted(found))
