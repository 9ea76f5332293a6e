"""Values of the parameters of named queries: which ones a graph knows, and which of them is meant by what a user gave."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import groupby, pairwise

from travaux.errors import QueryError
from travaux.model.schemes import Severity
from travaux.model.store import Store
from travaux.rdf.query_parameters import NUMBERED, Parameter, ParameterKind, suggest

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
    ParameterKind.REVIEWER: '?thing a trv:Reviewer ; trv:name ?value . BIND(STRAFTER(STR(?thing), "/reviewer/") AS ?name)',
}

_PREFIXES = "PREFIX trv: <https://w3id.org/travaux/ontology#> PREFIX skos: <http://www.w3.org/2004/02/skos/core#>"
_PARTIAL = {ParameterKind.INSTRUMENT, ParameterKind.CONSULTATION, ParameterKind.DOCUMENT}
_LISTED = {
    ParameterKind.CONSULTATION: "travaux ask agenda",
    ParameterKind.DOCUMENT: "travaux ask documents",
    ParameterKind.THEME: "travaux ask themes",
}
_ROMAN = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100, "D": 500, "M": 1000}
_RUN = 3
"""Numbers in a row that a hint writes as a range."""


def known_values(store: Store, kind: ParameterKind) -> tuple[str, ...]:
    """List what may be given for a parameter of that kind: the names that the graph knows, sorted, or the numbers in their order."""
    if kind is ParameterKind.SEVERITY:
        return tuple(sorted(Severity))
    table = store.select(f"{_PREFIXES} SELECT DISTINCT ?name ?value WHERE {{ {_KNOWN[kind]} }}")
    known = {str(value) for row in table.rows for value in row if value is not None}
    return tuple(sorted(known, key=_number_key if kind in NUMBERED else None))


def find_meant(store: Store, parameter: Parameter, value: str) -> str:
    """Return the value as the graph writes it.

    Letter case does not matter. A chapter may be given in Arabic numerals for Roman ones; an instrument, a consultation or a document
    by a part of its name that no other has; of an actor whole words or the initials are enough and stay as they are. Raises
    ``QueryError`` with the nearest names, or with the known numbers, if the graph knows no such thing.
    """
    known = known_values(store, parameter.kind)
    folded = value.casefold()
    same = [name for name in known if name.casefold() == folded]
    if same:
        return value if value in same else same[0]
    if parameter.kind is ParameterKind.ACTOR and any(_names(name, value) for name in known):
        return value
    partly = [name for name in known if folded in name.casefold()]
    if parameter.kind is ParameterKind.CHAPTER:
        partly = [name for name in known if value.isdecimal() and _read_roman(name) == int(value)]
    if len(partly) == 1 and parameter.kind in {*_PARTIAL, ParameterKind.CHAPTER}:
        return partly[0]
    what = f"there is no {parameter.kind} {value!r} in this graph"
    raise QueryError(what, hint=_hint(parameter.kind, value, known, partly))


def _names(name: str, value: str) -> bool:
    """Whether a value is made of whole words of a name, or of its initials, as ``actor-statements.rq`` compares them."""
    return _words(value) in _words(name) or re.sub("[^A-Z]", "", name) == value


def _words(text: str) -> str:
    return re.sub(r"[\W_]+", " ", f" {text.casefold()} ")


def _hint(kind: ParameterKind, value: str, known: tuple[str, ...], partly: list[str]) -> str:
    if kind in NUMBERED:
        return f"Known: {', '.join(_to_ranges(known))}." if known else "None is known."
    if kind in _PARTIAL and partly:
        return f"Did you mean {' or '.join(partly)}?"
    return suggest(value, known, _LISTED.get(kind, ""), abridged=kind is ParameterKind.ACTOR)


def _number_key(number: str) -> tuple[int, str]:
    """Sort by value: Arabic or Roman numerals with what follows them, then everything else."""
    found = re.match(r"\d+", number)
    value = int(found[0]) if found else _read_roman(number)
    return (value or 10**9, number)


def _read_roman(numeral: str) -> int | None:
    """Read a Roman numeral; ``None`` for anything else."""
    if not numeral or set(numeral) - set(_ROMAN):
        return None
    values = [_ROMAN[letter] for letter in numeral]
    return sum(-value if value < after else value for value, after in pairwise([*values, 0]))


def _to_ranges(numbers: Iterable[str]) -> Iterator[str]:
    """Write numbers that follow on one another as ranges: ``1 to 7``, ``17 bis``."""
    placed = [(place, number, _plain(number)) for place, number in enumerate(numbers)]
    for _, run in groupby(placed, key=lambda one: ("run", one[2] - one[0]) if one[2] is not None else ("alone", one[0])):
        same = [number for _, number, _ in run]
        if len(same) >= _RUN:
            yield f"{same[0]} to {same[-1]}"
        else:
            yield from same


def _plain(number: str) -> int | None:
    return int(number) if number.isdecimal() else _read_roman(number)
