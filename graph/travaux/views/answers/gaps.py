"""Gaps as a report."""

from __future__ import annotations

from dataclasses import replace
from itertools import groupby

from travaux.analysis.gaps import GAPS, Gap, GapKind, Gaps, GapSection
from travaux.views.answers.searched import NOT_SAID, describe_searched, show_rest
from travaux.views.counting import count_of
from travaux.views.report import Block, Grid, Items, Quote, Report, Section, Text
from travaux.views.wording import in_sources

TITLES = {
    GapKind.QUESTIONS: ("Guiding questions without a direct answer", "guiding questions"),
    GapKind.PROVISIONS: ("Provisions that no statement cites", "provisions"),
    GapKind.AGENDA: ("Agenda items without a statement", "agenda items"),
    GapKind.NO_PROVISION: ("Positions without a provision", "positions"),
    GapKind.NO_REASON: ("Positions without a reason", "positions"),
    GapKind.ONCE: ("Themes raised once", "themes"),
    GapKind.NEVER: ("Themes never raised", "themes"),
    GapKind.UNREVIEWED: ("Statements that nobody has reviewed", "statements"),
}
"""Heading, and what is counted."""
CAUTIONS = {GapKind.PROVISIONS: "Their subject may be spoken of without their number."}
NEARLY_WORDS = {"only indirect statements found": "statements that speak to part of it"}
"""What there is nevertheless, in the words of the other answers."""


def show_gaps(gaps: Gaps) -> Report:
    """Show what the record does not hold, kind by kind, with what was searched."""
    return Report(
        title="Gaps in the record",
        lead=f"Searched: {describe_searched(gaps.searched)} {in_sources(NOT_SAID, gaps.searched.sources)}",
        sections=tuple(_section(section, gaps.searched.statements) for section in gaps.sections),
    )


def _section(section: GapSection, statements: int) -> Section:
    title, things = TITLES[section.kind]
    about = GAPS[section.kind]
    head = f"{title}: {section.total:,} of {section.among:,}"
    explained = Text(f"{about.lists} {CAUTIONS.get(section.kind, about.caution)}")
    if not section.among:
        return Section(head, (explained, Text(f"This graph describes no {things} to search for.")))
    searched = f"Looked for among {count_of(statements, 'statement')}, for {count_of(section.among, things.removesuffix('s'), things)}."
    found = Text(searched if section.total else f"{searched} None is lacking.")
    blocks = (explained, found, *_blocks(section), *show_rest(len(section.gaps), section.total, things))
    return Section(head, blocks, _provisions(section.gaps) if section.kind is GapKind.PROVISIONS else ())


def _blocks(section: GapSection) -> tuple[Block, ...]:
    gaps = section.gaps
    if not gaps:
        return ()
    match section.kind:
        case GapKind.AGENDA:
            return tuple(_item(gap) for gap in gaps)
        case GapKind.QUESTIONS | GapKind.ONCE | GapKind.UNREVIEWED:
            return tuple(_quote(gap) for gap in gaps)
        case GapKind.PROVISIONS:
            return _unverified(gaps)
        case GapKind.NEVER:
            return (Items(tuple(gap.name for gap in gaps)),)
    return (Grid(("Position", "Statements"), tuple((gap.name, f"{gap.count:,}") for gap in gaps)),)


def _quote(gap: Gap) -> Block:
    about = ", ".join(filter(None, (gap.name, gap.within)))
    told = NEARLY_WORDS.get(gap.nearly or "", gap.nearly)
    nearly = f"{told} ({gap.count:,})" if told and gap.count else told
    lines = tuple(filter(None, (about, nearly, _where(gap))))
    return Quote(gap.words.quote, lines) if gap.words else Text(". ".join(lines))


_LONGEST = 600
"""Characters of a paragraph that is quoted whole."""


def _item(gap: Gap) -> Block:
    """Quote the only paragraph under an item, which may say that nothing was said, or else the words that introduce the item."""
    if gap.told is None or len(gap.told.quote) > _LONGEST:
        return _quote(gap)
    return _quote(replace(gap, words=gap.told, nearly="the only paragraph under it"))


def _where(gap: Gap) -> str:
    if gap.words is None:
        return ""
    paragraph = f", paragraph {gap.words.paragraph}" if gap.words.paragraph else ""
    return f"{gap.words.document_title}{paragraph}, characters {gap.words.start}–{gap.words.end}"


def _provisions(gaps: tuple[Gap, ...]) -> tuple[Section, ...]:
    """Show provisions under their version and chapter."""
    of_chapter = groupby(gaps, key=lambda gap: gap.within or "Of no chapter")
    return tuple(Section(within, (Items(tuple(map(_provision, found))),)) for within, found in of_chapter)


def _provision(gap: Gap) -> str:
    return f"{gap.name} ({count_of(gap.count, 'mention')} outside of statements)" if gap.count else gap.name


def _unverified(gaps: tuple[Gap, ...]) -> tuple[Block, ...]:
    if not any(gap.is_unverified for gap in gaps):
        return ()
    return (Text("What is marked [unverified] rests on recollection and is no established fact."),)
