"""Two consultations compared, as a report."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from travaux.analysis.recurrence import Agenda, Change, ChangeKind, Comparison, Occasion, Opposition
from travaux.model.schemes import Marking
from travaux.views.answers.voices import (
    ABOUT_CELLS,
    ABOUT_COUNTS,
    ABOUT_SIDES,
    ABOUT_WORDS,
    cell_of,
    held_by,
    name_meeting,
    quotes_of,
)
from travaux.views.counting import count_of
from travaux.views.report import Block, Grid, Items, Quote, Report, Section, Text
from travaux.views.wording import in_sources

CHANGE_WORDS = {
    ChangeKind.STEADY: "recorded in both",
    ChangeKind.NEW: "recorded only later",
    ChangeKind.GONE: "recorded only earlier",
    ChangeKind.REVERSED: "reversed",
    ChangeKind.NOT_COMPARABLE: "not comparable",
}
_INDENT = "· "
NOWHERE = "Under no chapter"
_LINES = 5
"""Positions that are listed without sentences, for each one that is shown with them."""
ABOUT_OPPOSED = (
    "Pairs of positions that are opposed and of which each consultation records one alone. The reports record positions; "
    "whether anybody changed a view, they do not say."
)
ABOUT_CHANGES = (
    "Not comparable: recorded under the chapters named, which were not before the other consultation. "
    "Also under: chapters that were not before both. The first and the second are those of the columns."
)


def compare_report(found: Comparison, limit: int | None = None) -> Report:
    """Make the comparison a report; ``limit`` is how many positions of each chapter and change are shown with their sentences."""
    sections = (
        Section("What was before them", (Items((tell_before(found, 0), tell_before(found, 1))),)),
        _theme_section(found),
        *_position_sections(found, limit),
        *_opposition_sections(found),
    )
    return Report(
        title=f"{found.first.title} and {found.second.title} compared",
        lead=_lead(found),
        sections=tuple(section for section in sections if section.blocks or section.sections),
        notes=tuple(notes_of(found)),
    )


def _lead(found: Comparison) -> str:
    def counted(changes: Sequence[Change]) -> str:
        by_kind = [(kind, sum(one.kind is kind for one in changes)) for kind in ChangeKind]
        return ", ".join(f"{count} {CHANGE_WORDS[kind]}" for kind, count in by_kind if count) or "none"

    looked = " ".join(f"{name_meeting(one)}: {count_of(one.statements, 'statement')}." for one in (found.first, found.second))
    return f"{looked}{tell_order(found)} Themes: {counted(found.themes)}. Positions: {counted(found.positions)}."


def tell_order(found: Comparison) -> str:
    """Say, after a blank, which is the later one where that is not the second; else nothing."""
    if found.first_is_earlier is None:
        return " Both began on the same day."
    return "" if found.first_is_earlier else f" {found.first.title} is the later one: “later” and “earlier” are said in the order given."


def tell_before(found: Comparison, place: int) -> str:
    """Tell what a consultation had before it: chapters of its agenda, and the text discussed; ``place`` is 0 or 1."""
    agenda: Agenda = found.agendas[place]
    meeting = (found.first, found.second)[place]
    chapters = "; ".join(agenda.chapters) or "no chapter is known of its agenda, so that nothing can be read from what it does not record"
    items = f". Linked to no chapter: {'; '.join(agenda.unlinked)}" if agenda.unlinked else ""
    text = agenda.text or "none on file, so that nothing could be recorded there on articles of a draft"
    return f"{meeting.title}. On its agenda or in its guiding questions: {chapters}{items}. Text discussed: {text}."


def _theme_section(found: Comparison) -> Section:
    rows = tuple(
        (
            _INDENT * one.matter.depth + one.matter.label,
            describe_change(one, found),
            cell_of(one.matter.there(found.first.name)),
            cell_of(one.matter.there(found.second.name)),
        )
        for one in found.themes
    )
    grid = Grid(("Theme", "Change", name_meeting(found.first), name_meeting(found.second)), rows, ABOUT_SIDES)
    return Section("Themes", (Text(f"{ABOUT_CELLS} {ABOUT_CHANGES}"), grid) if rows else ())


def describe_change(change: Change, found: Comparison) -> str:
    """Say how a theme changed, and by which narrower themes or under which other chapters where that matters."""
    words = CHANGE_WORDS[change.kind]
    if change.kind is ChangeKind.NOT_COMPARABLE:
        under = f": {_joined(change.chapters)}" if change.chapters else ""
        return words + under + (" (has articles elsewhere)" if change.occasion is Occasion.ELSEWHERE else "")
    columns = {found.first.name: "first", found.second.name: "second"}
    narrower = "".join(f"; in the {columns[name]} only by {', '.join(through)}" for name, through in change.through)
    if change.kind is ChangeKind.STEADY:
        there = [set(one.chapters) for one in change.matter.said]
        apart = all(there) and not set.intersection(*there)
        return f"{words}, under different chapters{narrower}" if apart else words + narrower
    outside = _joined(chapter for chapter in change.chapters if chapter not in change.shared)
    return f"{words}; also under {outside}{narrower}" if outside else words + narrower


def explain_silence(change: Change, found: Comparison) -> str:
    """Say why the silence of one of them on a position cannot be read."""
    silent = found.second if change.matter.there(found.first.name) else found.first
    if change.occasion is Occasion.NOT_GIVEN:
        return f"{silent.title} did not have before it: {_joined(change.chapters)}."
    return f"The agenda of {silent.title} does not tell whether it had this before it."


def _joined(chapters: Iterable[str]) -> str:
    return ", ".join(map(shorten_chapter, chapters))


def shorten_chapter(chapter: str) -> str:
    """Name a chapter by its title, or by its number where it has none."""
    return chapter.partition(": ")[2] or chapter


def _position_sections(found: Comparison, limit: int | None) -> Iterator[Section]:
    for chapter, some in groupby(found.positions, key=lambda one: one.chapters[0] if one.chapters else NOWHERE):
        parts = [_kind_section(kind, list(changes), found, limit) for kind, changes in groupby(some, key=lambda one: one.kind)]
        yield Section(f"Positions: {chapter}", (), tuple(parts))


def _kind_section(kind: ChangeKind, changes: list[Change], found: Comparison, limit: int | None) -> Section:
    title = f"{CHANGE_WORDS[kind].capitalize()}: {len(changes)}"
    if kind is ChangeKind.NOT_COMPARABLE:
        reasons = dict.fromkeys(explain_silence(one, found) for one in changes)
        return Section(title, (*map(Text, reasons), *_listed(changes, limit)))
    told, rest = changes[:limit], changes[limit:] if limit is not None else []
    more = (Section("Without their sentences", tuple(_listed(rest, limit))),) if rest else ()
    return Section(title, (), (*(_position_section(one, found) for one in told), *more))


def _listed(changes: Sequence[Change], limit: int | None) -> Iterator[Block]:
    """List changes in a line each, at most so many times the limit."""
    shown = changes if limit is None else changes[: limit * _LINES]
    yield Items(tuple(_line(one) for one in shown))
    if len(shown) < len(changes):
        yield Text(f"And {len(changes) - len(shown)} more; --all shows all.")


def _line(change: Change) -> str:
    voices = [voiced for there in change.matter.said for voiced in there.voices]
    return f"{change.matter.label} ({held_by(voices)})" if voices else change.matter.label


def _position_section(change: Change, found: Comparison) -> Section:
    outside = _joined(change.chapters[1:])
    return Section(
        change.matter.label,
        (Text(f"Also under {outside}."),) if outside else (),
        tuple(
            Section(f"{meeting.title}: {count_of(there.whole, 'statement')}; {held_by(there.voices)}", tuple(quotes_of(there, 1)))
            for meeting in (found.first, found.second)
            if (there := change.matter.there(meeting.name))
        ),
    )


def _opposition_sections(found: Comparison) -> Iterator[Section]:
    if found.oppositions:
        yield Section("Opposed across the two", (Text(ABOUT_OPPOSED),), tuple(_opposition(one, found) for one in found.oppositions))


def _opposition(pair: Opposition, found: Comparison) -> Section:
    title = "Reversed" if pair.reversed else "Opposed, not called reversed"
    shown_by = "the report marks the opposition" if pair.marking is Marking.EXPLICIT else "an editor infers the opposition"
    sides = ((found.first, pair.first), (found.second, pair.second))
    recorded = (
        Section(f"{meeting.title} records: {matter.label}", tuple(quote for there in matter.said for quote in quotes_of(there, 1)))
        for meeting, matter in sides
    )
    evidence = Section(f"What shows it: {shown_by}", (Quote(pair.quote, (pair.document,) if pair.document else ()),))
    return Section(title, tuple(Text(words) for words in find_doubts(pair, found)), (*recorded, evidence))


def find_doubts(pair: Opposition, found: Comparison) -> Iterator[str]:
    """Say why an opposition is not called reversed, a sentence for each reason; nothing if it is."""
    if not pair.comparable:
        yield "Not called reversed, as not both had the chapter of the other before them."
    for meeting, claims in ((found.first, pair.first_contested), (found.second, pair.second_contested)):
        if claims:
            yield f"Not called reversed, as {meeting.title} also records what is opposed to that: {' '.join(claims)}"


def notes_of(found: Comparison) -> Iterator[str]:
    """Say what the numbers and words of a comparison mean and do not mean."""
    yield from (in_sources(ABOUT_COUNTS, found.sources), in_sources(ABOUT_WORDS, found.sources))
    yield (
        "Recorded only later and recorded only earlier are said only where a chapter under which the matter was recorded "
        "was before both consultations. "
        "What was not on the agenda was not dropped."
    )
    yield "Recorded in both does not say that the same was said: stances may differ, and so may what they are about."
    if any(one.kind is ChangeKind.GONE for one in (*found.themes, *found.positions)):
        yield "What is recorded only earlier may have been said again all the same, or be recorded as another position on the same theme."
