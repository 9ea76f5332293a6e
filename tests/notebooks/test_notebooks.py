"""Notebooks are readers of the library: short, described, run to their end, and kept without what they answered."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

from kept_notebooks import NOTEBOOKS, Notebook, Run, outputs, pictured, read
from recounted_seeds import NUMBERS, Records

_LONGEST = 5
_PROSE = 40
"""Words that a notebook says at least beside its code."""
each_notebook = pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)


def test_there_is_one_notebook_for_each_question() -> None:
    assert [path.stem[:2] for path in NOTEBOOKS] == [f"{number:02}" for number in range(1, 7)]


@each_notebook
def test_a_notebook_is_kept_without_its_answers(path: Path) -> None:
    for cell in read(path).cells:
        if cell.cell_type == "code":
            assert (cell.outputs, cell.execution_count) == ([], None)


@each_notebook
def test_a_notebook_reads_the_library_and_programs_nothing(path: Path) -> None:
    notebook = read(path)
    code = [cell.source for cell in notebook.cells if cell.cell_type == "code"]
    prose = " ".join(cell.source for cell in notebook.cells if cell.cell_type == "markdown")
    assert "sys.path" not in "".join(code)
    assert not any(line.lstrip().startswith(("!", "%")) for source in code for line in source.splitlines())
    for function in (node for source in code for node in ast.walk(ast.parse(source)) if isinstance(node, ast.FunctionDef)):
        assert (function.end_lineno or 0) - function.lineno < _LONGEST
    assert prose.startswith("# ")
    assert len(prose.split()) >= _PROSE * 3


@pytest.mark.slow
@each_notebook
def test_a_notebook_runs_says_what_it_shows_and_prints_true_numbers(path: Path, run: Run, seeds_records: Records) -> None:
    notebook = run(path.stem)
    check_answers(notebook)
    check_pictures(notebook)
    check_quote(notebook)
    NUMBERS[path.stem[:2]](notebook, seeds_records)


def check_answers(notebook: Notebook) -> None:
    assert [output for output in outputs(notebook) if output.output_type in {"error", "stream"} and output.get("name") != "stdout"] == []
    assert any(output.output_type in {"execute_result", "display_data"} for output in outputs(notebook))


def check_pictures(notebook: Notebook) -> None:
    assert not any("image/png" in output.get("data", {}) for output in outputs(notebook)), "a plot without words that stand for it"
    assert re.findall(r'<(?:img(?![^>]* alt="[^"]+")|iframe(?![^>]* title="[^"]+"))', pictured(notebook)) == []


def check_quote(notebook: Notebook) -> None:
    (last,) = [cell for cell in notebook.cells if cell.cell_type == "code"][-1:]
    (told,) = [output.text for output in last.outputs if output.output_type == "stream"]
    assert re.search(r"“[^”]{20,}”", told), "the last cell prints words of a document"
