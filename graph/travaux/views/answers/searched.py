"""What an answer looked through, in words."""

from __future__ import annotations

from travaux.analysis.searched import Searched
from travaux.views.counting import count_of
from travaux.views.report import Section, Text
from travaux.views.wording import in_sources

NOT_SAID = "Not found is not the same as not said: a report may be silent, and a rule or an editor may have missed something."


def say_none(*, narrowed: bool) -> str:
    """Begin a sentence that says what no statement does: of those on file, or of those that a choice left.

    >>> say_none(narrowed=True)
    'No statement that fits the choice made'
    """
    return "No statement that fits the choice made" if narrowed else "No statement on file"


def describe_searched(searched: Searched) -> str:
    """Say in two sentences which statements of which documents were searched."""
    said = [one for one in searched.documents if one.decided or one.undecided]
    silent = [one.title for one in searched.documents if not (one.decided or one.undecided)]
    chosen = " that fit the choice made" if searched.narrowed else ""
    where = "; ".join(f"{one.title} ({one.decided + one.undecided:,})" for one in said)
    decided = f"{searched.decided:,} reviewed, {searched.undecided:,} proposed by rules only"
    none = say_none(narrowed=True) if searched.narrowed else "No statement"
    first = f"{count_of(searched.statements, 'statement')}{chosen} ({decided}){f', in: {where}' if where else ''}."
    return f"{first} {none} stands in: {'; '.join(silent)}." if silent else first


def show_searched(searched: Searched) -> Section:
    """Say what was searched, under a heading of its own."""
    return Section("What was searched", (Text(describe_searched(searched)), Text(in_sources(NOT_SAID, searched.sources))))


def show_rest(shown: int, total: int, noun: str) -> tuple[Text, ...]:
    """Say how many are not shown, if there are any."""
    return (Text(f"{shown:,} of {total:,} {noun} are shown; --all shows all."),) if shown < total else ()
