"""``travaux evaluate --reviewers``, and scores of what rules propose beside what people decided."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from typing import Any

import pytest

from commands import run_travaux
from travaux.analysis.evaluation.opinions import FIELDS
from travaux.cli.commands import evaluate as command
from travaux.errors import AnnotationError, CorpusError
from travaux.model.schemes import DocumentKind
from travaux.pipeline.build import build
from travaux.reading.corpus_edit import add_document, new_corpus

WATER = "clean water"
FISH = "the fishing of trout"
REPORT = f"1. Several speakers stressed the need for {WATER}.\n\n2. Some speakers opposed {FISH}.\n"


def evaluate(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
    return run_travaux("evaluate", *arguments)


def evaluate_json(*arguments: str | Path) -> Any:
    done = evaluate(*arguments, "--format", "json")
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def opinion(key: str, reviewer: str, **said: object) -> str:
    fields: dict[str, object] = {
        "decision": "accepted",
        "paragraph": "1",
        "quote": f"the need for {WATER}",
        "speaker": "Several speakers",
        "speaker_kind": "collective",
        "prevalence": "several",
        "cue": "stressed",
        "act": "stress",
        "stance": "supports",
        "claim": "Clean water is needed.",
    } | said
    lines = [f"{key}.{reviewer}.{name} = {json.dumps(value)}" for name, value in fields.items()]
    return "\n".join([*lines, f"{key}.{reviewer}.at = 2026-03-05T09:00:00Z", ""])


ON_FISH = {"paragraph": "2", "quote": FISH, "cue": "opposed", "act": "oppose", "stance": "opposes", "prevalence": "some"}
ON_FISH |= {"speaker": "Some speakers", "claim": "Trout should be left alone."}


@pytest.fixture
def lakes(tmp_path: Path) -> Path:
    folder = tmp_path / "lakes"
    new_corpus(folder, "Lakes")
    report = tmp_path / "report.txt"
    report.write_text(REPORT, "utf-8")
    add_document(folder, report, kind=DocumentKind.REPORT)
    return folder


def review(corpus: Path, *opinions: str) -> Path:
    file = corpus / "review" / "statements" / "report.toml"
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text("\n".join(opinions), "utf-8")
    (corpus / "review" / "reviewers.toml").write_text('anna.name = "Anna Arlt"\n', "utf-8")
    return file


@pytest.fixture
def reviewed(lakes: Path) -> Path:
    review(
        lakes,
        opinion("1-a", "anna"),
        opinion("1-a", "ben", decision="edited", stance="neutral", themes=["water"]),
        opinion("1-a", "carla"),
        opinion("2-b", "anna", **ON_FISH),
        opinion("2-b", "ben", **ON_FISH),
        opinion("2-b", "carla", **(ON_FISH | {"decision": "rejected"})),
        opinion("2-c", "carla", **ON_FISH),
    )
    return lakes


def test_three_reviewers_are_compared(reviewed: Path) -> None:
    answer = evaluate_json("--reviewers", "--corpus", reviewed, "--differ", "stance")
    assert list(answer) == ["reviewers", "judged", "judged_by_two", "fields", "pairs", "disputed", "differing_stance"]
    assert answer["reviewers"] == {"anna": "Anna Arlt", "ben": "ben", "carla": "carla"}
    assert (answer["judged"], answer["judged_by_two"]) == (3, 2)
    fields = {row["field"]: row for row in answer["fields"]}
    assert (fields["stance"]["statements"], fields["stance"]["unanimous"], fields["stance"]["observed"]) == (2, 1, 0.5)
    assert fields["act"]["alpha"] == 1
    assert fields["speaker_kind"] == fields["speaker_kind"] | {"alpha": None, "remark": "undefined: all say 'collective'"}
    assert [(row["key"], row["differing"]) for row in answer["disputed"]] == [("1-a", "stance, themes"), ("2-b", "stands")]
    (row,) = answer["differing_stance"]
    assert (row["quote"], row["by_anna"], row["by_ben"], row["by_carla"]) == (f"the need for {WATER}", "supports", "neutral", "supports")


def test_the_answer_reads_well_and_is_the_same_on_every_run(reviewed: Path) -> None:
    done = evaluate("--reviewers", "-c", reviewed, "--differ", "stands")
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith("2 of 3 statements judged by at least two of anna (Anna Arlt), ben, carla.\n")
    headings = [line for line in done.stdout.splitlines() if line in {"Fields", "Pairs", "Disputed", "Differing stands"}]
    assert headings == ["Fields", "Pairs", "Disputed", "Differing stands"]
    assert "undefined: all say 'collective'" in done.stdout
    assert "nan" not in done.stdout.lower().split()
    assert evaluate("--reviewers", "-c", reviewed, "--differ", "stands").stdout == done.stdout


def test_without_two_who_have_judged_one_statement_that_is_said(lakes: Path) -> None:
    done = evaluate("--reviewers", "-c", lakes)
    assert (done.returncode, done.stdout) == (AnnotationError.exit_code, "")
    assert "nobody has judged a statement yet" in done.stderr
    review(lakes, opinion("1-a", "anna"))
    assert "only anna has judged statements, 1 of them" in evaluate("--reviewers", "-c", lakes).stderr
    review(lakes, opinion("1-a", "anna"), opinion("2-b", "ben", **ON_FISH))
    assert "no statement was judged by two: anna, ben have judged different ones" in evaluate("--reviewers", "-c", lakes).stderr


def test_a_mistake_in_a_review_file_is_told(lakes: Path) -> None:
    review(lakes, opinion("1-a", "anna", stance="in favour"))
    done = evaluate("--reviewers", "-c", lakes)
    assert done.returncode == CorpusError.exit_code
    assert "1-a.anna.stance" in done.stderr


def test_what_says_nothing_about_reviewers_is_refused(reviewed: Path) -> None:
    for arguments in (["--misses"], ["--by", "cue"], ["--layer", "extracted"], ["--statements", reviewed], [reviewed]):
        done = evaluate("--reviewers", "-c", reviewed, *arguments)
        assert done.returncode == 2
        assert "cannot be given together with --reviewers" in done.stderr
    done = evaluate("--reviewers", "-c", reviewed, "--differ", "cue")
    assert done.returncode == 2
    assert "The field cue is not compared among reviewers. These are: stands, " in done.stderr


def test_something_to_compare_is_needed(reviewed: Path) -> None:
    done = evaluate("-c", reviewed)
    assert (done.returncode, "or --reviewers" in done.stderr) == (2, True)
    done = evaluate(reviewed, "--differ", "stands")
    assert (done.returncode, "not compared with GOLD" in done.stderr) == (2, True)
    done = evaluate(reviewed, "-s", reviewed, "--layer", "extracted")
    assert (done.returncode, "--layer cannot be given together with --statements" in done.stderr) == (2, True)


def test_the_fields_that_can_be_named_are_those_that_are_compared() -> None:
    assert tuple(FIELDS) == command._REVIEWED  # noqa: SLF001, written twice so that help answers at once


def test_what_stands_and_what_rules_propose_are_scored_apart(lakes: Path, tmp_path: Path) -> None:
    gold = tmp_path / "gold.jsonl"
    rows = [{"document": "report", "quote": f"the need for {WATER}", "stance": "supports"}, {"document": "report", "quote": FISH}]
    gold.write_text("".join(json.dumps(row) + "\n" for row in rows), "utf-8")
    build(lakes)
    before = evaluate(gold, "-c", lakes).stdout
    assert before
    assert evaluate(gold, "-c", lakes, "--layer", "extracted").stdout == before
    review(
        lakes, opinion("1-a", "anna", decision="edited", stance="neutral"), opinion("2-b", "anna", **(ON_FISH | {"decision": "rejected"}))
    )
    build(lakes)
    standing = evaluate_json(gold, "-c", lakes)
    assert (standing["statements"][0]["found"], standing["statements"][0]["matched"]) == (1, 1)
    assert {row["field"]: row["right"] for row in standing["fields"]}["stance"] == 0
    assert evaluate(gold, "-c", lakes, "--layer", "extracted").stdout == before
    assert evaluate(gold, "-c", lakes, "--layer", "reviewed", "--format", "json").stdout == json.dumps(standing, indent=1) + "\n"
