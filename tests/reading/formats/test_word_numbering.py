from __future__ import annotations

from pathlib import Path

import pytest
from docx.document import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from .documents import docx_of, kinds, read_bytes_as, texts

OUTLINE = [("decimal", "%1."), ("decimal", "%1.%2"), ("lowerLetter", "(%3)")]
Item = tuple[int, int]


def level(index: int, form: str, template: str, extra: str = "", start: int = 1) -> str:
    return f'<w:lvl w:ilvl="{index}"><w:start w:val="{start}"/><w:numFmt w:val="{form}"/>{extra}<w:lvlText w:val="{template}"/></w:lvl>'


def levels(*formats: tuple[str, str]) -> str:
    return "".join(level(index, form, template) for index, (form, template) in enumerate(formats))


def numbered(definitions: dict[int, str], lists: dict[int, tuple[int, str]], items: list[Item]) -> bytes:
    """Write a document with these abstract definitions, lists (their definition and overrides) and items (list and level)."""

    def fill(document: Document) -> None:
        numbering = document.part.numbering_part.element
        for child in list(numbering):
            numbering.remove(child)
        for key, inner in definitions.items():
            numbering.append(parse_xml(f'<w:abstractNum {nsdecls("w")} w:abstractNumId="{key}">{inner}</w:abstractNum>'))
        for key, (definition, inner) in lists.items():
            link = f'<w:abstractNumId w:val="{definition}"/>'
            numbering.append(parse_xml(f'<w:num {nsdecls("w")} w:numId="{key}">{link}{inner}</w:num>'))
        for order, (number, index) in enumerate(items):
            properties = f'<w:numPr {nsdecls("w")}><w:ilvl w:val="{index}"/><w:numId w:val="{number}"/></w:numPr>'
            document.add_paragraph(chr(ord("a") + order)).paragraph_format.element.get_or_add_pPr().append(parse_xml(properties))

    return docx_of(fill)


@pytest.mark.parametrize(
    ("definition", "items", "expected"),
    [
        (levels(*OUTLINE), [(1, 0), (1, 1), (1, 2), (1, 2), (1, 1), (1, 2), (1, 0), (1, 1)],
         ["1. a", "1.1 b", "(a) c", "(b) d", "1.2 e", "(a) f", "2. g", "2.1 h"]),
        (levels(*OUTLINE), [(1, 1), (1, 1), (1, 0)], ["1.1 a", "1.2 b", "2. c"]),
        (levels(("upperRoman", "%1."), ("decimal", "%1.%2")), [(1, 0), (1, 1)], ["I. a", "I.1 b"]),
        (level(0, "upperRoman", "%1.") + level(1, "decimal", "%1.%2", "<w:isLgl/>"), [(1, 0), (1, 1)], ["I. a", "1.1 b"]),
        (level(0, "decimal", "%1.") + level(1, "decimal", "%2.", '<w:lvlRestart w:val="0"/>'), [(1, 0), (1, 1), (1, 0), (1, 1)],
         ["1. a", "1. b", "2. c", "2. d"]),
        (level(0, "decimal", "Article %1", '<w:suff w:val="space"/>', start=7), [(1, 0), (1, 0)], ["Article 7 a", "Article 8 b"]),
        (level(0, "decimal", "%1-", '<w:suff w:val="nothing"/>'), [(1, 0)], ["1-a"]),
        (level(0, "lowerLetter", "%1)", start=26), [(1, 0), (1, 0)], ["z) a", "aa) b"]),
        (level(0, "decimalZero", "%1."), [(1, 0)], ["01. a"]),
        (level(0, "ordinal", "%1", start=11), [(1, 0)], ["11th a"]),
        (level(0, "ordinal", "%1", start=22), [(1, 0)], ["22nd a"]),
        (level(0, "bullet", "•"), [(1, 0)], ["a"]),
        (level(0, "none", ""), [(1, 0)], ["a"]),
    ],
)  # fmt: skip
def test_numbers_are_those_that_word_shows(tmp_path: Path, definition: str, items: list[Item], expected: list[str]) -> None:
    assert texts(read_bytes_as(tmp_path, "x.docx", numbered({0: definition}, {1: (0, "")}, items))) == expected


def test_lists_of_one_definition_share_their_count_until_one_sets_its_start(tmp_path: Path) -> None:
    restart = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="8"/></w:lvlOverride>'
    data = numbered({0: levels(*OUTLINE)}, {1: (0, ""), 2: (0, ""), 3: (0, restart)}, [(1, 0), (2, 0), (3, 0), (3, 0), (1, 0)])
    assert texts(read_bytes_as(tmp_path, "x.docx", data)) == ["1. a", "2. b", "8. c", "9. d", "10. e"]


def test_a_list_may_replace_a_level(tmp_path: Path) -> None:
    replaced = f'<w:lvlOverride w:ilvl="0">{level(0, "upperLetter", "%1.")}</w:lvlOverride>'
    assert texts(read_bytes_as(tmp_path, "x.docx", numbered({0: levels(*OUTLINE)}, {1: (0, replaced)}, [(1, 0)]))) == ["A. a"]


def test_a_definition_may_point_to_a_list_style(tmp_path: Path) -> None:
    linked = {0: '<w:numStyleLink w:val="L"/>', 1: '<w:styleLink w:val="L"/>' + levels(("lowerRoman", "%1."))}
    assert texts(read_bytes_as(tmp_path, "x.docx", numbered(linked, {1: (0, "")}, [(1, 0), (1, 0)]))) == ["i. a", "ii. b"]


def test_numbers_of_zero_and_of_missing_lists_are_no_numbers(tmp_path: Path) -> None:
    data = numbered({0: levels(*OUTLINE)}, {1: (0, "")}, [(0, 0), (9, 0), (1, 0)])
    assert [kind for kind, _, _ in kinds(read_bytes_as(tmp_path, "x.docx", data))] == ["paragraph", "paragraph", "list-item"]


def test_an_empty_numbered_paragraph_counts_as_word_counts_it(tmp_path: Path) -> None:
    def fill(document: Document) -> None:
        for text in ("one", "", "three"):
            document.add_paragraph(text, style="List Number")

    assert texts(read_bytes_as(tmp_path, "x.docx", docx_of(fill))) == ["1. one", "3. three"]


def test_numbers_come_by_style_at_the_level_tied_to_it(tmp_path: Path) -> None:
    def fill(document: Document) -> None:
        numbering = document.part.numbering_part.element
        tied = level(0, "decimal", "%1.", '<w:pStyle w:val="Heading1"/>') + level(1, "decimal", "%1.%2.", '<w:pStyle w:val="Heading2"/>')
        numbering.insert(0, parse_xml(f'<w:abstractNum {nsdecls("w")} w:abstractNumId="90">{tied}</w:abstractNum>'))
        numbering.append(parse_xml(f'<w:num {nsdecls("w")} w:numId="90"><w:abstractNumId w:val="90"/></w:num>'))
        for name in ("Heading 1", "Heading 2"):
            properties = f'<w:numPr {nsdecls("w")}><w:numId w:val="90"/></w:numPr>'
            document.styles[name].element.get_or_add_pPr().append(parse_xml(properties))
        for depth in (1, 2, 2, 1, 2):
            document.add_heading("x", depth)

    found = kinds(read_bytes_as(tmp_path, "x.docx", docx_of(fill)))
    assert [(depth, text) for _, depth, text in found] == [(1, "1. x"), (2, "1.1. x"), (2, "1.2. x"), (1, "2. x"), (2, "2.1. x")]
