"""Running text of a brief in Word."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.parts.document import DocumentPart

from travaux.views.briefs.blocks import Brief, Link, Note, Strong, Words
from travaux.views.briefs.word.elements import make, make_run
from travaux.views.briefs.word.footnotes import Footnotes
from travaux.views.briefs.wording import find_address


class Wording:
    """Turns words into runs, links and calls of footnotes; it must be asked in the order of the text."""

    def __init__(self, document: DocumentPart, brief: Brief) -> None:
        self.document = document
        self._footnotes = Footnotes(brief)

    def make(self, words: Words) -> Iterator[BaseOxmlElement]:
        """Make what stands in a paragraph; between two footnotes called together stands a comma."""
        for before, part in pairwise(("", *words)):
            if isinstance(before, Note) and isinstance(part, Note):
                yield make_run(",", "FootnoteReference")
            yield from self._make_part(part)

    def finish(self) -> None:
        """Write the footnotes that were called."""
        self._footnotes.attach(self.document)

    def _make_part(self, part: str | Strong | Link | Note) -> tuple[BaseOxmlElement, ...]:
        match part:
            case str():
                return (make_run(part),)
            case Strong():
                return (make_run(part.words, "Strong"),)
            case Link():
                return (self._make_link(part),)
            case Note():
                return self._footnotes.call(part)

    def _make_link(self, link: Link) -> BaseOxmlElement:
        address = find_address(link)
        if address is None:
            return make_run(link.words)
        element = make("hyperlink", make_run(link.words, "Hyperlink"), history="1")
        element.set(qn("r:id"), self.document.relate_to(address, RELATIONSHIP_TYPE.HYPERLINK, is_external=True))
        return element
