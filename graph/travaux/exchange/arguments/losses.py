"""What each format cannot hold of an argument graph: one table for what is told on export, the documentation and the tests."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from travaux.exchange.arguments.graph import ArgumentGraph
from travaux.exchange.material import Loss
from travaux.model.schemes import Prevalence, RelationKind


@dataclass(frozen=True, slots=True)
class Losing:
    """Something that a format cannot hold, and how many things of a graph it concerns."""

    what: str
    how: str
    count: Callable[[ArgumentGraph], int]


def count_losses(table: tuple[Losing, ...], graph: ArgumentGraph) -> tuple[Loss, ...]:
    """Tell what a format loses of a graph, in the order of its table, without that of which the graph has none."""
    counted = ((one, one.count(graph)) for one in table)
    return tuple(Loss(one.what, one.how, count) for one, count in counted if count)


def qualifications(graph: ArgumentGraph) -> int:
    """Count the relations that limit and neither support nor attack."""
    return sum(one.kind is RelationKind.QUALIFIES for one in graph.bearings)


def prevalences(graph: ArgumentGraph) -> int:
    """Count the statements of which the document says how widely they are held."""
    return sum(one.prevalence not in {None, Prevalence.UNSPECIFIED} for one in graph.locutions)


def speakers(graph: ArgumentGraph) -> int:
    """Count the statements with somebody who is said to speak."""
    return sum(one.speaker is not None for one in graph.locutions)


def acts(graph: ArgumentGraph) -> int:
    """Count the statements with an act, a stance or a cue."""
    return sum(bool(one.act or one.stance or one.cue) for one in graph.locutions)


def places(graph: ArgumentGraph) -> int:
    """Count the passages of which document, paragraph or characters are known."""
    passages = [*(one.passage for one in graph.locutions), *(one.passage for one in graph.bearings if one.passage)]
    return sum(passage.source is not None or passage.paragraph is not None or passage.start is not None for passage in passages)


def shown_relations(graph: ArgumentGraph) -> int:
    """Count the relations with a passage that shows them, a form or a marking."""
    return sum(bool(one.passage or one.form or one.marking) for one in graph.bearings)


def sources(graph: ArgumentGraph) -> int:
    """Count the documents."""
    return len(graph.sources)


_KEPT = "stands under the key travaux, which other programs pass over"

AIF_LOSSES = (
    Losing(
        "qualifications",
        "a rephrase (MA) named Qualification, as AIF has no type of node that neither supports nor attacks",
        qualifications,
    ),
    Losing("speakers", "a participant for each phrase, also where several people speak: several speakers are one participant", speakers),
    Losing("how widely a statement is held", _KEPT, prevalences),
    Losing("acts, stances and cues", f"every statement is asserted (YA); the rest {_KEPT}", acts),
    Losing("places of quotes", f"document, paragraph and characters: {_KEPT}", places),
    Losing("what shows a relation, its form and marking", _KEPT, shown_relations),
    Losing("documents", f"title, symbol, date and link: {_KEPT}", sources),
)
"""What AIF has no place for; reading a file that Travaux wrote brings all of it back."""

_IN_OURS = "told in the vocabulary of Travaux, which programs that know AIF alone pass over"

AIF_RDF_LOSSES = (
    Losing("qualifications", AIF_LOSSES[0].how, qualifications),
    Losing("how widely a statement is held", _IN_OURS, prevalences),
    Losing("acts, stances and cues", f"every statement is asserted (YA); the rest is {_IN_OURS}", acts),
    Losing("places of quotes", f"document, paragraph and characters: {_IN_OURS}", places),
    Losing("what shows a relation, its form and marking", _IN_OURS, shown_relations),
    Losing("documents", f"title, symbol, date and link: {_IN_OURS}", sources),
)
"""What the ontology of AIF has no name for; reading a file that Travaux wrote brings all of it back."""
