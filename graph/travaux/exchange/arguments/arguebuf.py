"""The JSON of arguebuf, a library for argument graphs: atoms that say something, schemes that join them, documents that are quoted."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, BinaryIO

from travaux.errors import TravauxError
from travaux.exchange.arguments.gathering import gather_arguments
from travaux.exchange.arguments.graph import ArgumentGraph, Bearing, Locution, Passage, Source
from travaux.exchange.arguments.losses import Losing, acts, count_losses, prevalences, qualifications, shown_relations, speakers
from travaux.exchange.material import Loss, Material
from travaux.model.identity import digest
from travaux.model.schemes import RelationKind
from travaux.pipeline.sources import read_text

OURS = "travaux"
"""The key of what only Travaux knows of something; arguebuf keeps it as user data."""

_NEVER = "1970-01-01T00:00:00Z"
"""The library wants to know when everything was made; nothing that depends on the hour of the export may stand in a file."""
_SCHEMES: Mapping[RelationKind, Mapping[str, str]] = {
    RelationKind.SUPPORTS: {"support": "SUPPORT_DEFAULT"},
    RelationKind.ATTACKS: {"attack": "ATTACK_DEFAULT"},
    RelationKind.QUALIFIES: {},
}
_EXPRESSES = {"rephrase": "REPHRASE_DEFAULT"}
_KEPT = "kept as user data, which the library passes on and does not use"


def _undated(argument_map: ArgumentGraph) -> int:
    return sum(one.date is None for one in argument_map.sources)


ARGUEBUF_LOSSES = (
    Losing("qualifications", "a scheme without a type, as arguebuf has none that neither supports nor attacks", qualifications),
    Losing("speakers", "a participant for each phrase, also where several people speak: several speakers are one participant", speakers),
    Losing("how widely a statement is held", _KEPT, prevalences),
    Losing("acts, stances and cues", _KEPT, acts),
    Losing("what shows a relation, its form and marking", _KEPT, shown_relations),
    Losing("dates of documents", "where none is known, the library reads 1 January 1970", _undated),
)
"""What arguebuf has no place for; reading a file that Travaux wrote brings all of it back."""


def write_arguebuf(material: Material, out: BinaryIO) -> tuple[Loss, ...]:
    """Write the argument map, with the texts of the documents that it quotes as far as they can be read."""
    argument_map = gather_arguments(material)
    texts = dict(_read_texts(material, argument_map))
    out.write(render_arguebuf(argument_map, texts).encode())
    missing = len(argument_map.sources) - len(texts)
    unread = (Loss("texts of documents", "left empty, as the documents cannot be read", missing),) if missing else ()
    return (*count_losses(ARGUEBUF_LOSSES, argument_map), *unread)


def _read_texts(material: Material, argument_map: ArgumentGraph) -> Iterator[tuple[str, str]]:
    quoted = {one.id for one in argument_map.sources}
    for document in material.corpus.documents:
        if document.id in quoted:
            try:
                yield document.id, read_text(material.corpus, document)
            except TravauxError:
                continue


def render_arguebuf(argument_map: ArgumentGraph, texts: Mapping[str, str] | None = None) -> str:
    """Render a map; ``texts`` are those of its sources, in which the offsets count, by their ids."""
    return json.dumps(_Laying(argument_map, texts or {}).lay(), ensure_ascii=False, indent=1) + "\n"


@dataclass(frozen=True, slots=True)
class _Laying:
    map: ArgumentGraph
    texts: Mapping[str, str]

    def lay(self) -> dict[str, Any]:
        people = {name: f"participant/{digest(name)}" for name in sorted({one.speaker for one in self.map.locutions if one.speaker})}
        nodes = dict(self._nodes(people))
        records: tuple[Locution | Bearing, ...] = (*self.map.locutions, *self.map.bearings)
        edges = [edge for record in records for edge in _edges(record)]
        return {
            "nodes": nodes,
            "edges": {f"{start} to {end}": {"source": start, "target": end, "metadata": _metadata()} for start, end in edges},
            "resources": {one.id: self._resource(one) for one in self.map.sources},
            "participants": {identity: {"name": name, "metadata": _metadata()} for name, identity in people.items()},
            "schemaVersion": 1,
            "userdata": {OURS: {"title": self.map.title, "base": self.map.base, "version": self.map.version}},
            "metadata": _metadata(),
        }

    def _nodes(self, people: Mapping[str, str]) -> Iterator[tuple[str, dict[str, Any]]]:
        for claim in self.map.claims:
            yield claim.id, _node("atom", {"text": claim.text}, {"part": "position"})
        for one in self.map.locutions:
            yield one.id, _node("atom", self._said(one, people), _about_said(one))
            if one.position is not None:
                yield f"{one.id}/position", _node("scheme", _EXPRESSES, {"part": "expresses"})
        for bearing in self.map.bearings:
            yield bearing.id, _node("scheme", _SCHEMES[bearing.kind], _about_bearing(bearing))

    def _said(self, one: Locution, people: Mapping[str, str]) -> dict[str, Any]:
        reference: dict[str, Any] = {"text": one.passage.quote}
        if any(source.id == one.passage.source for source in self.map.sources):
            reference |= _given(resource=one.passage.source, offset=one.passage.start)
        return {"text": one.claim, "reference": reference} | ({"participant": people[one.speaker]} if one.speaker else {})

    def _resource(self, source: Source) -> dict[str, Any]:
        day = {"timestamp": f"{source.date}T00:00:00Z"} if source.date else {}
        told = _given(title=source.title, source=source.link) | day
        about = _given(symbol=source.symbol, date=source.date)
        return {"text": self.texts.get(source.id, ""), **told, "metadata": _metadata(), "userdata": {OURS: about}}


def _node(kind: str, told: Mapping[str, Any], about: Mapping[str, Any]) -> dict[str, Any]:
    return {kind: dict(told), "metadata": _metadata(), "userdata": {OURS: dict(about)}}


def _metadata() -> dict[str, str]:
    return {"created": _NEVER, "updated": _NEVER}


def _edges(record: Locution | Bearing) -> Iterable[tuple[str, str]]:
    if isinstance(record, Bearing):
        return (record.premise, record.id), (record.id, record.conclusion)
    if record.position is None:
        return ()
    return (record.id, f"{record.id}/position"), (f"{record.id}/position", record.position)


def _about_said(one: Locution) -> dict[str, Any]:
    told = _given(speaker=one.speaker, cue=one.cue, act=one.act, stance=one.stance, prevalence=one.prevalence)
    return {"part": "statement"} | told | _about_passage(one.passage)


def _about_bearing(one: Bearing) -> dict[str, Any]:
    return {"part": one.kind.value} | _given(form=one.form, marking=one.marking) | (_about_passage(one.passage) if one.passage else {})


def _about_passage(passage: Passage) -> dict[str, Any]:
    place = _given(source=passage.source, paragraph=passage.paragraph, start=passage.start, end=passage.end)
    return {"quote": passage.quote} | place


def _given(**values: str | int | None) -> dict[str, Any]:
    return {name: value for name, value in values.items() if value is not None}
