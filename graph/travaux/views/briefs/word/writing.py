"""Word documents, block by block."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from itertools import zip_longest

import docx
from docx.oxml.xmlchemy import BaseOxmlElement

from travaux.archives import pack_archive
from travaux.views.briefs.blocks import Block, Brief, Figure, Items, Paragraph, Section, Table
from travaux.views.briefs.word.drawings import make_drawing
from travaux.views.briefs.word.elements import make, make_paragraph, make_run
from travaux.views.briefs.word.page import lay_out
from travaux.views.briefs.word.tables import make_table
from travaux.views.briefs.word.words import Wording
from travaux.views.briefs.wording import leads, to_line, to_title

_DEEPEST = 3


def render_word(brief: Brief) -> bytes:
    """Return a brief as a Word document, the same bytes for the same brief; a note that is called again refers to its first call."""
    document = docx.Document()
    lay_out(document, brief)
    wording = Wording(document.part, brief)
    body = document.element.body
    for element in _make_body(brief, wording):
        body.insert_element_before(element, "w:sectPr")
    wording.finish()
    stream = io.BytesIO()
    document.save(stream)
    with zipfile.ZipFile(stream) as archive:
        return pack_archive({name: archive.read(name) for name in archive.namelist()})


def _make_body(brief: Brief, wording: Wording) -> Iterator[BaseOxmlElement]:
    if brief.kicker:
        yield make_paragraph("Kicker", make_run(brief.kicker))
    yield make_paragraph("Title", make_run(to_title(brief.title)))
    if brief.lead:
        yield make_paragraph("Lead", *wording.make(brief.lead))
    for section in brief.sections:
        yield from _make_section(section, wording, 1)
    if brief.about:
        yield make_paragraph("AboutHeading", make_run("About this brief"))
    for name, value in brief.about:
        yield make_paragraph("About", make_run(name, "Strong"), make("r", make("tab")), make_run(value))


def _make_section(section: Section, wording: Wording, level: int) -> Iterator[BaseOxmlElement]:
    if to_line(section.title).strip():
        yield make_paragraph(f"Heading{min(level, _DEEPEST)}", make_run(section.title))
    for block, following in zip_longest(section.blocks, section.blocks[1:]):
        yield from _make_block(block, following, wording)
    for inner in section.sections:
        yield from _make_section(inner, wording, level + 1)


def _make_block(block: Block, following: Block | None, wording: Wording) -> Iterator[BaseOxmlElement]:
    match block:
        case Paragraph():
            yield make_paragraph("BeforeList" if leads(block, following) else "Normal", *wording.make(block.words))
        case Items():
            for item in block.items:
                yield make_paragraph("ListBullet", *wording.make(item))
        case Table():
            yield make_paragraph("Caption", make_run(block.caption))
            yield make_table(block, wording)
            yield make_paragraph("AfterTable")
        case Figure():
            yield make_paragraph("Caption", make_run(block.caption))
            yield make_drawing(block, wording.document)
