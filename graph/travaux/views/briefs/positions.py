"""Positions by stance: each in one sentence with its words of prevalence, its exact words as footnotes, and what bears on it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from travaux.analysis.dossiers.said import Bearing, Held, Said, Tally
from travaux.model.schemes import Marking, Prevalence, ReviewStatus
from travaux.views.answers import said as words
from travaux.views.answers.voices import words_of
from travaux.views.briefs.blocks import Block, Items, Note, Paragraph, Section, Strong, Words
from travaux.views.briefs.citing import MARKING_WORDS, note_bearing, note_sentence
from travaux.views.briefs.ground import Ground
from travaux.views.counting import count_of

_BEARINGS, _PLACES = 2, 1
"""What bears on a position that is shown of it, and sentences that show each."""


def stance_sections(ground: Ground, said: Said, prefix: str = "") -> Iterator[Section]:
    """Make a section for each stance, in which what is left out is counted."""
    shown = {held.key for held in said.held}
    for tally in said.tallies:
        held = [one for one in said.held if one.stance is tally.stance]
        heading = words.HEADINGS[tally.stance]
        title = f"{prefix}{heading.lower() if prefix else heading} ({count_of(tally.statements, 'statement')})"
        blocks = [block for one in held for block in _position(ground, one, shown)]
        about = words.ABOUT_QUOTES.get(tally.stance)
        opening = [Paragraph((about,))] if about and held else []
        yield Section(title, (*opening, *blocks, *_left_out(tally, held)))


def _position(ground: Ground, held: Held, shown: set[str | None]) -> Iterator[Block]:
    notes = tuple(dict.fromkeys(note_sentence(ground, sentence) for sentence in held.sentences))
    if held.claim is None:
        yield from _loose(held, notes)
        return
    found = " (found by rule)" if held.review is ReviewStatus.UNREVIEWED else ""
    yield Paragraph((Strong(held.claim), f"{found} {tell_held(held.strongest, held.statements)}", *notes))
    if items := tuple(_bearings(ground, held.bearings, shown)):
        yield Items(items)


def tell_held(strongest: Iterable[Prevalence], statements: int) -> str:
    """Say in the words of the reports how widely a position is held, and in how many statements if these are several.

    >>> tell_held([Prevalence.SEVERAL], 2), tell_held([Prevalence.UNSPECIFIED], 1)
    ('Held by: several; 2 statements.', 'How widely: not said.')
    """
    prevalences = list(strongest)
    unsaid = set(prevalences) <= {Prevalence.UNSPECIFIED}
    told = "How widely: not said" if unsaid else f"Held by: {words_of(prevalences)}"
    return f"{told}; {count_of(statements, 'statement')}." if statements > 1 else f"{told}."


def _loose(held: Held, notes: tuple[Note, ...]) -> Iterator[Block]:
    """Show statements that are linked to no position, by what they read as."""
    claims = [sentence.heard.claim for sentence in held.sentences]
    lines = tuple((claim, note) for claim, note in zip(claims, notes, strict=False))
    if lines:
        yield Paragraph((f"Linked to no position: {count_of(held.statements, 'statement')}.",))
        yield Items(lines)


def _bearings(ground: Ground, bearings: Iterable[Bearing], shown: set[str | None]) -> Iterator[Words]:
    """Tell what bears on a position, and on what it bears where that is not shown itself."""
    groups = words.group_bearings(one for one in bearings if not one.outgoing or one.key not in shown)
    for ones in groups[:_BEARINGS]:
        first = ones[0]
        explicit = any(one.marking is Marking.EXPLICIT for one in ones)
        marking = MARKING_WORDS[Marking.EXPLICIT if explicit else Marking.INFERRED]
        notes = dict.fromkeys(note_bearing(ground, one) for one in ones[:_PLACES])
        yield (f"{words.name_bearing(first)} ({marking}): {first.claim}", *notes)
    if (more := len(groups) - _BEARINGS) > 0:
        yield (f"and {count_of(more, 'more position')} that bear{'s' if more == 1 else ''} on it, or on which it bears",)


def _left_out(tally: Tally, held: list[Held]) -> Iterator[Block]:
    """Say what is not shown; how to see it stands at the end of the brief."""
    positions = tally.positions - sum(one.key is not None for one in held)
    statements = tally.statements - sum(len(one.sentences) for one in held)
    told = [count_of(positions, "more position")] if positions > 0 else []
    told += [count_of(statements, "more statement")] if statements > 0 else []
    if told:
        yield Paragraph((f"Not shown here: {', '.join(told)}.",))
