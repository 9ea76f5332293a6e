"""The persons, organizations and States that a document names, each once."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from travaux.model.consultation import Organization, Person, State
from travaux.model.contents import Actor
from travaux.model.identity import Id, identifier, name_key
from travaux.reading.structure.scope import squeeze
from travaux.reading.structure.states import find_state
from travaux.reading.structure.wording import words

# International Criminal Police Organization (INTERPOL)
_ACRONYM = re.compile(r"(?P<name>.*\S)\s*\((?P<acronym>[A-Z][A-Za-z0-9&/-]{1,14})\)(?P<rest>.*)", re.DOTALL)
# Words that an acronym leaves out.
_SMALL = frozenset(words("a an and at by de des du et for in la le les of on or pour the to"))


class Actors:
    """Gathers the actors of a document; the same name, read without case and punctuation, is the same actor.

    Of several spellings the one with the fewest capitals is kept; a State has the name under which it is known. ``known`` are there
    already.
    """

    def __init__(self, known: Iterable[Actor] = ()) -> None:
        self._known: dict[Id, Actor] = {actor.id: actor for actor in known}

    def add_person(self, name: str) -> Id:
        """Return the identifier of a person, whose name must have a letter or digit in it."""
        return self._add(Person(id=identifier("person", name_key(name)), name=name))

    def add_state(self, name: str) -> Id:
        """Return the identifier of a State."""
        name = find_state(name) or name
        return self._add(State(id=identifier("state", name_key(name)), name=name))

    def add_organization(self, printed: str) -> Id | None:
        """Return the identifier of an organization, ``None`` if the printed name has no letter or digit."""
        name, acronym = split_acronym(squeeze(printed))
        if not name_key(name):
            return None
        return self._add(Organization(id=identifier("organization", name_key(name)), name=name, acronym=acronym))

    def all(self) -> tuple[Actor, ...]:
        """Return all actors in the order of their identifiers."""
        return tuple(self._known[key] for key in sorted(self._known))

    def organization_names(self) -> tuple[str, ...]:
        """Return the names of the organizations in the order of their identifiers."""
        return tuple(actor.name for actor in self.all() if isinstance(actor, Organization))

    def _add(self, actor: Actor) -> Id:
        known = self._known.setdefault(actor.id, actor)
        if _capitals(actor.name) < _capitals(known.name):
            known = self._known[actor.id] = replace(known, name=actor.name)
        if isinstance(known, Organization) and isinstance(actor, Organization) and known.acronym is None and actor.acronym:
            self._known[actor.id] = replace(known, acronym=actor.acronym)
        return actor.id


def split_acronym(printed: str) -> tuple[str, str | None]:
    """Divide a printed name into name and acronym.

    >>> split_acronym("Forum for Incident Response and Security Teams (FIRST)")
    ('Forum for Incident Response and Security Teams', 'FIRST')
    >>> split_acronym("Greenpeace")
    ('Greenpeace', None)
    """
    match = _ACRONYM.fullmatch(printed)
    if not match or match["acronym"].islower():
        return printed, None
    return squeeze(match["name"] + match["rest"]), match["acronym"]


def _capitals(name: str) -> int:
    return sum(letter.isupper() for letter in name)


def is_acronym_of(acronym: str, name: str) -> bool:
    """Whether an acronym is made of the first letters of a name.

    >>> is_acronym_of("UNODC", "United Nations Office on Drugs and Crime")
    True
    """
    initials = "".join(word[0] for word in re.findall(r"\w+", name) if word.lower() not in _SMALL)
    return initials.casefold() == acronym.casefold()
