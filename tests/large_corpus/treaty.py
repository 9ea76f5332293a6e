"""The invented convention in two versions, with its chapters and articles, what became of them, and of what was asked for."""

from __future__ import annotations

import datetime as dt
from random import Random

from large_corpus.words import CHAPTERS, FACETS, TOPICS
from travaux.model.identity import Id, child, identifier
from travaux.model.schemes import CorrespondenceKind, EvidenceGrade, InstrumentStatus, MilestoneKind, OutcomeKind, SourceKind
from travaux.model.treaty import Article, Chapter, Correspondence, Evidence, Fact, Instrument, Milestone, Outcome, Source, Treaty

DRAFT = identifier("instrument", "draft")
ADOPTED = identifier("instrument", "adopted")
_ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX")
_SOURCES = tuple(
    Source(id=identifier("source", name), name=name, title=title, kind=kind)
    for name, title, kind in (
        ("TXT", "Text as adopted", SourceKind.PRIMARY),
        ("PRESS", "A newspaper of the time", SourceKind.SECONDARY),
        ("MEM", "Recollection", SourceKind.MEMORY),
    )
)
_SURE = Evidence(grade=EvidenceGrade.A, sources=(_SOURCES[0].id,))
_TOLD = Evidence(grade=EvidenceGrade.C, sources=(_SOURCES[1].id,))
_RECALLED = Evidence(grade=EvidenceGrade.M, sources=(_SOURCES[2].id,))
_GRADES = (_SURE, _SURE, _SURE, _TOLD, _RECALLED)

INSTRUMENTS = (
    Instrument(
        id=DRAFT,
        name="draft",
        title="Draft convention on dark night skies",
        version_of="Night Skies Convention",
        status=InstrumentStatus.DRAFT,
        symbol="NIGHT/1",
    ),
    Instrument(
        id=ADOPTED,
        name="adopted",
        title="Night Skies Convention",
        version_of="Night Skies Convention",
        status=InstrumentStatus.ADOPTED,
        symbol="NIGHT/9",
        date=dt.date(2038, 12, 1),
        order=2,
    ),
)


def chapter(instrument: Id, place: int) -> Id:
    """Name a chapter by its place, from 0."""
    return child(instrument, "chapter", _ROMAN[place])


def article(number: int, instrument: Id = DRAFT) -> Id:
    """Name an article."""
    return child(instrument, "article", str(number))


def articles_on(topic: int) -> tuple[int, int]:
    """Give the numbers of the two articles of the draft that are on a topic."""
    return 2 * topic + 1, 2 * topic + 2


def invent_treaty(rng: Random, reports: list[Id]) -> Treaty:
    """Make up the treaty facts; requests were made in the reports."""
    titles = [title for place, (topic, _) in enumerate(TOPICS) for title in (topic.capitalize(), f"{FACETS[place % len(FACETS)]} {topic}")]
    places = [place for _, place in TOPICS for _ in range(2)]
    draft = tuple(_article(DRAFT, number, number, places[number - 1], title, rng) for number, title in enumerate(titles, start=1))
    correspondences, adopted = _adopt(rng, titles, places)
    return Treaty(
        sources=_SOURCES,
        chapters=tuple(_chapter(instrument, place) for instrument in (DRAFT, ADOPTED) for place in range(len(CHAPTERS))),
        articles=(*draft, *adopted),
        correspondences=correspondences,
        outcomes=tuple(_outcome(rng, number, titles[number - 1], reports) for number in sorted(rng.sample(range(1, len(titles) + 1), 30))),
        milestones=(
            Milestone(id=identifier("milestone", "draft"), kind=MilestoneKind.DOCUMENT, title="Draft", order=1, evidence=_SURE),
            Milestone(id=identifier("milestone", "adoption"), kind=MilestoneKind.MILESTONE, title="Adoption", order=2, evidence=_RECALLED),
        ),
    )


def _chapter(instrument: Id, place: int) -> Chapter:
    return Chapter(
        id=chapter(instrument, place),
        instrument=instrument,
        number=_ROMAN[place],
        order=place + 1,
        evidence=_SURE,
        title=CHAPTERS[place],
    )


def _article(instrument: Id, number: int, order: int, place: int, title: str, rng: Random) -> Article:
    evidence = rng.choice(_GRADES)
    return Article(
        id=article(number, instrument),
        instrument=instrument,
        number=str(number),
        order=len(CHAPTERS) + order,
        evidence=evidence,
        title=evidence.mark(title),
        chapter=chapter(instrument, place),
    )


def _adopt(rng: Random, titles: list[str], places: list[int]) -> tuple[tuple[Correspondence, ...], tuple[Article, ...]]:
    """Drop some articles, move some to another place, add new ones, and number what is left anew."""
    dropped, moved = set(rng.sample(range(10, len(titles)), 5)), set(rng.sample(range(10, len(titles)), 6))
    order = [place for place in range(len(titles)) if place not in dropped | moved]
    for place in sorted(moved - dropped):
        order.insert(rng.randrange(10, len(order)), place)
    for new in range(6):
        order.insert(rng.randrange(10, len(order)), -1 - new)
    found, adopted = [], []
    for number, place in enumerate(order, start=1):
        old, title = place + 1, titles[place] if place >= 0 else f"New matters, part {-place}"
        adopted.append(_article(ADOPTED, number, number, places[place] if place >= 0 else 7, title, rng))
        if place >= 0:
            same = CorrespondenceKind.SAME_NUMBER if old == number else CorrespondenceKind.RENUMBERED
            found.append(_correspondence(old, number, CorrespondenceKind.MOVED if place in moved else same, rng))
    found += [_correspondence(place + 1, None, CorrespondenceKind.DROPPED, rng) for place in sorted(dropped)]
    return tuple(found), tuple(adopted)


def _correspondence(earlier: int, later: int | None, kind: CorrespondenceKind, rng: Random) -> Correspondence:
    return Correspondence(
        id=identifier("correspondence", f"draft-{earlier}"),
        earlier=article(earlier),
        later=article(later, ADOPTED) if later else None,
        kind=kind,
        evidence=rng.choice(_GRADES),
    )


def _outcome(rng: Random, number: int, title: str, reports: list[Id]) -> Outcome:
    name, evidence = f"article-{number}", rng.choice(_GRADES)
    facts = (Fact(id=identifier("fact", name, "1"), text=f"The text has a rule on {title.lower()}.", order=1, evidence=evidence),)
    return Outcome(
        id=identifier("outcome", name),
        topic=title,
        asked=f"A clear rule on {title.lower()}.",
        kind=rng.choice(list(OutcomeKind)),
        evidence=evidence,
        provision=article(number),
        asked_in=tuple(child(report, "paragraph", "5") for report in sorted(rng.sample(reports, min(3, len(reports))))),
        facts=facts,
    )
