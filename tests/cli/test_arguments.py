"""``travaux arguments`` as a user types it, on the first corpus."""

from __future__ import annotations

import csv
import io
import json
import subprocess
from pathlib import Path

import pytest

from commands import run_travaux
from travaux.pipeline.build import Build


@pytest.fixture(scope="module")
def folder(built_seeds: Build) -> Path:
    return built_seeds.corpus.folder


def run(folder: Path, *options: str) -> subprocess.CompletedProcess[str]:
    return run_travaux("arguments", *options, "--corpus", folder)


def test_without_a_name_the_whole_map_is_told(folder: Path) -> None:
    done = run(folder)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("Arguments\n═════════\n\nRecorded relations join 67 positions in 14 parts of the map;")
    assert "unsettled: the objections recorded here do not decide it  11" in done.stdout


def test_a_position_shows_its_objection_with_the_sentence(folder: Path) -> None:
    done = run(folder, "security-by-default-regulated")
    assert done.stdout.startswith("Arguments: security-by-default-regulated\n")
    assert "Chair's Report of the Fifth Intersessional Consultation, paragraph 10, characters 12043–12251" in done.stdout


def test_explicit_only_leaves_the_inferred_objection_out(folder: Path) -> None:
    assert "No objection to it is recorded." in run(folder, "security-by-default-regulated", "--explicit-only").stdout


def test_csv_has_a_row_for_each_position_and_json_the_sets(folder: Path) -> None:
    rows = list(csv.DictReader(io.StringIO(run(folder, "--format", "csv").stdout)))
    assert (len(rows), {row["standing"] for row in rows}) == (67, {"unchallenged", "open"})
    answer = json.loads(run(folder, "--semantics", "stable", "--gradual", "df-quad", "--format", "json").stdout)
    assert ["article-17-moved", "article-17-optional"] in [
        chosen for part in answer["parts"] for knot in part["knots"] for chosen in knot["sets"]
    ]
    assert all(0 <= one["strength"] <= 1 for part in answer["parts"] for one in part["positions"])


def test_what_is_not_found_out_is_told(folder: Path) -> None:
    done = run(folder, "--semantics", "preferred", "--sets", "1")
    assert done.returncode == 0
    assert "raise --sets or --seconds" in done.stderr


def test_a_layer_without_relations_is_answered_with_a_remark(folder: Path) -> None:
    done = run(folder, "--layer", "extracted")
    assert done.returncode == 0
    assert "there is nothing to weigh" in done.stderr


def test_an_unknown_name_is_refused(folder: Path) -> None:
    done = run(folder, "zyxwv")
    assert done.returncode == 6
    assert "there is no position 'zyxwv'" in done.stderr
