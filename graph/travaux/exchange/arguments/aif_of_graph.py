"""Argument graphs laid out as nodes and edges of AIF."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict
from itertools import pairwise

from travaux.exchange.arguments.aif_nodes import (
    ASSERTING,
    CONFLICT,
    ILLOCUTION,
    INFERENCE,
    INFORMATION,
    LOCUTION,
    QUALIFICATION,
    REPHRASE,
    Edge,
    Node,
    NodeSet,
)
from travaux.exchange.arguments.graph import ArgumentGraph, Bearing, Locution, Passage
from travaux.model.schemes import RelationKind

_RELATIONS = {
    RelationKind.SUPPORTS: (INFERENCE, "Default Inference"),
    RelationKind.ATTACKS: (CONFLICT, "Default Conflict"),
    RelationKind.QUALIFIES: (REPHRASE, QUALIFICATION),
}


def to_node_set(graph: ArgumentGraph) -> NodeSet:
    """Lay out a graph; the ids of nodes are those of the records, the parts of a statement have its id and a name of theirs.

    A claim is an I-node, a statement an L-node that asserts (YA) an I-node; where that does not say the claim of the position word for
    word, a rephrase (MA) leads to it. A relation is an RA, a CA or an MA named ``Qualification``.
    """
    layout = _Layout(graph)
    nodes = (*layout.claims(), *layout.statements(), *layout.relations())
    return NodeSet(
        nodes=nodes,
        edges=tuple(layout.edges()),
        speakers={one.id: one.speaker for one in graph.locutions if one.speaker is not None},
        title=graph.title,
        base=graph.base,
        version=graph.version,
        sources=tuple({key: value for key, value in asdict(one).items() if value is not None} for one in graph.sources),
    )


class _Layout:
    def __init__(self, graph: ArgumentGraph) -> None:
        self.graph = graph
        self.texts = {claim.id: claim.text for claim in graph.claims}
        self.days = {source.id: f"{source.date} 00:00:00" for source in graph.sources if source.date}

    def claims(self) -> Iterator[Node]:
        for claim in self.graph.claims:
            yield Node(id=claim.id, type=INFORMATION, text=claim.text, about={"iri": self.graph.base + claim.id})

    def statements(self) -> Iterator[Node]:
        for one in self.graph.locutions:
            day = self._day(one.passage)
            yield Node(id=one.id, type=LOCUTION, text=to_speech(one.speaker, one.passage.quote), timestamp=day, about=self._said(one))
            yield Node(id=f"{one.id}/asserting", type=ILLOCUTION, text=ASSERTING, timestamp=day)
            if self._is_held_apart(one):
                about = {"iri": f"{self.graph.base}{one.id}/claim", "part": "claim"}
                yield Node(id=f"{one.id}/claim", type=INFORMATION, text=one.claim, timestamp=day, about=about)
                if one.position is not None:
                    yield Node(id=f"{one.id}/rephrase", type=REPHRASE, text="Default Rephrase", timestamp=day)

    def relations(self) -> Iterator[Node]:
        for one in self.graph.bearings:
            kind, name = _RELATIONS[one.kind]
            yield Node(id=one.id, type=kind, text=name, timestamp=self._day(one.passage), about=self._shown(one))

    def edges(self) -> Iterator[Edge]:
        for one in self.graph.locutions:
            apart = self._is_held_apart(one)
            held = f"{one.id}/claim" if apart or one.position is None else one.position
            yield from _path(one.id, f"{one.id}/asserting", held)
            if apart and one.position is not None:
                yield from _path(held, f"{one.id}/rephrase", one.position)
        for bearing in self.graph.bearings:
            yield from _path(bearing.premise, bearing.id, bearing.conclusion)

    def _is_held_apart(self, one: Locution) -> bool:
        return one.position is None or self.texts[one.position] != one.claim

    def _day(self, passage: Passage | None) -> str:
        return self.days.get(passage.source, "") if passage and passage.source else ""

    def _said(self, one: Locution) -> dict[str, str | int]:
        told = {"iri": self.graph.base + one.id, "speaker": one.speaker, "cue": one.cue}
        words = {"act": one.act, "stance": one.stance, "prevalence": one.prevalence}
        return _known({**told, **words, **self._place(one.passage)})

    def _shown(self, one: Bearing) -> dict[str, str | int]:
        told = {"iri": self.graph.base + one.id, "form": one.form, "marking": one.marking}
        return _known({**told, **({"quote": one.passage.quote, **self._place(one.passage)} if one.passage else {})})

    def _place(self, passage: Passage) -> dict[str, str | int | None]:
        source = None if passage.source is None else self.graph.base + passage.source
        return {"source": source, "paragraph": passage.paragraph, "start": passage.start, "end": passage.end}


def to_speech(speaker: str | None, quote: str) -> str:
    """Write what is said as L-nodes tell it, the speaker first: ``many speakers: the importance of prevention``."""
    return quote if speaker is None else f"{speaker}: {quote}"


def _path(*steps: str) -> Iterator[Edge]:
    return (Edge(start, end) for start, end in pairwise(steps))


def _known(told: dict[str, str | int | None]) -> dict[str, str | int]:
    return {key: str(value) if isinstance(value, str) else value for key, value in told.items() if value is not None}
