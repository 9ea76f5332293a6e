"""The invented convention in two versions whose numbers differ, its themes, its milestones and what became of two requests."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from pyoxigraph import Literal, NamedNode, Quad

from argument_map.documents import AUTUMN, DRAFT, SPRING, paragraph
from travaux.model.identity import Id, child, identifier
from travaux.model.schemes import CorrespondenceKind, EvidenceGrade, InstrumentStatus, MilestoneKind, OutcomeKind, SourceKind
from travaux.model.treaty import (
    Article,
    Chapter,
    Correspondence,
    Evidence,
    Fact,
    Instrument,
    Milestone,
    Outcome,
    PreambularParagraph,
    Provision,
    Source,
)
from travaux.rdf.terms import NAMESPACES, RDF_TYPE, property_iri

ADOPTED = identifier("instrument", "adopted")
SOURCE = Source(id=identifier("source", "S1"), name="S1", title="Text as adopted", kind=SourceKind.PRIMARY)
_SURE = Evidence(grade=EvidenceGrade.A, sources=(SOURCE.id,))
_RECALLED = Evidence(grade=EvidenceGrade.M)


def _instrument(identifier_: Id, title: str, status: InstrumentStatus, order: int) -> Instrument:
    name = identifier_.rpartition("/")[2]
    return Instrument(id=identifier_, name=name, title=title, version_of="lakes-convention", status=status, order=order)


INSTRUMENTS = (
    _instrument(DRAFT, "Draft convention", InstrumentStatus.DRAFT, 1),
    _instrument(ADOPTED, "Convention as adopted", InstrumentStatus.ADOPTED, 2),
)


def _chapter(number: str, order: int, title: str) -> Chapter:
    return Chapter(id=child(DRAFT, "chapter", number), instrument=DRAFT, number=number, order=order, evidence=_SURE, title=title)


def _article(number: str, order: int, title: str, chapter: str, evidence: Evidence = _SURE) -> Article:
    return Article(
        id=child(DRAFT, "article", number),
        instrument=DRAFT,
        number=number,
        order=order,
        evidence=evidence,
        title=evidence.mark(title),
        chapter=child(DRAFT, "chapter", chapter),
    )


def _adopted(number: str, order: int, title: str) -> Article:
    return Article(id=child(ADOPTED, "article", number), instrument=ADOPTED, number=number, order=order, evidence=_SURE, title=title)


PROVISIONS: tuple[Provision, ...] = (
    PreambularParagraph(id=child(DRAFT, "preambular-paragraph", "1"), instrument=DRAFT, number="1", order=1, evidence=_SURE),
    _chapter("I", 2, "General provisions"),
    _article("1", 3, "Scope", "I"),
    _article("2", 4, "Use of terms", "I", _RECALLED),
    _chapter("II", 5, "Protection"),
    _article("3", 6, "Discharges", "II"),
    _article("4", 7, "Buffer zones", "II"),
    _chapter("III", 8, "Cooperation"),
    _article("5", 9, "Joint monitoring", "III"),
    _article("6", 10, "Data", "III"),
    _chapter("IV", 11, "Final provisions"),
    _article("7", 12, "Entry into force", "IV"),
    _adopted("1", 1, "Purpose"),
    _adopted("3", 2, "Scope"),
)

CORRESPONDENCE = Correspondence(
    id=identifier("correspondence", "draft-1"),
    earlier=child(DRAFT, "article", "1"),
    later=child(ADOPTED, "article", "3"),
    kind=CorrespondenceKind.RENUMBERED,
    evidence=_SURE,
)

OUTCOMES = (
    Outcome(
        id=identifier("outcome", "scope"),
        topic="Scope",
        asked="A narrow scope.",
        kind=OutcomeKind.TAKEN_UP,
        evidence=_SURE,
        provision=child(DRAFT, "article", "1"),
        asked_in=(paragraph(SPRING, "3"), paragraph(AUTUMN, "2")),
        facts=(Fact(id=identifier("fact", "scope", "1"), text="The text covers natural lakes only.", order=1, evidence=_SURE),),
    ),
    Outcome(
        id=identifier("outcome", "small-farms"),
        topic="Small farms",
        asked="Relief for small farms.",
        kind=OutcomeKind.PARTLY,
        evidence=_RECALLED,
        provision=child(DRAFT, "article", "3"),
        asked_in=(paragraph(AUTUMN, "3"),),
        facts=(Fact(id=identifier("fact", "small-farms", "1"), text="A threshold was set.", order=1, evidence=_RECALLED),),
    ),
)

MILESTONES = (
    Milestone(
        id=identifier("milestone", "draft"),
        kind=MilestoneKind.DOCUMENT,
        title="Draft published",
        order=1,
        evidence=_SURE,
        first_day=dt.date(2030, 1, 5),
        symbols=("LAKES/1",),
    ),
    Milestone(id=identifier("milestone", "adoption"), kind=MilestoneKind.MILESTONE, title="Adoption", order=2, evidence=_RECALLED),
)

THEMES: dict[str, tuple[str, ...]] = {
    "scope": ("1", "2"),
    "reservoirs": ("1",),
    "trust": (),
    "monitoring": ("5",),
    "entry-into-force": ("7",),
    "discharges": ("3",),
    "small-farms": (),
    "buffer-zones": ("4",),
    "data-sharing": ("6",),
}
"""Names of themes and the draft articles that they are about; a theme that cuts across has none."""


def theme(name: str) -> Id:
    return identifier("theme", name)


def theme_quads(base: str, graph: str) -> Iterator[Quad]:
    """Write the themes as a thesaurus: concepts with labels, one narrower than another, and the provisions that they are about."""
    context, skos = NamedNode(graph), NAMESPACES["skos"]
    for name, articles in THEMES.items():
        node = NamedNode(base + theme(name))
        yield Quad(node, NamedNode(RDF_TYPE), NamedNode(skos + "Concept"), context)
        yield Quad(node, NamedNode(skos + "prefLabel"), Literal(name.replace("-", " ").capitalize(), language="en"), context)
        for number in articles:
            article = NamedNode(base + child(DRAFT, "article", number))
            yield Quad(node, NamedNode(property_iri("provisions", many=True)), article, context)
    reservoirs, scope = NamedNode(base + theme("reservoirs")), NamedNode(base + theme("scope"))
    yield Quad(reservoirs, NamedNode(skos + "broader"), scope, context)
    yield Quad(reservoirs, NamedNode(skos + "altLabel"), Literal("Artificial lakes", language="en"), context)
