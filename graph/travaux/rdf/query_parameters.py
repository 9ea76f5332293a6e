"""The parameters of named queries: what they stand for, how what a user types is read, and which values a graph knows."""

from __future__ import annotations

import re
from dataclasses import dataclass
from difflib import get_close_matches
from enum import StrEnum

from travaux.errors import QueryError
from travaux.model.schemes import Severity
from travaux.model.store import Store


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
    SEVERITY = "severity"


_NUMBERED = {ParameterKind.ARTICLE: "article|art", ParameterKind.CHAPTER: "chapter", ParameterKind.QUESTION: "question|q"}

_KNOWN = {
    ParameterKind.ARTICLE: """{ ?thing a trv:Article ; trv:number ?value } UNION {
        ?thing a trv:Reference ; trv:target ?target .
        FILTER(STRSTARTS(?target, "article ") && !CONTAINS(?target, " of "))
        FILTER NOT EXISTS { ?thing trv:provision ?described }
        BIND(STRAFTER(?target, "article ") AS ?cited)
        BIND(IF(CONTAINS(?cited, " ("), STRBEFORE(?cited, " ("), ?cited) AS ?value) }""",
    ParameterKind.CHAPTER: "?thing a trv:Chapter ; trv:number ?value",
    ParameterKind.QUESTION: "?thing a trv:Question ; trv:number ?value",
    ParameterKind.INSTRUMENT: "?thing a trv:Instrument ; trv:name ?value",
    ParameterKind.CONSULTATION: "?thing a trv:Consultation ; trv:name ?value",
    ParameterKind.DOCUMENT: "?thing a trv:Document ; trv:name ?value",
    ParameterKind.THEME: """?thing skos:prefLabel|skos:altLabel ?label .
        FILTER(CONTAINS(STR(?thing), "/theme/"))
        BIND(STR(?label) AS ?value)
        BIND(STRAFTER(STR(?thing), "/theme/") AS ?name)""",
    ParameterKind.ACTOR: """VALUES ?class { trv:Person trv:Organization trv:State }
        ?thing a ?class ; trv:name|trv:acronym ?value""",
}

_SHOWN = 12
"""Known names that a hint lists where none is near."""

_PREFIXES = "PREFIX trv: <https://w3id.org/travaux/ontology#> PREFIX skos: <http://www.w3.org/2004/02/skos/core#>"


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
        noun = _NUMBERED.get(self.kind)
        return re.sub(rf"^(?:{noun})\b\.?\s*(?=\w)", "", value, flags=re.IGNORECASE) if noun else value


def known_values(store: Store, kind: ParameterKind) -> tuple[str, ...]:
    """List what may be given for a parameter of that kind, sorted: the names and numbers that the graph knows."""
    if kind is ParameterKind.SEVERITY:
        return tuple(sorted(Severity))
    table = store.select(f"{_PREFIXES} SELECT DISTINCT ?name ?value WHERE {{ {_KNOWN[kind]} }}")
    return tuple(sorted({str(value) for row in table.rows for value in row if value is not None}))


def check_known(store: Store, parameter: Parameter, value: str) -> None:
    """Raise ``QueryError`` with the nearest names if the graph knows no such thing; of an actor, a part of the name is enough."""
    known = known_values(store, parameter.kind)
    folded = value.casefold()
    partial = parameter.kind is ParameterKind.ACTOR
    if not any(folded == name.casefold() or (partial and folded in name.casefold()) for name in known):
        what = f"there is no {parameter.kind} {value!r} in this graph"
        raise QueryError(what, hint=suggest(value, known))


def suggest(word: str, known: tuple[str, ...]) -> str:
    """Return a hint: the nearest known words, or if none is near the first ones."""
    by_folded = {name.casefold(): name for name in reversed(known)}
    near = [by_folded[name] for name in get_close_matches(word.casefold(), by_folded, n=3)]
    if near:
        return f"Did you mean {' or '.join(near)}?"
    shown = ", ".join(known[:_SHOWN])
    return f"Known: {shown}{' …' if len(known) > _SHOWN else ''}." if known else "None is known."
