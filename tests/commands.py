"""Commands as a user types them: each in a process of its own, started from one that has loaded the libraries and the language model."""

from __future__ import annotations

import multiprocessing
import os
import re
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import cache
from multiprocessing.context import ForkServerContext
from pathlib import Path

_FOREVER = 600
"""Seconds after which a command is taken to hang."""


def run_travaux(
    *arguments: str | Path, cwd: Path | None = None, stdin: str = "", env: dict[str, str] | None = None
) -> subprocess.CompletedProcess[str]:
    """Run ``travaux`` with these arguments; no answer may hold a stack trace."""
    environment = dict(os.environ) | {"COLUMNS": "120"} | (env or {})
    given = [str(argument) for argument in arguments]
    with tempfile.TemporaryDirectory() as folder:
        streams = [Path(folder) / name for name in ("in", "out", "err")]
        streams[0].write_text(stdin, "utf-8")
        child = _starter().Process(target=_command, args=(given, str(cwd or Path.cwd()), environment, [str(path) for path in streams]))
        child.start()
        child.join(_FOREVER)
        hangs = child.is_alive()
        child.kill()
        assert not hangs, f"travaux {' '.join(given)} does not come to an end"
        out, err = (path.read_text("utf-8") for path in streams[1:])
    done = subprocess.CompletedProcess(["travaux", *given], child.exitcode if child.exitcode is not None else -1, out, err)
    assert "Traceback" not in done.stderr, done.stderr
    return done


@contextmanager
def served(command: Sequence[str | Path], *, cwd: Path, env: Mapping[str, str] | None = None) -> Iterator[str]:
    """Run a command that serves until it is interrupted; give its address, then end it as Ctrl-C does. It must end well."""
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path), **(env or {})}
    with subprocess.Popen(command, cwd=cwd, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True) as process:  # noqa: S603
        assert process.stdout is not None
        told: list[str] = []
        for line in process.stdout:
            told.append(line)
            if found := re.search(r"http://\S+", line):
                yield found[0]
                break
        process.send_signal(signal.SIGINT)
        rest = process.stdout.read()
    assert "Traceback" not in rest, rest
    assert process.returncode == 0, (told, rest)


@contextmanager
def serving_travaux(*arguments: str | Path, cwd: Path) -> Iterator[str]:
    """Run a ``travaux`` that serves, give the address that it tells, without a slash at the end, and interrupt it as Ctrl-C does."""
    with tempfile.TemporaryDirectory() as folder:
        streams = [str(Path(folder) / name) for name in ("in", "out", "err")]
        Path(streams[0]).touch()
        given = [str(argument) for argument in arguments]
        child = _starter().Process(target=_command, args=(given, str(cwd), dict(os.environ), streams))
        child.start()
        try:
            while (told := _find_address(Path(streams[1]))) is None:
                assert child.is_alive(), Path(streams[2]).read_text("utf-8")
                time.sleep(0.02)
            yield told
            os.kill(child.pid or 0, signal.SIGINT)
            child.join(_FOREVER)
            assert (child.exitcode, Path(streams[2]).read_text("utf-8").count("Traceback")) == (0, 0)
        finally:
            child.kill()


def _find_address(out: Path) -> str | None:
    found = re.search(r"(http://\S+)/\n", out.read_text("utf-8")) if out.is_file() else None
    return found[1] if found else None


@cache
def _starter() -> ForkServerContext:
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["warmed"])
    return context


def _command(arguments: list[str], folder: str, environment: Mapping[str, str], streams: list[str]) -> None:
    """Be the process of a command: its folder, its environment, its streams, its exit code."""
    os.chdir(folder)
    os.environ.clear()
    os.environ.update(environment)
    for number, path in enumerate(streams):
        os.dup2(os.open(path, os.O_RDONLY if number == 0 else os.O_WRONLY | os.O_CREAT), number)
    sys.stdin, sys.stdout, sys.stderr = (os.fdopen(number, "w" if number else "r", encoding="utf-8", closefd=False) for number in range(3))
    sys.argv = ["travaux", *arguments]
    from travaux.cli import main  # noqa: PLC0415

    main()
