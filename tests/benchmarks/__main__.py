"""Time the commands of the analysis: ``python -m benchmarks FOLDER``; a folder without a corpus gets one first."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from benchmarks.commands import timed_commands
from benchmarks.page import render_page, render_row
from benchmarks.timing import Timing, time_command
from large_corpus.corpus import make_corpus
from travaux.model.corpus import DESCRIPTION
from travaux.pipeline.workspace import get_built
from travaux.rdf.store import open_store

_PAGE = Path(__file__).parent.parent.parent / "docs" / "benchmarks.md"


def main() -> None:
    """Time every command, write the page, and end with code 1 if one failed or took longer than it may."""
    parser = argparse.ArgumentParser(prog="benchmarks", description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--statements", type=int, default=100_000, help="size of a corpus that is made [default: 100000]")
    parser.add_argument("--times", type=int, default=3, help="runs of each command [default: 3]")
    parser.add_argument("--only", help="time only commands whose line holds this, and write no page")
    parser.add_argument("--output", type=Path, default=_PAGE, help="page to write [default: docs/benchmarks.md]")
    given = parser.parse_args()
    if not (given.folder / DESCRIPTION).is_file():
        _tell(f"making a corpus of {given.statements:,} statements; this takes some minutes")
        make_corpus(given.folder, given.statements, progress=lambda what, done, steps: _tell(f"{done:4d} of {steps}  {what}"))
    timings = time_all(given.folder, given.times, given.only or "")
    if not given.only:
        counts = get_built(given.folder).manifest.counts
        sizes = {name.lower() + "s": counts[name] for name in ("Statement", "Document", "Consultation")}
        given.output.write_text(render_page(timings, times=given.times, **sizes), "utf-8")
    sys.exit(0 if all(timing.kept for timing in timings if timing.runs) else 1)


def time_all(folder: Path, times: int, only: str = "") -> list[Timing]:
    """Time the commands whose line holds ``only``, telling each figure as it comes."""
    with open_store(get_built(folder).store, read_only=True) as store:
        commands = [command for command in timed_commands(store) if only in command.line]
    timings: list[Timing] = []
    for command in commands:
        timing = time_command(command, folder, times) if command.exists else Timing(command=command)
        timings.append(timing)
        _tell(render_row(timing, timings[0]) + (f"  {timing.failure}" if timing.runs and timing.failure else ""))
    return timings


def _tell(words: str) -> None:
    sys.stderr.write(f"{words}\n")


if __name__ == "__main__":
    main()
