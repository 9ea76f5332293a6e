"""Names that a graph knows, and which of them is meant by what a user gave."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from difflib import get_close_matches
from itertools import groupby, pairwise

from travaux.errors import QueryError
from travaux.model.schemes import Severity
from travaux.model.store import Iri, Store, Value
from travaux.naming.kinds import NUMBERED, NameKind, clean_name
from travaux.naming.nearest import suggest

_KNOWN = {
    NameKind.ARTICLE: """{ ?thing a trv:Article ; trv:number ?value } UNION {
        ?thing a trv:Reference ; trv:target ?target .
        FILTER(STRSTARTS(?target, "article ") && !CONTAINS(?target, " of "))
        FILTER NOT EXISTS { ?thing trv:provision ?described }
        BIND(STRAFTER(?target, "article ") AS ?cited)
        BIND(IF(CONTAINS(?cited, " ("), STRBEFORE(?cited, " ("), ?cited) AS ?value) }""",
    NameKind.CHAPTER: "?thing a trv:Chapter ; trv:number ?value",
    NameKind.QUESTION: "?thing a trv:Question ; trv:number ?value",
    NameKind.INSTRUMENT: "?thing a trv:Instrument ; trv:name ?value",
    NameKind.CONSULTATION: "?thing a trv:Consultation ; trv:name ?value",
    NameKind.DOCUMENT: "?thing a trv:Document ; trv:name ?value",
    NameKind.THEME: """?thing skos:prefLabel|skos:altLabel ?label .
        FILTER(CONTAINS(STR(?thing), "/theme/"))
        BIND(STR(?label) AS ?value)
        BIND(STRAFTER(STR(?thing), "/theme/") AS ?name)""",
    NameKind.ACTOR: """VALUES ?class { trv:Person trv:Organization trv:State }
        ?thing a ?class ; trv:name|trv:acronym ?value""",
    NameKind.REVIEWER: '?thing a trv:Reviewer ; trv:name ?value . BIND(STRAFTER(STR(?thing), "/reviewer/") AS ?name)',
}

_PREFIXES = "PREFIX trv: <https://w3id.org/travaux/ontology#> PREFIX skos: <http://www.w3.org/2004/02/skos/core#>"
_PARTIAL = {NameKind.INSTRUMENT, NameKind.CONSULTATION, NameKind.DOCUMENT}
_LISTED = {
    NameKind.CONSULTATION: "travaux ask agenda",
    NameKind.DOCUMENT: "travaux ask documents",
    NameKind.THEME: "travaux ask themes",
}
_ROMAN = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100, "D": 500, "M": 1000}
_NEAR = 5
"""Names that hold what was given, as many as a hint lists."""
_ALIKE = 0.8
"""How alike the words of a theme must be to be suggested before names that are alike as a whole, from 0 to 1."""
_RUN = 3
"""Numbers in a row that a hint writes as a range."""


def known_values(store: Store, kind: NameKind) -> tuple[str, ...]:
    """List what things of that kind are called: the names that the graph knows, sorted, or the numbers in their order."""
    if kind is NameKind.SEVERITY:
        return tuple(sorted(Severity))
    table = store.select(f"{_PREFIXES} SELECT DISTINCT ?name ?value WHERE {{ {_KNOWN[kind]} }}")
    known = {str(value) for row in table.rows for value in row if value is not None}
    return tuple(sorted(known, key=_number_key if kind in NUMBERED else None))


def find_meant(store: Store, kind: NameKind, value: str) -> str:
    """Return the value as the graph writes it.

    Letter case does not matter, nor does the order of the words of a theme (``trust-building``, ``building trust``). A chapter may be
    given in Arabic numerals for Roman ones; an instrument, a consultation or a document by a part of its name that no other has; of an
    actor whole words or the initials are enough and stay as they are. Raises ``QueryError`` with the nearest names, or with the known
    numbers, if the graph knows no such thing, and for a name without a letter or digit.
    """
    if not _words(value).strip():
        raise QueryError(f"no name was given: {value!r} has no letter or digit", hint=_listing(kind))
    if _is_broken(value):
        raise QueryError(f"{value!r} holds what is no character", hint="Type the name anew; its bytes are no UTF-8.")
    known = known_values(store, kind)
    folded = value.casefold()
    same = [name for name in known if name.casefold() == folded]
    if same:
        return value if value in same else same[0]
    if kind is NameKind.ACTOR and any(_names(name, value) for name in known):
        return value
    if kind is NameKind.THEME and (reordered := [name for name in known if _bag(name) == _bag(value)]):
        return reordered[0]
    partly = [name for name in known if folded in name.casefold()]
    if kind is NameKind.CHAPTER:
        partly = [name for name in known if value.isdecimal() and _read_roman(name) == int(value)]
    if len(partly) == 1 and kind in {*_PARTIAL, NameKind.CHAPTER}:
        return partly[0]
    what = f"there is no {kind} {value!r} in this graph"
    raise QueryError(what, hint=_hint(kind, value, known, partly))


def get_things(store: Store, kind: NameKind, value: str) -> tuple[Iri, ...]:
    """Get what a user means by a name: of most kinds one thing, of actors all that the words name; sorted.

    Numbers may come with their noun (``question 13``). Raises ``QueryError`` as ``find_meant`` does.
    """
    meant = find_meant(store, kind, clean_name(kind, value))
    rows = store.select(f"{_PREFIXES} SELECT DISTINCT ?thing ?name ?value WHERE {{ {_KNOWN[kind]} }}")

    def is_meant(row: Mapping[str, Value]) -> bool:
        called = {str(row["value"]), str(row["name"])}
        return meant in called or (kind is NameKind.ACTOR and any(_names(name, meant) for name in called))

    return tuple(sorted({Iri(row["thing"]) for row in rows if row["thing"] is not None and is_meant(row)}))


def _names(name: str, value: str) -> bool:
    """Whether a value is made of whole words of a name, or of its initials, as ``actor-statements.rq`` compares them."""
    return _words(value) in _words(name) or re.sub("[^A-Z]", "", name) == value


def _is_broken(value: str) -> bool:
    """Whether a text holds half a character (a lone surrogate), as bytes that are no UTF-8 come from a terminal."""
    return any("\ud800" <= letter <= "\udfff" for letter in value)


def _listing(kind: NameKind) -> str | None:
    return f"`{_LISTED[kind]}` lists those that are known." if kind in _LISTED else None


def _bag(text: str) -> list[str]:
    return sorted(_words(text).split())


def _words(text: str) -> str:
    return re.sub(r"[\W_]+", " ", f" {text.casefold()} ")


def _hint(kind: NameKind, value: str, known: tuple[str, ...], partly: list[str]) -> str:
    if kind in NUMBERED:
        return f"Known: {', '.join(_to_ranges(known))}." if known else "None is known."
    if kind in {*_PARTIAL, NameKind.THEME} and partly:
        return f"Did you mean {' or '.join(partly[:_NEAR])}?"
    if kind is NameKind.THEME and (reordered := _near_in_any_order(value, known)):
        return f"Did you mean {' or '.join(reordered)}?"
    return suggest(value, known, _LISTED.get(kind, ""), abridged=kind is NameKind.ACTOR)


def _near_in_any_order(value: str, known: tuple[str, ...]) -> list[str]:
    """Find the names whose words, put in alphabetical order, are nearest to those given: ``trust-buildng``, ``buildng trust``."""
    ordered = {" ".join(_bag(name)): name for name in reversed(known)}
    return [ordered[words] for words in get_close_matches(" ".join(_bag(value)), ordered, n=3, cutoff=_ALIKE)]


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
