"""Briefs in Markdown with footnotes, as GitHub and Pandoc read them; every text stays text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from itertools import zip_longest
from urllib.parse import quote

from travaux.views.briefs.blocks import Block, Brief, Figure, Items, Link, Note, Paragraph, Section, Strong, Table, Words
from travaux.views.briefs.notes import number_notes
from travaux.views.report import markdown, quoted

_SAFE = "/:?#@!$&'*+,;=%~-._"
"""Characters that stand in an address as they are; parentheses and angle brackets would end it."""
_DEEPEST = 6
_PANDOC = re.compile(r"([$^@])")


def render_markdown(brief: Brief) -> str:
    """Render a brief in Markdown: pipe tables, and footnotes ``[^1]`` whose texts stand once each at the end."""
    notes = number_notes(brief)
    return "\n\n".join(_parts(brief, notes)) + "\n"


def _parts(brief: Brief, notes: Mapping[Note, int]) -> Iterator[str]:
    yield _escape(brief.kicker)
    yield f"# {_escape(brief.title)}"
    if brief.lead:
        yield _line(brief.lead, notes)
    for section in brief.sections:
        yield from _section(section, 2, notes)
    yield "## About this brief"
    yield "\n".join(f"- **{_inner(name)}:** {_inner(value)}" for name, value in brief.about)
    yield from (f"[^{number}]: {_note(note)}" for note, number in notes.items())


def _section(section: Section, level: int, notes: Mapping[Note, int]) -> Iterator[str]:
    yield f"{'#' * min(level, _DEEPEST)} {_escape(section.title)}"
    for block in section.blocks:
        yield _block(block, notes)
    for part in section.sections:
        yield from _section(part, level + 1, notes)


def _block(block: Block, notes: Mapping[Note, int]) -> str:
    match block:
        case Paragraph(words):
            return _line(words, notes)
        case Items(items):
            return "\n".join(f"- {_line(item, notes)}" for item in items)
        case Table():
            return _table(block, notes)
        case Figure():
            return _escape(f"{block.caption} {block.alternative}")


def _table(table: Table, notes: Mapping[Note, int]) -> str:
    head = [f"| {' | '.join(map(_inner, table.columns))} |", f"|{' --- |' * len(table.columns)}"]
    rows = (f"| {' | '.join(''.join(_pieces(cell, notes)) for cell in row)} |" for row in table.rows)
    return "\n".join([f"{_escape(table.caption)}\n", *head, *rows])


def _line(words: Words, notes: Mapping[Note, int]) -> str:
    """Write running text; what opens it must not open a heading or a list."""
    first, *rest = words or ("",)
    if not isinstance(first, str):
        return "".join(_pieces(words, notes))
    return "".join((_escape(first), *_trailing(first, rest[0] if rest else ""), *_pieces(tuple(rest), notes)))


def _pieces(words: Words, notes: Mapping[Note, int]) -> Iterator[str]:
    for part, following in zip_longest(words, words[1:], fillvalue=""):
        match part:
            case Strong(inner):
                yield f"**{_inner(inner)}**"
            case Link(inner, address):
                yield f"[{_inner(inner)}](<{quote(address, safe=_SAFE)}>)"
            case Note():
                yield f"[^{notes[part]}]{' ' if isinstance(following, Note) else ''}"
            case _:
                yield "".join((" " if part[:1].isspace() else "", _inner(part), *_trailing(part, following)))


def _escape(text: str) -> str:
    """Escape a text that opens a line, also what is a mark to Pandoc alone."""
    return _PANDOC.sub(r"\\\1", markdown.escape(text))


def _inner(text: str) -> str:
    """Escape a text that does not open a line."""
    return _escape(f"x {text}")[2:]


def _trailing(text: str, following: str | Strong | Link | Note) -> str:
    """Keep the space at the end of a text, but before a footnote, whose call stands at the word."""
    return " " if text.strip() and text[-1].isspace() and not isinstance(following, Note) else ""


def _note(note: Note) -> str:
    return _escape(f"{quoted(note.quote)} {note.source}" if note.quote else note.source)
