"""A brief as the data that its Typst template sets; the words of documents never stand in the source of the template."""

from __future__ import annotations

from travaux.views.briefs.blocks import Block, Brief, Figure, Items, Link, Note, Paragraph, Section, Strong, Table, Words
from travaux.views.briefs.wording import Numbering, find_address, to_line

_Data = dict[str, object]


def encode_brief(brief: Brief) -> _Data:
    """Return a brief as what JSON can hold; each note has its number, and ``first`` where it is called for the first time."""
    numbering = Numbering()
    return {
        "title": to_line(brief.title),
        "kicker": to_line(brief.kicker),
        "lead": _encode_words(brief.lead, numbering),
        "sections": [_encode_section(section, numbering) for section in brief.sections],
        "about": [[to_line(name), to_line(value)] for name, value in brief.about],
        "corpus": to_line(brief.corpus),
        "date": to_line(brief.date),
    }


def _encode_section(section: Section, numbering: Numbering) -> _Data:
    return {
        "title": to_line(section.title),
        "blocks": [_encode_block(block, numbering) for block in section.blocks],
        "sections": [_encode_section(inner, numbering) for inner in section.sections],
    }


def _encode_block(block: Block, numbering: Numbering) -> _Data:
    match block:
        case Paragraph():
            return {"kind": "paragraph", "words": _encode_words(block.words, numbering)}
        case Items():
            return {"kind": "items", "items": [_encode_words(item, numbering) for item in block.items]}
        case Table():
            return _encode_table(block, numbering)
        case Figure():
            return {"kind": "figure", "svg": block.svg, "alternative": to_line(block.alternative), "caption": to_line(block.caption)}


def _encode_table(table: Table, numbering: Numbering) -> _Data:
    return {
        "kind": "table",
        "caption": to_line(table.caption),
        "columns": [to_line(column) for column in table.columns],
        "rows": [[_encode_words(cell, numbering) for cell in row] for row in table.rows],
        "widths": list(table.widths or (1,) * len(table.columns)),
    }


def _encode_words(words: Words, numbering: Numbering) -> list[_Data]:
    return [_encode_part(part, numbering) for part in words]


def _encode_part(part: str | Strong | Link | Note, numbering: Numbering) -> _Data:
    match part:
        case str():
            return {"kind": "text", "words": to_line(part)}
        case Strong():
            return {"kind": "strong", "words": to_line(part.words)}
        case Link():
            address = find_address(part)
            return {"kind": "link" if address else "text", "words": to_line(part.words), "address": address}
        case Note():
            number, first = numbering.call(part)
            quote = None if part.quote is None else to_line(part.quote)
            return {"kind": "note", "number": number, "first": first, "source": to_line(part.source), "quote": quote}
