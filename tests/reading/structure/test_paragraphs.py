from __future__ import annotations

from collections.abc import Callable

import pytest

from travaux.model.contents import Contents
from travaux.model.text import Block, BlockKind, SourceText
from travaux.reading.structure import Context, read_structure
from travaux.resources import seeds_folder


def numbers(contents: Contents) -> list[str | None]:
    return [paragraph.number for paragraph in contents.paragraphs]


def test_reports_have_their_printed_paragraphs(fifth_report: Contents, second_report: Contents) -> None:
    assert numbers(fifth_report) == [str(number) for number in range(1, 16)]
    assert numbers(second_report) == [str(number) for number in range(1, 20)]
    assert fifth_report.paragraphs[7].id == "document/fifth-consultation-report/paragraph/8"


def test_a_paragraph_begins_after_its_number_and_ends_with_its_last_character(fifth_report: Contents) -> None:
    quote = fifth_report.paragraphs[9].span.quote
    assert quote.startswith("Under agenda item 2(e), entitled “Preventive measures”, many speakers")
    assert quote.endswith("would constitute an effective preventive measure.")


@pytest.mark.parametrize(
    ("number", "seam", "end"),
    [
        ("8", "both on behalf of\n\nCybersecurity Tech Accord", "International Computing Centre."),
        ("13", "security by default\n\nmeasures would lead", "private sector."),
    ],
)
def test_a_page_break_inside_a_paragraph_does_not_end_it(second_report: Contents, number: str, seam: str, end: str) -> None:
    (paragraph,) = [paragraph for paragraph in second_report.paragraphs if paragraph.number == number]
    assert seam in paragraph.span.quote
    assert paragraph.span.quote.endswith(end)


def test_unnumbered_paragraphs_are_kept_and_title_lines_are_none(concept_note: Contents) -> None:
    assert numbers(concept_note) == [None, None, *(str(number) for number in range(1, 27))]
    first, second, *_ = concept_note.paragraphs
    assert first.id == "document/fifth-consultation-concept-note/paragraph/block-1"
    assert first.span.quote.startswith("The fifth and last intersessional consultation")
    assert second.span.quote.endswith("explain the rationale of proposals as appropriate.")


def test_sections_belong_to_the_chapter_with_the_same_title(concept_note: Contents) -> None:
    titles = [(section.title, section.chapter) for section in concept_note.sections]
    chapter = "instrument/draft/chapter/{}".format
    assert titles == [
        ("General provisions", chapter(1)),
        ("Criminalization", chapter(2)),
        ("Procedural measures and law enforcement", chapter(4)),
        ("International cooperation", chapter(5)),
        ("Preventive measures", chapter(6)),
        ("Technical assistance", chapter(7)),
    ]
    assert concept_note.sections[3].span.quote == "International cooperation"
    assert {paragraph.section for paragraph in concept_note.paragraphs[:2]} == {None}
    assert concept_note.paragraphs[-1].section == concept_note.sections[-1].id


@pytest.mark.parametrize("cut", ["whole", "lines", "runs"])
@pytest.mark.parametrize("name", ["fifth-consultation-report", "second-consultation-report", "fifth-consultation-concept-note"])
def test_paragraphs_do_not_depend_on_how_blocks_are_cut(
    name: str, cut: str, fifth_report: Contents, second_report: Contents, concept_note: Contents
) -> None:
    expected = next(contents for contents in (fifth_report, second_report, concept_note) if contents.document.name == name)
    text = (seeds_folder() / "documents" / f"{name}.txt").read_text(encoding="utf-8")
    source = SourceText(text=text, blocks=tuple(_cut(text, cut)))
    contents = read_structure(expected.document, source, Context())
    assert [(p.number, p.span) for p in contents.paragraphs] == [(p.number, p.span) for p in expected.paragraphs]


def _cut(text: str, cut: str) -> list[Block]:
    separator = {"whole": text, "lines": "\n", "runs": "\n\n"}[cut]
    blocks = []
    start = 0
    for part in [text] if cut == "whole" else text.split(separator):
        if part.strip():
            blocks.append(Block(kind=BlockKind.PARAGRAPH, start=start, end=start + len(part)))
        start += len(part) + len(separator)
    return blocks


def test_a_list_a_year_and_a_quantity_start_no_paragraph(read: Callable[..., Contents]) -> None:
    contents = read(
        "1. The agenda was:\n\n1. Opening\n\n2. Reports\n\n3. Closing\n\n"
        "2. The meeting rose in\n2019. Prices had gone up by\n12. per cent.\n\n3. It was adjourned.\n"
    )
    assert numbers(contents) == ["1", "2", "3"]
    assert contents.paragraphs[0].span.quote.endswith("3. Closing")
    assert contents.paragraphs[1].span.quote.endswith("12. per cent.")


def test_a_list_that_reaches_the_next_number_is_told_from_it(read: Callable[..., Contents]) -> None:
    text = (
        "1. One was said.\n\n2. The items were:\n\n1. Opening\n\n2. Reports\n\n3. Budget\n\n4. Closing\n\n"
        "3. Three was said.\n\n4. Four was said.\n"
    )
    assert numbers(read(text)) == ["1", "2", "3", "4"]


def test_lettered_items_belong_to_their_paragraph(read: Callable[..., Contents]) -> None:
    contents = read("1. Speakers asked for:\n\n(a) More time;\n\n(b) Less paper.\n\n2. This was noted.\n")
    assert [paragraph.span.quote for paragraph in contents.paragraphs] == [
        "Speakers asked for:\n\n(a) More time;\n\n(b) Less paper.",
        "This was noted.",
    ]


def test_numbers_may_start_again_under_a_heading(read: Callable[..., Contents]) -> None:
    contents = read("1. One was said.\n\n2. Two was said.\n\n**Annex**\n\n1. Another one was said.\n\n2. Another two was said.\n")
    assert numbers(contents) == ["1", "2", "1", "2"]
    assert len({paragraph.id for paragraph in contents.paragraphs}) == 4
    assert [finding.check for finding in contents.findings] == []


def test_page_numbers_and_ornaments_are_no_paragraphs(read: Callable[..., Contents]) -> None:
    contents = read("1. Speakers agreed on behalf of\n\n3/8\n\nthe Group of Friends.\n\n* * *\n\n2. This was noted.\n\nV.23-13401\n")
    assert [paragraph.span.quote for paragraph in contents.paragraphs] == [
        "Speakers agreed on behalf of\n\n3/8\n\nthe Group of Friends.",
        "This was noted.",
    ]


def test_unmarked_headings_are_found_by_their_form(read: Callable[..., Contents]) -> None:
    contents = read(
        "I. Opening\n\n1. It was opened by the Chair.\n\nMarine litter\n\n2. It was discussed.\n\nPART TWO\n\n3. It was closed.\n"
    )
    assert [section.title for section in contents.sections] == ["I. Opening", "Marine litter", "PART TWO"]
    assert numbers(contents) == ["1", "2", "3"]
