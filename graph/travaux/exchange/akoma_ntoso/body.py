"""The text of a document as the preface, the main body and the conclusions of Akoma Ntoso."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from lxml import etree
from lxml.etree import _Element as Element

from travaux.exchange.akoma_ntoso.naming import NAMESPACE, ElementNames
from travaux.exchange.akoma_ntoso.places import class_name
from travaux.exchange.akoma_ntoso.structure import Structure, same_span
from travaux.exchange.akoma_ntoso.words import Writer, paragraphs_of
from travaux.model.document import Paragraph, Section

_NUMBER = re.compile(r"(?:^|(?<=\s))[^\s\w]{0,2}(?P<number>\w[\w.()-]{0,20}?)[.):]{0,2}[ \t\r\n]*\Z")

_LONGEST_NUMBER = 80


def add(parent: Element, tag: str, **attributes: str) -> Element:
    """Append an element of Akoma Ntoso."""
    return etree.SubElement(parent, f"{{{NAMESPACE}}}{tag}", attributes)


@dataclass(slots=True)
class Body:
    """Writes the whole text of a document, every character in its order, into the elements below ``root``."""

    structure: Structure
    writer: Writer
    names: ElementNames
    root: Element
    _at: int = field(default=0, init=False)

    def write(self) -> None:
        """Write preface, main body and conclusions; what stands before the first part is the preface, after the last the conclusions."""
        parts = self._parts()
        if parts:
            self._loose(self._number_before(parts[0])[0], "preface")
        main = add(self.root, "mainBody", eId=self.names.only("body"))
        section: Section | None = None
        place = main
        for part in parts:
            if isinstance(part, Section):
                section, place = part, self._section(main, part)
            else:
                if section is None or part.section != section.id:
                    section, place = None, main
                self._paragraph(place, part)
        if parts:
            self._loose(len(self.structure.text), "conclusions")
        else:
            self._between(main, len(self.structure.text))
        if not len(main):
            add(main, "p", eId=self.names.name("p", within="body"))

    def _parts(self) -> list[Section | Paragraph]:
        """List sections and paragraphs in the order of the text, without those that begin inside another."""
        parts: list[Section | Paragraph] = []
        for part in self.structure.headed_parts():
            if not parts or part.span.start >= parts[-1].span.end:
                parts.append(part)
        return parts

    def _section(self, parent: Element, section: Section) -> Element:
        self._between(parent, section.span.start)
        name = self.names.name("sec", str(section.order))
        element = add(parent, "section", eId=name, GUID=self.structure.iri(section.id), **self._refers(section))
        heading = add(element, "heading", eId=self.names.only(f"{name}__heading"))
        self.writer.write(heading, section.span.start, section.span.end)
        self._at = section.span.end
        return element

    def _paragraph(self, parent: Element, paragraph: Paragraph) -> None:
        start, printed = self._number_before(paragraph)
        self._between(parent, start)
        within = parent.get("eId", "") if parent.tag.endswith("section") else ""
        name = self.names.name("para", paragraph.number or f"nn-{paragraph.order}", within)
        element = add(parent, "paragraph", eId=name, GUID=self.structure.iri(paragraph.id), **self._refers(paragraph))
        if printed:
            add(element, "num", eId=self.names.only(f"{name}__num")).text = self.writer.clean(printed)
        content = add(element, "content", eId=self.names.only(f"{name}__content"))
        for first, last in paragraphs_of(self.structure.text, paragraph.span.start, paragraph.span.end):
            self._p(content, first, last)
        self._at = paragraph.span.end

    def _p(self, parent: Element, start: int, end: int) -> None:
        self.writer.write(add(parent, "p", eId=self.names.name("p", within=parent.get("eId", ""))), start, end)

    def _number_before(self, part: Section | Paragraph) -> tuple[int, str | None]:
        """Find where the printed number of a paragraph begins, before its text, and how it is printed."""
        number = part.number if isinstance(part, Paragraph) else None
        begin = max(self._at, part.span.start - _LONGEST_NUMBER)
        match = _NUMBER.search(self.structure.text[begin : part.span.start]) if number else None
        if match is None or match["number"].strip("().") != str(number).strip("()."):
            return part.span.start, None
        return begin + match.start(), match[0].strip()

    def _between(self, parent: Element, end: int) -> None:
        """Write what stands before the next part and belongs to none."""
        for first, last in self._lines(end):
            name = self.names.name("hcontainer", within="")
            box = add(parent, "hcontainer", name="text", eId=name)
            self._p(add(box, "content", eId=self.names.only(f"{name}__content")), first, last)
        self._at = max(self._at, end)

    def _loose(self, end: int, tag: str) -> None:
        lines = list(self._lines(end))
        if lines:
            parent = add(self.root, tag, eId=self.names.only(tag))
            for first, last in lines:
                self._p(parent, first, last)
        self._at = max(self._at, end)

    def _lines(self, end: int) -> Iterator[tuple[int, int]]:
        for first, last in paragraphs_of(self.structure.text, self._at, end):
            if not self.writer.is_blank(first, last):
                yield first, last

    def _refers(self, part: Section | Paragraph) -> Mapping[str, str]:
        """Point to what a part is about: its item of the agenda, its panel, the question that it asks, its chapter of the treaty."""
        if isinstance(part, Section):
            targets = [part.chapter] if part.chapter else []
        else:
            targets = [part.agenda_item] if part.agenda_item else []
            targets += [panel.id for panel in self.structure.panels if same_span(panel.span, part.span)]
            targets += [question.id for question in self.structure.questions if same_span(question.span, part.span)]
        return {"refersTo": " ".join(f"#{class_name(target)}" for target in targets)} if targets else {}
