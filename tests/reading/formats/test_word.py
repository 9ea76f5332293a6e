from __future__ import annotations

from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_BREAK
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from travaux.errors import DocumentError

from .documents import docx_of, kinds, read_bytes_as, texts


def body(*paragraphs: str) -> Callable[[Document], None]:
    """Fill a document with paragraphs given in XML."""

    def fill(document: Document) -> None:
        for paragraph in paragraphs:
            document.element.body.insert(-1, parse_xml(paragraph.replace("<w:p>", f"<w:p {nsdecls('w')}>", 1)))

    return fill


def repacked(data: bytes, **changed: bytes | None) -> bytes:
    """Replace or drop parts of a package; the part ``word/document.xml`` is called ``document``."""
    file = BytesIO()
    with ZipFile(BytesIO(data)) as old, ZipFile(file, "w", ZIP_DEFLATED) as new:
        for entry in old.namelist():
            content = changed.get(Path(entry).stem, old.read(entry))
            if content is not None:
                new.writestr(entry, content)
    return file.getvalue()


def test_paragraphs_headings_and_tables_come_in_the_order_of_the_document(tmp_path: Path) -> None:
    def fill(document: Document) -> None:
        document.add_heading("Report", 0)
        document.add_heading("Part", 2)
        document.add_paragraph("First  paragraph\twith a tab")
        document.add_paragraph("   ")
        table = document.add_table(2, 2)
        for cell, text in zip([*table.rows[0].cells, *table.rows[1].cells], ["State", "View", "A\nB", "for"], strict=True):
            cell.text = text
        frame = document.add_table(1, 1)
        frame.cell(0, 0).text = "In a frame"
        document.add_paragraph().add_run("General provisions").bold = True
        last = document.add_paragraph("Partly ")
        last.add_run("bold").bold = True
        last.add_run().add_break(WD_BREAK.PAGE)
        last.add_run("over a page")

    assert kinds(read_bytes_as(tmp_path, "x.docx", docx_of(fill))) == [
        ("heading", 1, "Report"),
        ("heading", 2, "Part"),
        ("paragraph", 0, "First paragraph with a tab"),
        ("table-row", 0, "State | View"),
        ("table-row", 0, "A B | for"),
        ("paragraph", 0, "In a frame"),
        ("heading", 1, "General provisions"),
        ("paragraph", 0, "Partly bold over a page"),
    ]


def test_styles_and_outline_levels_make_headings(tmp_path: Path) -> None:
    def fill(document: Document) -> None:
        style = document.styles.add_style("Chapter", WD_STYLE_TYPE.PARAGRAPH)
        style.base_style = document.styles["Heading 3"]
        document.add_paragraph("By a style's base", style="Chapter")
        document.add_paragraph("By outline level").paragraph_format.element.get_or_add_pPr().append(
            parse_xml(f'<w:outlineLvl {nsdecls("w")} w:val="1"/>')
        )
        bold = document.styles.add_style("Strong line", WD_STYLE_TYPE.PARAGRAPH)
        bold.font.bold = True
        document.add_paragraph("By a bold style", style="Strong line")

    found = kinds(read_bytes_as(tmp_path, "x.docx", docx_of(fill)))
    assert [(kind, level) for kind, level, _ in found] == [("heading", 3), ("heading", 2), ("heading", 1)]


def test_a_circle_of_styles_ends(tmp_path: Path) -> None:
    def fill(document: Document) -> None:
        one = document.styles.add_style("One", WD_STYLE_TYPE.PARAGRAPH)
        two = document.styles.add_style("Two", WD_STYLE_TYPE.PARAGRAPH)
        one.base_style, two.base_style = two, one
        document.add_paragraph("text", style="One")

    assert texts(read_bytes_as(tmp_path, "x.docx", docx_of(fill))) == ["text"]


def test_tracked_insertions_are_in_and_deletions_and_hidden_text_out(tmp_path: Path) -> None:
    fill = body(
        '<w:p><w:r><w:t xml:space="preserve">States </w:t></w:r><w:del><w:r><w:delText>shall</w:delText></w:r></w:del>'
        "<w:ins><w:r><w:t>may</w:t></w:r></w:ins><w:moveFrom><w:r><w:t>moved</w:t></w:r></w:moveFrom>"
        "<w:r><w:rPr><w:vanish/></w:rPr><w:t>hidden</w:t></w:r><w:r><w:instrText>PAGE</w:instrText></w:r></w:p>",
    )
    assert texts(read_bytes_as(tmp_path, "x.docx", docx_of(fill))) == ["States may"]


def test_a_paragraph_whose_end_is_deleted_runs_into_the_next(tmp_path: Path) -> None:
    fill = body(
        '<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t xml:space="preserve">One </w:t></w:r></w:p>',
        "<w:p><w:r><w:t>and two</w:t></w:r></w:p>",
    )
    assert texts(read_bytes_as(tmp_path, "x.docx", docx_of(fill))) == ["One and two"]


