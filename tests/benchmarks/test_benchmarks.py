"""The commands of the analysis keep their limits; what is timed is what there is."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from benchmarks.__main__ import time_all
from benchmarks.commands import LIMIT, Timed, timed_commands
from benchmarks.page import render_page
from benchmarks.timing import Run, Timing, time_command
from large_corpus.corpus import make_corpus
from travaux.model.store import Store
from travaux.pipeline.build import Build


def test_the_names_in_the_command_lines_are_those_most_spoken_of(stored_lakes: Store) -> None:
    lines = {command.line for command in timed_commands(stored_lakes)}
    named = {"travaux article 1", "travaux question 1 --consultation autumn", "travaux theme Discharges", "travaux actor Norland"}
    assert named <= lines
    assert not any("{" in line for line in lines)


def test_only_what_shows_its_progress_has_no_limit(stored_lakes: Store) -> None:
    free = {command.words[0] for command in timed_commands(stored_lakes) if command.limit is None}
    assert free == {"centrality", "communities", "candidates"}


def test_a_run_tells_seconds_and_memory_and_a_failure_in_words(built_seeds: Build) -> None:
    timing = time_command(Timed(words=("ask", "timeline")), built_seeds.corpus.folder, 1)
    assert timing.failure is None
    assert timing.worked > 0
    assert timing.memory > 10
    failed = time_command(Timed(words=("ask", "nothing")), built_seeds.corpus.folder, 1)
    assert failed.failure
    assert not failed.kept


def test_the_page_tells_what_is_missing_what_failed_and_what_took_how_long() -> None:
    quick = Timing(command=Timed(words=("quick",)), runs=(Run(seconds=0.5, worked=0.4, memory=90, failure=None),))
    slow = Timing(command=Timed(words=("slow",)), runs=tuple(Run(seconds=one, worked=4, memory=one, failure=None) for one in (7, 6, 9)))
    broken = Timing(command=Timed(words=("broken",), limit=None), runs=(Run(seconds=1, worked=1, memory=1, failure="no"),))
    page = render_page([quick, slow, broken, Timing(command=Timed(words=("later",)))], statements=9, documents=2, consultations=1, times=3)
    assert "| `travaux slow` | 7.0 | 6.0 | 9.0 | 4.0 | 10.0 | 9 | 5 |" in page
    assert "| `travaux broken` | failed | | | | | | – |" in page
    assert "| `travaux later` | not there yet |" in page
    assert (quick.kept, slow.kept, broken.kept) == (True, False, False)


@pytest.mark.measure
def test_every_command_answers_within_its_limit_with_100_000_statements(tmp_path: Path) -> None:
    """A corpus that is there already saves the minutes of making one: ``TRAVAUX_LARGE_CORPUS=build/large-corpus``."""
    given = os.environ.get("TRAVAUX_LARGE_CORPUS")
    folder = Path(given) if given else tmp_path / "corpus"
    if not given:
        make_corpus(folder, 100_000)
    timings = time_all(folder, 3)
    late = {one.command.line: one.failure or f"{one.seconds:.1f} s" for one in timings if one.runs and not one.kept}
    sys.stderr.write(f"limit {LIMIT:g} s; {sum(bool(one.runs) for one in timings)} commands timed\n")
    assert not late
