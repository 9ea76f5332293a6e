"""The argument map of a built graph as one ``ArgumentGraph``."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from travaux.exchange.arguments.graph import ArgumentGraph, Bearing, Claim, Locution, Passage, Source
from travaux.exchange.material import Material
from travaux.model.argument import Position, Relation, Statement
from travaux.model.document import Document, Paragraph
from travaux.model.identity import Id
from travaux.model.schemes import ReviewStatus
from travaux.model.text import Span
from travaux.rdf.stored import find_records


def gather_arguments(material: Material) -> ArgumentGraph:
    """Read positions, statements and relations from a built graph, without what a person has rejected.

    A statement whose position is not shown, as a layer is hidden, has none; a relation of which an end is not shown is left out. Of the
    documents, those that are quoted are told.
    """
    store, base = material.store, material.corpus.base
    positions = [one for one in find_records(store, Position, base) if one.review is not ReviewStatus.REJECTED]
    shown = frozenset(position.id for position in positions)
    statements = [one for one in find_records(store, Statement, base) if one.review is not ReviewStatus.REJECTED]
    relations = [one for one in find_records(store, Relation, base) if {one.premise, one.conclusion} <= shown]
    places = _Places.of(find_records(store, Paragraph, base))
    quoted = {one.span.document for one in statements} | {one.span.document for one in relations}
    return ArgumentGraph(
        title=material.corpus.title,
        base=base,
        version=material.version,
        claims=tuple(Claim(id=one.id, text=one.claim) for one in positions),
        locutions=tuple(_to_locution(one, shown, places) for one in statements),
        bearings=tuple(_to_bearing(one, places) for one in relations),
        sources=tuple(_to_source(one) for one in find_records(store, Document, base) if one.id in quoted),
    )


@dataclass(frozen=True, slots=True)
class _Places:
    """The paragraphs of each document in the order of the text, and where each begins."""

    paragraphs: Mapping[Id, list[Paragraph]] = field(default_factory=dict)
    starts: Mapping[Id, list[int]] = field(default_factory=dict)

    @classmethod
    def of(cls, paragraphs: Iterable[Paragraph]) -> _Places:
        ordered: dict[Id, list[Paragraph]] = {}
        for paragraph in sorted(paragraphs, key=lambda one: one.span.start):
            ordered.setdefault(paragraph.document, []).append(paragraph)
        return cls(ordered, {document: [one.span.start for one in held] for document, held in ordered.items()})

    def to_passage(self, span: Span) -> Passage:
        """Give the words with the printed number of the paragraph in which they begin."""
        return Passage(quote=span.quote, source=span.document, paragraph=self._number(span), start=span.start, end=span.end)

    def _number(self, span: Span) -> str | None:
        index = bisect_right(self.starts.get(span.document, []), span.start) - 1
        if index < 0:
            return None
        found = self.paragraphs[span.document][index]
        return found.number if span.start < found.span.end else None


def _to_locution(statement: Statement, shown: frozenset[Id], places: _Places) -> Locution:
    return Locution(
        id=statement.id,
        claim=statement.claim,
        passage=places.to_passage(statement.span),
        position=statement.position if statement.position in shown else None,
        speaker=statement.speaker.phrase,
        cue=statement.cue,
        act=statement.act,
        stance=statement.stance,
        prevalence=statement.speaker.prevalence,
    )


def _to_bearing(relation: Relation, places: _Places) -> Bearing:
    return Bearing(
        id=relation.id,
        kind=relation.kind,
        premise=relation.premise,
        conclusion=relation.conclusion,
        form=relation.form,
        marking=relation.marking,
        passage=places.to_passage(relation.span),
    )


def _to_source(document: Document) -> Source:
    date = document.date.isoformat() if document.date else None
    return Source(id=document.id, title=document.title, symbol=document.symbol, date=date, link=document.link)