def test_a_last_paragraph_whose_end_is_deleted_is_not_lost(tmp_path: Path) -> None:
    fill = body("<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t>Last</w:t></w:r></w:p>")
    assert texts(read_bytes_as(tmp_path, "x.docx", docx_of(fill))) == ["Last"]


def test_special_characters_links_and_content_controls_are_read(tmp_path: Path) -> None:
    fill = body(
        "<w:p><w:r><w:t>Vice</w:t><w:noBreakHyphen/><w:t>Chair</w:t><w:softHyphen/><w:cr/><w:t>line</w:t></w:r>"
        "<w:hyperlink><w:r><w:t>-link</w:t></w:r></w:hyperlink><w:sdt><w:sdtContent><w:r><w:t>-control</w:t></w:r></w:sdtContent></w:sdt></w:p>",
    )
    assert texts(read_bytes_as(tmp_path, "x.docx", docx_of(fill))) == ["Vice-Chair\nline-link-control"]


def test_text_boxes_follow_their_paragraph_once(tmp_path: Path) -> None:
    box = "<w:txbxContent><w:p><w:r><w:t>boxed</w:t></w:r></w:p></w:txbxContent>"
    names = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    fill = body(
        f"<w:p><w:r><mc:AlternateContent {names}><mc:Choice>{box}</mc:Choice><mc:Fallback>{box}</mc:Fallback></mc:AlternateContent></w:r>"
        "<w:r><w:t>around</w:t></w:r></w:p>",
    )
    assert texts(read_bytes_as(tmp_path, "x.docx", docx_of(fill))) == ["around", "boxed"]


def test_notes_are_left_out_with_their_number(tmp_path: Path) -> None:
    fill = body('<w:p><w:r><w:t>Text</w:t></w:r><w:r><w:footnoteReference w:id="2"/><w:endnoteReference w:id="3"/></w:r></w:p>')
    source = read_bytes_as(tmp_path, "x.docx", docx_of(fill))
    assert texts(source) == ["Text"]
    assert source.warnings == ("2 footnotes or endnotes are left out of the text",)


def deep() -> bytes:
    inside = "<w:smartTag>" * 220 + "<w:r><w:t>x</w:t></w:r>" + "</w:smartTag>" * 220
    xml = f"<w:document {nsdecls('w')}><w:body><w:p>{inside}</w:p></w:body></w:document>"
    return repacked(docx_of(body()), document=xml.encode())


def entities() -> bytes:
    xml = (
        '<!DOCTYPE d [<!ENTITY a "boom"><!ENTITY b "&a;&a;&a;&a;">]>'
        f"<w:document {nsdecls('w')}><w:body><w:p><w:r><w:t>x&b;y</w:t></w:r></w:p></w:body></w:document>"
    )
    return repacked(docx_of(body()), document=xml.encode())


@pytest.mark.parametrize(
    ("make", "message"),
    [
        (lambda: b"PK\x03\x04 broken", "broken"),
        (lambda: b"plain text", "not a Word document"),
        (lambda: b"\xd0\xcf\x11\xe0 old", "old or encrypted"),
        (lambda: repacked(docx_of(body()), document=None), "broken"),
        (lambda: repacked(docx_of(body()), document=b"<broken"), "broken"),
        (lambda: repacked(docx_of(body()), **{"[Content_Types]": None}), "broken"),
        (lambda: docx_of(body())[:-200], "broken"),
        (lambda: docx_of(body()), "no text"),
        (deep, "nests its parts"),
    ],
)
def test_a_document_that_cannot_be_read_says_why(tmp_path: Path, make: Callable[[], bytes], message: str) -> None:
    with pytest.raises(DocumentError, match=message):
        read_bytes_as(tmp_path, "x.docx", make())


def test_a_file_that_unpacks_to_too_much_is_refused_packed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("travaux.reading.formats.word._LARGEST_UNPACKED", 2**20)
    bomb = repacked(docx_of(body()), document=bytes(2**21))
    assert len(bomb) < 2**18
    with pytest.raises(DocumentError, match="unpacks to more than 1 MiB"):
        read_bytes_as(tmp_path, "x.docx", bomb)


def test_declared_entities_are_not_expanded(tmp_path: Path) -> None:
    assert "boom" not in read_bytes_as(tmp_path, "x.docx", entities()).text


def test_a_document_without_styles_and_numbering_is_read(tmp_path: Path) -> None:
    properties = '<w:pPr><w:pStyle w:val="Gone"/><w:numPr><w:numId w:val="77"/></w:numPr></w:pPr>'
    xml = f"<w:document {nsdecls('w')}><w:body><w:p>{properties}<w:r><w:t>x</w:t></w:r></w:p></w:body></w:document>"
    data = repacked(docx_of(body()), document=xml.encode(), numbering=f"<w:numbering {nsdecls('w')}/>".encode())
    assert kinds(read_bytes_as(tmp_path, "x.docx", data)) == [("paragraph", 0, "x")]
