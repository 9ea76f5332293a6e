"""``travaux conflicts`` and ``travaux gaps`` as a user types them."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from subprocess import CompletedProcess

import pytest

from commands import run_travaux
from travaux.analysis.gaps import GAPS
from travaux.pipeline.build import Build


@pytest.fixture(scope="module")
def corpus(built_seeds: Build) -> Path:
    return built_seeds.generation.store.parents[2].parent


def run(corpus: Path, *arguments: str | Path) -> CompletedProcess[str]:
    return run_travaux(*arguments, "--corpus", corpus, env={"COLUMNS": "110"})


def test_explicit_conflicts_stand_apart_from_inferred_ones_with_the_rule_that_found_each(corpus: Path) -> None:
    shown = run(corpus, "conflicts").stdout
    explicit, inferred = shown.index("Explicit: the report sets"), shown.index("Inferred: by an editor")
    assert explicit < shown.index("stated-disagreement") < inferred < shown.index("editor-disagreement")
    assert "“While several speakers stated" in shown
    assert "20 of 26 positions are shown; --all shows all." in shown


def test_article_17_has_tensions_and_no_conflict(corpus: Path) -> None:
    shown = run(corpus, "conflicts", "article", "17", "--coalitions").stdout
    assert "No conflict is recorded" in shown
    assert "Rule: alternatives." in shown
    assert "Positions that go together" in shown
    assert "It does not say that anybody holds all of them." in " ".join(shown.split())


def test_json_and_csv_hold_the_same_pairs_and_say_what_is_left_out(corpus: Path) -> None:
    data = json.loads(run(corpus, "conflicts", "--format", "json").stdout)
    done = run(corpus, "conflicts", "--format", "csv")
    rows = list(csv.DictReader(io.StringIO(done.stdout)))
    assert [row["first_claim"] for row in rows if row["kind"] == "conflict"] == [one["first"]["claim"] for one in data["conflicts"]]
    assert done.stderr == "The answer holds 20 of 26 common ground; --all gives all.\n"


def test_an_answer_is_written_to_a_file(corpus: Path, tmp_path: Path) -> None:
    done = run(corpus, "conflicts", "prevention", "--output", tmp_path / "prevention.md")
    assert (done.returncode, done.stdout) == (0, "")
    assert (tmp_path / "prevention.md").read_text("utf-8").startswith("# Common ground and conflict: Preventive measures\n")


def test_gaps_say_what_was_searched_and_that_not_found_is_not_not_said(corpus: Path) -> None:
    shown = " ".join(run(corpus, "gaps").stdout.split())
    assert "Searched: 131 statements (131 reviewed, 0 proposed by rules only)" in shown
    assert "Not found is not the same as not said" in shown
    assert "Guiding questions without a direct answer: 6 of 26" in shown
    assert "Provisions that no statement cites: 48 of 62" in shown
    assert "Their subject may be spoken of without their number." in shown
    assert "no statements were made" in shown
    assert all(about.lists in shown for about in GAPS.values())


def test_kinds_can_be_chosen(corpus: Path) -> None:
    data = json.loads(run(corpus, "gaps", "--kind", "themes-never-raised", "--format", "json").stdout)
    assert [(one["kind"], one["total"]) for one in data["sections"]] == [("themes-never-raised", 3)]


def test_a_selection_that_leaves_nothing_is_told(corpus: Path) -> None:
    for command in ("gaps", "conflicts"):
        done = run(corpus, command, "--review", "merged", "--review", "unreviewed", "--prevalence", "all")
        assert done.returncode == 0
        assert done.stderr.startswith("This graph holds no statements that fit")


def test_an_unknown_theme_brings_the_nearest(corpus: Path) -> None:
    done = run(corpus, "conflicts", "dual criminalty")
    assert done.returncode != 0
    assert "Dual criminality" in done.stderr


def test_a_choice_without_relations_is_not_a_graph_without(corpus: Path) -> None:
    done = run(corpus, "conflicts", "--stance", "opposes")
    assert done.stderr.startswith("No relation recorded joins positions of the statements selected")
