from __future__ import annotations

import re
from datetime import datetime
from functools import cache

import pypdfium2
import pytest

from hostile_corpus import HOSTILE
from sample_brief import NOTES, SAMPLE, brief_of, run_elsewhere, words_of
from travaux.views.briefs.blocks import Block, Brief, Figure, Items, Note, Paragraph, Section, Strong, Table
from travaux.views.briefs.pdf import render_pdf
from travaux.views.report import quoted

_LONG = " ".join(f"word{number:03}" for number in range(900))


@cache
def _sample() -> bytes:
    return render_pdf(SAMPLE)


def _read(content: bytes) -> str:
    document = pypdfium2.PdfDocument(content)
    return " ".join(page.get_textpage().get_text_bounded() for page in document)


def _squeeze(text: str) -> str:
    return re.sub(r"\s+|\ufffe", "", text)


def test_all_words_and_every_quote_are_in_the_text() -> None:
    read = _squeeze(_read(_sample()))
    missing = [words for words in words_of(SAMPLE) if _squeeze(words) not in read and "中" not in words and words != SAMPLE.kicker]
    assert not missing
    assert _squeeze(SAMPLE.kicker.upper()) in read
    assert all(_squeeze(f"{quoted(note.quote)} {note.source}") in read for note in NOTES if note.quote)


def test_a_note_that_is_called_again_is_printed_once() -> None:
    read = _squeeze(_read(_sample()))
    assert [read.count(_squeeze(note.quote or note.source)) for note in NOTES] == [1] * len(NOTES)


def test_the_sample_fits_two_pages_and_counts_them() -> None:
    document = pypdfium2.PdfDocument(_sample())
    assert len(document) == 2
    assert [f"{page} / 2" in document[page - 1].get_textpage().get_text_bounded() for page in (1, 2)] == [True, True]


def test_the_file_is_tagged_and_says_its_title_language_and_day() -> None:
    document = pypdfium2.PdfDocument(_sample())
    metadata = document.get_metadata_dict()
    assert document.is_tagged()
    assert (metadata["Title"], metadata["Author"], metadata["Keywords"]) == (SAMPLE.title, "Travaux", SAMPLE.corpus)
    assert metadata["CreationDate"].startswith("D:20230713")
    assert b"/Lang(en)" in _sample()
    assert b"pdfuaid:part" in _sample()


def test_headings_are_bookmarks_in_their_order() -> None:
    outline = [(item.level, item.get_title()) for item in pypdfium2.PdfDocument(_sample()).get_toc()]
    assert outline == [
        (0, "What was said, by stance"),
        (0, "Positions"),
        (1, "Reasons and objections"),
        (1, "Proposals"),
        (0, "Gaps"),
        (0, "What became of it"),
        (0, "About this brief"),
    ]


def test_characters_that_the_fonts_lack_are_shown_by_their_codes() -> None:
    assert "[U+4E2D U+6587] [unverified]" in _read(_sample())
    assert "“” – é č Ž Ω Ж" in _read(render_pdf(Brief("T", "", ("“” – é č Ž Ω Ж",), (), (), "")))


@pytest.mark.parametrize(
    "text", ['#include "/etc/passwd" $x$ *b* _i_ @ref \\ `c` <l> // /* [x] = y', '"中\\u4e2d\\" \\u{4e2d}', HOSTILE.replace("\u202e", "")]
)
def test_words_are_never_markup(text: str) -> None:
    read = _squeeze(_read(render_pdf(Brief("T", "K", (text, Strong(text), Note(text, text)), (), ((text, text),), "c"))))
    assert read.count(_squeeze(text.replace("中", "[U+4E2D]"))) == 6


def test_same_brief_same_bytes_also_in_another_process() -> None:
    assert render_pdf(SAMPLE) == _sample() == run_elsewhere("travaux.views.briefs.pdf", "render_pdf")


@pytest.mark.parametrize("date", ["", "1957-03-02", "the 2nd of March"])
def test_without_a_day_of_its_own_a_file_is_of_the_first_day_of_zip(date: str) -> None:
    created = pypdfium2.PdfDocument(render_pdf(Brief("T", "", (), (), (), "", date))).get_metadata_dict()["CreationDate"]
    assert datetime.strptime(created[2:10], "%Y%m%d").year == (1957 if date.startswith("1957") else 1980)  # noqa: DTZ007  a day has no zone


def test_a_drawing_has_its_alternative() -> None:
    figure = Figure('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><text>中</text></svg>', "Nine by nine", "A square")
    made = render_pdf(Brief("T", "", (), (Section("S", (figure,)),), (), "c"))
    assert b"/Alt(Nine by nine)" in made


@pytest.mark.parametrize(
    "block",
    [
        Table("T", ("A", "B"), (((_LONG,), ("b",)),), (1, 9)),
        Table("T", (_LONG, "B"), ()),
        Items(((_LONG, Note("Source")), (Note("Another"),))),
        Paragraph((Note("Source", _LONG),)),
    ],
)
def test_nothing_is_cut_off_at_the_end_of_a_page(block: Block) -> None:
    made = pypdfium2.PdfDocument(render_pdf(Brief("T", "", (), (Section("S", (block,)),), (), "")))
    text = " ".join(page.get_textpage().get_text_bounded(*page.get_mediabox()) for page in made)
    shown = set(re.findall(r"word\d{3}", text))
    assert len(shown) == 900


def test_every_footnote_of_a_long_list_is_on_the_page_of_its_call() -> None:
    notes = [Note(f"Source {number:02}.", f"Exact words {number:02} " + "and more of them " * (number % 13)) for number in range(40)]
    lists = tuple(Items(tuple((f"Item {number:02}", notes[number]) for number in range(start, start + 5))) for start in range(0, 40, 5))
    made = pypdfium2.PdfDocument(render_pdf(Brief("T", "", (), (Section("S", lists),), (), "c")))
    pages = [page.get_textpage().get_text_bounded() for page in made]
    assert len(pages) > 1
    strayed = [number for page in pages for number in range(40) if (f"Item {number:02}" in page) != (f"Exact words {number:02}" in page)]
    assert not strayed


def test_an_empty_brief_is_a_page() -> None:
    assert len(pypdfium2.PdfDocument(render_pdf(Brief("", "", (), (Section(""),), (), "")))) == 1


@pytest.mark.parametrize("text", [" ", "\x00\ud800", "\u202e\u0301\U0001f600"])
def test_any_text_gives_a_file(text: str) -> None:
    assert render_pdf(brief_of(text)).startswith(b"%PDF-1.7")


def test_any_character_gives_a_file() -> None:
    every = "".join(chr(code) for code in range(0x600)) + "\ufeff\ufffe\uffff\ud800\udfff\U000e0001\U0010ffff"
    text = _read(render_pdf(Brief("T", "", (every,), (), (), "")))
    assert "\ufffd" in text
