"""Who a named speaker is: the person, organization or State of the document that a phrase names."""

from __future__ import annotations

from travaux.model.consultation import Organization, Participation, Person
from travaux.model.contents import Actor, Contents
from travaux.model.identity import Id, name_key
from travaux.reading.extraction.cast.joint import read_names
from travaux.reading.extraction.cast.names import Name
from travaux.reading.extraction.cue_index import CueIndex
from travaux.reading.structure.actors import Actors
from travaux.reading.structure.states import find_state


class Cast:
    """Those who speak in one document: the people and bodies that its structure names, and those whom its speaker phrases add."""

    def __init__(self, contents: Contents, index: CueIndex) -> None:
        self._index = index
        self._given = frozenset(contents.actors)
        self._participations = contents.participations
        self._actors = Actors(contents.actors)

    def find(self, phrase: str) -> tuple[tuple[Id, ...], tuple[Id, ...]]:
        """Find the participations and the actors that a phrase names, in the order printed, and remember the actors."""
        participations: list[Id] = []
        actors: list[Id] = []
        for name in read_names(phrase, self._index, self._is_known):
            participation = self._find_participation(name)
            if participation is not None:
                participations.append(participation.id)
            actor = participation.person if participation is not None else self._find_actor(name)
            if actor is not None:
                actors.append(actor)
        return tuple(dict.fromkeys(participations)), tuple(dict.fromkeys(actors))

    def added(self) -> tuple[Actor, ...]:
        """Give the actors that the structure does not give, or does not give so, in the order of their identifiers."""
        return tuple(actor for actor in self._actors.all() if actor not in self._given)

    def _is_known(self, name: str) -> bool:
        key = name_key(name)
        return any(key in {name_key(actor.name), _acronym_key(actor)} for actor in self._actors.all())

    def _find_participation(self, name: Name) -> Participation | None:
        """Find a participant by name: by the whole of it, or by the family name with as many others as are printed."""
        found = [one for one in self._participations if _may_be(name, one.name)]
        return next((one for one in found if name_key(one.name) == name_key(name.text)), found[0] if found else None)

    def _find_actor(self, name: Name) -> Id | None:
        persons = [actor for actor in self._actors.all() if isinstance(actor, Person) and _may_be(name, actor.name)]
        if len(persons) == 1:
            return persons[0].id
        if name.person:
            return self._actors.add_person(name.text) if name_key(name.text) else None
        state = find_state(name.text)
        if state is not None:
            return self._actors.add_state(state)
        return self._find_by_acronym(name.text) or self._actors.add_organization(name.text)

    def _find_by_acronym(self, name: str) -> Id | None:
        """Find the one body whose acronym this is, unless it is the whole name of another."""
        key = name_key(name)
        bodies = [actor for actor in self._actors.all() if isinstance(actor, Organization)]
        meant = [body.id for body in bodies if _acronym_key(body) == key]
        return meant[0] if len(meant) == 1 and key not in {name_key(body.name) for body in bodies} else None


def _may_be(name: Name, person: str) -> bool:
    """Whether a name can be that of a person: both end in the same family name, and nothing printed is against it."""
    if not (name.person or name.bare):
        return False
    printed, known = name_key(name.text).split("-"), name_key(person).split("-")
    return printed[-1] == known[-1] and set(printed) <= set(known)


def _acronym_key(actor: Actor) -> str | None:
    return name_key(actor.acronym) if isinstance(actor, Organization) and actor.acronym else None
