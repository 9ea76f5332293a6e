from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from travaux.reading.formats.plain_text import find_blocks, read

from .documents import check_blocks, kinds, read_bytes_as, texts


def blocks_of(text: str) -> list[str]:
    return [text[block.start : block.end] for block in find_blocks(text)]


@given(st.text(alphabet=st.sampled_from("ab1.2 *_#-\\\n\r\t()•é")).filter(str.strip))
def test_any_text_keeps_its_characters_and_the_law_of_blocks(text: str) -> None:
    source = read(text.encode(), "x.txt")
    assert source.text.encode() == text.encode()
    if source.blocks:
        check_blocks(source)


@given(st.text(alphabet=st.sampled_from("ab1.2 *_#-\n\r()")))
def test_every_letter_and_digit_is_in_a_block(text: str) -> None:
    inside = "".join(blocks_of(text))
    assert [c for c in inside if c.isalnum()] == [c for c in text if c.isalnum()]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_every_kind_of_line_break_parts_lines_and_stays(end: str) -> None:
    text = end.join(["one", "two", "", "three", "   ", "four"])
    assert blocks_of(text) == [f"one{end}two", "three", "four"]


def test_consecutive_numbered_lines_are_blocks_of_their_own() -> None:
    assert blocks_of("1. One\n2. Two\nmore\n3. Three") == ["1. One", "2. Two\nmore", "3. Three"]


def test_a_number_at_the_wrapped_start_of_a_line_begins_no_block() -> None:
    assert len(blocks_of("1. One\nunder paragraph\n10. of the text")) == 1
    assert blocks_of("held on 20 June\n2023. It was") == ["held on 20 June\n2023. It was"]


def test_the_next_number_begins_a_block_after_a_line_without_full_stop() -> None:
    assert blocks_of("Agenda\n1. Opening\n2. Closing") == ["Agenda", "1. Opening", "2. Closing"]


def test_lettered_and_bulleted_lines_begin_blocks() -> None:
    assert blocks_of("States shall:\n(a) One;\n(b) Two; and\n• Three") == ["States shall:", "(a) One;", "(b) Two; and", "• Three"]
    assert blocks_of("as provided in\n(a) above") == ["as provided in\n(a) above"]


def test_headings_by_hashes_have_their_level_and_by_bold_level_1(tmp_path: Path) -> None:
    source = read_bytes_as(tmp_path, "x.txt", b"#### Measures\ntext\n**Bold**\nmore\n#5 is no heading")
    assert kinds(source) == [
        ("heading", 4, "#### Measures"),
        ("paragraph", 0, "text"),
        ("heading", 1, "**Bold**"),
        ("paragraph", 0, "more\n#5 is no heading"),
    ]


def test_a_bold_run_over_lines_is_one_heading_and_two_that_meet_are_two() -> None:
    assert blocks_of("**Report of\nthe Chair****Note**\n\nText") == ["**Report of\nthe Chair**", "**Note**", "Text"]


def test_bold_lines_that_follow_each_other_are_one_heading() -> None:
    assert blocks_of("**One**  \n**two**\nthree") == ["**One**  \n**two**", "three"]


@pytest.mark.parametrize("text", ["**Note:** that", "**open\nline", "**a\n\nb**", "** a **", "** **", "**a** and **b**", "*" * 50 + "a"])
def test_a_line_that_is_not_wholly_bold_is_no_heading(text: str) -> None:
    assert all(block.kind.value == "paragraph" for block in find_blocks(text))


def test_a_long_bold_run_is_emphasis_not_a_heading() -> None:
    assert [block.kind.value for block in find_blocks("**" + "word " * 200 + "end**")] == ["paragraph"]


@pytest.mark.parametrize("rule", [r"\*\*\*", "***", "---", "* * *", "____", "====="])
def test_a_rule_is_in_no_block_and_ends_one(rule: str) -> None:
    assert blocks_of(f"one\n{rule}\ntwo") == ["one", "two"]


def test_a_byte_order_mark_stays_in_the_text_with_a_warning(tmp_path: Path) -> None:
    source = read_bytes_as(tmp_path, "x.txt", b"\xef\xbb\xbf# Title\n")
    assert source.text == "\ufeff# Title\n"
    assert kinds(source) == [("heading", 1, "# Title")]
    assert "byte order mark" in source.warnings[0]


def test_control_characters_stay_with_a_warning(tmp_path: Path) -> None:
    source = read_bytes_as(tmp_path, "x.txt", b"a\x0cb\x07c\r\nd\te")
    assert texts(source) == ["a\x0cb\x07c\r\nd\te"]
    assert source.warnings == ("2 control characters are kept in the text, the first at character 1",)
