"""What must not be torn apart at the end of a line: a number and its noun, a day and its month, a paragraph and its number."""

from __future__ import annotations

import re
from dataclasses import replace

from travaux.views.briefs.blocks import Block, Brief, Figure, Items, Link, Note, Paragraph, Section, Strong, Table, Words

_NBSP = "\N{NO-BREAK SPACE}"
_COUNTED = "statement|position|consultation|document|question|speaker|theme|panel|panellist|pair|paragraph|item|quoted"
_MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
_TORN = re.compile(
    r"“[^”]*”|«[^»]*»"  # exact words stay as they are
    rf"|(?<=\d) (?=(?:{_COUNTED})s?\b|(?:{_MONTHS})\b)"
    r"|(?<=\bparagraph) (?=\d)|(?<=\bparagraphs) (?=\d)|(?<=\barticle) (?=\d)|(?<=\bquestion) (?=\d)|(?<=\bitem) (?=\d)"
    r"|(?<=\bArticle) (?=\d)|(?<=\bchapter) (?=[IVXLC\d])"
)


def keep_together(brief: Brief) -> Brief:
    """Give a brief whose own words hold no-break spaces where a line must not end; words in quotation marks are left as they are."""
    return replace(
        brief,
        title=_text(brief.title),
        kicker=_text(brief.kicker),
        lead=_words(brief.lead),
        sections=tuple(map(_section, brief.sections)),
        about=tuple((name, _text(value)) for name, value in brief.about),
    )


def _text(text: str) -> str:
    return _TORN.sub(lambda found: _NBSP if found[0] == " " else found[0], text)


def _words(words: Words) -> Words:
    return tuple(map(_part, words))


def _part(part: str | Strong | Link | Note) -> str | Strong | Link | Note:
    match part:
        case Strong(inner):
            return Strong(_text(inner))
        case Link(inner, address):
            return Link(_text(inner), address)
        case Note():
            return replace(part, source=_text(part.source))
        case _:
            return _text(part)


def _section(section: Section) -> Section:
    return Section(_text(section.title), tuple(map(_block, section.blocks)), tuple(map(_section, section.sections)))


def _block(block: Block) -> Block:
    match block:
        case Paragraph(words):
            return Paragraph(_words(words))
        case Items(items):
            return Items(tuple(map(_words, items)))
        case Table():
            rows = tuple(tuple(map(_words, row)) for row in block.rows)
            return replace(block, caption=_text(block.caption), columns=tuple(map(_text, block.columns)), rows=rows)
        case Figure():
            return replace(block, alternative=_text(block.alternative), caption=_text(block.caption))
