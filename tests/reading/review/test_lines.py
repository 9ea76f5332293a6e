"""Lines say by themselves what they are about, keep whatever they do not say, and read back as they were written."""

from __future__ import annotations

import datetime as dt
import time
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from travaux.reading.review.lines import Lines, Value
from travaux.reading.toml import Problem

FILE = Path("report.toml")
TEXTS = st.text(st.characters(exclude_categories=["Cs"]))
MOMENTS = st.datetimes(timezones=st.just(dt.UTC))
VALUES: st.SearchStrategy[Value] = TEXTS | st.booleans() | MOMENTS | st.lists(TEXTS).map(tuple)


def parse(text: str) -> Lines:
    return Lines.parse(text, FILE)


def problems(text: str) -> list[Problem]:
    return list(parse(text).problems)


@given(VALUES)
@example('say "no"\\')
@example("a\u2028b\x7fc\r\nd\te")
@example("🦫 # no comment")
@example(())
@example(("", '"'))
def test_any_value_reads_back_as_it_was_written(value: Value) -> None:
    written = parse("").with_block(("a", "anna"), {"field": value}).render()
    assert written.count("\n") == 1
    read = parse(written)
    assert read.problems == ()
    assert read.tables(2) == {("a", "anna"): {"field": value}}


@given(st.lists(st.tuples(st.sampled_from(["a", "b", "c"]), st.sampled_from(["anna", "bo"]), st.none() | TEXTS), max_size=8))
def test_writing_the_same_again_changes_nothing_and_removing_all_leaves_nothing(steps: list[tuple[str, str, str | None]]) -> None:
    lines = parse("")
    for key, reviewer, text in steps:
        fields = None if text is None else {"x": text, "y": "1"}
        lines = lines.with_block((key, reviewer), fields)
        assert lines.with_block((key, reviewer), fields).render() == lines.render() == parse(lines.render()).render()
        assert "\n\n\n" not in lines.render()
    for key in ("a", "b", "c"):
        lines = lines.with_block((key,), None)
    assert lines.render() == ""


HAND = """\ufeff# By hand, with a   space too many


# Two blank lines above.
a.anna.x   =   "1"  # said at once
  b.anna.x = 'raw \\ text'
a.anna.y = "2"

b.anna.y = [ "p",  "q", ]
"""


@pytest.mark.parametrize("ending", ["\n", "\r\n"])
@pytest.mark.parametrize("final", [True, False])
def test_other_lines_are_kept_byte_for_byte(ending: str, *, final: bool) -> None:
    text = HAND.replace("\n", ending)
    text = text if final else text.removesuffix(ending)
    changed = parse(text).with_block(("a", "anna"), {"x": "3"}).with_block(("c", "bo"), {"x": "4"})
    whole = text if final else text + ending
    expected = whole.replace('a.anna.x   =   "1"  # said at once', 'a.anna.x = "3"').replace(f'a.anna.y = "2"{ending}', "")
    assert changed.render() == expected + f'{ending}c.bo.x = "4"{ending}'
    assert parse(text).render() == whole


def test_a_removed_block_leaves_no_second_blank_line_and_no_trailing_one() -> None:
    three = 'a.anna.x = "1"\n\nb.anna.x = "1"\nb.anna.y = "1"\n\nc.anna.x = "1"\n'
    assert parse(three).with_block(("b", "anna"), None).render() == 'a.anna.x = "1"\n\nc.anna.x = "1"\n'
    assert parse(three).with_block(("c", "anna"), None).render() == 'a.anna.x = "1"\n\nb.anna.x = "1"\nb.anna.y = "1"\n'
    assert parse(three).with_block(("a", "anna"), None).render() == 'b.anna.x = "1"\nb.anna.y = "1"\n\nc.anna.x = "1"\n'


