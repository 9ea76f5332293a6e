"""What surrounds the text of a brief in Word: styles, language, page, its header and footer, and the properties of the file."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import cast

from docx.document import Document
from docx.oxml.ns import qn
from docx.oxml.parser import parse_xml
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.section import _Footer, _Header
from docx.shared import Mm

from travaux.views.briefs.blocks import Brief
from travaux.views.briefs.word.elements import make, make_field, make_paragraph, make_run
from travaux.views.briefs.wording import to_line, to_title

_TEMPLATES = Path(__file__).resolve().parents[2] / "templates" / "briefs"
_FIRST_DAY = datetime(1980, 1, 1, tzinfo=UTC)
_LANGUAGES = {"en": "en-GB"}
_UNUSED = {"stylesWithEffects", "webSettings", "fontTable", "customXml", "extended-properties", "thumbnail"}


def lay_out(document: Document, brief: Brief) -> None:
    """Make an empty document one of Travaux: nothing is left of the template of python-docx but its theme."""
    _drop_unused(document)
    language = _LANGUAGES.get(brief.language, to_line(brief.language))
    for element, name in (
        (document.styles.element, "styles"),
        (document.settings.element, "settings"),
        (_numbering(document), "numbering"),
    ):
        element[:] = list(_read(name))
    for tag in ("lang", "themeFontLang"):
        for root in (document.styles.element, document.settings.element):
            for found in root.iter(qn(f"w:{tag}")):
                found.set(qn("w:val"), language)
    _set_page(document, brief)
    _set_properties(document, brief, language)


def _read(name: str) -> BaseOxmlElement:
    return parse_xml((_TEMPLATES / f"{name}.xml").read_bytes())


def _numbering(document: Document) -> BaseOxmlElement:
    return cast("BaseOxmlElement", document.part.numbering_part.element)


def _drop_unused(document: Document) -> None:
    for relations in (document.part.rels, document.part.package.rels):
        for name in [name for name, relation in relations.items() if relation.reltype.rpartition("/")[2] in _UNUSED]:
            relations.pop(name)


def _set_page(document: Document, brief: Brief) -> None:
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = section.right_margin = Mm(20)
    section.top_margin = section.bottom_margin = Mm(18)
    section.header_distance = section.footer_distance = Mm(10)
    section.different_first_page_header_footer = True
    _fill(section.header, "Header", make_run(to_title(brief.title)))
    _fill(section.first_page_header, "Normal")
    for footer in (section.footer, section.first_page_footer):
        where = " · ".join(part for part in (brief.corpus, brief.date) if part)
        page = (make_run("Page "), make_field("PAGE", "1"), make_run(" of "), make_field("NUMPAGES", "1"))
        _fill(footer, "Footer", make_run(where), _make_tab(), *page)


def _fill(place: _Header | _Footer, style: str, *content: BaseOxmlElement) -> None:
    place.is_linked_to_previous = False
    element = place.paragraphs[0]._p  # noqa: SLF001  the paragraph's own element
    element.getparent().replace(element, make_paragraph(style, *content))


def _make_tab() -> BaseOxmlElement:
    return make("r", make("tab"))


def _set_properties(document: Document, brief: Brief, language: str) -> None:
    properties = document.core_properties
    properties.title, properties.subject, properties.keywords = (
        to_line(text)[:255] for text in (to_title(brief.title), brief.kicker, brief.corpus)
    )
    properties.author = properties.last_modified_by = "Travaux"
    properties.comments = ""
    properties.language = language
    properties.revision = 1
    properties.created = properties.modified = _to_day(brief.date)


def _to_day(date: str) -> datetime:
    try:
        return datetime.fromisoformat(date).replace(tzinfo=UTC)
    except ValueError:
        return _FIRST_DAY
