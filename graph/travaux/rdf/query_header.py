"""The header of a named query: comment lines ``# key: value`` at the top of its file."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from travaux.errors import QueryError
from travaux.naming.kinds import NameKind
from travaux.naming.nearest import suggest
from travaux.rdf.query_parameters import Parameter

_SEPARATOR = " — "
_KEYS = ("title", "answers", "needs", "parameter", "column", "note")


class NeedKind(StrEnum):
    """What a graph must hold before its answer to a question says anything."""

    STATEMENTS = "statements"
    POSITIONS = "positions"
    RELATIONS = "relations"
    TEXT_CHANGES = "text changes"
    DECISIONS = "decisions"


@dataclass(frozen=True, slots=True)
class Need:
    """What a question needs; ``absence`` if its rows say that something is missing, so that without it every row would be wrong."""

    kind: NeedKind
    absence: bool


@dataclass(frozen=True, slots=True)
class Column:
    """A column of an answer and what it holds."""

    name: str
    meaning: str


@dataclass(frozen=True, slots=True, kw_only=True)
class QueryHeader:
    """What a named query says of itself: ``answers`` is the question in a delegate's words.

    ``needs`` is what the graph must hold, if anything; ``columns`` are those of the answer, in their order; ``notes`` say how not to
    misread it.
    """

    title: str
    answers: str
    needs: Need | None = None
    parameters: tuple[Parameter, ...] = ()
    columns: tuple[Column, ...] = ()
    notes: tuple[str, ...] = ()

    def examples(self) -> dict[str, str]:
        """Return an example value for every parameter, by name."""
        return {parameter.name: parameter.example for parameter in self.parameters}

    def expectation(self) -> str:
        """Return a sentence for a user: which parameters the query takes."""
        if not self.parameters:
            return "It takes no parameter."
        each = (f"{one.name}{'' if one.required else ' (optional)'}: {one.meaning}, such as {one.example}" for one in self.parameters)
        return f"It takes {'; '.join(each)}."


def read_header(text: str, source: str) -> QueryHeader:
    """Read the header of a query; ``source`` names the file in errors.

    ``title`` and ``answers`` stand once, ``needs`` at most once; ``parameter``, ``column`` and ``note`` may repeat. A need is written
    ``statements``, with a second part ``absence`` if the question asks what has none. A parameter is written
    ``name — meaning — example — kind``, with a fifth part ``optional`` if it may be left out, a column ``name — meaning``.
    Raises ``QueryError`` with the line for anything else.
    """
    entries = list(_read_entries(text, source))
    title, answers = (_only(key, [value for other, value, _ in entries if other == key], source) for key in ("title", "answers"))
    return QueryHeader(
        title=title,
        answers=answers,
        needs=_read_needs([(value, where) for key, value, where in entries if key == "needs"]),
        parameters=tuple(_read_parameter(value, where) for key, value, where in entries if key == "parameter"),
        columns=tuple(_read_column(value, where) for key, value, where in entries if key == "column"),
        notes=tuple(value for key, value, _ in entries if key == "note"),
    )


def _read_entries(text: str, source: str) -> Iterator[tuple[str, str, str]]:
    for number, line in enumerate(text.splitlines(), start=1):
        if not line.startswith("#"):
            return
        where = f"{source}, line {number}"
        found = re.fullmatch(r"# (\w+): (.*\S)\s*", line)
        if found is None:
            what = "a line of the header is not of the form “# key: value”"
            raise QueryError(what, where=where)
        if found[1] not in _KEYS:
            what = f"the header has an unknown key {found[1]!r}"
            raise QueryError(what, where=where, hint=suggest(found[1], _KEYS))
        yield found[1], found[2], where


def _only(key: str, values: list[str], source: str) -> str:
    if len(values) != 1:
        what = f"the header needs {key!r} once and has it {len(values)} times"
        raise QueryError(what, where=source)
    return values[0]


def _read_needs(given: list[tuple[str, str]]) -> Need | None:
    if not given:
        return None
    value, where = given[-1]
    match value.split(_SEPARATOR):
        case [kind, *rest] if kind in set(NeedKind) and rest in ([], ["absence"]) and len(given) == 1:
            return Need(NeedKind(kind), absence=bool(rest))
    what = f"what the query needs, {value!r}, cannot be read"
    raise QueryError(what, where=where, hint=f"Write once one of {', '.join(NeedKind)}, and — absence if the query asks what has none.")


def _read_parameter(value: str, where: str) -> Parameter:
    match value.split(_SEPARATOR):
        case [name, meaning, example, kind, *rest] if kind in set(NameKind) and rest in ([], ["optional"]):
            return Parameter(name=name, meaning=meaning, example=example, kind=NameKind(kind), required=not rest)
    what = f"the parameter {value!r} cannot be read"
    hint = f"Write: name — meaning — example — kind, and — optional if so. Kinds: {', '.join(NameKind)}."
    raise QueryError(what, where=where, hint=hint)


def _read_column(value: str, where: str) -> Column:
    name, separator, meaning = value.partition(_SEPARATOR)
    if not separator:
        what = f"the column {name!r} has no meaning"
        raise QueryError(what, where=where, hint="Write: name — meaning.")
    return Column(name, meaning)
