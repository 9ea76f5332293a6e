"""``travaux evaluate`` as a user types it."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from typing import Any

import pytest

from annotations import FOLDER
from commands import run_travaux
from travaux.errors import AnnotationError
from travaux.pipeline.build import Build

CASE = 'manner = "minutes"\n[[case]]\nphenomenon = "vote"\ntext = "The motion was carried."\n'


@pytest.fixture
def seeds(built_seeds: Build) -> Path:
    return built_seeds.corpus.folder


def evaluate(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
    return run_travaux("evaluate", *arguments)


def evaluate_json(*arguments: str | Path) -> Any:
    done = evaluate(*arguments, "--format", "json")
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def written(folder: Path, name: str, *rows: dict[str, Any]) -> Path:
    file = folder / name
    file.write_text("".join(json.dumps(row) + "\n" for row in rows), "utf-8")
    return file


def test_two_annotators_are_compared(seeds: Path) -> None:
    answer = evaluate_json(
        FOLDER / "seeds" / "pass-a", "-s", FOLDER / "seeds" / "pass-b", "--corpus", seeds, "--by", "document", "--misses"
    )
    assert list(answer) == ["statements", "fields", "by_document", "misses", "documents", "not_annotated"]
    main = answer["statements"][0]
    assert main["matched"] <= min(main["annotated"], main["found"])
    assert len(answer["misses"]) == main["annotated"] + main["found"] - 2 * main["matched"]
    assert {row["document"] for row in answer["by_document"]} == {"second-consultation-report", "fifth-consultation-report"}
    assert {row["field"]: row["kappa"] is not None for row in answer["fields"]}["stance"]


def test_the_table_is_readable_and_the_same_on_every_run(seeds: Path) -> None:
    arguments = (
        FOLDER / "seeds" / "pass-a",
        "-s",
        FOLDER / "seeds" / "pass-b",
        "-c",
        seeds,
        "--misses",
        "--differ",
        "stance",
        "--by",
        "cue",
    )
    first = evaluate(*arguments)
    assert first.returncode == 0, first.stderr
    headings = [line for line in first.stdout.splitlines() if line in {"Statements", "Fields", "By cue", "Misses", "Differing stance"}]
    assert headings == ["Statements", "Fields", "By cue", "Misses", "Differing stance"]
    assert evaluate(*arguments).stdout == first.stdout


def test_statements_of_the_built_graph_are_compared(seeds: Path) -> None:
    answer = evaluate_json(FOLDER / "seeds" / "pass-a", "--corpus", seeds)
    assert answer["statements"][0]["annotated"] > 100
    assert answer["statements"][0]["matched"] > 0


def test_texts_that_come_with_the_annotations_are_read(tmp_path: Path) -> None:
    text = "Several speakers stressed the need for clean water."
    statement = '[[case.statement]]\nquote = "the need for clean water"\ncue = "stressed"\nprevalence = "several"\n'
    (tmp_path / "water.toml").write_text(f'{CASE}[[case]]\nphenomenon = "plain"\ntext = "{text}"\n{statement}', "utf-8")
    answer = evaluate_json(tmp_path / "water.toml", "--by", "rule")
    assert answer["statements"][0]["f1"] == 1
    assert {row["field"]: row["accuracy"] for row in answer["fields"]}["prevalence"] == 1
    assert answer["documents"] == {"without_statements": 1, "stayed_empty": 1}
    assert [row["found"] for row in answer["by_rule"]] == [1]


def test_texts_without_statements_that_stay_empty_are_told(tmp_path: Path) -> None:
    (tmp_path / "cases.toml").write_text(CASE, "utf-8")
    done = evaluate(tmp_path / "cases.toml", "-s", written(tmp_path, "found.jsonl"), "--by", "phenomenon")
    assert done.returncode == 0, done.stderr
    assert "1 of 1 text without statements stayed empty." in done.stdout
    spurious = written(
        tmp_path, "found.jsonl", {"document": "cases/1", "quote": "The motion"}, {"document": "x", "quote": "y", "start": 0, "end": 1}
    )
    done = evaluate(tmp_path / "cases.toml", "-s", spurious)
    assert "0 of 1 text without statements stayed empty." in done.stdout
    assert "1 statement found in documents that nobody annotated: not counted." in done.stdout


def test_groups_of_cases_need_cases(tmp_path: Path) -> None:
    row = {"document": "x", "quote": "y", "start": 0, "end": 1}
    done = evaluate(written(tmp_path, "gold.jsonl", row), "-s", written(tmp_path, "found.jsonl"), "--by", "manner")
    assert done.returncode == 2
    assert "Only cases have a manner" in done.stderr


def test_a_wrong_line_is_told_with_its_number(tmp_path: Path) -> None:
    gold = written(tmp_path, "gold.jsonl", {"document": "x", "quote": "y", "start": 0, "end": 1}, {"document": "x"})
    done = evaluate(gold, "-s", gold)
    assert done.returncode == AnnotationError.exit_code
    assert "gold.jsonl, line 2: 'quote' is missing" in done.stderr


def test_a_document_of_no_corpus_needs_characters(tmp_path: Path, seeds: Path) -> None:
    gold = written(tmp_path, "gold.jsonl", {"document": "unknown", "quote": "y"})
    done = evaluate(gold, "-s", gold, "-c", seeds)
    assert done.returncode == AnnotationError.exit_code
    assert "no text of the document 'unknown'" in done.stderr
    assert "Known documents: fifth-consultation-concept-note, fifth-consultation-report, second-" in done.stderr
    assert "unknown.txt beside unknown.jsonl" in done.stderr
    assert "--corpus FOLDER" in done.stderr


def test_annotations_of_a_document_that_can_be_read_nowhere_are_not_counted_as_missed(tmp_path: Path, seeds: Path) -> None:
    done = evaluate(written(tmp_path, "gold.jsonl", {"document": "unknown", "quote": "y", "start": 0, "end": 1}), "-c", seeds)
    assert (done.returncode, done.stdout) == (AnnotationError.exit_code, "")
    assert "the document 'unknown' is not in the corpus\nKnown documents: fifth-consultation-concept-note, " in done.stderr


def test_the_text_beside_its_annotations_is_all_that_is_needed(tmp_path: Path) -> None:
    (tmp_path / "report.txt").write_text("Several speakers stressed the need for clean water.", "utf-8")
    gold = written(tmp_path, "report.jsonl", {"document": "report", "quote": "the need for clean water"})
    assert evaluate_json(gold, "--misses")["statements"][0]["f1"] == 1
