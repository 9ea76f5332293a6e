"""Reports for the terminal: nothing is lost, and no line is longer than the width unless one word is."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from travaux.views.report import Grid, Items, Quote, Report, Section, Text, render_terminal

WORDS = st.lists(st.text(alphabet="abcdefghij-", min_size=1, max_size=12), min_size=1, max_size=25).map(" ".join)


@given(words=WORDS, other=WORDS, width=st.integers(min_value=60, max_value=120))
def test_no_line_is_longer_than_the_width(words: str, other: str, width: int) -> None:
    inner = Section(other, (Text(words), Items((words, other)), Quote(words, (other,)), Grid((other, "b"), ((words, other),), words)))
    report = Report(words, other, (Section(words, (Text(other),), (inner,)),), (words,))
    rendered = render_terminal(report, width)
    assert max(map(len, rendered.splitlines())) <= width
    assert set(words.split()) <= set(rendered.replace("“", " ").replace("”", " ").split())


def test_a_word_that_is_too_long_stays_on_a_line_of_its_own() -> None:
    word = "x" * 80
    lines = render_terminal(Report("t", sections=(Section("s", (Text(f"a {word} b"),)),)), 60).splitlines()
    assert lines[-3:] == ["a", word, "b"]


def test_a_narrow_table_wraps_its_longest_column_and_keeps_the_short_ones() -> None:
    grid = Grid(("No.", "Question"), (("1", "which waters should the convention cover " * 3),))
    lines = render_terminal(Report("t", sections=(Section("s", (grid,)),)), 60).splitlines()
    assert lines[5] == "No.  Question"
    assert lines[7].startswith("1    which waters")
    assert lines[8].startswith("     ")


def test_a_part_follows_its_heading_without_a_gap() -> None:
    report = Report("t", sections=(Section("s", (), (Section("p", (Text("x"),)), Section("q"))),))
    assert render_terminal(report, 80) == "t\n═\n\ns\n─\np\n  x\n\nq\n"
