"""``travaux themes`` and ``travaux compare`` as a user types them."""

from __future__ import annotations

import csv
import io
import json
import subprocess
from pathlib import Path

import pytest

from commands import run_travaux
from travaux.pipeline.build import Build


def run(*arguments: object) -> subprocess.CompletedProcess[str]:
    return run_travaux(*(str(one) for one in arguments), env={"COLUMNS": "110"})


@pytest.fixture(scope="module")
def corpus(built_seeds: Build) -> Path:
    return built_seeds.generation.store.parents[3]


def test_themes_show_counts_and_the_strongest_word_of_each_side(corpus: Path) -> None:
    done = run("themes", "--recurring", "--limit", 1, "-c", corpus)
    assert (done.returncode, done.stderr) == (0, "")
    assert "49 of 52 themes come up, 23 of them in more than one consultation. 7 positions are expressed" in " ".join(done.stdout.split())
    assert "· Grounds for refusal 2 · support or proposal: one 1 · support or proposal: many" in " ".join(done.stdout.split())
    assert "Legal harmonization" not in done.stdout
    assert "The 1 that come up most, of 23; --all shows all." in done.stdout


def test_themes_by_chapter_are_written_as_a_document(corpus: Path, tmp_path: Path) -> None:
    done = run("themes", "--by-chapter", "--all", "-c", corpus, "--output", tmp_path / "themes.md")
    assert done.returncode == 0
    written = (tmp_path / "themes.md").read_text("utf-8")
    assert "## chapter V: International cooperation" in written
    assert "| Trust and reciprocity | 4 | 1 |" in written


def test_compare_puts_both_consultations_side_by_side(corpus: Path) -> None:
    done = run("compare", "second", "fifth", "-c", corpus)
    assert (done.returncode, done.stderr) == (0, "")
    shown = " ".join(done.stdout.split())
    assert "Positions: 7 recorded in both, 23 recorded only later, 39 recorded only earlier, 34 not comparable." in shown
    assert "Second Intersessional Consultation did not have before it: Criminalization." in shown
    assert "Opposed, not called reversed" in shown
    assert "“such guarantees would not only be necessary on their own accord" in shown


def test_compare_in_the_other_order_says_which_is_later(corpus: Path) -> None:
    shown = " ".join(run("compare", "fifth", "second", "-c", corpus).stdout.split())
    assert "Fifth Intersessional Consultation is the later one: “later” and “earlier” are said in the order given." in shown
    assert "39 recorded only later, 23 recorded only earlier" in shown


def test_json_and_csv_hold_every_change(corpus: Path) -> None:
    data = json.loads(run("compare", "second", "fifth", "-c", corpus, "--format", "json").stdout)
    rows = list(csv.DictReader(io.StringIO(run("compare", "second", "fifth", "-c", corpus, "--format", "csv").stdout)))
    changes = {("position", one["matter"]["name"], one["kind"]) for one in data["positions"]}
    assert changes == {(row["kind"], row["name"], row["change"]) for row in rows if row["kind"] == "position"}
    assert len(changes) == 103


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("compare", "second", "second"), "cannot be compared with itself"),
        (("compare", "second", "fifth", "--document", "fifth-consultation-report"), "Name a document of each, or leave --document out."),
        (("compare", "second", "fith-intersessional"), "Did you mean fifth-intersessional-consultation"),
        (("themes", "--chapter", "XX"), "there is no chapter 'XX'"),
        (("themes", "--consultation", "third"), "there is no consultation 'third'"),
    ],
)
def test_a_mistake_is_answered_with_what_may_have_been_meant(arguments: tuple[str, ...], said: str, corpus: Path) -> None:
    done = run(*arguments, "-c", corpus)
    assert (done.returncode, done.stdout) == (6, "")
    assert said in " ".join(done.stderr.split())


def test_one_consultation_is_told_to_be_too_few(furnished_lakes: Path) -> None:
    done = run("themes", "-c", furnished_lakes)
    assert done.returncode == 0
    assert done.stderr == "This graph knows fewer than two consultations, so nothing can recur.\n"
    assert "0 of them in more than one consultation" in done.stdout


def test_positions_are_held_and_speakers_have_names(corpus: Path) -> None:
    shown = run("compare", "second", "fifth", "-c", corpus).stdout
    heading = shown.index("Positions: ", shown.index("Themes\n"))
    assert "held by: several" in shown[heading:]
    assert "how widely: not said" in shown[heading:]
    assert "support or proposal:" not in shown[heading:]
    assert "(“he”): support" in shown


def test_documents_of_both_consultations_are_compared(corpus: Path) -> None:
    both = ("--document", "fifth-consultation-report", "--document", "second-consultation-report")
    assert run("compare", "second", "fifth", *both, "-c", corpus).returncode == 0


def test_one_consultation_cannot_be_compared(furnished_lakes: Path) -> None:
    done = run("compare", "workshop", "workshop", "-c", furnished_lakes)
    assert done.returncode == 6
    assert "this corpus has one consultation; two are needed" in done.stderr
