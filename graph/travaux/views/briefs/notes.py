"""The footnotes of a brief in the order in which they are called; a note that is called again keeps its number."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from travaux.views.briefs.blocks import Block, Brief, Figure, Items, Note, Paragraph, Section, Table, Words


def number_notes(brief: Brief) -> dict[Note, int]:
    """Give each note its number, from 1, in the order of reading."""
    notes = _notes((brief.lead, *_lines(brief.sections)))
    return {note: number for number, note in enumerate(notes, 1)}


def documents_of(sections: Iterable[Section]) -> tuple[str, ...]:
    """Name the documents that the footnotes of sections rest on, in the order of reading."""
    return tuple(dict.fromkeys(name for note in _notes(_lines(sections)) for name in note.documents))


def _notes(lines: Iterable[Words]) -> dict[Note, None]:
    return dict.fromkeys(part for line in lines for part in line if isinstance(part, Note))


def _lines(sections: Iterable[Section]) -> Iterator[Words]:
    for section in sections:
        for block in section.blocks:
            yield from _lines_of(block)
        yield from _lines(section.sections)


def _lines_of(block: Block) -> Iterable[Words]:
    match block:
        case Paragraph(words):
            return (words,)
        case Items(items):
            return items
        case Table(rows=rows):
            return (cell for row in rows for cell in row)
        case Figure():
            return ()
