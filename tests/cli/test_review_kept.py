"""What was acknowledged in a review is kept: whatever kills the terminal, and whoever else decides at the same time."""

from __future__ import annotations

import os
import random
import re
import select
import signal
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from review_corpus import make_corpus
from travaux.pipeline.desk import open_desk
from travaux.reading.review.folder import read_review

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="pseudo-terminals are of POSIX systems")

_THINGS = ("boats", "nets", "shores", "reeds", "wells", "dams", "mills", "piers", "locks", "buoys", "canals", "rafts", "oars")
_WRITTEN = re.compile(r"Written: (\S+) (accepted|rejected)")


def command(folder: Path, reviewer: str, *more: str) -> list[str]:
    return [sys.executable, "-m", "travaux", "review", str(folder), "--terminal", "--reviewer", reviewer, *more]


def environment() -> dict[str, str]:
    return os.environ | {"PYTHONPATH": os.pathsep.join(sys.path), "TERM": "xterm", "COLUMNS": "100"}


class Terminal:
    """A reviewer's terminal: a process at a pseudo-terminal."""

    def __init__(self, folder: Path, reviewer: str) -> None:
        pty = pytest.importorskip("pty", reason="pseudo-terminals are of POSIX systems")
        self._own, other = pty.openpty()
        arguments = command(folder, reviewer)
        self.process = subprocess.Popen(arguments, stdin=other, stdout=other, stderr=other, env=environment(), start_new_session=True)  # noqa: S603
        os.close(other)
        self.shown = ""

    def type(self, answer: str) -> None:
        """Type an answer and press Enter; the key that ends the input stands for itself."""
        os.write(self._own, answer.encode() if answer == "\x04" else f"{answer}\n".encode())

    def read(self, seconds: float) -> None:
        """Read what is shown for so long, or until the process has ended."""
        until = time.monotonic() + seconds
        while (left := until - time.monotonic()) > 0 and select.select([self._own], [], [], left)[0]:
            try:
                self.shown += os.read(self._own, 65536).decode("utf-8", "replace")
            except OSError:
                return

    def read_until(self, words: str, seconds: float = 60) -> None:
        until = time.monotonic() + seconds
        while words not in self.shown:
            assert time.monotonic() < until, self.shown
            self.read(0.05)

    def close(self) -> None:
        os.close(self._own)

    def written(self) -> list[tuple[str, str]]:
        return _WRITTEN.findall(self.shown)


def decided(folder: Path) -> dict[tuple[str, str], str]:
    """What stands in the review files, which are whole: by key and reviewer."""
    return {(one.key, one.reviewer): one.decision.value for one in read_review(folder).opinions.get("first", ())}


@pytest.mark.parametrize("seed", range(2))
def test_a_terminal_killed_at_any_moment_loses_nothing_that_it_acknowledged(seed: int, lakes: Path) -> None:
    chance = random.Random(seed)  # noqa: S311, no secret
    terminal = Terminal(lakes, "Anna")
    terminal.read_until("[q]uit")
    for _ in range(chance.randrange(1, 6)):
        terminal.type(chance.choice(["a", "r", "a", "n", "e"]))
        terminal.type(chance.choice(["stance = neutral", "done", "a", "?"]))
        terminal.read(chance.random() / 20)
    terminal.process.send_signal(signal.SIGKILL)
    terminal.process.wait()
    terminal.read(1)
    terminal.close()
    last = dict(terminal.written())
    held = decided(lakes)
    assert {key: held.get((key, "anna")) for key in last} == last
    with open_desk(lakes) as desk:
        assert sum(item.state == "decided" for item in desk.items()) == len(held)


@pytest.mark.parametrize(("leaving", "editing"), [("interrupt", False), ("interrupt", True), ("end of input", False)])
def test_leaving_at_any_prompt_is_clean(leaving: str, editing: bool, lakes: Path) -> None:  # noqa: FBT001
    terminal = Terminal(lakes, "Anna")
    terminal.read_until("[q]uit")
    terminal.type("a")
    terminal.read_until("Written: ")
    terminal.read_until("2 of ")
    if editing:
        terminal.type("e")
        terminal.read_until("edit> ")
    terminal.read(0.3)
    if leaving == "interrupt":
        terminal.process.send_signal(signal.SIGINT)
    else:
        terminal.type("\x04")
    terminal.read_until("Kept: 1 decision of this session. Into the graph: travaux build")
    assert terminal.process.wait(20) == 0
    terminal.close()
    assert "Traceback" not in terminal.shown
    assert len(decided(lakes)) == 1


def test_two_terminals_at_once_write_every_one_of_a_hundred_decisions(tmp_path: Path) -> None:
    matters = [f"the {first} of {second}" for first in ("care", "study") for second in _THINGS]
    report = "Report of the workshop\n\n" + "\n".join(
        f"{number}. Several speakers stressed {matter}." for number, matter in enumerate(matters, 1)
    )
    folder = make_corpus(tmp_path / "lakes", report + "\n")
    with open_desk(folder) as desk:
        keys = [item.key for item in desk.items()]
    script = "".join(f"g {key}\na\ng {key}\nr again\n" for key in keys)
    started = [_start(folder, name) for name in ("Anna", "Ben")]
    for process in started:
        _wait_for_question(process)
    with ThreadPoolExecutor() as typing:
        told = list(typing.map(lambda process: process.communicate(script, timeout=120)[0], started))
    assert [process.returncode for process in started] == [0, 0]
    held = decided(folder)
    for reviewer, shown in zip(("anna", "ben"), told, strict=True):
        written = _WRITTEN.findall(shown)
        conflicts = shown.count("somebody has decided about")
        assert len(written) + conflicts == 2 * len(keys), shown
        assert {key: held.get((key, reviewer)) for key, _ in written} == dict(written)
    assert len(_WRITTEN.findall("".join(told))) > 2 * len(keys) >= 50


def _start(folder: Path, reviewer: str) -> subprocess.Popen[str]:
    arguments = command(folder, reviewer, "--state", "undecided", "--state", "disputed", "--state", "decided")
    return subprocess.Popen(  # noqa: S603
        arguments, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, env=environment()
    )


def _wait_for_question(process: subprocess.Popen[str]) -> None:
    """Wait until a terminal asks, so that several begin at the same time."""
    assert process.stdout is not None
    while line := process.stdout.readline():
        if "[q]uit" in line:
            return
    pytest.fail("the terminal asked nothing")
