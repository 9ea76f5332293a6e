"""Drawings of a brief in Word: a picture with what it shows in words, for those who do not see it."""

from __future__ import annotations

import io
from typing import cast

from docx.oxml.xmlchemy import BaseOxmlElement
from docx.parts.document import DocumentPart
from docx.shared import Emu, Inches, Pt

from travaux.views.briefs.blocks import Figure
from travaux.views.briefs.pdf.drawing import POINTS_PER_INCH, draw_png
from travaux.views.briefs.word.elements import make, make_paragraph
from travaux.views.briefs.word.tables import PAGE_WIDTH
from travaux.views.briefs.wording import to_line

_TWENTIETHS = 20


def make_drawing(figure: Figure, document: DocumentPart) -> BaseOxmlElement:
    """Make a paragraph with a picture, in the size of the drawing or as wide as the page if that is less."""
    stream = io.BytesIO(draw_png(figure.svg))
    points = document.package.get_or_add_image_part(stream).image.px_width
    width = min(Inches(points / POINTS_PER_INCH), Pt(PAGE_WIDTH / _TWENTIETHS))
    inline = document.new_pic_inline(stream, width=Emu(width))
    inline.docPr.set("descr", to_line(figure.alternative))
    for side in "TBLR":  # without them LibreOffice keeps a distance of its own
        inline.set(f"dist{side}", "0")
    return make_paragraph("Drawing", make("r", make("drawing", cast("BaseOxmlElement", inline))))
