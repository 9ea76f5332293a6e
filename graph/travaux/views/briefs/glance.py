"""The summary of a brief: statements by stance and consultation, with the strongest words for how widely one of them is held."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from travaux.analysis.dossiers.said import Meeting, Said, Tally
from travaux.analysis.selection import Selection
from travaux.model.schemes import Stance
from travaux.views.answers import said as words
from travaux.views.answers.voices import words_of
from travaux.views.briefs.blocks import Section, Table, Words
from travaux.views.briefs.ground import Ground
from travaux.views.counting import count_of

SIGNS = {Stance.SUPPORTS: "●", Stance.PROPOSES: "★", Stance.CONCERNED: "◆", Stance.OPPOSES: "▼", Stance.NEUTRAL: "○"}
"""A sign for each stance, beside its word."""
_MOST = 3
"""Consultations that a column of its own each leaves readable."""
_CAPTION = "Statements by stance, and the strongest word for how widely one of them is held. “No word”: the report does not say."

Gather = Callable[[Selection], Said]
"""Gathers what statements of a selection say on the matter of the brief."""


def glance(ground: Ground, said: Said, gather: Gather, title: str = "At a glance") -> Section:
    """Make the summary, with a column for each consultation where they are few."""
    meetings = [one for one in said.meetings if one.name]
    if 1 < len(meetings) <= _MOST and len(meetings) == len(said.meetings):
        return Section(title, (_by_meeting(ground, said, meetings, gather),))
    return Section(title, (_together(said), *_meetings(ground, said)))


def _by_meeting(ground: Ground, said: Said, meetings: list[Meeting], gather: Gather) -> Table:
    there = [_tallies(gather(ground.narrowed_to(one.name or ""))) if one.statements else {} for one in meetings]
    rows = tuple(
        (
            (_name(tally.stance),),
            *((cell_of(tallies.get(tally.stance)),) for tallies in there),
            (f"{cell_of(tally)} ({count_of(tally.positions, 'position')})",),
        )
        for tally in said.tallies
    )
    total = (("All",), *((f"{one.statements:,}",) for one in meetings), (f"{said.statements:,}",))
    heads = (f"{one.title}, {ground.days_of(one.name or '')}" for one in meetings)
    agenda = (_agenda(one) for one in meetings)
    on_agenda: tuple[tuple[Words, ...], ...] = ()
    if any(one.items is not None for one in meetings):
        on_agenda = ((("On its agenda as",), *((told,) for told in agenda), ("",)),)
    widths = (16, *[(54 // len(meetings))] * len(meetings), 84 - 54 // len(meetings) * len(meetings))
    return Table(_CAPTION, ("Stance", *heads, "Together"), (*rows, total, *on_agenda), widths)


def _together(said: Said) -> Table:
    rows = tuple(
        ((_name(one.stance),), (f"{one.statements:,}",), (f"{one.positions:,}",), (words_of(one.strongest),)) for one in said.tallies
    )
    return Table(_CAPTION, ("Stance", "Statements", "Positions", "Held most widely by"), rows, (25, 20, 20, 35))


def _meetings(ground: Ground, said: Said) -> Iterator[Table]:
    """List the consultations that hold statements, those of most first, as far as there is room."""
    held = sorted((one for one in said.meetings if one.statements), key=lambda one: -one.statements)
    if len(said.meetings) > 1 and held:
        shown = held[: 2 * _MOST]
        rows = tuple(
            ((one.title or "Documents of no consultation",), (ground.days_of(one.name or ""),), (f"{one.statements:,}",)) for one in shown
        )
        of = f"{len(shown):,} of {count_of(len(held), 'consultation')} with statements on it, those of most statements first."
        yield Table(of, ("Consultation", "Days", "Statements"), rows, (54, 28, 18))


def _tallies(said: Said) -> dict[Stance, Tally]:
    return {tally.stance: tally for tally in said.tallies}


def cell_of(tally: Tally | None) -> str:
    """Write how many statements take a stance and the strongest word among them; a dash where there are none."""
    return f"{tally.statements:,}: {words_of(tally.strongest)}" if tally else "–"


def _agenda(meeting: Meeting) -> str:
    return "; ".join(meeting.items or ()) or ("no item of its own" if meeting.items is not None else "")


def _name(stance: Stance) -> str:
    return f"{SIGNS[stance]} {words.HEADINGS[stance]}"
