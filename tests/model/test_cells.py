"""What a spreadsheet would run is told from what people write, and comes through CSV as it was."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from travaux.model.cells import guard, is_formula, unguard
from travaux.model.separated import render_csv
from travaux.model.store import Table
from travaux.reading.tables import read_tables_of


@pytest.mark.parametrize(
    "cell",
    [
        *("=", "=SUM(A1)", " \t=x", "＝1+1", "-A1", "+1+1", "-1*2", "@SUM(A1)", "-sum(1;2)", "+cmd|' /C calc'!A0"),  # noqa: RUF001
        *("-2+3+cmd|' /C calc'!A0", "@SUM(1+1)*cmd|' /C calc'!A0", "-A1%"),
        *("＋A1", "－1＋2", "- A1+2", "+Sheet1!A1", "-'a b'!A1", "+$A$1", "-(1+2)", "+A1:B2", '+"a"&A1', "-1=1", '+HYPERLINK("x","y")'),  # noqa: RUF001
    ],
)
def test_what_a_spreadsheet_would_run_is_a_formula(cell: str) -> None:
    assert is_formula(cell)
    assert not is_formula(f"'{cell}")
    assert not is_formula(guard(cell))


@pytest.mark.parametrize(
    "cell",
    [
        *("- first point", "+1 for that", "@mention we agree", "-5 degrees", "-5", "+5.5", "-5,3", "+41 79 123 45 67", "-->", "@mention"),
        *("- State(s) should act", "-expert(s) said so", "-", "+/-5", "- (a) first", "-first-second", "@un.org", "-5%", "+1!", "- yes!"),
        *("- COVID-19 matters", "- we: 5+5 are ten", "-A1 is a cell", "- 'quoted' words", "-no, never", "a=1", "-" * 100_000 + "1+1"),
    ],
)
def test_what_people_write_is_a_text(cell: str) -> None:
    assert not is_formula(cell)


_SIGNED = st.text("'=+-@＝＠ \tx1", max_size=6)  # noqa: RUF001


@settings(max_examples=50)
@given(st.lists(_SIGNED | st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0")), min_size=1, max_size=4))
def test_every_text_comes_through_csv_as_it_was(texts: list[str]) -> None:
    written = render_csv(Table((*(f"c{place}" for place in range(len(texts))), "last"), ((*texts, "x"),)))
    (table,) = read_tables_of(written.encode(), "a.csv", "a.csv")
    assert list(table.rows[0].cells.values()) == [*texts, "x"]


@given(_SIGNED)
def test_a_guard_is_one_apostrophe(text: str) -> None:
    assert guard(text) in {text, f"'{text}"}
    assert unguard(guard(text)) == text
