"""Positions followed from what was said to what became of it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from travaux.analysis.heard import Heard, to_heard
from travaux.analysis.sparql import PREFIXES, last_word
from travaux.analysis.tracing import queries
from travaux.analysis.tracing.trace import Became, Place, Proof, Trace, Way
from travaux.analysis.tracing.treaty import TreatyFile
from travaux.analysis.tracing.wanted import Wanted, choose
from travaux.model.identity import Id
from travaux.model.schemes import EvidenceGrade, OutcomeKind, ReviewStatus
from travaux.model.store import Store, Value

Row = Mapping[str, Value]

_LAST = (10**9, 0)
"""The place in the treaty of what concerns no provision of it."""


def find_traces(store: Store, what: str = "", *, outcome: OutcomeKind | None = None, consultation: str | None = None) -> tuple[Trace, ...]:
    """Follow positions from statements through provisions to the adopted text, in the order of the treaty, then of their claims.

    ``what`` is the key of a position, words of its claim, or a provision: ``article 24`` is that of the first version, ``adopted
    article 21`` leads from a later one back to what it corresponds to. ``outcome`` keeps positions with such an outcome (one that rests
    on recollection is unknown), ``consultation`` those expressed at it. What is left out does not leave the store.
    Raises ``QueryError`` with the nearest names for what the graph does not know.
    """
    treaty = TreatyFile(store)
    return tuple(_Following(store, treaty, choose(store, treaty, what, outcome, consultation)).traces())


def find_lacks(store: Store) -> tuple[str, ...]:
    """Name what the store lacks for tracing: ``positions``, ``provisions`` of a treaty, ``correspondences``, ``outcomes`` of positions."""
    needed = {
        "positions": "?thing a trv:Position",
        "provisions": "?thing a ?class . VALUES ?class { trv:Article trv:Chapter trv:PreambularParagraph }",
        "correspondences": "?thing a trv:Correspondence",
        "outcomes": "?thing a trv:Position ; trv:outcome ?outcome",
    }
    return tuple(name for name, pattern in needed.items() if not store.ask(f"{PREFIXES}ASK {{ {pattern} }}"))


class _Following:
    """What the store holds of the positions that are wanted."""

    def __init__(self, store: Store, treaty: TreatyFile, wanted: Wanted) -> None:
        self._store = store
        self._treaty = treaty
        self._wanted = wanted
        self._base = ""

    def traces(self) -> Iterator[Trace]:
        found = list(self._store.select(queries.positions(self._wanted.pattern), self._wanted.values))
        if not found:
            return
        self._base = str(found[0]["position"]).rpartition("position/")[0]
        heard, outcomes, cited = self._heard(), self._outcomes(), self._cited()
        traces = [self._trace(row, heard, outcomes, cited) for row in found]
        yield from sorted(traces, key=_treaty_order)

    def _trace(
        self, row: Row, heard: Mapping[str, list[Heard]], outcomes: Mapping[str, list[Became]], cited: Mapping[str, set[str]]
    ) -> Trace:
        position = str(row["position"])
        became = tuple(sorted(outcomes.get(position, ()), key=lambda one: (one.topic, one.id)))
        return Trace(
            position=self._id(position),
            key=self._id(position).removeprefix("position/"),
            claim=str(row["claim"]),
            review=ReviewStatus(last_word(row["review"])) if row["review"] else ReviewStatus.UNREVIEWED,
            statements=tuple(sorted(heard.get(position, ()), key=lambda one: one.text_order)),
            ways=tuple(self._ways(cited.get(position, set()), became)),
            outcomes=became,
        )

    def _ways(self, cited: Iterable[str], became: Iterable[Became]) -> list[Way]:
        places = {place.id: (place, True) for iri in cited if (place := self._treaty.find_place(iri))}
        asked = {one.provision.id: (one.provision, False) for one in became if one.provision}
        steps = self._treaty.steps_from
        ways = (Way(provision=place, cited=said, steps=steps(self._base + place.id)) for place, said in (asked | places).values())
        return sorted(ways, key=lambda way: (way.provision.order, way.provision.id))

    def _rows(self, query: str) -> Iterator[Row]:
        yield from self._store.select(query, self._wanted.values)

    def _id(self, iri: object) -> Id:
        return Id(str(iri).removeprefix(self._base))

    def _cited(self) -> dict[str, set[str]]:
        cited = defaultdict[str, set[str]](set)
        for row in self._rows(queries.provisions(self._wanted.pattern)):
            cited[str(row["position"])].add(str(row["provision"]))
        return cited

    def _undescribed(self) -> dict[str, set[str]]:
        """Give, by statement, the citations of provisions that the corpus does not describe."""
        described = defaultdict[str, list[Place]](list)
        for row in self._rows(queries.provisions(self._wanted.pattern)):
            if place := self._treaty.find_place(row["provision"]):
                described[str(row["statement"])].append(place)
        found = defaultdict[str, set[str]](set)
        for row in self._rows(queries.citations(self._wanted.pattern)):
            statement, citation = str(row["statement"]), str(row["citation"])
            if not any(f"{citation} ".startswith(f"{place.name} ") for place in described[statement]):
                found[statement].add(citation)
        return found

    def _heard(self) -> dict[str, list[Heard]]:
        undescribed = self._undescribed()
        heard = defaultdict[str, list[Heard]](list)
        for row in self._rows(queries.statements(self._wanted.pattern)):
            citations = tuple(sorted(undescribed.get(str(row["statement"]), ())))
            heard[str(row["position"])].append(to_heard(row, citations))
        return heard

    def _outcomes(self) -> dict[str, list[Became]]:
        facts = self._facts()
        outcomes = defaultdict[str, list[Became]](list)
        for row in self._rows(queries.outcomes(self._wanted.pattern)):
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
        rows = sorted(
            self._rows(queries.facts(self._wanted.pattern)), key=lambda row: (int(str(row["order"])), str(row["text"]), str(row["fact"]))
        )
        facts = defaultdict[str, list[Proof]](list)
        for row in rows:
            grade = EvidenceGrade(last_word(row["grade"]))
            facts[str(row["outcome"])].append(Proof(text=str(row["text"]), grade=grade, sources=self._treaty.sources(str(row["fact"]))))
        return facts


def _treaty_order(trace: Trace) -> tuple[tuple[int, int], str, str]:
    return trace.ways[0].provision.order if trace.ways else _LAST, trace.claim, trace.position
