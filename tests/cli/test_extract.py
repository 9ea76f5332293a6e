"""``travaux extract`` and ``travaux export statements`` as a user types them."""

from __future__ import annotations

import csv
import io
import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from commands import run_travaux as run
from travaux.pipeline.build import Build
from travaux.reading.formats import read_source

REPORT = """Report of the workshop

1. The workshop was opened by the Chair.
2. Several speakers stressed the importance of clean water, given that lakes are small. Some delegations proposed the deletion of article 5.
"""
KEYS = [
    *("id", "document", "paragraph", "quote", "start", "end", "cue", "speaker", "speaker_kind", "prevalence", "act", "stance", "claim"),
    *("rationale", "condition", "provisions", "questions", "themes", "position", "rule", "reviewed"),
    *("contrast", "speaker_actor", "confidence", "links"),
    *("partial_questions", "changes", "review", "reviewer", "reviewed_at", "reason"),
]


def run_with_seed(*arguments: str | Path, cwd: Path, seed: str) -> subprocess.CompletedProcess[str]:
    environment = os.environ | {"PYTHONPATH": os.pathsep.join(sys.path), "COLUMNS": "120", "PYTHONHASHSEED": seed}
    command = [sys.executable, "-m", "travaux", *map(str, arguments)]
    done = subprocess.run(command, cwd=cwd, capture_output=True, text=True, env=environment, check=False)  # noqa: S603
    assert "Traceback" not in done.stderr, done.stderr
    return done


def lines(answer: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in answer.splitlines()]


@pytest.fixture
def workshop(tmp_path: Path) -> Path:
    (tmp_path / "workshop.txt").write_text(REPORT, "utf-8")
    return tmp_path


def test_a_loose_report_gives_its_statements_a_line_each(workshop: Path) -> None:
    done = run("extract", "workshop.txt", cwd=workshop)
    assert (done.returncode, done.stderr) == (0, "")
    found = lines(done.stdout)
    assert len(found) == 2
    for one in found:
        assert list(one) == KEYS
        assert REPORT[one["start"] : one["end"]] == one["quote"]
        assert one["document"] == "workshop"
        assert one["paragraph"] == "2"
        assert (one["reviewed"], one["themes"], one["questions"]) == (False, [], [])
    assert [one["provisions"] for one in found] == [[], ["article 5"]]


def test_every_format_tells_the_same(workshop: Path) -> None:
    by_line = lines(run("extract", "workshop.txt", "--format", "jsonl", cwd=workshop).stdout)
    assert json.loads(run("extract", "workshop.txt", "--format", "json", cwd=workshop).stdout) == by_line
    cells = list(csv.DictReader(io.StringIO(run("extract", "workshop.txt", "--format", "csv", cwd=workshop).stdout)))
    assert [row["quote"] for row in cells] == [one["quote"] for one in by_line]
    assert cells[1]["provisions"] == "article 5"
    cards = run("extract", "workshop.txt", "--format", "table", cwd=workshop).stdout
    assert all(f"“{one['quote']}”" in cards for one in by_line)
    assert "workshop, paragraph 2, characters" in cards


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("empty.txt", "", "the document has no text"),
        ("tiny.txt", "Hello.", "no statements were found"),
        ("table.md", "| State | Year |\n|---|---|\n| Norland | 2019 |\n| Sudland | 2020 |\n", "no statements were found"),
        ("french.txt", "Plusieurs délégations ont souligné la nécessité de protéger les lacs et les mers.", "the text is not English"),
        ("spaces.txt", " \n\n \t\n", "the document has no text"),
    ],
)
def test_a_document_without_statements_gives_an_empty_answer_and_says_why(name: str, content: str, said: str, tmp_path: Path) -> None:
    (tmp_path / name).write_text(content, "utf-8")
    done = run("extract", name, cwd=tmp_path)
    assert (done.returncode, done.stdout) == (0, "")
    assert done.stderr.startswith(f"{name}: ")
    assert said in done.stderr


