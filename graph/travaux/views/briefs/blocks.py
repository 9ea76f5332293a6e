"""What briefs are made of; every text in it is plain text, never markup.

Writers for Word, PDF, Markdown and HTML render the same blocks, each with the footnotes, headings, tables and lists of its format.
"""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Strong:
    """Words that carry the line they stand in."""

    words: str


@dataclass(frozen=True, slots=True)
class Link:
    """Words that lead to an address, which is absolute."""

    words: str
    address: str


@dataclass(frozen=True, slots=True)
class Note:
    """A footnote, called right after what stands before it: exact words of a document, without quotation marks, and where they stand.

    ``quote`` is ``None`` where the note only says something. ``source`` says where: the document, its symbol, the paragraph, the speakers.
    ``documents`` are the names of the documents of the corpus that it rests on, which ``source`` has in words.
    """

    source: str
    quote: str | None = None
    documents: tuple[str, ...] = field(default=(), compare=False)


Words = tuple[str | Strong | Link | Note, ...]
"""A line of running text with what it carries; plain strings are joined as they are, without spaces between."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph."""

    words: Words


@dataclass(frozen=True, slots=True)
class Items:
    """A list, in the order given."""

    items: tuple[Words, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A table: a caption that says what it shows, one heading for each column, rows of as many cells.

    The first cell of each row is the heading of the row. ``widths`` are shares of the width of the page, one for each column.
    """

    caption: str
    columns: tuple[str, ...]
    rows: tuple[tuple[Words, ...], ...]
    widths: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Figure:
    """A drawing: an SVG document made here, and in ``alternative`` what it shows, in words for those who do not see it."""

    svg: str
    alternative: str
    caption: str


Block = Paragraph | Items | Table | Figure


@dataclass(frozen=True, slots=True)
class Section:
    """A part of a brief under its own heading."""

    title: str
    blocks: tuple[Block, ...] = ()
    sections: tuple[Section, ...] = ()


@dataclass(frozen=True, slots=True)
class Brief:
    """A brief: ``kicker`` says above the title what kind of thing it is about, ``lead`` the whole in a sentence or two.

    ``about`` are lines of name and value at its end: data version, documents with their dates, review status, how to read it. ``language``
    is a BCP 47 tag. ``date`` is the day of the newest document, ISO 8601, which is all that a brief knows of time; empty if none is dated.
    """

    title: str
    kicker: str
    lead: Words
    sections: tuple[Section, ...]
    about: tuple[tuple[str, str], ...]
    corpus: str
    date: str = ""
    language: str = "en"
