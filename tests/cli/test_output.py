"""Answers are readable in a terminal and exact in files."""

from __future__ import annotations

import csv
import io
import json
from datetime import date
from pathlib import Path

import click
import pytest

from travaux.cli.options import check_folder
from travaux.cli.output import render_table
from travaux.model.store import Iri, Table

SMALL = Table(("number", "title"), (("2(a)", "General provisions"), (None, "Final\nprovisions")))
WIDE = Table(("person", "role", "quote", "source"), (("Ada", None, "word " * 40, "s" * 50), ("Bea", "Chair", "x" * 60, "t" * 50)))


@pytest.fixture(autouse=True)
def _terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "80")


def test_a_small_answer_is_a_table() -> None:
    first, *_ = render_table(SMALL, "table").splitlines()
    assert first.split() == ["number", "title"]
    assert render_table(SMALL, "table").endswith("2 rows\n")


def test_an_answer_too_wide_for_columns_is_drawn_as_cards_without_empty_cells() -> None:
    drawn = render_table(WIDE, "table")
    assert drawn.startswith("person  Ada\nquote   word word")
    assert "role    Chair" in drawn
    assert drawn.count("role") == 1
    assert max(map(len, drawn.splitlines())) <= 80


def test_no_answer_is_no_error() -> None:
    assert render_table(Table(("number",), ()), "table").endswith("0 rows\n")


def test_json_keeps_types_and_unbound_values() -> None:
    table = Table(("iri", "count", "day", "nothing"), ((Iri("https://example.org/"), 3, date(2023, 6, 20), None),))
    assert json.loads(render_table(table, "json")) == [{"iri": "https://example.org/", "count": 3, "day": "2023-06-20", "nothing": None}]


@pytest.mark.parametrize(("form", "dialect"), [("csv", "excel"), ("tsv", "excel-tab")])
def test_separated_values_come_back(form: str, dialect: str) -> None:
    rows = list(csv.reader(io.StringIO(render_table(SMALL, form)), dialect=dialect))
    assert rows == [["number", "title"], ["2(a)", "General provisions"], ["", "Final\nprovisions"]]


@pytest.mark.parametrize("form", ["csv", "tsv"])
def test_text_like_a_formula_is_guarded_for_spreadsheets_and_numbers_are_not(form: str) -> None:
    table = Table(("a", "b", "c", "d"), (("=HYPERLINK(1)", " @x", -3, "-0.5"),))
    row = render_table(table, form).splitlines()[1].split("," if form == "csv" else "\t")
    assert row == ["'=HYPERLINK(1)", "' @x", "-3", "'-0.5"]
    assert "'=" not in render_table(table, "json")
    assert "'=" not in render_table(table, "table")


@pytest.mark.parametrize(
    "name", ["corpus.toml", "documents/report.txt", "review/positions.toml", "elsewhere/minutes.txt", ".travaux/current"]
)
def test_what_a_corpus_is_made_of_is_no_file_to_write(name: str, tmp_path: Path) -> None:
    (tmp_path / "corpus.toml").write_text('[[documents]]\nfile = "elsewhere/minutes.txt"\n', "utf-8")
    file = tmp_path / name
    file.parent.mkdir(exist_ok=True)
    file.touch()
    with pytest.raises(click.UsageError, match="is a part of the corpus"):
        check_folder(file)
    check_folder(tmp_path / "statements.csv")


def test_a_folder_of_a_corpus_is_no_folder_to_write(tmp_path: Path) -> None:
    (tmp_path / "corpus.toml").touch()
    with pytest.raises(click.UsageError, match="is a part of the corpus"):
        check_folder(tmp_path)
