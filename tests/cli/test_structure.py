"""``travaux centrality`` and ``travaux communities`` as a user types them."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from subprocess import CompletedProcess

import pytest

from commands import run_travaux
from travaux.pipeline.build import Build


@pytest.fixture(scope="module")
def corpus(built_seeds: Build) -> Path:
    return built_seeds.generation.store.parents[3]


def run(*arguments: str | Path) -> CompletedProcess[str]:
    return run_travaux(*arguments, "--samples", "19")


def test_centrality_is_printed_with_its_methods(corpus: Path) -> None:
    done = run("centrality", "positions-by-theme", "--corpus", corpus)
    assert done.returncode == 0, done.stderr
    assert "Centrality: positions-by-theme" in done.stdout
    assert "Westfall & Young 1993" in " ".join(done.stdout.split())


def test_the_same_command_gives_the_same_bytes(corpus: Path) -> None:
    first, second = (
        run("communities", "theme-cooccurrence", "--corpus", corpus, "--resolution", "1", "--format", "json") for _ in range(2)
    )
    assert first.stdout == second.stdout
    told = json.loads(first.stdout)
    assert told["rewiring"]["seed"] == 0
    assert [one["resolution"] for one in told["divisions"]] == [1.0]


def test_nodes_are_rows_of_csv(corpus: Path, tmp_path: Path) -> None:
    done = run("centrality", "speakers-by-position", "--corpus", corpus, "--output", tmp_path / "central.csv")
    assert done.returncode == 0, done.stderr
    rows = list(csv.DictReader(io.StringIO((tmp_path / "central.csv").read_text("utf-8"))))
    assert {row["claim"] for row in rows} == {"nothing can be concluded"}
    assert {row["kind"] for row in rows} == {"speaker", "position"}


@pytest.mark.parametrize("command", ["centrality", "communities"])
def test_an_unknown_network_is_answered_with_the_nearest(corpus: Path, command: str) -> None:
    done = run(command, "positions-by-themes", "--corpus", corpus)
    assert done.returncode != 0
    assert "Did you mean positions-by-theme" in " ".join(done.stderr.split())


@pytest.mark.parametrize("command", ["centrality", "communities"])
def test_a_selection_without_links_is_answered_with_a_remark(corpus: Path, command: str) -> None:
    done = run(
        command, "statements-by-question", "--corpus", corpus, "--consultation", "second", "--stance", "opposes", "--prevalence", "many"
    )
    assert done.returncode == 0, done.stderr
    assert "not the same as: not said" in done.stderr


@pytest.mark.parametrize("resolution", ["nan", "inf", "1e300", "0", "-1"])
def test_a_resolution_that_is_no_number_of_use_is_refused(corpus: Path, resolution: str) -> None:
    done = run("communities", "positions-by-theme", "--corpus", corpus, "--resolution", resolution)
    assert done.returncode == 6
    assert "above 0 and at most 1,000" in " ".join(done.stderr.split())


@pytest.mark.parametrize("command", ["centrality", "communities"])
def test_more_samples_than_end_are_refused(corpus: Path, command: str) -> None:
    done = run_travaux(command, "positions-by-theme", "--corpus", corpus, "--samples", str(10**15))
    assert done.returncode == 6
    assert "at most 100,000" in " ".join(done.stderr.split())


@pytest.mark.parametrize("seconds", ["nan", "inf"])
def test_a_time_that_is_no_number_is_refused(corpus: Path, seconds: str) -> None:
    done = run_travaux("arguments", "--corpus", corpus, "--seconds", seconds)
    assert done.returncode == 2
    assert "no number of seconds" in done.stderr
