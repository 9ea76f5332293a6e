"""The part of a Word document that holds its footnotes, which python-docx does not write."""

from __future__ import annotations

from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.oxml import serialize_part_xml
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml.ns import nsdecls
from docx.oxml.parser import parse_xml
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.parts.document import DocumentPart

from travaux.views.briefs.blocks import Brief, Note
from travaux.views.briefs.word.elements import make, make_field, make_paragraph, make_run
from travaux.views.briefs.wording import Calls
from travaux.views.report import quoted

_REFERENCE = "FootnoteReference"


class Footnotes:
    """The footnotes of a document: ``call`` for every call, in the order of the text, and ``attach`` at the end."""

    def __init__(self, brief: Brief) -> None:
        self._calls = Calls(brief)

    def call(self, note: Note) -> tuple[BaseOxmlElement, ...]:
        """Make what calls a note: its number, or if it was called before a reference to that number."""
        number, first = self._calls.call(note)
        name = f"_Note{number}"
        if not first:
            return (make_field(f"NOTEREF {name} \\f \\h", str(number), _REFERENCE),)
        called = make("r", make("rPr", make("rStyle", val=_REFERENCE)), make("footnoteReference", id=str(number)))
        return make("bookmarkStart", id=str(number), name=name), called, make("bookmarkEnd", id=str(number))

    def attach(self, document: DocumentPart) -> None:
        """Write the part and relate it to the document; the settings name its two separators, -1 and 0, in any case."""
        root = parse_xml(f"<w:footnotes {nsdecls('w')}/>")
        root.append(_make_separator("separator", "-1"))
        root.append(_make_separator("continuationSeparator", "0"))
        root.extend(_make_note(str(number), note) for note, number in self._calls.numbers.items())
        part = Part(PackURI("/word/footnotes.xml"), CONTENT_TYPE.WML_FOOTNOTES, serialize_part_xml(root), document.package)
        document.relate_to(part, RELATIONSHIP_TYPE.FOOTNOTES)


def _make_separator(kind: str, number: str) -> BaseOxmlElement:
    spacing = make("pPr", make("spacing", after="0", line="240", lineRule="auto"))
    return make("footnote", make("p", spacing, make("r", make(kind))), type=kind, id=number)


def _make_note(number: str, note: Note) -> BaseOxmlElement:
    sign = make("r", make("rPr", make("rStyle", val=_REFERENCE)), make("footnoteRef"))
    quote = () if note.quote is None else (make_run(f"{quoted(note.quote)} "),)
    return make("footnote", make_paragraph("FootnoteText", sign, make_run(" "), *quote, make_run(note.source, "Source")), id=number)
