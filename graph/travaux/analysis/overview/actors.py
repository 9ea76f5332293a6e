"""Persons, organizations and States: in which capacities they took part, and what is reported of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np

from travaux.analysis.columns import columns_of
from travaux.analysis.columns.columns import NOTHING, Columns, Pairs, find_word, to_pairs
from travaux.analysis.overview.taken import STANCE_COLUMNS, Taken, stance_row, taken_by, total
from travaux.analysis.selection import ALL, Selection
from travaux.analysis.sparql import PREFIXES, apart, last_word
from travaux.analysis.tables import Tabular
from travaux.model.identity import Id
from travaux.model.schemes import Capacity
from travaux.model.store import Store, Table, Value

KINDS = ("person", "organization", "state")
_ACTORS = """SELECT DISTINCT ?actor ?class ?name ?acronym WHERE {
  VALUES ?class { trv:Person trv:Organization trv:State } ?actor a ?class ; trv:name ?name . OPTIONAL { ?actor trv:acronym ?acronym }
}"""
_PARTS = """SELECT DISTINCT ?part ?actor WHERE {
  VALUES ?link { trv:person trv:organization trv:onBehalfOf trv:state } ?part ?link ?actor .
}"""
_TOOK = "SELECT DISTINCT ?part ?capacity ?document WHERE { ?part a trv:Participation ; trv:capacity ?capacity ; trv:document ?document }"
_HELD = """SELECT DISTINCT ?document ?title ?day WHERE {
  ?document a trv:Document ; trv:consultation ?held . ?held dcterms:title ?title ; trv:firstDay ?day
}"""
_SPOKEN = f"SELECT DISTINCT ?statement ?part WHERE {{ {apart('?statement trv:speaker ?voice', '?voice trv:participation ?part')} }}"
_NAMED = f"SELECT DISTINCT ?statement ?actor WHERE {{ {apart('?statement trv:speaker ?voice', '?voice trv:actor ?actor')} }}"


@dataclass(frozen=True, slots=True, kw_only=True)
class ActorRow:
    """A person, organization or State that a document names.

    ``capacities`` are those in which the person, or somebody of the organization or State, took part; ``consultations`` are titles in
    order of time. ``taken`` are the stances of statements of the actor's own, of somebody who works there, represents it or is of it.
    """

    id: Id
    kind: str
    name: str
    acronym: str | None
    capacities: tuple[Capacity, ...]
    consultations: tuple[str, ...]
    taken: tuple[Taken, ...]

    @property
    def statements(self) -> int:
        """The number of statements that the reports attribute so; a statement may be of several actors."""
        return total(self.taken)


@dataclass(frozen=True, slots=True, kw_only=True)
class Actors(Tabular):
    """All actors: persons, organizations, States, each by name. ``nobody_named`` of ``statements`` are attributed to none of them."""

    rows: tuple[ActorRow, ...]
    statements: int
    nobody_named: int

    def to_table(self) -> Table:
        """Give a row for each actor."""
        names = ("id", "kind", "name", "acronym", "capacities", "consultations", "statements", *STANCE_COLUMNS)
        return Table(
            names,
            tuple(_row(row) for row in self.rows),
        )


def _row(row: ActorRow) -> tuple[Value, ...]:
    took = ("; ".join(row.capacities), "; ".join(row.consultations))
    return (row.id, row.kind, row.name, row.acronym, *took, row.statements, *stance_row(row.taken))


def read_attributed(store: Store) -> Pairs:
    """Read which statements are attributed to which persons, organizations and States: much, and the same for every selection."""
    return _to_pairs(columns_of(store), set(_attributed(store, _read_parts(store))))


def find_actors(store: Store, selection: Selection = ALL, attributed: Pairs | None = None) -> Actors:
    """Find everybody whom the documents name, with the statements of a selection that are attributed to them.

    ``attributed`` is what ``read_attributed`` gives, if it has been read.
    """
    columns, parts = columns_of(store), _read_parts(store)
    mask = columns.select(selection.resolve(store))
    within = (attributed or read_attributed(store)).within(mask)
    taken = taken_by(columns, within)
    rows = sorted(store.select(PREFIXES + _ACTORS), key=lambda row: (str(row["actor"]), str(row["name"]), str(row["acronym"])))
    known = {str(row["actor"]): row for row in reversed(rows)}
    took: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for actor, capacity, document in (one for part in parts.values() for one in part):
        took[actor].append((capacity, document))
    held = {str(row["document"]): (str(row["day"]), str(row["title"])) for row in store.select(PREFIXES + _HELD)}
    listed = [
        ActorRow(
            id=_id(iri),
            kind=str(row["class"]).rpartition("#")[2].casefold(),
            name=str(row["name"]),
            acronym=str(row["acronym"]) if row["acronym"] else None,
            capacities=tuple(word for word in Capacity if any(capacity == word.value for capacity, _ in took[iri])),
            consultations=tuple(title for _, title in sorted({held[document] for _, document in took[iri] if document in held})),
            taken=taken.get(iri, ()),
        )
        for iri, row in known.items()
    ]
    listed.sort(key=lambda row: (KINDS.index(row.kind), row.name.casefold(), row.id))
    count = int(np.count_nonzero(mask))
    return Actors(rows=tuple(listed), statements=count, nobody_named=count - len(np.unique(within.statement)))


def _read_parts(store: Store) -> dict[str, list[tuple[str, str, str]]]:
    """Give of each participation whom it is of or for, in which capacity, and the document that tells."""
    took = {str(row["part"]): (last_word(row["capacity"]), str(row["document"])) for row in store.select(PREFIXES + _TOOK)}
    found: dict[str, list[tuple[str, str, str]]] = defaultdict(list)
    for row in store.select(PREFIXES + _PARTS):
        if (part := str(row["part"])) in took:
            found[part].append((str(row["actor"]), *took[part]))
    return found


def _attributed(store: Store, parts: dict[str, list[tuple[str, str, str]]]) -> Iterable[tuple[str, str]]:
    for row in store.select(PREFIXES + _SPOKEN):
        yield from ((str(row["statement"]), actor) for actor, _, _ in parts.get(str(row["part"]), ()))
    for row in store.select(PREFIXES + _NAMED):
        yield str(row["statement"]), str(row["actor"])


def _to_pairs(columns: Columns, said: Iterable[tuple[str, str]]) -> Pairs:
    pairs = [(row, actor) for statement, actor in said if (row := find_word(columns.statements, statement)) != NOTHING]
    things = np.array(sorted({actor.encode() for _, actor in pairs}), dtype=np.bytes_)
    places = {str(thing, "utf-8"): place for place, thing in enumerate(things.tolist())}
    rows = np.array([row for row, _ in pairs], dtype=np.int64)
    return to_pairs(rows, np.array([places[actor] for _, actor in pairs], dtype=np.int64), things)


def _id(iri: str) -> Id:
    kind, name = iri.rsplit("/", 2)[1:]
    return Id(f"{kind}/{name}")
