"""Participations: a named person, what is said of the person, and the place where it stands."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from travaux.model.consultation import Participation
from travaux.model.document import Paragraph
from travaux.model.identity import Id, name_key
from travaux.model.schemes import Capacity
from travaux.reading.structure.actors import Actors
from travaux.reading.structure.names import Mention
from travaux.reading.structure.roles import Capacities, find_end, read_capacities
from travaux.reading.structure.scope import Scope

# Nothing longer is said of one person between two names.
_LONGEST = 500
_LOOSE_ENDS = (" as well as", " together with", " and", ",", ";", ".")


@dataclass(frozen=True, slots=True)
class Seat:
    """The place of a person on a panel; ``order`` counts from 1."""

    panel: Id
    order: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A person in a list of persons: the mention, what follows it up to ``end``, and what that says.

    ``start`` is where words before the name begin that belong to it, else where the mention does.
    """

    mention: Mention
    end: int
    capacities: Capacities
    start: int | None = None


def read_entries(text: str, mentions: Sequence[Mention], end: int) -> tuple[Entry, ...]:
    """Read a list of persons that ends at ``end``; a shared workplace or body goes to all those before that have none."""
    entries: list[Entry] = []
    for place, mention in enumerate(mentions):
        following = mentions[place + 1].start if place + 1 < len(mentions) else end
        stop = max(mention.end, min(_without_loose_ends(text, mention.end, following), mention.end + _LONGEST))
        stop = mention.end + find_end(text[mention.end : stop])
        entries.append(Entry(mention=mention, end=stop, capacities=read_capacities(text[mention.end : stop])))
    return tuple(_entry(entry, entries[place + 1 :]) for place, entry in enumerate(entries))


def _without_loose_ends(text: str, start: int, end: int) -> int:
    """Leave out what joins an entry to the next one."""
    while start < end:
        tail = text[max(start, end - len("  together with ")) : end].rstrip()
        end -= len(text[max(start, end - len("  together with ")) : end]) - len(tail)
        loose = next((ending for ending in _LOOSE_ENDS if tail.endswith(ending)), None)
        if loose is None:
            return end
        end -= len(loose)
    return max(start, end)


def _entry(entry: Entry, later: Sequence[Entry]) -> Entry:
    """Give an entry the body represented or, if it has none, the workplace of a later one that shares them."""
    own = entry.capacities
    for distance, other in enumerate(later, start=1):
        found = other.capacities
        if found.sharing >= distance and found.on_behalf_of and not own.on_behalf_of and (found.sharing == 1 or not own.organization):
            return replace(entry, capacities=replace(own, on_behalf_of=found.on_behalf_of))
        if found.sharing >= distance and not (found.on_behalf_of or own.organization or own.on_behalf_of):
            return replace(entry, capacities=replace(own, organization=found.organization))
        if found.organization or found.on_behalf_of:
            break
    return entry


class Participants:
    """Gathers the participations of a document in the order found, and adds the actors that they name."""

    def __init__(self, scope: Scope, actors: Actors) -> None:
        self._scope = scope
        self._actors = actors
        self._named: set[int] = set()
        self.found: dict[Id, Participation] = {}

    def names_at(self, start: int) -> bool:
        """Whether the person named at a character has been added already."""
        return start in self._named

    def add(self, entry: Entry, capacity: Capacity, paragraph: Paragraph, seat: Seat | None = None) -> None:
        """Add a person in a capacity; a panellist has a seat."""
        mention, read = entry.mention, entry.capacities
        if not name_key(mention.name):
            return
        span = self._scope.span(mention.start if entry.start is None else entry.start, max(entry.end, mention.end))
        state = mention.state or read.state
        participation = Participation(
            id=self._scope.part_at("participation", span),
            document=self._scope.document.id,
            person=self._actors.add_person(mention.name),
            name=mention.name,
            capacity=capacity,
            paragraph=paragraph.id,
            span=span,
            honorific=mention.honorific,
            role=read.role,
            organization=self._actors.add_organization(read.organization) if read.organization else None,
            on_behalf_of=self._actors.add_organization(read.on_behalf_of) if read.on_behalf_of else None,
            state=self._actors.add_state(state) if state else None,
            panel=seat.panel if seat else None,
            order=seat.order if seat else None,
        )
        self._named.add(mention.start)
        self.found.setdefault(participation.id, participation)
