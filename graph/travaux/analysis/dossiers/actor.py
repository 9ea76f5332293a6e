"""The dossier of a person, an organization or a State: in which roles, what they said and what was said for them, who else holds it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum

import numpy as np

from travaux.analysis.columns.columns import NOTHING, find_word
from travaux.analysis.dossiers.cells import choose, count, find_cells
from travaux.analysis.dossiers.gathering import PAGE, Limits, find_sentences, gather
from travaux.analysis.dossiers.said import COLUMNS, Bearing, Said, Sentence, to_rows
from travaux.analysis.dossiers.scope import Scope, selected_of
from travaux.analysis.heard import find_heard
from travaux.analysis.selection import ALL, Selection
from travaux.analysis.sparql import PREFIXES, last_word, listed
from travaux.analysis.tables import Tabular
from travaux.errors import QueryError
from travaux.model.identity import Id
from travaux.model.schemes import Capacity
from travaux.model.store import Iri, Store, Table, Value
from travaux.naming.kinds import NameKind
from travaux.naming.meant import get_things

_NAMES = (
    "SELECT DISTINCT ?actor ?name ?acronym WHERE { VALUES ?actor { %s } ?actor trv:name ?name . OPTIONAL { ?actor trv:acronym ?acronym } }"
)
_ROLES = """SELECT DISTINCT ?part ?link ?person ?capacity ?role ?organization ?on_behalf_of ?state ?meeting ?day ?document_title ?start
  ?order ?printed ?panel ?item WHERE {
  VALUES ?link { trv:person trv:organization trv:onBehalfOf trv:state }
  ?part a trv:Participation ; ?link <%s> ; trv:name ?person ; trv:capacity ?capacity ; trv:document ?source ; trv:paragraph ?holder ;
    trv:span/trv:start ?start .
  ?source dcterms:title ?document_title .
  ?holder trv:order ?order .
  OPTIONAL { ?holder trv:number ?printed }
  OPTIONAL { ?source trv:consultation ?held . ?held dcterms:title ?meeting ; trv:firstDay ?day }
  OPTIONAL { ?part trv:role ?role }
  OPTIONAL { ?part trv:organization/trv:name ?organization }
  OPTIONAL { ?part trv:onBehalfOf/trv:name ?on_behalf_of }
  OPTIONAL { ?part trv:state/trv:name ?state }
  OPTIONAL { ?part trv:panel ?sat . ?sat trv:order ?panel . OPTIONAL { ?sat trv:agendaItem/rdfs:label ?item } }
}"""


_OTHERS, _OTHERS_OF_A_PART = 20, 2
"""Statements of others that are shown of a position, however much is asked for; fewer where a part at a time is shown."""


class Way(StrEnum):
    """How words come to be somebody's: their own, or those of somebody who works there, represents them or belongs to the State."""

    SELF = "self"
    STAFF = "staff"
    BEHALF = "behalf"
    STATE = "state"


