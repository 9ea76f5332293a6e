"""The parameters of named queries: what they stand for and how what a user types is read."""

from __future__ import annotations

import re
from dataclasses import dataclass
from difflib import get_close_matches
from enum import StrEnum


class ParameterKind(StrEnum):
    """What the value of a parameter is the name or number of."""

    ARTICLE = "article"
    CHAPTER = "chapter"
    QUESTION = "question"
    INSTRUMENT = "instrument"
    CONSULTATION = "consultation"
    DOCUMENT = "document"
    THEME = "theme"
    ACTOR = "actor"
    REVIEWER = "reviewer"
    SEVERITY = "severity"


NUMBERED = {ParameterKind.ARTICLE: "article|art", ParameterKind.CHAPTER: "chapter", ParameterKind.QUESTION: "question|q"}
"""Kinds whose values are numbers, each with the nouns that may stand before the number."""

_SHOWN = 12
"""Known names that a hint lists where none is near and another place lists all."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Parameter:
    """A value that a named query asks for; in its text it stands as ``?given_`` and the name.

    ``meaning`` says what to give, ``example`` is a value of the invented corpus of the tests. A parameter that is not ``required``
    may be left out: the answer is then not narrowed by it.
    """

    name: str
    meaning: str
    example: str
    kind: ParameterKind
    required: bool = True

    @property
    def variable(self) -> str:
        """The variable of the query that the value replaces."""
        return f"given_{self.name}"

    def clean(self, given: str) -> str:
        """Return the value without blanks around it, a number without the noun before it (``article 24`` becomes ``24``)."""
        value = given.strip()
        noun = NUMBERED.get(self.kind)
        return re.sub(rf"^(?:{noun})\b\.?\s*(?=\w)", "", value, flags=re.IGNORECASE) if noun else value


def suggest(word: str, known: tuple[str, ...], listed: str = "", *, abridged: bool = False) -> str:
    """Return a hint: the nearest known words, or if none is near the known ones.

    Where the command ``listed`` lists them, or if the list is to be ``abridged``, only the first of many are named.
    """
    by_folded = {name.casefold(): name for name in reversed(known)}
    near = [by_folded[name] for name in get_close_matches(word.casefold(), by_folded, n=3)]
    if near:
        return f"Did you mean {' or '.join(near)}?"
    if not known:
        return "None is known."
    if not (listed or abridged) or len(known) <= _SHOWN:
        return f"Known: {', '.join(known)}."
    more = f"; `{listed}` lists them" if listed else ""
    return f"Known: {', '.join(known[:_SHOWN])} and {len(known) - _SHOWN} more{more}."
