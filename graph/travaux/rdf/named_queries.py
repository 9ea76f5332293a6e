"""Named queries: the competency questions of the ontology, each a SPARQL file that says what it answers, asks for and returns."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from travaux.errors import QueryError
from travaux.model.store import Store, Table, Value
from travaux.naming.meant import find_meant
from travaux.naming.nearest import suggest
from travaux.rdf.query_header import NeedKind, QueryHeader, read_header
from travaux.resources import ontology_folder

_PREFIX = "PREFIX trv: <https://w3id.org/travaux/ontology#>"
_CLASSES = {
    NeedKind.STATEMENTS: "trv:Statement",
    NeedKind.POSITIONS: "trv:Position",
    NeedKind.RELATIONS: "trv:Relation",
    NeedKind.TEXT_CHANGES: "trv:TextChange",
    NeedKind.DECISIONS: "trv:Decision",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class NamedQuery:
    """A competency question: what its header says, and the SPARQL ``text`` with that header. ``name`` is the name of its file."""

    name: str
    header: QueryHeader
    text: str

    def bind(self, given: Mapping[str, str]) -> dict[str, Value]:
        """Turn what a user gave, by name of parameter, into the values of the query's variables; what is left out becomes empty text.

        Raises ``QueryError`` for a parameter that is unknown, missing or empty; the hint lists what is expected.
        """
        parameters = self.header.parameters
        for name in sorted(given.keys() - {parameter.name for parameter in parameters}):
            what = f"the query {self.name!r} has no parameter {name!r}"
            raise QueryError(what, hint=self.header.expectation())
        values = {parameter.name: parameter.clean(given.get(parameter.name, "")) for parameter in parameters}
        for parameter in parameters:
            if parameter.required and not values[parameter.name]:
                what = f"the query {self.name!r} needs the parameter {parameter.name!r}"
                raise QueryError(what, hint=self.header.expectation())
        return {parameter.variable: values[parameter.name] for parameter in parameters}


@cache
def named_queries() -> tuple[NamedQuery, ...]:
    """Read all named queries of the ontology, sorted by name."""
    paths = (ontology_folder() / "queries").glob("*.rq")
    return tuple(read_named_query(path) for path in sorted(paths, key=lambda path: path.stem))


def find_named_query(name: str) -> NamedQuery | None:
    """Find a named query by its name; ``None`` if there is none."""
    return next((query for query in named_queries() if query.name == name), None)


def get_named_query(name: str) -> NamedQuery:
    """Get a named query by its name; ``QueryError`` with the nearest names if there is none."""
    query = find_named_query(name)
    if query is None:
        what = f"there is no query named {name!r}"
        raise QueryError(what, hint=suggest(name, tuple(known.name for known in named_queries()), "travaux ask"))
    return query


def answer(store: Store, query: NamedQuery, given: Mapping[str, str] | None = None) -> Table:
    """Answer a named query; an empty table means that the graph knows what was asked about and holds no answer.

    Raises ``QueryError`` as ``NamedQuery.bind`` does, and for a value that names nothing in the graph: its answer would look like
    silence, or like themes that are gone. Refuses for the same reason a question about what is absent where the graph holds nothing of
    what could be there; for other questions see ``find_missing``.
    """
    values = query.bind(given or {})
    for parameter in query.header.parameters:
        if value := values[parameter.variable]:
            values[parameter.variable] = find_meant(store, parameter.kind, str(value))
    if query.header.needs and query.header.needs.absence and (missing := find_missing(store, query)):
        what = f"the question {query.name!r} cannot be answered: this graph holds no {missing} yet"
        raise QueryError(what, hint="Every row would read as silence, although nothing of what was said has been read.")
    return store.select(query.text, values)


def find_missing(store: Store, query: NamedQuery) -> NeedKind | None:
    """Find what the query needs and the graph has none of; an answer then says nothing about what was said."""
    needs = query.header.needs
    if needs is None or store.ask(f"{_PREFIX} ASK {{ ?thing a {_CLASSES[needs.kind]} }}"):
        return None
    return needs.kind


def read_named_query(path: Path) -> NamedQuery:
    """Read a query from its file; ``QueryError`` with file and line if its header cannot be read."""
    text = path.read_text(encoding="utf-8")
    return NamedQuery(name=path.stem, header=read_header(text, path.name), text=text)
