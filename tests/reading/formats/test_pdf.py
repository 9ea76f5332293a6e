from __future__ import annotations

from pathlib import Path

import pypdfium2
import pytest

from travaux.errors import DocumentError

from .documents import PITCH, TOP, Print, kinds, pdf_of, printed, read_bytes_as, texts

FULL = "This line of a paragraph is as long as the column is wide and therefore"


def test_wrapped_lines_are_joined_and_gaps_part_paragraphs(tmp_path: Path) -> None:
    page = printed(FULL, "goes on here.", "", FULL, "goes on there.")
    assert texts(read_bytes_as(tmp_path, "x.pdf", pdf_of(page))) == [f"{FULL} goes on here.", f"{FULL} goes on there."]


def test_numbered_lines_begin_blocks_and_numbers_set_apart_belong_to_them(tmp_path: Path) -> None:
    page = [Print("1.", TOP), *(Print(p.text, p.y, 100) for p in printed(FULL, "ends."))]
    page += [Print("2.", TOP - 2 * PITCH), Print("Another.", TOP - 2 * PITCH, 100)]
    assert kinds(read_bytes_as(tmp_path, "x.pdf", pdf_of(page))) == [("list-item", 1, f"1. {FULL} ends."), ("list-item", 1, "2. Another.")]


def test_indented_first_lines_part_paragraphs_without_gaps(tmp_path: Path) -> None:
    page = printed(FULL, FULL, "x" * 60 + ".", "Indented " + FULL[:60], "and goes on.")
    page[0] = Print(page[0].text, page[0].y, 90)
    page[3] = Print(page[3].text, page[3].y, 90)
    assert [text[:9] for text in texts(read_bytes_as(tmp_path, "x.pdf", pdf_of(page)))] == ["This line", "Indented "]


@pytest.mark.parametrize(
    ("end", "start", "expected"),
    [
        ("consul-", "tations were held", "consultations were held"),
        ("the Vice-", "Chair spoke", "the Vice-Chair spoke"),
        ("in 2022-", "2023 it was", "in 2022-2023 it was"),
        ("the multi-", "stakeholders and multi-stakeholders", "the multi-stakeholders and multi-stakeholders"),
        ("these -", "namely those", "these - namely those"),
    ],
)
def test_words_divided_at_the_end_of_a_line_are_put_together(tmp_path: Path, end: str, start: str, expected: str) -> None:
    assert texts(read_bytes_as(tmp_path, "x.pdf", pdf_of(printed(end, start)))) == [expected]


def with_margins(number: int, *lines: str) -> list[Print]:
    return [Print(f"A/AC.291/22 page {number}", 810), *printed(*lines), Print(f"{number}/3", 40, 280), Print(f"V.23-{number}", 40)]


def test_running_headers_footers_and_page_numbers_are_left_out(tmp_path: Path) -> None:
    own = ["The first page.", "Then a second.", "And the last."]
    source = read_bytes_as(tmp_path, "x.pdf", pdf_of(*[with_margins(number, text) for number, text in enumerate(own, 1)]))
    assert texts(source) == own
    assert [block.page for block in source.blocks] == [1, 2, 3]
    assert source.pages == 3
    assert "A/AC.291/22 page 1" in source.warnings[0]


def test_numbered_headings_at_the_top_of_pages_stay(tmp_path: Path) -> None:
    pages = [printed(f"**Article {number}**", f"{name} text.") for number, name in enumerate(["First", "Second", "Third"], 1)]
    assert len(texts(read_bytes_as(tmp_path, "x.pdf", pdf_of(*pages)))) == 6


def test_pages_that_are_all_alike_are_kept(tmp_path: Path) -> None:
    assert texts(read_bytes_as(tmp_path, "x.pdf", pdf_of(printed("Same."), printed("Same.")))) == ["Same.", "Same."]


def test_a_line_that_recurs_elsewhere_on_the_pages_stays(tmp_path: Path) -> None:
    pages = [printed("No statements were made.", top=400.0 - 90 * number) for number in range(3)]
    assert len(texts(read_bytes_as(tmp_path, "x.pdf", pdf_of(*pages)))) == 3


