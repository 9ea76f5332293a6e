"""LibreOffice opens what is exported, and what it saves comes back untouched."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from edited_sheets import Exchange
from review_corpus import REPORT, make_furnished_corpus

pytestmark = pytest.mark.outside

_SEMICOLONS = "csv:Text - txt - csv (StarCalc):59,34,76,1,,0,false,true,false,false,false,2"
"""Semicolons, quotation marks, UTF-8, and the second sheet."""


@pytest.fixture(scope="module")
def exchange(tmp_path_factory: pytest.TempPathFactory) -> Exchange:
    folder = tmp_path_factory.mktemp("sheets")
    return Exchange(make_furnished_corpus(folder / "lakes", REPORT), folder)


@pytest.mark.parametrize(("form", "name", "sheets"), [("xlsx", "lakes.xlsx", 4), (_SEMICOLONS, "lakes-Statements.csv", 1)])
def test_a_file_that_libreoffice_saved_is_untouched(
    exchange: Exchange, soffice: Path, tmp_path: Path, form: str, name: str, sheets: int
) -> None:
    file = exchange.export()
    command = [str(soffice), "--headless", "--convert-to", form, "--outdir", str(tmp_path), str(file)]
    subprocess.run(command, check=True, capture_output=True, timeout=120)  # noqa: S603, the program that is tested
    taken = exchange.take(tmp_path / name)
    assert taken.nothing
    rows = exchange.rows()
    everything = (rows.statements, rows.positions, rows.themes, rows.relations)
    assert taken.unchanged == sum(map(len, everything[:sheets]))
