"""A brief as the data that its Typst template sets; the words of documents never stand in the source of the template."""

from __future__ import annotations

from travaux.views.briefs.blocks import Block, Brief, Figure, Items, Link, Note, Paragraph, Section, Strong, Table, Words
from travaux.views.briefs.wording import Calls, find_address, to_line, to_title
from travaux.views.report import quoted

_Data = dict[str, object]


def encode_brief(brief: Brief) -> _Data:
    """Return a brief as what JSON can hold; each note has its number, and ``first`` where it is called for the first time."""
    calls = Calls(brief)
    return {
        "title": to_title(brief.title),
        "kicker": to_line(brief.kicker),
        "lead": _encode_words(brief.lead, calls),
        "sections": [_encode_section(section, calls) for section in brief.sections],
        "about": [[to_line(name), to_line(value)] for name, value in brief.about],
        "corpus": to_line(brief.corpus),
        "date": to_line(brief.date),
    }


def _encode_section(section: Section, calls: Calls) -> _Data:
    return {
        "title": to_line(section.title),
        "blocks": [_encode_block(block, calls) for block in section.blocks],
        "sections": [_encode_section(inner, calls) for inner in section.sections],
    }


def _encode_block(block: Block, calls: Calls) -> _Data:
    match block:
        case Paragraph():
            return {"kind": "paragraph", "words": _encode_words(block.words, calls)}
        case Items():
            return {"kind": "items", "items": [_encode_words(item, calls) for item in block.items], "apart": False}
        case Table():
            return _encode_table(block, calls)
        case Figure():
            return {"kind": "figure", "svg": block.svg, "alternative": to_line(block.alternative), "caption": to_line(block.caption)}


def _encode_table(table: Table, calls: Calls) -> _Data:
    return {
        "kind": "table",
        "caption": to_line(table.caption),
        "columns": [to_line(column) for column in table.columns],
        "rows": [[_encode_words(cell, calls) for cell in row] for row in table.rows],
        "widths": list(table.widths or (1,) * len(table.columns)),
    }


def _encode_words(words: Words, calls: Calls) -> list[_Data]:
    return [_encode_part(part, calls) for part in words]


def _encode_part(part: str | Strong | Link | Note, calls: Calls) -> _Data:
    match part:
        case str():
            return {"kind": "text", "words": to_line(part)}
        case Strong():
            return {"kind": "strong", "words": to_line(part.words)}
        case Link():
            address = find_address(part)
            return {"kind": "link" if address else "text", "words": to_line(part.words), "address": address}
        case Note():
            number, first = calls.call(part)
            quote = None if part.quote is None else to_line(quoted(part.quote))
            return {"kind": "note", "number": number, "first": first, "source": to_line(part.source), "quote": quote}