_PART = "?part trv:{} <{{iri}}> . ?voice trv:participation ?part . ?statement trv:speaker ?voice ."
_SPOKEN = {
    Way.SELF: f"{{{{ ?voice trv:actor <{{iri}}> . ?statement trv:speaker ?voice }}}} UNION {{{{ {_PART.format('person')} }}}}",
    Way.STAFF: _PART.format("organization"),
    Way.BEHALF: _PART.format("onBehalfOf"),
    Way.STATE: _PART.format("state"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Role:
    """A capacity in which somebody took part, as a report gives it; ``person`` is who stood there."""

    ways: tuple[Way, ...]
    person: str
    capacity: Capacity
    role: str | None
    organization: str | None
    on_behalf_of: str | None
    state: str | None
    consultation: str | None
    document_title: str
    paragraph: str
    panel: str | None
    agenda_item: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Spoken:
    """What was said in one way."""

    way: Way
    said: Said


@dataclass(frozen=True, slots=True, kw_only=True)
class Shared:
    """A position that somebody expressed and others express too: how many statements of others, and those of them shown."""

    key: str
    claim: str
    statements: int
    sentences: tuple[Sentence, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ActorDossier(Tabular):
    """What is on file about a person, an organization or a State.

    ``roles`` are all on file, whatever is selected, in the order of the consultations and of the reports. ``spoken`` has the ways in
    which something was said; a statement may stand in more than one. A report that writes “the panellists” means several: the statement
    is on file for each of them. ``searched`` has the counts over all ways, each statement once, and no sentences.
    A row of the table is a statement shown.
    """

    id: Id
    kind: str
    name: str
    acronym: str | None
    roles: tuple[Role, ...]
    spoken: tuple[Spoken, ...]
    shared: tuple[Shared, ...]
    searched: Said

    def to_table(self) -> Table:
        """Give a row for each statement shown, way by way."""
        return Table(COLUMNS, tuple(row for spoken in self.spoken for row in to_rows(spoken.way.value, spoken.said)))


def actor_dossier(store: Store, name: str, *, selection: Selection = ALL, limits: Limits = PAGE) -> ActorDossier:
    """Gather the dossier of an actor by whole words of the name, by the acronym or by the initials, or by its IRI.

    Raises ``QueryError`` with the nearest names for one that is not on file, and with the names to choose from where several are meant
    and none has exactly that name.
    """
    iri, full, acronym = _choose(store, name)
    everything = selected_of(store, selection)
    scopes = {way: everything.among(_said(store, pattern.format(iri=iri))) for way, pattern in _SPOKEN.items()}
    whole = everything.keep(np.logical_or.reduce([scope.mask for scope in scopes.values()]))
    spoken = tuple(
        Spoken(way=way, said=_mark_own(store, scope, gather(store, scope, limits))) for way, scope in scopes.items() if scope.size()
    )
    kind = iri.rsplit("/", 2)[1]
    return ActorDossier(
        id=Id(f"{kind}/{iri.rpartition('/')[2]}"),
        kind=kind,
        name=full,
        acronym=acronym,
        roles=tuple(_roles(store, iri)),
        spoken=spoken,
        shared=_shared(store, whole, spoken, limits),
        searched=replace(gather(store, whole, replace(limits, positions=0, sentences=0)), held=()),
    )


def _mark_own(store: Store, scope: Scope, said: Said) -> Said:
    """Mark the relations that sentences of others show: those in which no words of this scope stand."""
    keys = {held.key for held in said.held if held.key} | {one.key for held in said.held for one in held.bearings}
    numbers = (find_word(scope.columns.positions, scope.position(key)) for key in sorted(keys))
    rows = np.flatnonzero(scope.mask & np.isin(scope.columns.position, [number for number in numbers if number != NOTHING]))
    heard = find_heard(store, map(scope.columns.iri, rows.tolist())).values()

    def marked(one: Bearing) -> Bearing:
        own = any(its.document_title == one.document_title and its.start < one.end and one.start < its.end for its in heard)
        return replace(one, own=own)

    return replace(said, held=tuple(replace(held, bearings=tuple(map(marked, held.bearings))) for held in said.held))


def _said(store: Store, pattern: str) -> list[str]:
    return [str(row["statement"]) for row in store.select(f"{PREFIXES}SELECT DISTINCT ?statement WHERE {{ {pattern} }}")]


def _choose(store: Store, name: str) -> tuple[str, str, str | None]:
    iris = (name,) if isinstance(name, Iri) else get_things(store, NameKind.ACTOR, name)
    rows = store.select(PREFIXES + _NAMES % listed(iris))
    known = sorted({(str(row["actor"]), str(row["name"]), str(row["acronym"]) if row["acronym"] else None) for row in rows})
    if not known:
        raise QueryError("there is nobody of this identifier in this graph", hint="`travaux ask speakers` lists those who are named.")
    folded = name.strip().casefold()
    exact = [one for one in known if folded in {one[1].casefold(), (one[2] or "").casefold()}]
    meant = exact or known
    if len(meant) > 1:
        choices = ", ".join(f"“{full}”" for _, full, _ in sorted(meant, key=lambda one: one[1]))
        raise QueryError(f"{name!r} is in the names of {len(meant)}", hint=f"Give one of them: {choices}.")
    return meant[0]


def _roles(store: Store, iri: str) -> Iterator[Role]:
    rows = sorted(store.select(PREFIXES + _ROLES % iri), key=_role_order)
    ways = {"person": Way.SELF, "organization": Way.STAFF, "onBehalfOf": Way.BEHALF, "state": Way.STATE}
    by_part: dict[str, list[dict[str, Value]]] = {}
    for row in rows:
        by_part.setdefault(str(row["part"]), []).append(row)
    for parts in by_part.values():
        row = parts[0]

        def words(name: str, row: dict[str, Value] = row) -> str | None:
            return str(row[name]) if row[name] is not None else None

        yield Role(
            ways=tuple(sorted({ways[str(one["link"]).rpartition("#")[2]] for one in parts})),
            person=str(row["person"]),
            capacity=Capacity(last_word(row["capacity"])),
            role=words("role"),
            organization=words("organization"),
            on_behalf_of=words("on_behalf_of"),
            state=words("state"),
            consultation=words("meeting"),
            document_title=str(row["document_title"]),
            paragraph=words("printed") or f"block-{row['order']}",
            panel=words("panel"),
            agenda_item=words("item"),
        )


def _role_order(row: dict[str, Value]) -> tuple[str, str, int]:
    return str(row["day"] or "~"), str(row["document_title"]), int(str(row["start"]))


def _shared(store: Store, whole: Scope, spoken: tuple[Spoken, ...], limits: Limits) -> tuple[Shared, ...]:
    """Find who else expresses the positions that are shown."""
    positions = dict.fromkeys((str(held.key), str(held.claim)) for one in spoken for held in one.said.held if held.key and held.claim)
    others = whole.whole().keep(~whole.mask)
    cells = {key: find_cells(others.expressing(whole.position(key))) for key, _ in positions}
    limit = limits.sentences if limits.sentences is not None else _OTHERS if limits.most is None else _OTHERS_OF_A_PART
    shown = {key: choose(its, limit) for key, its in cells.items()}
    found = find_sentences(store, (iri for iris in shown.values() for iri in iris))

    def sentences(key: str) -> tuple[Sentence, ...]:
        return tuple(sorted((found[iri] for iri in shown[key] if iri in found), key=lambda one: one.heard.text_order))

    return tuple(
        Shared(key=key, claim=claim, statements=count(cells[key]), sentences=sentences(key)) for key, claim in positions if cells[key]
    )
