"""Nodes and edges of AIF read from triples, those of other programs too."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import NoReturn

from travaux.errors import ExchangeError
from travaux.exchange.arguments import aif_names as names
from travaux.exchange.arguments.aif_nodes import INFORMATION, LOCUTION, TYPES, Edge, Node, NodeSet
from travaux.model.store import Iri
from travaux.rdf.terms import RDF_TYPE, RDFS_LABEL, scheme_iri
from travaux.rdf.triples import PlainTriple, Term

Told = dict[Iri, dict[Iri, list[Term]]]
"""What is told of each thing, by property."""

_HINT = "Nothing was read. Mend the map in the program that wrote it."
_UPPER = frozenset({"S", "F", ""})  # classes above those of nodes, which a reasoner may have added


def from_triples(triples: Iterable[PlainTriple], where: str) -> NodeSet:
    """Read what is told of nodes of AIF, and pass over everything else; ``where`` is the name of the file.

    ``ExchangeError``, with the node, if there is no node, a node is of two types or of none that is known, or has two texts.
    """
    return _Reading(triples, where).read()


class _Reading:
    def __init__(self, triples: Iterable[PlainTriple], where: str) -> None:
        self.where = where
        self.told: Told = {}
        for subject, name, value in triples:
            self.told.setdefault(subject, {}).setdefault(name, []).append(value)
        self.types = {iri: kind for iri in sorted(self.told) if (kind := self._find_type(iri))}
        self.datasets = self._of_class(names.DATASET)

    def read(self) -> NodeSet:
        if not self.types and not self.datasets:
            raise ExchangeError(
                "no node of AIF is told of in this file", where=self.where, hint=f"Nodes are known by classes of {names.AIF}"
            )
        if len(self.datasets) > 1:
            self._refuse(self.datasets[1], "the file tells of two maps")
        base = self.datasets[0] if self.datasets else Iri("")
        nodes = tuple(self._to_node(iri, kind, self._about(iri) if base else {}) for iri, kind in self.types.items())
        return NodeSet(
            nodes=nodes,
            edges=tuple(dict.fromkeys(self._edges())),
            speakers=dict(self._speakers()),
            title=self._find_text(base, names.TITLE) or "",
            base=base,
            version=self._find_text(base, names.VERSION) or "",
            sources=tuple(self._to_source(iri, base) for iri in self._of_class(names.DOCUMENT)) if base else (),
        )

    def _of_class(self, iri: Iri) -> list[Iri]:
        return sorted(one for one, held in self.told.items() if iri in held.get(Iri(RDF_TYPE), ()))

    def _find_type(self, iri: Iri) -> str | None:
        classes = [_local(one) for one in self.told[iri].get(Iri(RDF_TYPE), ()) if isinstance(one, Iri)]
        found = {name.removesuffix("-node") for name in classes if name and name.endswith("-node")} - _UPPER
        if found == {INFORMATION, LOCUTION}:
            return LOCUTION  # each locution is information too
        if len(found) > 1:
            self._refuse(iri, f"this node is of several types: {', '.join(sorted(found))}")
        if found - TYPES:
            self._refuse(iri, f"{min(found)}-node is no type of node; known are {', '.join(sorted(TYPES))}")
        return next(iter(found), None)

    def _to_node(self, iri: Iri, kind: str, about: Mapping[str, str | int]) -> Node:
        text = self._find_aif_text(iri, names.CLAIM_TEXT)
        label = self._find_text(iri, Iri(RDFS_LABEL)) if kind not in {INFORMATION, LOCUTION} else None
        return Node(id=iri, type=kind, text=text or label or "", about=about)

    def _about(self, iri: Iri) -> dict[str, str | int]:
        about: dict[str, str | int] = {"iri": iri}
        if names.PART_OF in self.told[iri]:
            about["part"] = "claim"
        about |= self._fields(iri, names.ON_NODE)
        for link, properties in ((names.HAS_SPEAKER, names.ON_SPEAKER), (names.HAS_PASSAGE, names.ON_PASSAGE)):
            for inner in self.told[iri].get(link, ())[:1]:
                about |= self._fields(inner, properties) if isinstance(inner, Iri) else {}
        return about

    def _fields(self, iri: Iri, properties: Mapping[str, Iri]) -> dict[str, str | int]:
        found = {key: self._find_one(iri, name) for key, name in properties.items()}
        return {key: _to_word(key, value) for key, value in found.items() if value is not None}

    def _edges(self) -> Iterator[Edge]:
        """Give the edges; a property between two nodes belongs to the one whose type it is of, whichever way it is written."""
        for iri in self.types:
            for name, values in sorted(self.told[iri].items()):
                types, away = names.LINKS.get(_local(name) or "", (frozenset(), False))
                for value in sorted(map(str, values)) if types else ():
                    yield self._to_edge(iri, Iri(value), types, away=away)

    def _to_edge(self, iri: Iri, other: Iri, types: frozenset[str], *, away: bool) -> Edge:
        if other not in self.types:
            self._refuse(iri, f"this node is joined to {other}, which is no node of the file")
        owner = next((one for one in (iri, other) if self.types[one] in types), None)
        if owner is None:
            self._refuse(iri, f"this node ({self.types[iri]}) cannot be joined in this way to {other} ({self.types[other]})")
        partner = other if owner == iri else iri
        return Edge(owner, partner) if away else Edge(partner, owner)

    def _speakers(self) -> Iterator[tuple[str, str]]:
        """Tell who speaks; AIFdb gives the whole text for it where it cannot tell the speaker from the words."""
        for iri, kind in self.types.items():
            source = self._find_aif_text(iri, names.SOURCE) if kind == LOCUTION else None
            if source and source != self._find_aif_text(iri, names.CLAIM_TEXT):
                yield iri, source

    def _to_source(self, iri: Iri, base: Iri) -> dict[str, str]:
        read = {key: value for key, name in names.ON_DOCUMENT.items() if (value := self._find_text(iri, name)) is not None}
        return {"id": iri.removeprefix(base), "title": "", **read}

    def _find_aif_text(self, iri: Iri, name: str) -> str | None:
        return next((text for base in names.NAMES if (text := self._find_text(iri, Iri(base + name))) is not None), None)

    def _find_text(self, iri: Iri, name: Iri) -> str | None:
        found = self._find_one(iri, name)
        return None if found is None else str(found)

    def _find_one(self, iri: Iri, name: Iri) -> Term | None:
        values = list(dict.fromkeys(self.told.get(iri, {}).get(name, ())))
        if len(values) > 1:
            self._refuse(iri, f"this has two values of {name}")
        return values[0] if values else None

    def _refuse(self, iri: Iri, what: str) -> NoReturn:
        raise ExchangeError(what, where=f"{self.where}, node {iri}", hint=_HINT)


def _local(iri: Term) -> str | None:
    """Take the namespace of AIF off a name; ``None`` if it is of another."""
    return next((iri.removeprefix(base) for base in names.NAMES if isinstance(iri, str) and iri.startswith(base)), None)


def _to_word(key: str, value: Term) -> str | int:
    if key in names.WORDS and isinstance(value, str):
        return value.removeprefix(f"{scheme_iri(names.WORDS[key])}/")
    return str(value) if isinstance(value, Iri) else value
