"""``travaux brief`` as a user types it, on the first corpus."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from travaux.cli import travaux
from travaux.errors import QueryError
from travaux.pipeline.build import Build

Run = Callable[..., Result]


@pytest.fixture
def run(built_seeds: Build, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Run the command in an empty folder: ``run("article", "24")``."""
    monkeypatch.chdir(tmp_path)
    folder = str(built_seeds.generation.store.parents[3])
    return lambda *arguments: CliRunner().invoke(travaux, ["brief", *arguments, "--corpus", folder])


def test_a_word_document_named_after_the_brief_is_written_and_not_written_over(run: Run, tmp_path: Path) -> None:
    done = run("question", "13")
    file = tmp_path / "brief-question-13.docx"
    assert (done.exit_code, done.stdout, done.stderr) == (0, "", "Wrote brief-question-13.docx\n")
    assert file.read_bytes().startswith(b"PK")
    file.write_text("worked on by hand")
    again = run("question", "13")
    assert (again.exit_code, file.read_text()) == (2, "worked on by hand")
    assert "--output brief-question-13.docx" in again.stderr
    assert run("question", "13", "--output", "brief-question-13.docx").exit_code == 0
    assert file.read_bytes().startswith(b"PK")


def test_markdown_goes_to_standard_output_and_the_ending_tells_the_format(run: Run, tmp_path: Path) -> None:
    done = run("theme", "building", "trust", "--format", "md")
    assert "\n# Trust and reciprocity\n" in done.stdout
    assert list(tmp_path.iterdir()) == []
    assert run("gaps", "--output", "g.html").stderr == "Wrote g.html\n"
    assert (tmp_path / "g.html").read_text(encoding="utf-8").startswith("<!DOCTYPE html>")


def test_options_narrow_what_is_looked_at(run: Run) -> None:
    done = run("theme", "trust", "--format", "md", "--consultation", "second", "--layer", "reviewed")
    assert "4 statements from 1 consultation on this theme" in done.stdout
    assert "- **Layers:** reviewed only." in done.stdout


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("article",), "needs its name"),
        (("compare", "second"), "needs the names of two consultations"),
        (("gaps", "24"), "takes no name"),
        (("compare", "second", "fifth", "--consultation", "fifth"), "leave --consultation out"),
        (("novel", "24"), "'novel' is not one of"),
        (("article", "24", "--output", "brief.odt"), "names no format of the brief"),
        (("article", "24", "--output", "nowhere/brief.pdf"), "There is no folder nowhere"),
    ],
)
def test_a_call_that_cannot_be_meant_is_refused(arguments: tuple[str, ...], told: str, run: Run) -> None:
    done = run(*arguments)
    assert done.exit_code == 2
    assert told in " ".join(done.stderr.split())


def test_unknown_names_are_refused_and_nothing_is_written(run: Run, tmp_path: Path) -> None:
    done = run("theme", "trst")
    assert isinstance(done.exception, QueryError)
    assert "Did you mean" in (done.exception.hint or "")
    assert list(tmp_path.iterdir()) == []
