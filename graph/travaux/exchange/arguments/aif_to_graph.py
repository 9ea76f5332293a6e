"""Nodes and edges of AIF taken for an argument graph, those of other programs too."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import Protocol, TypeVar

from travaux.exchange.arguments.aif_indexed import Indexed
from travaux.exchange.arguments.aif_nodes import (
    CONFLICT,
    ENTHYMEME,
    ILLOCUTION,
    INFERENCE,
    INFORMATION,
    LOCUTION,
    PREFERENCE,
    QUALIFICATION,
    RELATIONS,
    REPHRASE,
    SCHEMES,
    TRANSITION,
    Node,
    NodeSet,
)
from travaux.exchange.arguments.aif_notes import Notes
from travaux.exchange.arguments.graph import ArgumentGraph, Bearing, Claim, Locution
from travaux.exchange.arguments.reading import ReadArguments
from travaux.exchange.material import Loss
from travaux.model.schemes import Act, Marking, Prevalence, RelationForm, RelationKind, Stance

UNREAD = {
    "linked": ("arguments with several premises", "each premise bears on the conclusion by itself"),
    "scheme": ("names of argument schemes", "an inference is read as support and a conflict as an attack, whatever its scheme"),
    "undercut": ("relations to a relation or to a statement", "only relations between claims are read"),
    "rephrase": ("rephrases between claims", "both claims are read, and not that one says the other again"),
    "preference": ("preferences and enthymemes", "not read"),
    "transition": ("transitions between statements", "the order of the dialogue is not read"),
    "illocution": ("illocutions of relations, transitions and other statements", "not read"),
    "silent": ("statements that say no claim", "not read"),
}
"""What a file of AIF can hold and an argument graph cannot: what it is, and how it is read."""

_FORCES = {
    "agreeing": (Act.SUPPORT, Stance.SUPPORTS),
    "disagreeing": (Act.OPPOSE, Stance.OPPOSES),
    **dict.fromkeys(
        (f"{kind}{act}" for kind in ("", "pure ", "assertive ", "rhetorical ") for act in ("questioning", "challenging")),
        (Act.QUESTION, Stance.NEUTRAL),
    ),
}
"""What an illocution of another program does, where it is more than to assert."""


class _Named(Protocol):
    @property
    def id(self) -> str: ...


Item = TypeVar("Item", bound=_Named)


def take_node_set(found: NodeSet, where: str) -> ReadArguments:
    """Read nodes and edges as claims, statements and relations; ``where`` is the name of the file.

    Claims may support and attack one another in circles, as people do. ``ExchangeError``, with the node, for what ``Indexed`` refuses, for
    two records with one id, and if what Travaux noted of a node cannot be so.
    """
    return _Taking(found, Indexed(found, where)).take()


class _Taking:
    def __init__(self, found: NodeSet, nodes: Indexed) -> None:
        self.found = found
        self.nodes = nodes
        self.unread: Counter[str] = Counter()
        self.notes = Notes(found, nodes)
        self.claims = {
            node.id: Claim(id=self.notes.name(node), text=node.text) for node in nodes.of(INFORMATION) if self._find_position(node) is node
        }

    def take(self) -> ReadArguments:
        graph = ArgumentGraph(
            title=self.found.title,
            base=self.found.base,
            version=self.found.version,
            claims=self._in_order(self.claims.values()),
            locutions=self._in_order(one for node in self.nodes.of(LOCUTION) for one in self._to_locutions(node)),
            bearings=self._in_order(one for node in self.nodes.of(INFERENCE, CONFLICT, REPHRASE) for one in self._to_bearings(node)),
            sources=self._in_order(self.notes.sources.values()),
        )
        self._count_unread()
        losses = tuple(Loss(*UNREAD[key], self.unread[key]) for key in UNREAD if self.unread[key])
        return ReadArguments(graph=graph, places=self._places(graph), losses=losses)

    def _places(self, graph: ArgumentGraph) -> dict[str, str]:
        """Tell by which node a record can be found again."""
        read = {one.id for one in graph.claims} | {one.id for one in graph.locutions} | {one.id for one in graph.bearings}
        named = ((self.notes.name(node), node.id) for node in self.nodes.nodes.values())
        return {name: f"node {number}" for name, number in named if name in read}

    def _find_position(self, node: Node) -> Node | None:
        """Find the claim that stands for what a node says: another that it rephrases, or itself.

        What only a statement holds, and no relation needs, rephrases the position that it expresses; ``None`` if it expresses none, which
        only files of ours tell.
        """
        said = self.nodes.before(node.id, ILLOCUTION)
        beyond = self.nodes.after(node.id, *RELATIONS)
        if not said or self.nodes.before(node.id, *RELATIONS):
            return node
        if not beyond:
            return None if node.about.get("part") == "claim" else node
        if len(beyond) > 1 or beyond[0].type != REPHRASE or _is_qualification(beyond[0]):
            return node
        targets = self.nodes.after(beyond[0].id, INFORMATION)
        return targets[0] if len(targets) == 1 and len(self.nodes.before(beyond[0].id, INFORMATION)) == 1 else node

    def _to_locutions(self, node: Node) -> Iterator[Locution]:
        said = [(force, held) for force in self.nodes.after(node.id, ILLOCUTION) for held in self.nodes.after(force.id, INFORMATION)]
        self.unread["silent"] += not said and not self._is_of_analyst(node)
        for force, held in said:
            position = self._find_position(held)
            speaker, quote = self._split_speech(node)
            act, stance = _FORCES.get(force.text.strip().casefold(), (None, None))
            yield Locution(
                id=self.notes.name(node) if len(said) == 1 else f"{self.notes.name(node)}/{self.notes.name(held)}",
                claim=held.text,
                passage=self.notes.to_passage(node, quote),
                position=None if position is None else self.claims[position.id].id,
                speaker=speaker,
                cue=self.notes.find_text(node, "cue"),
                act=self.notes.find_word(node, "act", Act) or act,
                stance=self.notes.find_word(node, "stance", Stance) or stance,
                prevalence=self.notes.find_word(node, "prevalence", Prevalence),
            )

    def _split_speech(self, node: Node) -> tuple[str | None, str]:
        """Tell who speaks and the words, which L-nodes join by a colon or by ``says``."""
        told = self.notes.find_text(node, "speaker")
        speaker = self.found.speakers.get(node.id) if told is None else told
        for mark in () if speaker is None else (": ", " : ", ":", " says "):
            if node.text.startswith(f"{speaker}{mark}"):
                return speaker, node.text.removeprefix(f"{speaker}{mark}")
        return speaker, node.text

    def _to_bearings(self, node: Node) -> Iterator[Bearing]:
        kind = _KINDS[node.type]
        if node.type == REPHRASE and not _is_qualification(node):
            return
        premises = [self.claims[one.id] for one in self.nodes.before(node.id, INFORMATION)]
        conclusions = [self.claims[one.id] for one in self.nodes.after(node.id, INFORMATION)]
        self.unread["linked"] += len(premises) > 1
        for premise in premises:
            for conclusion in conclusions:
                alone = len(premises) == len(conclusions) == 1
                yield Bearing(
                    id=self.notes.name(node) if alone else f"{self.notes.name(node)}/{premise.id}/{conclusion.id}",
                    kind=kind,
                    premise=premise.id,
                    conclusion=conclusion.id,
                    form=self.notes.find_word(node, "form", RelationForm),
                    marking=self.notes.find_word(node, "marking", Marking),
                    passage=self.notes.to_passage(node, quote) if (quote := self.notes.find_text(node, "quote")) is not None else None,
                )

    def _in_order(self, records: Iterable[Item]) -> tuple[Item, ...]:
        ordered = tuple(sorted(records, key=lambda one: one.id))
        for one, following in pairwise(ordered):
            if one.id == following.id:
                self.nodes.refuse(one.id, "two records of the file have this id")
        return ordered

    def _is_of_analyst(self, node: Node) -> bool:
        """Whether it only tells who analysed a statement; OVA adds such nodes and hides them."""
        return any(self.nodes.after(force.id, LOCUTION) for force in self.nodes.after(node.id, ILLOCUTION))

    def _count_unread(self) -> None:
        nodes, unread = self.nodes, self.unread
        unread["transition"] = sum(1 for _ in nodes.of(TRANSITION))
        unread["preference"] = sum(1 for _ in nodes.of(PREFERENCE, ENTHYMEME))
        unread["scheme"] = sum(node.text not in {*SCHEMES, *RELATIONS} for node in nodes.of(INFERENCE, CONFLICT))
        for node in nodes.of(INFERENCE, CONFLICT, REPHRASE):
            whole = nodes.before(node.id, INFORMATION) and nodes.after(node.id, INFORMATION)
            unread["undercut"] += not whole
            if whole and node.type == REPHRASE and not _is_qualification(node):
                unread["rephrase"] += any(one.id in self.claims for one in nodes.before(node.id, INFORMATION))
        for node in nodes.of(ILLOCUTION):
            unread["illocution"] += not (nodes.before(node.id, LOCUTION) and nodes.after(node.id, INFORMATION))


_KINDS = {INFERENCE: RelationKind.SUPPORTS, CONFLICT: RelationKind.ATTACKS, REPHRASE: RelationKind.QUALIFIES}


def _is_qualification(node: Node) -> bool:
    return node.text.strip().casefold() == QUALIFICATION.casefold()
