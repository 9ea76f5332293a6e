"""Positions followed from what was said to what became of it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from travaux.analysis.heard import Heard, find_heard
from travaux.analysis.sparql import PREFIXES, batches, last_word
from travaux.analysis.tracing import queries
from travaux.analysis.tracing.trace import Became, Proof, Trace, Way
from travaux.analysis.tracing.treaty import TreatyFile
from travaux.analysis.tracing.wanted import choose
from travaux.model.identity import Id
from travaux.model.schemes import EvidenceGrade, OutcomeKind, ReviewStatus
from travaux.model.store import Store, Value

Row = Mapping[str, Value]
Progress = Callable[[str, int, int], None]

_BATCH = 500
"""Positions or statements that one query asks about."""
_LAST = (10**9, 0)
"""The place in the treaty of what concerns no provision of it."""


def find_traces(
    store: Store,
    what: str = "",
    *,
    outcome: OutcomeKind | None = None,
    consultation: str | None = None,
    progress: Progress = lambda *_: None,
) -> tuple[Trace, ...]:
    """Follow positions from statements through provisions to the adopted text, in the order of the treaty, then of their claims.

    ``what`` is the key of a position, words of its claim, or a provision: ``article 24`` is that of the first version, ``adopted
    article 21`` leads from a later one back to what it corresponds to. ``outcome`` keeps positions with such an outcome (one that rests
    on recollection is unknown), ``consultation`` those expressed at it. What is left out does not leave the store. ``progress`` is told
    what is done, how many positions of how many. Raises ``QueryError`` with the nearest names for what the graph does not know.
    """
    treaty = TreatyFile(store)
    wanted = choose(store, treaty, what, outcome, consultation)
    return tuple(sorted(_Following(store, treaty).traces(wanted, progress), key=_treaty_order))


def follow(store: Store, treaty: TreatyFile, positions: Sequence[str]) -> tuple[Trace, ...]:
    """Follow positions of these IRIs, in no particular order."""
    return tuple(_Following(store, treaty).traces(positions, lambda *_: None))


def find_lacks(store: Store) -> tuple[str, ...]:
    """Name what the store lacks for tracing: ``positions``, ``provisions`` of a treaty, ``correspondences``, ``outcomes`` of positions."""
    needed = {
        "positions": "?thing a trv:Position",
        "provisions": "?thing a ?class . VALUES ?class { trv:Article trv:Chapter trv:PreambularParagraph }",
        "correspondences": "?thing a trv:Correspondence",
        "outcomes": "?thing a trv:Position ; trv:outcome ?outcome",
    }
    return tuple(name for name, pattern in needed.items() if not store.ask(f"{PREFIXES}ASK {{ {pattern} }}"))


@dataclass(frozen=True, slots=True)
class _Held:
    """What the store holds of the positions followed: statements, provisions that these cite, and outcomes, by the IRI of the position."""

    heard: Mapping[str, list[Heard]]
    cited: Mapping[str, set[str]]
    outcomes: Mapping[str, list[Became]]


class _Following:
    """Reads what the store holds of positions, and nothing of any other."""

    def __init__(self, store: Store, treaty: TreatyFile) -> None:
        self._store = store
        self._treaty = treaty
        self._base = ""

    def traces(self, wanted: Sequence[str], progress: Progress) -> Iterator[Trace]:
        """Follow positions of these IRIs, in no particular order."""
        if not wanted:
            return
        self._base = wanted[0].rpartition("position/")[0]
        facts = self._facts()
        for first in range(0, len(wanted), _BATCH):
            progress("following positions", first, len(wanted))
            batch = wanted[first : first + _BATCH]
            heard, cited = self._said(batch)
            held = _Held(heard, cited, self._outcomes(batch, facts))
            yield from (self._trace(row, held) for row in self._rows(queries.positions(batch)))
        progress("following positions", len(wanted), len(wanted))

    def _trace(self, row: Row, held: _Held) -> Trace:
        position = str(row["position"])
        became = tuple(sorted(held.outcomes.get(position, ()), key=lambda one: (one.topic, one.id)))
        return Trace(
            position=self._id(position),
            key=self._id(position).removeprefix("position/"),
            claim=str(row["claim"]),
            review=ReviewStatus(last_word(row["review"])) if row["review"] else ReviewStatus.UNREVIEWED,
            statements=tuple(sorted(held.heard.get(position, ()), key=lambda one: one.text_order)),
            ways=tuple(self._ways(held.cited.get(position, set()), became)),
            outcomes=became,
        )

    def _ways(self, cited: Iterable[str], became: Iterable[Became]) -> list[Way]:
        places = {place.id: (place, True) for iri in cited if (place := self._treaty.find_place(iri))}
        asked = {one.provision.id: (one.provision, False) for one in became if one.provision}
        steps = self._treaty.steps_from
        ways = (Way(provision=place, cited=said, steps=steps(self._base + place.id)) for place, said in (asked | places).values())
        return sorted(ways, key=lambda way: (way.provision.order, way.provision.id))

    def _rows(self, query: str) -> Iterator[Row]:
        yield from self._store.select(query)

    def _id(self, iri: object) -> Id:
        return Id(str(iri).removeprefix(self._base))

    def _said(self, positions: Sequence[str]) -> tuple[dict[str, list[Heard]], dict[str, set[str]]]:
        """Give, by position, the statements that express it and the provisions that these cite."""
        said = [(str(row["position"]), str(row["statement"])) for row in self._rows(queries.statements(positions))]
        statements = sorted({statement for _, statement in said})
        provisions, citations = (
            self._about(queries.provisions, "provision", statements),
            self._about(queries.citations, "citation", statements),
        )
        found = find_heard(self._store, statements)
        heard, cited = defaultdict[str, list[Heard]](list), defaultdict[str, set[str]](set)
        for position, statement in said:
            cited[position] |= provisions[statement]
            if statement in found:
                undescribed = self._undescribed(citations[statement], provisions[statement])
                heard[position].append(replace(found[statement], citations=undescribed) if undescribed else found[statement])
        return heard, cited

    def _about(self, query: Callable[[Iterable[str]], str], name: str, statements: Sequence[str]) -> dict[str, set[str]]:
        """Give, by statement, the values of the variable ``name``."""
        found = defaultdict[str, set[str]](set)
        for some in batches(statements, _BATCH):
            for row in self._rows(query(some)):
                found[str(row["statement"])].add(str(row[name]))
        return found

    def _undescribed(self, citations: Iterable[str], provisions: Iterable[str]) -> tuple[str, ...]:
        """Give the citations of provisions that the corpus does not describe."""
        names = [place.name for iri in provisions if (place := self._treaty.find_place(iri))]
        return tuple(sorted(one for one in citations if not any(f"{one} ".startswith(f"{name} ") for name in names)))

    def _outcomes(self, positions: Sequence[str], facts: Mapping[str, list[Proof]]) -> dict[str, list[Became]]:
        outcomes = defaultdict[str, list[Became]](list)
        for row in self._rows(queries.outcomes(positions)):
            became = Became(
                id=self._id(row["outcome"]),
                topic=str(row["topic"]),
                asked=str(row["asked"]),
                kind=OutcomeKind(last_word(row["kind"])),
                grade=EvidenceGrade(last_word(row["grade"])),
                note=str(row["note"]) if row["note"] else None,
                provision=self._treaty.find_place(row["provision"]),
                sources=self._treaty.sources(str(row["outcome"])),
                facts=tuple(facts.get(str(row["outcome"]), ())),
            )
            outcomes[str(row["position"])].append(became)
        return outcomes

    def _facts(self) -> dict[str, list[Proof]]:
        rows = sorted(self._rows(PREFIXES + queries.FACTS), key=lambda row: (int(str(row["order"])), str(row["text"]), str(row["fact"])))
        facts = defaultdict[str, list[Proof]](list)
        for row in rows:
            grade = EvidenceGrade(last_word(row["grade"]))
            facts[str(row["outcome"])].append(Proof(text=str(row["text"]), grade=grade, sources=self._treaty.sources(str(row["fact"]))))
        return facts


def _treaty_order(trace: Trace) -> tuple[tuple[int, int], str, str]:
    return trace.ways[0].provision.order if trace.ways else _LAST, trace.claim, trace.position