def test_a_new_block_stands_with_its_key_else_before_another_and_its_comments_else_at_the_end() -> None:
    text = '# All of it.\n\na.anna.x = "1"\n\n# Of c.\nc.anna.x = "1"\n'
    with_second = parse(text).with_block(("a", "bo"), {"x": "2"}, ("c",)).render()
    assert with_second == '# All of it.\n\na.anna.x = "1"\n\na.bo.x = "2"\n\n# Of c.\nc.anna.x = "1"\n'
    assert parse(text).with_block(("b", "bo"), {"x": "2"}, ("c",)).render() == with_second.replace("a.bo", "b.bo")
    assert parse(text).with_block(("d", "bo"), {"x": "2"}, ("z",)).render() == text + '\nd.bo.x = "2"\n'


def test_a_comment_after_a_text_is_none_of_it() -> None:
    assert parse('a.x = "1" # no "2"\na.y = "3" # no 4\na.z = "# 5"\n').tables(1) == {("a",): {"x": "1", "y": "3", "z": "# 5"}}


def test_the_same_line_twice_is_no_mistake_and_another_is_one_that_names_both() -> None:
    assert problems('a.x = "1"\na.y = "2"\na.x = "1"\n') == []
    (problem,) = problems('a.x = "1"\na.y = "2"\n\na.x = "2"\n')
    assert (problem.key, problem.what, problem.hint) == ("line 4", "this says otherwise than line 1 about a.x", "keep one of the two lines")


def test_marks_of_an_unfinished_merge_are_told_each_with_its_line() -> None:
    merged = '<<<<<<< HEAD\na.x = "1"\n||||||| 1234\n=======\nb.x = "1"\n>>>>>>> other\n'
    found = problems(merged)
    assert [one.key for one in found] == ["line 1", "line 3", "line 4", "line 6"]
    assert {one.what for one in found} == {"a merge was left unfinished here"}
    assert {one.hint for one in found} == {"choose what is right and remove the marks of the merge"}


@pytest.mark.parametrize(
    ("line", "what"),
    [
        ("a.x = yes", "the value of a.x cannot be read"),
        ("a.x = 1", "the value of a.x cannot be read"),
        ("a.x = 2023-01-01", "the value of a.x cannot be read"),
        ('a.x = "open', "the value of a.x cannot be read"),
        ('a.x = ["1", 2]', "the value of a.x cannot be read"),
        ("a.x = " + "[" * 5000, "the value of a.x cannot be read"),
        ('a.x = "bell \x07"', "the value of a.x cannot be read"),
        ('"a b".x = "1"', "this is no line of a review file"),
        ('é.x = "1"', "this is no line of a review file"),
        ('x = "1"', "this is no line of a review file"),
        ("[a.anna]", "this is no line of a review file"),
        ("a.x =", "this is no line of a review file"),
        ('a..x = "1"', "this is no line of a review file"),
    ],
)
def test_a_line_that_cannot_be_read_is_told_with_its_number_and_a_cure(line: str, what: str) -> None:
    (problem,) = problems(f"# first\n{line}\n")
    assert (problem.key, problem.what) == ("line 2", what)
    assert problem.hint


@pytest.mark.measure
def test_twenty_thousand_decisions_are_read_and_one_is_written_in_seconds() -> None:
    block = "".join(f'k{{0}}.anna.field{number} = "some {{0}} words of a field"\n' for number in range(15))
    text = "\n".join(block.format(number) for number in range(20_000))
    began = time.perf_counter()
    lines = parse(text)
    read = time.perf_counter()
    changed = lines.with_block(("k10000", "anna"), {"x": "1"}).render()
    written = time.perf_counter()
    assert len(lines.tables(2)) == 20_000
    assert 'k10000.anna.x = "1"\n' in changed
    assert (read - began, written - read) < (8.0, 1.5)


def test_characters_that_cannot_be_seen_or_turn_others_round_are_written_by_number() -> None:
    text = "a\u202eb\u2066c\u200bd\ue000e\U000e0041f é “—” 🦫"
    written = parse("").with_block(("a", "anna"), {"field": text}).render()
    assert written == 'a.anna.field = "a\\u202Eb\\u2066c\\u200Bd\\uE000e\\U000E0041f é “—” 🦫"\n'
    assert parse(written).tables(2) == {("a", "anna"): {"field": text}}
