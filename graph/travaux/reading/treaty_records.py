"""Tables of the treaty files as records of the model; every reference in them is known to lead somewhere."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from travaux.model.identity import Id, child, identifier
from travaux.model.treaty import (
    Article,
    Chapter,
    Correspondence,
    Evidence,
    Fact,
    Milestone,
    Outcome,
    PreambularParagraph,
    Provision,
    Source,
)
from travaux.reading.treaty_schema import (
    ArticleTable,
    AskedInTable,
    ChapterTable,
    CorrespondenceTable,
    Graded,
    MilestoneTable,
    OutcomeTable,
    PreambularParagraphTable,
    ProvisionTable,
    SourceTable,
)

TITLE_NOT_EXACT = "The subject is proven, the English wording of the title is not."
"""Stands in the note of a provision whose title is recalled or translated, though its sources prove what it is about."""


def to_source(table: SourceTable) -> Source:
    """Turn the table of a source into a record."""
    return Source(id=identifier("source", table.name), **dict(table))


def to_chapter(instrument: Id, position: int, table: ChapterTable) -> Chapter:
    """Turn the table of a chapter into a record; its place is its position in the file unless the table gives another."""
    return Chapter(**_provision(Chapter, instrument, position, table), **_titled(table))


def to_article(instrument: Id, position: int, table: ArticleTable) -> Article:
    """Turn the table of an article into a record."""
    chapter = None if table.chapter is None else provision_id(Chapter, instrument, table.chapter)
    return Article(**_provision(Article, instrument, position, table), **_titled(table), chapter=chapter)


def to_preambular_paragraph(instrument: Id, position: int, table: PreambularParagraphTable) -> PreambularParagraph:
    """Turn the table of a paragraph of the preamble into a record."""
    return PreambularParagraph(**_provision(PreambularParagraph, instrument, position, table), evidence=_evidence(table))


def provision_id(kind: type[Provision], instrument: Id, number: str) -> Id:
    """Return the identifier of a provision of a kind, by its instrument and its number."""
    return child(instrument, kind.noun.replace(" ", "-"), number)


def to_correspondence(table: CorrespondenceTable, provisions: Mapping[str, Id]) -> Correspondence:
    """Turn a line from one version to a later one into a record; ``provisions`` are named as in the file (``draft article 17``)."""
    earlier = provisions[table.earlier]
    later = provisions[table.later] if table.later else None
    return Correspondence(
        id=Id("/".join(["correspondence", earlier, later or "nothing"])),
        earlier=earlier,
        later=later,
        kind=table.kind,
        evidence=_evidence(table),
    )


def to_outcome(table: OutcomeTable, provisions: Mapping[str, Id]) -> Outcome:
    """Turn something asked for, and what became of it, into a record with its facts."""
    key = identifier("outcome", table.name)
    facts = (
        Fact(id=child(key, "fact", str(order)), text=fact.text, order=order, evidence=_evidence(fact))
        for order, fact in enumerate(table.facts, 1)
    )
    return Outcome(
        id=key,
        topic=table.topic,
        asked=table.asked,
        kind=table.kind,
        evidence=_evidence(table),
        provision=provisions[table.provision] if table.provision else None,
        asked_in=tuple(_asked_in(place) for place in table.asked_in),
        facts=tuple(facts),
    )


def to_milestone(position: int, table: MilestoneTable) -> Milestone:
    """Turn an event into a record; milestones stand in the order of time."""
    evidence = _evidence(table)
    return Milestone(
        id=identifier("milestone", table.name),
        kind=table.kind,
        title=evidence.mark(table.title),
        order=position,
        evidence=evidence,
        first_day=table.first_day,
        last_day=table.last_day,
        place=table.place,
        symbols=tuple(table.symbols),
    )


def _provision(kind: type[Provision], instrument: Id, position: int, table: ProvisionTable) -> dict[str, Any]:
    key = provision_id(kind, instrument, table.number)
    return {"id": key, "instrument": instrument, "number": table.number, "order": table.order or position}


def _titled(table: ChapterTable | ArticleTable) -> dict[str, Any]:
    evidence = _evidence(table, *([TITLE_NOT_EXACT] if table.title_exact is False else []))
    return {"title": evidence.mark(table.title), "number_grade": table.number_grade, "evidence": evidence}


def _evidence(table: Graded, *remarks: str) -> Evidence:
    note = " ".join(filter(None, [table.note, *remarks]))
    return Evidence(grade=table.grade, sources=tuple(identifier("source", name) for name in table.sources), note=note or None)


def _asked_in(place: AskedInTable) -> Id:
    kind, number = ("paragraph", place.paragraph) if place.paragraph else ("question", place.question or "")
    return identifier("document", place.document, kind, number)
