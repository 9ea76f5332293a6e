"""Themes across consultations as a report."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from travaux.analysis.recurrence import ChapterSaid, Matter, Meeting, Recurrence, Side, Voiced
from travaux.model.prevalence import strongest
from travaux.views.answers.voices import (
    ABOUT_CELLS,
    ABOUT_COUNTS,
    ABOUT_SIDES,
    ABOUT_WORDS,
    SIDE_WORDS,
    cell_of,
    held_by,
    name_meeting,
    quotes_of,
    sides_of,
    words_of,
)
from travaux.views.counting import count_of
from travaux.views.report import Grid, Report, Section, Text
from travaux.views.wording import in_sources

_MOST_COLUMNS = 4
"""Consultations that a table gives a column each; of more, only how many there are."""
_INDENT = "· "
_Voices = Callable[[Iterable[Voiced]], str]
_NOT_FOUND = "What is not found was not recorded in these documents; that is not the same as: not said."


def themes_report(found: Recurrence, limit: int | None = None) -> Report:
    """Make the themes a report; ``limit`` is how many matters of each chapter are listed."""
    by_chapter = [_chapter_section(part, found.consultations, limit) for part in found.chapters]
    sections = [_theme_section(found), *(by_chapter or [_theme_sentences(found)])]
    notes = (in_sources(ABOUT_COUNTS, found.sources), in_sources(ABOUT_WORDS, found.sources), _NOT_FOUND)
    where = f" under {found.chapter}" if found.chapter else ""
    return Report(
        title=f"Themes across consultations{where}",
        lead=_lead(found),
        sections=(*(section for section in sections if section.blocks or section.sections), *_position_sections(found)),
        notes=notes,
    )


def _lead(found: Recurrence) -> str:
    recur = sum(theme.recurs for theme in found.themes)
    meetings = "; ".join(f"{name_meeting(one)}: {count_of(one.statements, 'statement')}" for one in found.consultations)
    known = f"{found.themes_found} of {count_of(found.themes_known, 'theme')} come up, {recur} of them in more than one consultation."
    positions = f"{count_of(found.positions_found, 'position')} {'is' if found.positions_found == 1 else 'are'} expressed in more than one."
    return f"{known} {positions} Looked at: {meetings or 'no consultation'}."


def _theme_section(found: Recurrence) -> Section:
    if not found.themes:
        return Section("Themes")
    few = len(found.consultations) <= _MOST_COLUMNS
    grid = _by_consultation(found.themes, found.consultations) if few else _by_number(found.themes, found)
    return Section("Themes", (Text(ABOUT_CELLS), grid))


def _by_consultation(themes: tuple[Matter, ...], meetings: tuple[Meeting, ...]) -> Grid:
    rows = tuple((_INDENT * one.depth + one.label, *(cell_of(one.there(meeting.name)) for meeting in meetings)) for one in themes)
    return Grid(("Theme", *(name_meeting(meeting) for meeting in meetings)), rows, ABOUT_SIDES)


def _by_number(themes: tuple[Matter, ...], found: Recurrence) -> Grid:
    total = len(found.consultations)
    rows = tuple((_INDENT * one.depth + one.label, f"{len(one.said)} of {total}", *_over_all(one)) for one in themes)
    return Grid(("Theme", "Consultations", "Statements", _capital(Side.FOR), _capital(Side.AGAINST)), rows, ABOUT_SIDES)


def _capital(side: Side) -> str:
    return SIDE_WORDS[side].capitalize()


def _over_all(matter: Matter) -> tuple[str, ...]:
    """Count over all consultations, with the strongest word of each side in any of them."""
    own, whole = sum(one.own for one in matter.said), sum(one.whole for one in matter.said)
    voices = [voiced for one in matter.said for voiced in one.voices]

    def words(side: Side) -> str:
        return words_of(strongest(word for voiced in voices if voiced.side is side for word in voiced.strongest)) or "–"

    return str(whole) if own == whole else f"{whole} ({own})", words(Side.FOR), words(Side.AGAINST)


def _sentences(title: str, matters: Sequence[Matter], told: str, meetings: Sequence[Meeting], voiced: _Voices) -> Section:
    shown = tuple(Section(one.label, (), tuple(_by_meeting(one, meetings, voiced))) for one in matters)
    return Section(title, (Text(told),) if shown else (), shown)


def _by_meeting(matter: Matter, meetings: Sequence[Meeting], voiced: _Voices) -> Iterator[Section]:
    """Give what each consultation records with its sentences; of many consultations the first and the last only."""
    records = [(meeting, there) for meeting in meetings if (there := matter.there(meeting.name))]
    more = len(records) > _MOST_COLUMNS
    for meeting, there in (records[0], records[-1]) if more else records:
        of_many = f" (of {len(records)} consultations, the {'first' if there is records[0][1] else 'last'})" if more else ""
        title = f"{name_meeting(meeting)}{of_many}: {count_of(there.whole, 'statement')}; {voiced(there.voices)}"
        yield Section(title, tuple(quotes_of(there)))


def _theme_sentences(found: Recurrence) -> Section:
    matters = [one for one in found.themes if one.recurs and any(voiced.heard for there in one.said for voiced in there.voices)]
    of_all = sum(theme.recurs for theme in found.themes)
    told = "All that recur." if len(matters) == of_all else f"The {len(matters)} that come up most, of {of_all}; --all shows all."
    return _sentences("Sentences on the themes that recur", matters, told, found.consultations, sides_of)


def _position_sections(found: Recurrence) -> Iterator[Section]:
    if found.positions:
        all_of_them = len(found.positions) == found.positions_found
        told = "All that recur." if all_of_them else f"{len(found.positions)} of {found.positions_found}; --all shows all."
        told = f"{told} Those of most consultations come first."
        yield _sentences("Positions that recur", found.positions, told, found.consultations, held_by)


def _chapter_section(part: ChapterSaid, meetings: tuple[Meeting, ...], limit: int | None) -> Section:
    blocks = [
        _counted(kind, matters[:limit], len(matters), meetings)
        for kind, matters in (("Theme", part.themes), ("Recurring position", part.positions))
        if matters
    ]
    return Section(part.chapter, tuple(blocks))


def _counted(kind: str, matters: tuple[Matter, ...], total: int, meetings: tuple[Meeting, ...]) -> Grid:
    caption = f"{len(matters)} of {total}; --all shows all." if len(matters) < total else "Statements under this chapter."
    if len(meetings) > _MOST_COLUMNS:
        counted = tuple((one.label, f"{len(one.said)} of {len(meetings)}", str(sum(there.own for there in one.said))) for one in matters)
        return Grid((kind, "Consultations", "Statements"), counted, caption)
    rows = tuple((one.label, *(cell_of(one.there(meeting.name)) for meeting in meetings)) for one in matters)
    return Grid((kind, *(name_meeting(meeting) for meeting in meetings)), rows, caption)
