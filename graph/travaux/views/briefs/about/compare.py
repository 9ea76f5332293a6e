"""The brief that compares two consultations: what both record, what one alone records, and what was not before both."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from travaux.analysis.columns import columns_of
from travaux.analysis.recurrence import Change, ChangeKind, Comparison, Matter, Occasion, Opposition, SaidThere, compare
from travaux.analysis.searched import find_searched
from travaux.model.schemes import Marking
from travaux.views.answers import compare as report
from travaux.views.answers.searched import NOT_SAID
from travaux.views.answers.voices import held_by, name_meeting, sides_of
from travaux.views.briefs.blocks import Block, Brief, Items, Note, Paragraph, Section, Strong, Table, Words
from travaux.views.briefs.citing import MARKING_WORDS, note_heard
from travaux.views.briefs.closing import closing, tell_searched
from travaux.views.briefs.ground import Ground
from travaux.views.briefs.marks import mark_once
from travaux.views.counting import count_of, join
from travaux.views.wording import in_sources

_TOLD = 2
"""Positions of each chapter and change whose sentences are read."""
_SHOWN = 4
"""Positions of each change that are shown."""
_THEMES = 6
_NAMED = 4
"""Themes of each change that are named."""
_KINDS = (ChangeKind.STEADY, ChangeKind.REVERSED, ChangeKind.NEW, ChangeKind.GONE)

_OPPOSED = "Objections across the two"
_NO_OPPOSITION = "No objection is recorded of a position of the one to a position of the other. Not found is not the same as not said."
_REASONS = "Reasons recorded for single positions stand in the briefs on the consultations."


def brief(ground: Ground, names: Sequence[str]) -> Brief:
    """Make the brief that compares two consultations in the order given; ``QueryError`` as ``compare`` raises it."""
    first, second = names
    found = compare(ground.store, first, second, ground.selection, limit=_TOLD, as_report=True)
    command = f"travaux compare {found.first.name} {found.second.name} --all"
    pair = {found.first.name, found.second.name}
    ids = {one.id for one in ground.corpus.consultations if one.name in pair}
    both = replace(ground.selection, consultations=(found.first.name, found.second.name)).resolve(ground.store)
    searched = find_searched(ground.store, columns_of(ground.store), both)
    documents = [one.name for one in ground.corpus.documents if one.consultation in ids]
    sections = tuple(_sections(replace(ground, selection=both), found))
    return Brief(
        title=f"{found.first.title} and {found.second.title} compared",
        kicker="Two consultations compared",
        lead=(_lead(found),),
        sections=sections,
        about=closing(
            ground,
            documents,
            tell_searched(searched),
            (*report.notes_of(found), in_sources(NOT_SAID, searched.sources)),
            (command,),
            sections,
        ),
        corpus=ground.corpus.title,
        date=ground.newest(documents),
    )


def _sections(ground: Ground, found: Comparison) -> Iterator[Section]:
    yield Section("What is the same and what differs", (Items(tuple(_glance(found))),))
    for kind in _KINDS:
        if changes := [one for one in found.positions if one.kind is kind]:
            title = f"Positions {report.CHANGE_WORDS[kind]} ({len(changes):,})"
            yield Section(title, tuple(_positions(ground, found, changes)))
    if not found.oppositions:
        yield Section(_OPPOSED, (Paragraph((f"{_NO_OPPOSITION} {_REASONS}",)),))
    else:
        shown = found.oppositions[:_SHOWN]
        more = _more(len(found.oppositions) - len(shown), "pair")
        lines = Items(tuple(_opposition(ground, one, found) for one in shown))
        yield Section(_OPPOSED, (Paragraph((f"{report.ABOUT_OPPOSED} {_REASONS}",)), lines, *more))
    yield Section("What was before them", (Items(mark_once((report.tell_before(found, 0), report.tell_before(found, 1)))),))
    if apart := [one for one in found.positions if one.kind is ChangeKind.NOT_COMPARABLE]:
        yield Section("What cannot be compared", tuple(_apart(found, apart)))
    yield from _themes(found)


def _lead(found: Comparison) -> str:
    """Say what is the same and what differs, then of how much that is said."""
    steady, later, earlier, turned = (
        sum(one.kind is kind for one in found.positions)
        for kind in (ChangeKind.STEADY, ChangeKind.NEW, ChangeKind.GONE, ChangeKind.REVERSED)
    )
    both = f"Both record {count_of(steady, 'position')}; {later:,} are recorded only later and {earlier:,} only earlier"
    opposed = f"{count_of(len(found.oppositions), 'pair')} opposed across the two" if found.oppositions else "none opposed across the two"
    looked = (f"{name_meeting(one)}: {count_of(one.statements, 'statement')}." for one in (found.first, found.second))
    return f"{both}, {turned or 'none'} reversed, {opposed}. {' '.join(looked)}{report.tell_order(found)}"


def _glance(found: Comparison) -> Iterator[Words]:
    """Name the themes of each change, those of most statements first; the positions follow under headings of their own."""
    for kind in (*_KINDS, ChangeKind.NOT_COMPARABLE):
        themes = sorted(found.of(kind)[0], key=lambda one: -sum(there.whole for there in one.matter.said))
        words = report.CHANGE_WORDS[kind]
        if themes:
            named = [one.matter.label for one in themes[:_NAMED]]
            more = [f"{len(themes) - _NAMED:,} more"] if len(themes) > _NAMED else []
            yield (Strong(f"{words[:1].upper()}{words[1:]}: {count_of(len(themes), 'theme')}."), f" {join([*named, *more])}.")


def _positions(ground: Ground, found: Comparison, changes: list[Change]) -> Iterator[Block]:
    """Show the positions that most statements express, among those whose sentences were read."""
    told = [one for one in changes if any(there.voices for there in one.matter.said)]
    shown = sorted(told, key=lambda one: -sum(there.whole for there in one.matter.said))[:_SHOWN]
    for one in shown:
        yield Paragraph((Strong(one.matter.label), *_recorded(ground, found, one.matter)))
    yield from _more(len(changes) - len(shown), "position")


def _recorded(ground: Ground, found: Comparison, matter: Matter) -> Iterator[str | Note]:
    """Say for each consultation how widely it is held and in how many statements, with a sentence for each side."""
    for meeting in (found.first, found.second):
        if there := matter.there(meeting.name):
            heard = [heard for voiced in there.voices for heard in voiced.heard[:1]]
            quoted = f", {len(heard):,} quoted" if len(heard) < there.whole else ""
            several = f"; {count_of(there.whole, 'statement')}{quoted}" if there.whole > 1 else ""
            yield f" {meeting.title}: {held_by(there.voices).replace('held by: ', 'held by ')}{several}."
            yield from dict.fromkeys(note_heard(ground, one) for one in heard)


def _opposition(ground: Ground, pair: Opposition, found: Comparison) -> Words:
    marking = MARKING_WORDS[pair.marking if pair.marking is Marking.EXPLICIT else Marking.INFERRED]
    title = "Reversed" if pair.reversed else "Opposed, not called reversed"
    shown = Note(ground.tell_place(pair.document, pair.paragraph) + "." if pair.document else "What shows it.", pair.quote, _named(pair))
    elsewhere = ground.tell_elsewhere(pair.document) if pair.document else ""
    doubts = " ".join(report.find_doubts(pair, found))
    return (
        f"{title} ({marking}{elsewhere}). {found.first.title}: ",
        Strong(pair.first.label),
        f" {found.second.title}: ",
        Strong(pair.second.label),
        f" {doubts}" if doubts else "",
        shown,
    )


def _named(pair: Opposition) -> tuple[str, ...]:
    return (pair.document,) if pair.document else ()


def _apart(found: Comparison, changes: list[Change]) -> Iterator[Block]:
    alike: dict[tuple[bool, Occasion | None], list[Change]] = {}
    for one in changes:
        alike.setdefault((one.matter.there(found.first.name) is None, one.occasion), []).append(one)
    yield Paragraph((f"{count_of(len(changes), 'position')}, of which one consultation alone records each:",))
    yield Items(tuple((_silence(ones, found),) for ones in alike.values()))


def _silence(changes: list[Change], found: Comparison) -> str:
    """Say of positions alike why silence on them cannot be read, with all their chapters."""
    chapters = dict.fromkeys(chapter for one in changes for chapter in one.chapters)
    return f"{report.explain_silence(replace(changes[0], chapters=tuple(chapters)), found)} ({len(changes):,})"


def _themes(found: Comparison) -> Iterator[Section]:
    top = [one for one in found.themes if not one.matter.depth]
    shown = sorted(top, key=lambda one: -sum(there.whole for there in one.matter.said))[:_THEMES]
    if shown:
        rows = tuple(
            (
                (one.matter.label,),
                (report.describe_change(one, found),),
                *((_cell(one.matter.there(meeting.name)),) for meeting in (found.first, found.second)),
            )
            for one in shown
        )
        columns = ("Theme", "Change", found.first.title, found.second.title)
        caption = (
            "Widest themes, those of most statements first; statements on narrower themes count too. Then the strongest word on each side."
        )
        more = _more(len(found.themes) - len(shown), "theme")
        yield Section("Themes", (Table(caption, columns, rows, (20, 28, 26, 26)), *more))


def _cell(said: SaidThere | None) -> str:
    return f"{said.whole:,} · {sides_of(said.voices)}" if said else "–"


def _more(number: int, noun: str) -> Iterable[Paragraph]:
    return [Paragraph((f"Not shown here: {count_of(number, f'more {noun}')}.",))] if number > 0 else []