@pytest.mark.parametrize(("name", "code"), [("missing.txt", 4), ("notes.xyz", 4)])
def test_a_file_that_cannot_be_read_is_an_error(name: str, code: int, tmp_path: Path) -> None:
    (tmp_path / "notes.xyz").write_text("x", "utf-8")
    done = run("extract", name, cwd=tmp_path)
    assert (done.returncode, done.stdout) == (code, "")


def test_what_is_extracted_in_the_graph_is_what_extract_prints(built_seeds: Build, tmp_path: Path) -> None:
    folder = built_seeds.corpus.folder.resolve()
    layers = ("--layer", "extracted", "--layer", "inferred")
    exported = run("export", "statements", "--corpus", folder, *layers, cwd=tmp_path).stdout
    names = ("fifth-consultation-report", "second-consultation-report")
    extracted = [run("extract", folder / "documents" / f"{name}.txt", "--corpus", folder, cwd=tmp_path).stdout for name in names]
    assert exported == "".join(extracted)
    for one in lines(exported):
        text = read_source(folder / "documents" / f"{one['document']}.txt").text
        assert text[one["start"] : one["end"]] == one["quote"]
        assert one["cue"] in text


def test_a_corpus_that_is_not_built_gives_the_same_statements_in_every_run(built_seeds: Build, seeds: Path) -> None:
    name = "documents/second-consultation-report.txt"
    built = run("extract", built_seeds.corpus.folder.resolve() / name, cwd=seeds).stdout
    assert [run_with_seed("extract", seeds / name, cwd=seeds, seed=seed).stdout for seed in ("1", "2")] == [built, built]
    assert not (seeds / ".travaux").exists(), "extract only reads"


def test_a_loose_report_is_linked_to_the_themes_of_a_corpus(seeds: Path, tmp_path: Path) -> None:
    text = "1. The workshop was opened by the Chair.\n2. Several speakers stressed the need for clear terminology.\n"
    (tmp_path / "other.txt").write_text(text, "utf-8")
    (one,) = lines(run("extract", "other.txt", "--corpus", seeds, cwd=tmp_path).stdout)
    assert one["themes"][0] == "terminology"
    assert one["questions"] == []
    assert "theme/terminology" in [link["target"] for link in one["links"]]


def test_statements_are_written_to_a_file_in_the_format_of_its_ending(workshop: Path) -> None:
    for name in ("said.jsonl", "said.csv"):
        printed = run("extract", "workshop.txt", "--format", name.partition(".")[2], cwd=workshop).stdout
        done = run("extract", "workshop.txt", "--output", name, cwd=workshop)
        assert (done.returncode, done.stdout, done.stderr) == (0, "", f"Wrote {name}\n")
        assert (workshop / name).read_text("utf-8") == printed


@pytest.mark.parametrize(
    ("file", "output"), [("workshop.txt", "said.nq"), ("workshop.txt", "nowhere/said.csv"), ("missing.txt", "said.csv")]
)
def test_statements_that_cannot_be_had_or_written_leave_no_file(file: str, output: str, workshop: Path) -> None:
    assert run("extract", file, "-o", output, cwd=workshop).returncode in {2, 4}
    assert [one.name for one in workshop.iterdir()] == ["workshop.txt"]


def test_a_format_of_the_other_kind_is_refused_with_the_right_command(built_seeds: Build, tmp_path: Path) -> None:
    folder = built_seeds.corpus.folder.resolve()
    done = run("export", "--format", "jsonl", "--corpus", folder, cwd=tmp_path)
    assert done.returncode == 2
    assert "travaux export statements --format jsonl" in done.stderr
    done = run("export", "statements", "--output", "statements.nq", "--corpus", folder, cwd=tmp_path)
    assert done.returncode == 2
    assert ".jsonl (jsonl), .json (json), .csv (csv)" in done.stderr


def test_the_ending_of_the_file_tells_the_format_of_statements(built_seeds: Build, tmp_path: Path) -> None:
    done = run("export", "statements", "--output", "said.csv", "--corpus", built_seeds.corpus.folder.resolve(), cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    with (tmp_path / "said.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert len(rows) == built_seeds.counts["Statement"]
    assert list(rows[0]) == KEYS
