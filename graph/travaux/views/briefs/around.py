"""What is said on the themes of a provision by statements that do not cite it, as far as a brief has room for it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from travaux.analysis.dossiers.cells import reach
from travaux.analysis.dossiers.said import STANCES, Held, Said
from travaux.views.answers import said as words
from travaux.views.briefs.blocks import Items, Paragraph, Section, Strong, Words
from travaux.views.briefs.citing import note_sentence
from travaux.views.briefs.ground import Ground
from travaux.views.briefs.positions import tell_held, tell_toward
from travaux.views.briefs.room import lines_of_item
from travaux.views.counting import count_of

TITLE = "On its themes, without citing it"
MOST, LEAST = 12, 2
"""Positions that are shown where there is much room, and in any case."""
_OPENING = 6.0
"""Lines that the heading, the sentence below it and the count of the rest take."""


def around_section(ground: Ground, said: Said, themes: str, room: float, least: int = LEAST) -> Iterator[Section]:
    """Show the positions most widely held, as many as ``room`` lines hold and ``least`` anyway, and count the rest."""
    if not said.statements:
        return
    positions = sorted((one for one in said.held if one.key is not None), key=_by_reach)
    lines = list(_fitting((_line(ground, one) for one in positions), room - _OPENING, least))
    count = count_of(said.statements, "statement")
    told = f"{count} on {themes}: {words.stances_of(said)}."
    opening = Paragraph((f"{told} {_leading(positions, lines)}".strip(),))
    rest = _rest(said, positions[: len(lines)])
    yield Section(
        f"{TITLE} ({count})",
        (opening, *([Items(tuple(lines))] if lines else []), *([Paragraph((rest,))] if rest and positions else [])),
    )


def _leading(positions: list[Held], lines: list[Words]) -> str:
    if not positions:
        return "None is linked to a position."
    return "The positions most widely held:" if lines else ""


def _fitting(lines: Iterable[Words], room: float, least: int) -> Iterator[Words]:
    for number, line in enumerate(lines):
        room -= lines_of_item(line)
        if number >= MOST or (room < 0 and number >= least):
            return
        yield line


def _by_reach(held: Held) -> tuple[int, int, int, str]:
    return -max(map(reach, held.strongest)), -held.statements, STANCES.index(held.stance), held.key or ""


def _line(ground: Ground, held: Held) -> Words:
    notes = (note_sentence(ground, sentence) for sentence in held.sentences[:1])
    told = f"{tell_toward(held)} {tell_held(held.strongest, held.statements, len(held.sentences[:1]))}"
    return (f"{words.HEADINGS[held.stance]}: ", Strong(held.claim or ""), told, *notes)


def _rest(said: Said, shown: list[Held]) -> str:
    """Count what is not shown: positions as each stance has them, and statements of these or of none."""
    positions = sum(tally.positions for tally in said.tallies) - len(shown)
    statements = said.statements - sum(one.statements for one in shown)
    told = [count_of(positions, "more position")] if positions > 0 else []
    told += [count_of(statements, "more statement")] if statements > 0 else []
    return f"Not shown here: {', '.join(told)}." if told else ""
