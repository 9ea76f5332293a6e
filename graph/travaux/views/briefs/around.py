"""What is said on the themes of a provision by statements that do not cite it, as far as a brief has room for it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from travaux.analysis.dossiers.cells import reach
from travaux.analysis.dossiers.said import STANCES, Held, Said
from travaux.views.answers import said as words
from travaux.views.briefs.blocks import Items, Paragraph, Section, Strong, Words
from travaux.views.briefs.citing import note_sentence
from travaux.views.briefs.ground import Ground
from travaux.views.briefs.positions import tell_held
from travaux.views.briefs.room import lines_of_item
from travaux.views.counting import count_of

TITLE = "On its themes, without citing it"
MOST, LEAST = 12, 2
"""Positions that are shown where there is much room, and in any case."""
_OPENING = 6.0
"""Lines that the heading, the sentence below it and the count of the rest take."""


def around_section(ground: Ground, said: Said, themes: str, room: float) -> Iterator[Section]:
    """Show the positions most widely held, as many as ``room`` lines hold, and count the rest; ``themes`` names the themes."""
    if not said.statements:
        return
    positions = sorted((one for one in said.held if one.key is not None), key=_by_reach)
    lines = list(_fitting((_line(ground, one) for one in positions), room - _OPENING))
    count = count_of(said.statements, "statement")
    told = f"{count} on {themes}: {words.stances_of(said)}."
    opening = Paragraph((f"{told} {'The positions most widely held:' if lines else 'None is linked to a position.'}",))
    rest = _rest(said, positions[: len(lines)])
    yield Section(
        f"{TITLE} ({count})",
        (opening, *([Items(tuple(lines))] if lines else []), *([Paragraph((rest,))] if rest and lines else [])),
    )


def _fitting(lines: Iterable[Words], room: float) -> Iterator[Words]:
    for number, line in enumerate(lines):
        room -= lines_of_item(line)
        if number >= MOST or (room < 0 and number >= LEAST):
            return
        yield line


def _by_reach(held: Held) -> tuple[int, int, int, str]:
    return -max(map(reach, held.strongest)), -held.statements, STANCES.index(held.stance), held.key or ""


def _line(ground: Ground, held: Held) -> Words:
    notes = (note_sentence(ground, sentence) for sentence in held.sentences[:1])
    told = f" {tell_held(held.strongest, held.statements)}"
    return (f"{words.HEADINGS[held.stance]}: ", Strong(held.claim or ""), told, *notes)


def _rest(said: Said, shown: list[Held]) -> str:
    """Count what is not shown: positions as each stance has them, and statements, of which each position shows one."""
    positions = sum(tally.positions for tally in said.tallies) - len(shown)
    statements = said.statements - sum(len(one.sentences[:1]) for one in shown)
    told = [count_of(positions, "more position")] if positions > 0 else []
    told += [count_of(statements, "more statement")] if statements > 0 else []
    return f"Not shown here: {', '.join(told)}." if told else ""
