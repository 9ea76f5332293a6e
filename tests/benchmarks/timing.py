"""Running a command as a process of its own, with its time and memory."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from benchmarks.commands import Timed

_KIBIBYTES = 1024


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """One run: seconds on the clock, seconds of work of the processor, peak memory in MiB, and what went wrong, if anything did."""

    seconds: float
    worked: float
    memory: float
    failure: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Timing:
    """A command with its runs; it has none if there is no such command."""

    command: Timed
    runs: tuple[Run, ...] = ()

    @property
    def seconds(self) -> float:
        """The median of the seconds on the clock."""
        return median(run.seconds for run in self.runs)

    @property
    def worked(self) -> float:
        """The median of the seconds that the processor worked: what is left on a machine that does nothing else."""
        return median(run.worked for run in self.runs)

    @property
    def memory(self) -> float:
        """The most memory of any run, in MiB."""
        return max(run.memory for run in self.runs)

    @property
    def failure(self) -> str | None:
        """What went wrong in the first run that failed."""
        return next((run.failure for run in self.runs if run.failure), None)

    @property
    def kept(self) -> bool:
        """Whether the command did its work within its limit."""
        return self.failure is None and (self.command.limit is None or self.seconds <= self.command.limit)


def time_command(command: Timed, corpus: Path, times: int) -> Timing:
    """Run a command on a corpus so many times, one after the other."""
    return Timing(command=command, runs=tuple(_run([*command.words, "--corpus", str(corpus)]) for _ in range(times)))


def _run(words: Sequence[str]) -> Run:
    environment = os.environ | {"PYTHONPATH": os.pathsep.join(path for path in sys.path if path)}
    with tempfile.TemporaryFile() as output, tempfile.TemporaryFile() as remarks:
        begun = time.perf_counter()
        process = subprocess.Popen([sys.executable, "-m", "travaux", *words], stdout=output, stderr=remarks, env=environment)  # noqa: S603
        _, status, used = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - begun
        process.returncode = os.waitstatus_to_exitcode(status)
        remarks.seek(0)
        told = remarks.read().decode(errors="replace").strip()
        empty = output.tell() == 0 and os.fstat(output.fileno()).st_size == 0
    failure = told[-300:] or f"exit code {process.returncode}" if process.returncode else "it wrote nothing" if empty else None
    return Run(seconds=seconds, worked=used.ru_utime + used.ru_stime, memory=used.ru_maxrss / _KIBIBYTES, failure=failure)
