"""The brief on the gaps: what was asked, drafted or listed, and nothing in the record speaks to it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from travaux.analysis.gaps import GAPS, Gap, GapKind, Gaps, GapSection, Quoted, find_gaps
from travaux.views.answers import gaps as report
from travaux.views.answers.searched import NOT_SAID
from travaux.views.briefs.blocks import Block, Brief, Items, Note, Paragraph, Section, Strong, Table, Words
from travaux.views.briefs.closing import closing, tell_searched
from travaux.views.briefs.ground import Ground
from travaux.views.counting import count_of
from travaux.views.wording import in_sources

_FIRST = 5
"""Gaps of each kind that are shown."""
_COUNTED = (GapKind.NO_PROVISION, GapKind.NO_REASON)
"""Kinds of which those in most statements come first."""
_NUMBERED = (GapKind.QUESTIONS, GapKind.AGENDA)


def brief(ground: Ground, names: Sequence[str]) -> Brief:  # noqa: ARG001, every kind is made in the same way
    """Make the brief on what the record does not hold."""
    found = find_gaps(ground.store, selection=ground.selection, limit=_FIRST)
    counted = find_gaps(ground.store, _COUNTED, selection=ground.selection)
    widest = {one.kind: replace(one, gaps=tuple(sorted(one.gaps, key=lambda gap: -gap.count))[:_FIRST]) for one in counted.sections}
    shown = [widest.get(one.kind, one) for one in found.sections]
    documents = [one.name for one in found.searched.documents if one.decided or one.undecided]
    sections = (Section("At a glance", (_glance(found),)), *(_section(ground, one) for one in shown if one.total))
    return Brief(
        title="Gaps in the record",
        kicker="What the record does not hold",
        lead=(f"Searched: {count_of(found.searched.statements, 'statement')}. {in_sources(NOT_SAID, found.searched.sources)}",),
        sections=sections,
        about=closing(ground, documents, tell_searched(found.searched), (), ("travaux gaps --all",), sections),
        corpus=ground.corpus.title,
        date=ground.newest(documents),
    )


def _glance(found: Gaps) -> Table:
    rows = tuple(
        ((report.TITLES[one.kind][0],), (f"{one.total:,}",), (f"{one.among:,} {report.TITLES[one.kind][1]}",)) for one in found.sections
    )
    return Table("What is lacking, among how many were looked at.", ("What", "Lacking", "Among"), rows, (56, 14, 30))


def _section(ground: Ground, section: GapSection) -> Section:
    return Section(f"{report.TITLES[section.kind][0]} ({section.total:,})", tuple(_blocks(ground, section)))


def _blocks(ground: Ground, section: GapSection) -> Iterator[Block]:
    yield Paragraph((report.CAUTIONS.get(section.kind, GAPS[section.kind].caution),))
    yield Items(tuple(_gap(ground, gap, section.kind) for gap in section.gaps))
    if (more := section.total - len(section.gaps)) > 0:
        yield Paragraph((f"Not shown here: {more:,} more.",))


def _gap(ground: Ground, gap: Gap, kind: GapKind) -> Words:
    if kind in _COUNTED:
        return (Strong(gap.name), f" {count_of(gap.count, 'statement')}.")
    told = report.NEARLY_WORDS.get(gap.nearly or "", gap.nearly)
    nearly = f"{told} ({gap.count:,})" if told and gap.count else told
    rest = "; ".join(filter(None, (gap.within, nearly)))
    words = gap.told or gap.words
    notes = [_note(ground, gap, words, kind)] if words else []
    return (Strong(gap.name[:1].upper() + gap.name[1:]), f": {rest}" if rest else "", *notes)


def _note(ground: Ground, gap: Gap, words: Quoted, kind: GapKind) -> Note:
    """Quote the words of a gap; what stands in no paragraph of its own has its number: a guiding question, an item of the agenda."""
    numbered = kind in _NUMBERED and not words.paragraph
    place = f", {gap.name.partition(': ')[0]}" if numbered else ""
    return Note(f"{ground.tell_place(words.document, words.paragraph)}{place}.", words.quote, (words.document,))
