"""``travaux article``, ``question``, ``theme`` and ``actor`` as a user types them, on the first corpus."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from travaux.cli import travaux
from travaux.errors import QueryError
from travaux.pipeline.build import Build


@pytest.fixture
def seeds_folder_built(built_seeds: Build) -> Path:
    return built_seeds.generation.store.parents[3]


def run(folder: Path, *arguments: str) -> Result:
    return CliRunner(env={"COLUMNS": "110"}).invoke(travaux, [*arguments, "--corpus", str(folder)])


@pytest.mark.parametrize(
    ("arguments", "title", "said"),
    [
        (("article", "24"), "Article 24: Conditions and safeguards", "several speakers · Chair's Report of the Fifth Intersessional"),
        (("article", "17"), "Article 17: Offences relating to other international treaties", "moved [unverified], from draft article 17"),
        (
            ("question", "13"),
            "Question 13",
            "14 statements speak to it directly (13 where it was asked, 1 elsewhere): 4 in support, 4 with proposals",
        ),
        (("theme", "trust-building"), "Trust and reciprocity", "Yvon Dandurand (“He”)"),
        (("actor", "Microsoft"), "Microsoft", "Said by those who work there"),
        (("actor", "Microsoft"), "Microsoft", "Linked in the record by others: · Condition: Human rights conditions"),
        (("actor", "Microsoft"), "Microsoft", "no statement by it found"),
        (("question", "13"), "Question 13", "What was opposed stands in quotation marks"),
    ],
)
def test_a_page_tells_what_is_on_file(arguments: tuple[str, ...], title: str, said: str, seeds_folder_built: Path) -> None:
    done = run(seeds_folder_built, *arguments)
    assert (done.exit_code, done.stderr) == (0, "")
    assert done.stdout.startswith(f"{title}\n═")
    assert said in " ".join(done.stdout.split())
    assert max(map(len, done.stdout.splitlines())) <= 110
    assert "What " in done.stdout


def test_json_and_csv_hold_the_exact_places(seeds_folder_built: Path) -> None:
    text = (seeds_folder_built / "documents" / "fifth-consultation-report.txt").read_text("utf-8")
    (row, *more) = csv.DictReader(io.StringIO(run(seeds_folder_built, "article", "24", "--format", "csv").stdout))
    assert text[int(row["start"]) : int(row["end"])] == row["quote"]
    assert len(more) == 2
    found = json.loads(run(seeds_folder_built, "article", "24", "--format", "json").stdout)
    assert (found["said"]["statements"], found["steps"][0]["grade"]) == (3, "D")


def test_a_file_is_written_by_its_ending(seeds_folder_built: Path, tmp_path: Path) -> None:
    done = run(seeds_folder_built, "theme", "scope", "--output", str(tmp_path / "scope.md"))
    assert (done.exit_code, done.stdout) == (0, "")
    assert (tmp_path / "scope.md").read_text("utf-8").startswith("# Scope and terminology\n")


def test_what_is_left_out_is_told_and_all_shows_it(seeds_folder_built: Path) -> None:
    short = run(seeds_folder_built, "theme", "scope", "--format", "json")
    assert "more statements are counted and not shown: --all" in short.stderr
    whole = run(seeds_folder_built, "theme", "scope", "--format", "csv", "--all")
    assert whole.stderr == ""
    assert len(list(csv.DictReader(io.StringIO(whole.stdout)))) == json.loads(short.stdout)["said"]["statements"]


@pytest.mark.parametrize(
    ("arguments", "hint"),
    [
        (("article", "99"), "Known: article"),
        (("theme", "trst"), "Did you mean"),
        (("actor", "Microsft"), "Did you mean Microsoft?"),
        (("actor", "Chamber"), "Give one of them: “International Chamber of Commerce”"),
        (("question", "77"), "Known: 1 to 26."),
    ],
)
def test_a_name_that_means_nothing_or_too_much_is_answered_with_real_ones(
    arguments: tuple[str, ...], hint: str, seeds_folder_built: Path
) -> None:
    refused = run(seeds_folder_built, *arguments).exception
    assert isinstance(refused, QueryError)
    assert hint in str(refused.hint)


def test_nothing_found_is_an_answer_with_a_remark(seeds_folder_built: Path) -> None:
    done = run(seeds_folder_built, "question", "10")
    assert (done.exit_code, done.stderr) == (0, "No statement on file fits. That is not the same as: not said.\n")
    assert "No statement on file speaks to it, not even to part of it. Searched: Chair's Report" in " ".join(done.stdout.split())


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("article", "24", "--stance", "opposes"), "No statement that fits the choice made cites it."),
        (("question", "10", "--stance", "opposes"), "No statement that fits the choice made speaks to it, not even to part of it."),
        (("theme", "trust-building", "--review", "unreviewed"), "No statement that fits the choice made is on this theme."),
        (("actor", "Microsoft", "--review", "unreviewed"), "No statement that fits the choice made is by or for Microsoft."),
    ],
)
def test_a_choice_that_leaves_nothing_is_told_from_a_silent_record(arguments: tuple[str, ...], told: str, seeds_folder_built: Path) -> None:
    shown = " ".join(run(seeds_folder_built, *arguments).stdout.split())
    assert told in shown
    assert "No statement on file" not in shown


@pytest.mark.parametrize("command", ["themes", "compare second fifth", "conflicts", "gaps", "arguments", "article 24", "candidates"])
def test_an_answer_names_its_choice_and_only_if_one_was_made(command: str, seeds_folder_built: Path) -> None:
    chosen = run(seeds_folder_built, *command.split(), "--stance", "supports")
    assert "Looked at: statements that no person has rejected;" in " ".join(chosen.stdout.split())
    assert "stance: supports" in " ".join(chosen.stdout.split())
    assert "Looked at: statements" not in run(seeds_folder_built, *command.split()).stdout


def test_json_names_the_choice(seeds_folder_built: Path) -> None:
    chosen = run(seeds_folder_built, "article", "24", "--stance", "supports", "--format", "json")
    assert json.loads(chosen.stdout)["looked_at"] == "statements that no person has rejected; stance: supports"
