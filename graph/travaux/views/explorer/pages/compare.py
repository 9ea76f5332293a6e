"""The page that puts two consultations side by side: what both record, what one alone records, and where silence means nothing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from itertools import groupby

from travaux.analysis.columns import columns_of
from travaux.analysis.recurrence import Change, ChangeKind, Comparison, Told, compare
from travaux.views.answers.compare import (
    ABOUT_OPPOSED,
    CHANGE_WORDS,
    NOWHERE,
    describe_change,
    explain_silence,
    find_doubts,
    notes_of,
    shorten_chapter,
)
from travaux.views.answers.voices import ABOUT_SIDES, name_meeting
from travaux.views.briefs import BriefKind
from travaux.views.explorer.asked import AskedError, Options, select
from travaux.views.explorer.explorer import Explorer
from travaux.views.explorer.filters import Asked, choices_of
from travaux.views.explorer.page import Page, PageBrief
from travaux.views.explorer.paging import first_of, part_of

_PATH = "/compare"
_SIZE = 20
_MANY = 500
"""Positions above which the overview counts those of each chapter and shows none."""
_THEMES = 8
_OPPOSITIONS = 4
MEANINGS = {
    ChangeKind.STEADY: "Both consultations record it, with whatever stances.",
    ChangeKind.NEW: "Only the second records it; its chapter was before both.",
    ChangeKind.GONE: "Only the first records it; its chapter was before both. It may have been said all the same.",
    ChangeKind.REVERSED: "Only the first records it, and the second records a position opposed to it.",
    ChangeKind.NOT_COMPARABLE: "One of them records it, and the other did not have its chapter before it: its silence says nothing.",
}
"""What each kind of change says of the record, and no more."""


def show_compare(explorer: Explorer, _: Mapping[str, str], options: Options) -> Page:
    """Show what two consultations record, the first two by default; ``QueryError`` for one that is not known."""
    asked = Asked(_PATH, options)
    meetings = sorted(explorer.corpus.consultations, key=lambda one: (one.first_day, one.name))
    if len(meetings) < 2:  # noqa: PLR2004, two are compared
        return Page(title="Compare", template="compare.html.j2", shown={"found": None, "meetings": meetings}, section=_PATH)
    first = options.one("first", meetings[0].name)
    second = options.one("second", next(one.name for one in meetings if one.name != first))
    kind, chapter = next(iter(options.words("show", ChangeKind)), None), options.one("chapter")
    alone = bool(kind or chapter)
    selection = select(options.without("consultation"), explorer.store)
    found = compare(
        explorer.store,
        first,
        second,
        selection,
        limit=_SIZE if alone else _few(explorer),
        as_report=True,
        told=Told(chapter=_label(chapter), kind=kind, first=first_of(options, _SIZE)) if alone else None,
    )
    fitting = [one for one in found.positions if (not chapter or _home(one) == chapter) and (kind is None or one.kind is kind)]
    if chapter and chapter not in map(_home, found.positions):
        raise AskedError(
            f"no position stands under the chapter {chapter[:60]!r}", hint="The table of chapters leads to those that there are."
        )
    page_first = first_of(options, _SIZE)
    shown = fitting[page_first : page_first + _SIZE] if alone else []
    return Page(
        title=f"{found.first.title} and {found.second.title} compared",
        template="compare.html.j2",
        shown={
            "found": found,
            "meetings": meetings,
            "asked": asked,
            "choices": [one for one in choices_of(explorer.corpus) if one.name != "consultation"],
            "kind": kind,
            "chapter": chapter,
            "alone": alone,
            "shown": [(home, list(some)) for home, some in groupby(shown, key=_home)],
            "part": part_of(asked, _SIZE, len(shown), len(fitting)) if alone else None,
            "kinds": _kinds(found),
            "chapters": _chapters(found.positions, asked),
            "themes": _themes(found, kind),
            "oppositions": found.oppositions if kind is ChangeKind.REVERSED else found.oppositions[:_OPPOSITIONS],
            "words": CHANGE_WORDS,
            "meanings": MEANINGS,
            "named": (name_meeting(found.first), name_meeting(found.second)),
            "describe": lambda change: describe_change(change, found),
            "silence": lambda change: _silence(change, found),
            "doubts": lambda pair: list(find_doubts(pair, found)),
            "shorten": shorten_chapter,
            "about_sides": ABOUT_SIDES,
            "about_opposed": ABOUT_OPPOSED,
            "notes": list(notes_of(found)),
        },
        data=found,
        section=_PATH,
        brief=PageBrief(BriefKind.COMPARE, (found.first.name, found.second.name), selection),
    )


def _few(explorer: Explorer) -> int:
    """Give how many positions of each chapter and change the overview shows; where there are many, the chapters have pages of their own."""
    return 0 if len(columns_of(explorer.store).positions) > _MANY else 2


def _home(change: Change) -> str:
    return change.chapters[0] if change.chapters else NOWHERE


def _label(chapter: str) -> str | None:
    return ("" if chapter == NOWHERE else chapter) if chapter else None


def _kinds(found: Comparison) -> list[tuple[ChangeKind, int, int]]:
    """Count themes and positions of each kind that there are."""
    themes, positions = Counter(one.kind for one in found.themes), Counter(one.kind for one in found.positions)
    return [(kind, themes[kind], positions[kind]) for kind in ChangeKind if themes[kind] or positions[kind]]


def _chapters(
    positions: Iterable[Change], asked: Asked
) -> list[tuple[str, str, list[tuple[ChangeKind, int, str]], list[tuple[ChangeKind, list[Change]]]]]:
    """Give each chapter with its address, the numbers of its positions by kind, and those of them that are told, by kind."""
    rows = []
    for chapter, some in groupby(positions, key=_home):
        changes = list(some)
        counts = Counter(one.kind for one in changes)
        numbers = [(kind, counts[kind], asked.address(chapter=chapter, show=kind, page="")) for kind in ChangeKind]
        told = [(kind, these) for kind in ChangeKind if (these := [one for one in changes if one.kind is kind and _is_told(one)])]
        rows.append((chapter, asked.address(chapter=chapter, show="", page=""), numbers, told))
    return rows


def _is_told(change: Change) -> bool:
    return any(there.voices for there in change.matter.said)


def _themes(found: Comparison, kind: ChangeKind | None) -> list[tuple[ChangeKind, list[Change], int]]:
    """Give the themes of each kind, the first ones unless the kind is asked for, with how many there are."""
    grouped = [(one, [theme for theme in found.themes if theme.kind is one]) for one in ChangeKind if kind in {None, one}]
    most = None if kind else _THEMES
    return [(one, themes[:most], len(themes)) for one, themes in grouped if themes]


def _silence(change: Change, found: Comparison) -> str:
    """Say what stands where a consultation records nothing."""
    if change.kind is ChangeKind.NOT_COMPARABLE:
        return f"Not comparable. {explain_silence(change, found)}"
    return "Nothing recorded, though its chapter was before it."
