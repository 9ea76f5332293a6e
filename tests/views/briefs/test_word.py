from __future__ import annotations

import dataclasses
import io
import re
import shutil
import subprocess
import zipfile
from datetime import UTC, datetime
from functools import cache
from pathlib import Path

import docx
import pypdfium2
import pytest
from docx.document import Document
from docx.text.paragraph import Paragraph as WordParagraph
from lxml import etree

from hostile_corpus import HOSTILE
from sample_brief import NOTES, SAMPLE, brief_of, run_elsewhere, words_of
from travaux.views.briefs.blocks import Brief, Link, Note, Section, Table
from travaux.views.briefs.word import render_word
from travaux.views.report import quoted
from word_schema import find_disorder

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"


@cache
def _sample() -> bytes:
    return render_word(SAMPLE)


def _parts(content: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        assert archive.testzip() is None
        return {name: archive.read(name) for name in archive.namelist()}


def _roots(content: bytes) -> dict[str, etree._Element]:
    return {name: etree.fromstring(part) for name, part in _parts(content).items() if name.endswith((".xml", ".rels"))}


def _open(content: bytes) -> Document:
    return docx.Document(io.BytesIO(content))


def _text(element: etree._Element) -> str:
    return "".join(text.text or "" for text in element.iter(f"{_W}t"))


def _footnotes(content: bytes) -> dict[str, str]:
    return {one.get(f"{_W}id", ""): _text(one) for one in _roots(content)["word/footnotes.xml"].iter(f"{_W}footnote")}


def test_all_words_are_in_the_document_or_its_footnotes() -> None:
    roots = _roots(_sample())
    text = " ".join(_text(root) for name, root in roots.items() if name.startswith("word/"))
    assert not [words for words in words_of(SAMPLE) if words not in text]


def test_footnotes_hold_the_exact_quotes_in_the_order_of_their_calls() -> None:
    read = _footnotes(_sample())
    assert [read[str(number)].strip() for number in range(1, len(NOTES) + 1)] == [
        note.source if note.quote is None else f"{quoted(note.quote)} {note.source}" for note in NOTES
    ]
    called = [one.get(f"{_W}id") for one in _roots(_sample())["word/document.xml"].iter(f"{_W}footnoteReference")]
    assert called == [str(number) for number in range(1, len(NOTES) + 1)]


def test_a_note_that_is_called_again_refers_to_a_bookmark_that_is_there() -> None:
    document = _roots(_sample())["word/document.xml"]
    names = {one.get(f"{_W}name") for one in document.iter(f"{_W}bookmarkStart")}
    fields = [one.get(f"{_W}instr", "").split() for one in document.iter(f"{_W}fldSimple")]
    assert [field[0] for field in fields] == ["NOTEREF"] * 8
    assert {field[1] for field in fields} <= names


def test_word_finds_the_parts_of_footnotes_that_it_insists_on() -> None:
    roots = _roots(_sample())
    separators = [(one.get(f"{_W}type"), one.get(f"{_W}id")) for one in roots["word/footnotes.xml"]][:2]
    assert separators == [("separator", "-1"), ("continuationSeparator", "0")]
    assert [one.get(f"{_W}id") for one in roots["word/settings.xml"].iter(f"{_W}footnote")] == ["-1", "0"]
    overrides = {one.get("PartName"): one.get("ContentType") for one in roots["[Content_Types].xml"]}
    assert overrides["/word/footnotes.xml"] == "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
    targets = {one.get("Type", "").rpartition("/")[2]: one.get("Target") for one in roots["word/_rels/document.xml.rels"]}
    assert targets["footnotes"] == "footnotes.xml"


def test_elements_stand_in_the_order_of_the_schema() -> None:
    found = {name: list(find_disorder(root)) for name, root in _roots(_sample()).items()}
    assert not {name: disorder for name, disorder in found.items() if disorder}


def test_the_check_of_the_order_finds_disorder() -> None:
    root = etree.fromstring(f'<w:pPr xmlns:w="{_W[1:-1]}"><w:ind/><w:pStyle/></w:pPr>')
    assert list(find_disorder(root)) == ["pPr: ind pStyle"]


def test_everything_named_is_there_and_ids_are_unique() -> None:
    parts, roots = _parts(_sample()), _roots(_sample())
    styles = {one.get(f"{_W}styleId") for one in roots["word/styles.xml"].iter(f"{_W}style")}
    used = {
        one.get(f"{_W}val")
        for root in roots.values()
        for tag in ("pStyle", "rStyle", "tblStyle", "basedOn", "next")
        for one in root.iter(_W + tag)
    }
    assert used <= styles
    relations = {one.get("Id"): one for one in roots["word/_rels/document.xml.rels"]}
    assert {one.get(f"{_R}id") for one in roots["word/document.xml"].iter() if one.get(f"{_R}id")} <= set(relations)
    assert all(f"word/{one.get('Target')}" in parts for one in relations.values() if one.get("TargetMode") != "External")
    marks = [one.get(f"{_W}id") for one in roots["word/document.xml"].iter(f"{_W}bookmarkStart")]
    assert len(marks) == len(set(marks))


def test_headings_lists_and_captions_are_those_of_word() -> None:
    styled = [(_style(one), one.text) for one in _open(_sample()).paragraphs]
    assert styled[:2] == [("Kicker", SAMPLE.kicker), ("Title", SAMPLE.title)]
    assert [text for style, text in styled if style == "Heading 2"] == ["Reasons and objections", "Proposals"]
    assert [style for style, _ in styled].count("List Bullet") == 7
    assert [style for style, _ in styled].count("Caption") == 3


def _style(paragraph: WordParagraph) -> str:
    assert paragraph.style is not None
    return str(paragraph.style.name)


def test_tables_repeat_their_first_row_and_keep_rows_whole() -> None:
    for table in _open(_sample()).tables:
        rows = list(table._tbl.iter(f"{_W}tr"))  # noqa: SLF001  python-docx reads neither property
        assert [row.find(f"{_W}trPr/{_W}tblHeader") is not None for row in rows] == [True] + [False] * (len(rows) - 1)
        assert all(row.find(f"{_W}trPr/{_W}cantSplit") is not None for row in rows)
        assert sum(int(column.get(f"{_W}w", "0")) for column in table._tbl.iter(f"{_W}gridCol")) == 9638  # noqa: SLF001


def test_the_file_says_its_title_language_and_day() -> None:
    properties = _open(_sample()).core_properties
    assert (properties.title, properties.subject, properties.keywords) == (SAMPLE.title, SAMPLE.kicker, SAMPLE.corpus)
    assert (properties.author, properties.last_modified_by, properties.revision, properties.language) == ("Travaux", "Travaux", 1, "en-GB")
    assert (properties.created, properties.modified) == (datetime(2023, 7, 13, tzinfo=UTC),) * 2
    languages = {
        one.get(f"{_W}val") for root in _roots(_sample()).values() for tag in ("lang", "themeFontLang") for one in root.iter(_W + tag)
    }
    assert languages == {"en-GB"}
    assert _open(render_word(dataclasses.replace(SAMPLE, date=""))).core_properties.created == datetime(1980, 1, 1, tzinfo=UTC)


def test_drawings_say_what_they_show() -> None:
    document = _roots(_sample())["word/document.xml"]
    described = [one.get("descr") for one in document.iter("{*}docPr")]
    assert described == ["A bar: proposes three, concerned two, supports one."]
    assert _parts(_sample())["word/media/image1.png"].startswith(b"\x89PNG")


def test_every_page_has_its_number_and_the_first_no_header() -> None:
    section = _open(_sample()).sections[0]
    assert section.different_first_page_header_footer
    for footer in (section.footer, section.first_page_footer):
        assert [one.get(f"{_W}instr") for one in footer._element.iter(f"{_W}fldSimple")] == [" PAGE ", " NUMPAGES "]  # noqa: SLF001
    assert (section.header.paragraphs[0].text, section.first_page_header.paragraphs[0].text) == (SAMPLE.title, "")


@pytest.mark.parametrize("address", ["javascript:alert(1)", "https://[", "http://a b/", "", "file:///etc/passwd", "https://example.org:x/"])
def test_addresses_that_are_none_are_words(address: str) -> None:
    made = render_word(Brief("T", "", (Link("words", address),), (), (), ""))
    assert b"hyperlink" not in _parts(made)["word/document.xml"]
    assert "words" in _open(made).paragraphs[1].text


def test_addresses_are_written_as_uris() -> None:
    made = render_word(Brief("T", "", (Link("words", 'https://example.org/a b?"<é>#x#y'),), (), (), ""))
    assert b'Target="https://example.org/a%20b?%22%3C%C3%A9%3E#x%23y"' in _parts(made)["word/_rels/document.xml.rels"]


def test_what_xml_forbids_is_seen_and_breaks_nothing() -> None:
    made = render_word(Brief("a\x00b", "\ud800", ("x\x0by\nz", Note("\ufffe", "\x1f")), (), (("\x07", "\x08"),), "\x7f"))
    assert [one.text for one in _open(made).paragraphs] == ["\ufffd", "a\ufffdb", "x y z", "About this brief", "\ufffd\t\ufffd"]
    assert _footnotes(made)["1"].strip() == "“\ufffd” \ufffd"


def test_hostile_words_stay_words() -> None:
    made = render_word(brief_of(HOSTILE))
    assert not [disorder for root in _roots(made).values() for disorder in find_disorder(root)]
    assert _open(made).paragraphs[1].text == HOSTILE
    assert _footnotes(made)["1"].strip() == f"“{HOSTILE}” {HOSTILE}"


def test_an_empty_brief_and_an_empty_table_are_documents() -> None:
    empty = render_word(Brief("", "", (), (Section("", (Table("", ("A",), ()),)),), (), ""))
    assert [one.text for one in _open(empty).paragraphs] == ["Untitled", "", ""]


def test_same_brief_same_bytes_also_in_another_process() -> None:
    assert render_word(SAMPLE) == _sample() == run_elsewhere("travaux.views.briefs.word", "render_word")


@pytest.mark.parametrize("text", [" ", "\x00\ud800", "\u202e\u0301\U0001f600"])
def test_any_text_gives_a_document(text: str) -> None:
    made = render_word(brief_of(text))
    assert not [disorder for root in _roots(made).values() for disorder in find_disorder(root)]
    assert _open(made).tables


@pytest.mark.outside
def test_libreoffice_shows_it_on_two_pages_with_its_footnotes(tmp_path: Path) -> None:
    soffice = shutil.which("soffice")
    assert soffice, "LibreOffice is not installed"
    (tmp_path / "brief.docx").write_bytes(_sample())
    home = f"-env:UserInstallation={(tmp_path / 'home').as_uri()}"
    subprocess.run([soffice, home, "--headless", "--convert-to", "pdf", "--outdir", tmp_path, tmp_path / "brief.docx"], check=True)  # noqa: S603
    pages = [page.get_textpage().get_text_bounded() for page in pypdfium2.PdfDocument(tmp_path / "brief.pdf")]
    text = re.sub(r"\s+", "", "".join(pages))
    assert len(pages) == 2
    assert all(re.sub(r"\s+", "", note.quote or note.source) in text for note in NOTES)
