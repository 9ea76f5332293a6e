"""What reports are made of; every text in it is plain text, never markup."""

from __future__ import annotations

from dataclasses import dataclass

from travaux.views.quoting import holds_marks


@dataclass(frozen=True, slots=True)
class Text:
    """A paragraph."""

    words: str


@dataclass(frozen=True, slots=True)
class Items:
    """A list of short texts, in the order given."""

    items: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Grid:
    """A table: one heading for each column, rows of as many texts, and a caption that says what it shows (may be empty)."""

    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    caption: str = ""


@dataclass(frozen=True, slots=True)
class Quote:
    """The exact words of a document, without quotation marks, and lines that say where they stand, whose they are, and what they show."""

    words: str
    lines: tuple[str, ...]


def quoted(words: str) -> str:
    """Put quotation marks around exact words: others than those that stand in them.

    >>> quoted("the scope"), quoted("“the” scope")
    ('“the scope”', '«“the” scope»')
    """
    return f"«{words}»" if holds_marks(words) else f"“{words}”"


Block = Text | Items | Grid | Quote


@dataclass(frozen=True, slots=True)
class Section:
    """A part of a report under its own heading."""

    title: str
    blocks: tuple[Block, ...] = ()
    sections: tuple[Section, ...] = ()


@dataclass(frozen=True, slots=True)
class Report:
    """An answer that is read from top to bottom: ``lead`` says it in a sentence or two, ``notes`` how to read it."""

    title: str
    lead: str = ""
    sections: tuple[Section, ...] = ()
    notes: tuple[str, ...] = ()