def test_a_paragraph_over_a_page_break_is_one_block_of_the_first_page(tmp_path: Path) -> None:
    pages = [
        with_margins(1, "1. The Committee was of the"),
        with_margins(2, "view that it could.", "", "2. Next."),
        with_margins(3, "Last."),
    ]
    source = read_bytes_as(tmp_path, "x.pdf", pdf_of(*pages))
    assert texts(source) == ["1. The Committee was of the view that it could.", "2. Next.", "Last."]
    assert source.blocks[0].page == 1


def test_a_note_at_the_foot_does_not_keep_a_paragraph_from_going_on(tmp_path: Path) -> None:
    first = [*printed(FULL, FULL), Print("A note in small type.", 100, size=7)]
    source = read_bytes_as(tmp_path, "x.pdf", pdf_of(first, printed("goes on here.")))
    assert texts(source) == [f"{FULL} {FULL} goes on here.", "A note in small type."]


def test_a_new_sentence_on_a_new_page_is_a_new_block(tmp_path: Path) -> None:
    assert len(texts(read_bytes_as(tmp_path, "x.pdf", pdf_of(printed("It ends here."), printed("it begins here."))))) == 2
    assert len(texts(read_bytes_as(tmp_path, "x.pdf", pdf_of(printed("It does not end"), printed("Capital here."))))) == 2


def test_larger_and_bold_lines_are_headings(tmp_path: Path) -> None:
    page = [Print("Report", 780, size=18, bold=True), *printed("**General provisions**", FULL, "ends.", "", "**Criminalization**", FULL)]
    assert [(kind, level) for kind, level, _ in kinds(read_bytes_as(tmp_path, "x.pdf", pdf_of(page)))] == [
        ("heading", 1),
        ("heading", 2),
        ("paragraph", 0),
        ("heading", 2),
        ("paragraph", 0),
    ]


def test_two_columns_are_read_one_after_the_other(tmp_path: Path) -> None:
    left = [Print(f"left column line {number}", TOP - number * PITCH) for number in range(3)]
    right = [Print(f"right column line {number}", TOP - number * PITCH, 320) for number in range(3)]
    (text,) = texts(read_bytes_as(tmp_path, "x.pdf", pdf_of([*left, *right])))
    assert text.index("left column line 2") < text.index("right column line 0")


def test_a_page_without_text_is_named(tmp_path: Path) -> None:
    source = read_bytes_as(tmp_path, "x.pdf", pdf_of(printed("Text."), []))
    assert source.warnings == ("no text on page 2; a scanned page needs text recognition (OCR)",)


def test_a_long_document_is_read_with_a_warning(tmp_path: Path) -> None:
    source = read_bytes_as(tmp_path, "x.pdf", pdf_of(*[printed(f"Page {'x' * (number % 7)} text.") for number in range(201)]))
    assert source.pages == 201
    assert any("201 pages" in warning for warning in source.warnings)


def encrypted() -> bytes:
    """Refer to an encryption whose password is not empty."""
    entry = b"<< /Filter /Standard /V 1 /R 2 /O <" + b"41" * 32 + b"> /U <" + b"42" * 32 + b"> /P -4 >>"
    return pdf_of(printed("secret")).replace(b"trailer << ", b"trailer << /ID [<00> <00>] /Encrypt " + entry + b" ")


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (pdf_of([], []), "only pictures of pages"),
        (pdf_of(), "broken"),
        (encrypted(), "encrypted"),
        (b"%PDF-1.4 and no more", "broken"),
        (b"", "broken"),
        (b"plain text", "not a PDF file"),
    ],
)
def test_a_document_that_cannot_be_read_says_why(tmp_path: Path, data: bytes, message: str) -> None:
    with pytest.raises(DocumentError, match=message):
        read_bytes_as(tmp_path, "x.pdf", data)


def test_the_error_for_scans_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(DocumentError, match=r"text recognition \(OCR\)"):
        read_bytes_as(tmp_path, "x.pdf", pdf_of([]))


def test_documents_are_closed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    closed = []
    close = pypdfium2.PdfDocument.close

    def noted_close(document: pypdfium2.PdfDocument) -> None:
        closed.append(document)
        close(document)

    monkeypatch.setattr(pypdfium2.PdfDocument, "close", noted_close)
    read_bytes_as(tmp_path, "x.pdf", pdf_of(printed("Text.")))
    assert len(closed) == 1
