"""Themes and positions in words: where they come up, on which side, how widely held, in which sentences."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from travaux.analysis.heard import Heard
from travaux.analysis.recurrence import Meeting, SaidThere, Side, Voiced
from travaux.model.prevalence import strongest
from travaux.model.schemes import Prevalence
from travaux.views.dates import to_dates
from travaux.views.heard import show_heard
from travaux.views.report import Quote
from travaux.views.wording import PREVALENCE_WORDS, STANCE_WORDS

SIDE_WORDS = {Side.FOR: "support or proposal", Side.AGAINST: "concern or opposition", Side.NEITHER: "no stance"}

ABOUT_SIDES = "A concern or an opposition is about the words quoted, not about the theme: caution against a broad scope counts as one."
ABOUT_COUNTS = (
    "Counts are of statements in the reports, never of speakers; nothing is added up over the words for how widely a view is held."
)
ABOUT_WORDS = (
    "The word after a side or a position is the strongest that any of its statements has; several, various and a number of "
    "have no order among one another. “No word” and “not said” mean that the report does not say how many."
)

ABOUT_CELLS = (
    "Statements on the theme or a narrower one, in brackets those on the theme itself where that differs; "
    "then the strongest word on each side."
)


def name_meeting(meeting: Meeting) -> str:
    """Name a consultation with its days."""
    return f"{meeting.title}, {to_dates(meeting.first_day.isoformat(), meeting.last_day.isoformat())}"


def words_of(prevalences: Iterable[Prevalence]) -> str:
    """Write the strongest words of a side."""
    return " / ".join("no word" if one is Prevalence.UNSPECIFIED else PREVALENCE_WORDS[one.value] for one in prevalences)


def sides_of(voices: Iterable[Voiced]) -> str:
    """Write each side of a theme that is heard with its strongest words: ``support or proposal: many; no stance: several``."""
    return "; ".join(f"{SIDE_WORDS[voiced.side]}: {words_of(voiced.strongest)}" for voiced in voices)


def held_by(voices: Iterable[Voiced]) -> str:
    """Write how widely a position is held, whatever the stances of its sentences: ``held by: several``."""
    words = strongest(word for voiced in voices for word in voiced.strongest)
    return "how widely: not said" if set(words) <= {Prevalence.UNSPECIFIED} else f"held by: {words_of(words)}"


def count_said(said: SaidThere) -> str:
    """Write the whole count, and that of the theme itself where it differs."""
    return str(said.whole) if said.own == said.whole else f"{said.whole} ({said.own})"


def cell_of(said: SaidThere | None) -> str:
    """Write what one consultation records on a matter for a table; a dash where it records nothing."""
    if said is None:
        return "–"
    return f"{count_said(said)} · {sides_of(said.voices)}" if said.voices else count_said(said)


def quotes_of(said: SaidThere, most: int | None = None) -> Iterator[Quote]:
    """Give the example sentences of every side, at most so many of each."""
    for voiced in said.voices:
        for heard in voiced.heard[:most]:
            yield quote_of(heard)


def quote_of(heard: Heard) -> Quote:
    """Show a sentence with who holds it, on which stance, and where it stands."""
    shown = show_heard(heard)
    return Quote(shown.quote, (f"{shown.who}: {STANCE_WORDS[heard.stance.value]}", shown.where))
