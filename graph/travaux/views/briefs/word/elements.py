"""Elements of WordprocessingML."""

from __future__ import annotations

from typing import cast

from docx.oxml.ns import qn
from docx.oxml.parser import OxmlElement
from docx.oxml.xmlchemy import BaseOxmlElement

from travaux.views.briefs.wording import to_line


def make(tag: str, *children: BaseOxmlElement, **values: str) -> BaseOxmlElement:
    """Make an element ``w:tag`` with its children and attributes, all of the same namespace; the order is that of the schema."""
    element = cast("BaseOxmlElement", OxmlElement(f"w:{tag}"))
    for name, value in values.items():
        element.set(qn(f"w:{name}"), value)
    element.extend(children)
    return element


def make_run(text: str, style: str | None = None) -> BaseOxmlElement:
    """Make a run of plain text, in a character style if one is named; what XML forbids is shown as U+FFFD."""
    words = make("t")
    words.text = to_line(text)
    words.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    return make("r", *_style("rStyle", "rPr", style), words)


def make_paragraph(style: str, *content: BaseOxmlElement) -> BaseOxmlElement:
    """Make a paragraph in a style."""
    return make("p", *_style("pStyle", "pPr", style), *content)


def make_field(instruction: str, shown: str, style: str | None = None) -> BaseOxmlElement:
    """Make a field, with what is shown until Word computes it."""
    return make("fldSimple", make_run(shown, style), instr=f" {instruction} ")


def _style(tag: str, properties: str, style: str | None) -> tuple[BaseOxmlElement, ...]:
    return () if style is None else (make(properties, make(tag, val=style)),)
