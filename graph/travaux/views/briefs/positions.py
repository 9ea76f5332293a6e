"""Positions by stance: each in one sentence with its words of prevalence, its exact words as footnotes, and what bears on it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from travaux.analysis.dossiers.said import Bearing, Held, Said, Tally
from travaux.model.schemes import Marking, Prevalence, RelationKind, ReviewStatus, Stance
from travaux.views.answers import said as words
from travaux.views.answers.voices import words_of
from travaux.views.briefs.blocks import Block, Items, Note, Paragraph, Section, Strong, Words
from travaux.views.briefs.citing import MARKING_WORDS, note_bearing, note_sentence
from travaux.views.briefs.ground import Ground
from travaux.views.counting import count_of
from travaux.views.report import quoted

_BEARINGS = 2
"""What bears on a position that is shown of it, each with one sentence that shows it."""
_ABOUT = {
    Stance.CONCERNED: "What the concern was about stands in quotation marks, here or in a footnote; the view behind it stands in bold.",
    Stance.OPPOSES: "What was opposed stands in quotation marks, here or in a footnote; the view behind it stands in bold.",
}
_TOWARD = {Stance.CONCERNED: "Concern about", Stance.OPPOSES: "Against"}
_SHORT = 160
"""Characters of what was opposed that the line of the view behind it has room for."""


def stance_sections(ground: Ground, said: Said, prefix: str = "") -> Iterator[Section]:
    """Make a section for each stance, in which what is left out is counted."""
    shown = {held.key for held in said.held}
    for tally in said.tallies:
        held = [one for one in said.held if one.stance is tally.stance]
        heading = words.HEADINGS[tally.stance]
        title = f"{prefix}{heading.lower() if prefix else heading} ({count_of(tally.statements, 'statement')})"
        blocks = [block for one in held for block in _position(ground, one, shown)]
        about = _ABOUT.get(tally.stance)
        opening = [Paragraph((about,))] if about and any(one.claim for one in held) else []
        yield Section(title, (*opening, *blocks, *_left_out(tally, held)))


def _position(ground: Ground, held: Held, shown: set[str | None]) -> Iterator[Block]:
    notes = tuple(dict.fromkeys(note_sentence(ground, sentence) for sentence in held.sentences))
    if held.claim is None:
        yield from _loose(held, notes)
        return
    found = " (found by rule)" if held.review is ReviewStatus.UNREVIEWED else ""
    told = tell_held(held.strongest, held.statements, len(held.sentences))
    yield Paragraph((Strong(held.claim), f"{found}{tell_toward(held)} {told}", *notes))
    if items := tuple(_bearings(ground, held.bearings, shown)):
        yield Items(items)


def tell_toward(held: Held) -> str:
    """Quote, after a blank, what a concern or an opposition is about, if its words are short: the claim is the view behind it."""
    quotes = dict.fromkeys(sentence.heard.quote for sentence in held.sentences if len(sentence.heard.quote) <= _SHORT)
    return f" {_TOWARD[held.stance]}: {next(map(quoted, quotes))}." if held.stance in _TOWARD and quotes else ""


def tell_held(strongest: Iterable[Prevalence], statements: int, shown: int) -> str:
    """Say in the words of the reports how widely a position is held, in how many statements if these are several, how many are quoted.

    >>> tell_held([Prevalence.SEVERAL], 2, 1), tell_held([Prevalence.UNSPECIFIED], 1, 1)
    ('Held by: several; 2 statements, 1 quoted.', 'How widely: not said.')
    """
    prevalences = list(strongest)
    unsaid = set(prevalences) <= {Prevalence.UNSPECIFIED}
    told = "How widely: not said" if unsaid else f"Held by: {words_of(prevalences)}"
    if statements == 1:
        return f"{told}."
    return f"{told}; {count_of(statements, 'statement')}{f', {shown:,} quoted' if shown < statements else ''}."


def _loose(held: Held, notes: tuple[Note, ...]) -> Iterator[Block]:
    """Show statements that are linked to no position, by what they read as."""
    claims = [sentence.heard.claim for sentence in held.sentences]
    lines = tuple((claim, note) for claim, note in zip(claims, notes, strict=False))
    if lines:
        yield Paragraph((f"Linked to no position: {count_of(held.statements, 'statement')}.",))
        yield Items(lines)


def _bearings(ground: Ground, bearings: Iterable[Bearing], shown: set[str | None]) -> Iterator[Words]:
    """Tell what bears on a position, and on what it bears where that is not shown itself.

    What the statements looked at are of comes first, and an objection is never what is left out for a reason or a condition.
    """
    groups = [
        min(ones, key=lambda one: (bool(ground.tell_elsewhere(one.document)), one.marking is not Marking.EXPLICIT))
        for ones in words.group_bearings(one for one in bearings if not one.outgoing or one.key not in shown)
    ]
    groups.sort(key=lambda one: bool(ground.tell_elsewhere(one.document)))
    kept = sorted(range(len(groups)), key=lambda place: (not _objects(groups[place]), place))[:_BEARINGS]
    for one in (groups[place] for place in sorted(kept)):
        marking = f"{MARKING_WORDS[one.marking]}{ground.tell_elsewhere(one.document)}"
        yield (f"{words.name_bearing(one)} ({marking}): {one.claim}", note_bearing(ground, one))
    if (more := len(groups) - _BEARINGS) > 0:
        yield (f"and {count_of(more, 'more position')} that bear{'s' if more == 1 else ''} on it, or on which it bears",)


def _objects(bearing: Bearing) -> bool:
    return bearing.kind is RelationKind.ATTACKS and not bearing.outgoing


def _left_out(tally: Tally, held: list[Held]) -> Iterator[Block]:
    """Say what is not shown; how to see it stands at the end of the brief."""
    positions = tally.positions - sum(one.key is not None for one in held)
    statements = tally.statements - sum(len(one.sentences) if one.key is None else one.statements for one in held)
    told = [count_of(positions, "more position")] if positions > 0 else []
    told += [count_of(statements, "more statement")] if statements > 0 else []
    if told:
        yield Paragraph((f"Not shown here: {', '.join(told)}.",))
