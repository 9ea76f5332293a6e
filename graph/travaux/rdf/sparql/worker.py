"""Users' queries in a process of their own, which a time limit can end and a crash cannot spread from."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import threading
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from travaux.errors import QueryError, StoreError
from travaux.rdf.sparql.answer import Answer
from travaux.rdf.sparql.dataset import EVERYTHING, Dataset
from travaux.rdf.sparql.guard import check_query
from travaux.rdf.sparql.keywords import QueryKind
from travaux.rdf.sparql.stopping import BrokenError, Stop, StoppedError, TimeLimitError

_HINT_TIME = "Add LIMIT, begin with a narrower pattern, or give the query more time."
_HINT_CRASH = "ORDER BY over texts and numbers together can do that: order by STR(?x). So can very long queries."


def run_query(location: Path, text: str, *, seconds: float = 30, rows: int | None = None) -> Answer:
    """Answer one query of a user on the store in a folder that nobody writes; see ``QueryWorker.answer``."""
    with QueryWorker(location) as worker:
        return worker.answer(text, seconds=seconds, rows=rows)


class QueryWorker:
    """A process that answers one query after another on a store in a folder, until it is closed.

    The folder is opened for reading and must not be written meanwhile: it is a published store, or a snapshot. The process starts
    with the first query and again after one that had to be ended. Not to be shared between threads.
    """

    def __init__(self, location: Path) -> None:
        self._location = location
        self._process: subprocess.Popen[bytes] | None = None

    def __enter__(self) -> Self:
        """Return the worker itself."""
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        """End the process."""
        self.close()

    def answer(
        self, text: str, *, seconds: float = 30, rows: int | None = None, dataset: Dataset = EVERYTHING, stop: Stop | None = None
    ) -> Answer:
        """Answer a query that a user typed, within so many seconds and with at most so many rows or triples.

        ``dataset`` chooses the graphs that it reads, ``stop`` lets another thread end it. ``QueryError``: the query is not permitted
        (``check_query``) or wrong (with the place); ``TimeLimitError``, ``StoppedError``; ``BrokenError``: it needs too much memory or
        disk, or brings the engine down. ``StoreError``: the folder holds no readable store.
        """
        check_query(text)
        descriptor, name = tempfile.mkstemp(prefix="travaux-answer-")
        kept = os.fdopen(descriptor, "rb")
        try:
            graphs = {"default": dataset.default, "named": dataset.named} if dataset else None
            asked = {"query": text, "seconds": seconds, "rows": rows, "file": name, "graphs": graphs}
            told = self._exchange(asked, seconds, stop or Stop())
            _raise_told(told)
        except BaseException:
            kept.close()
            raise
        finally:
            Path(name).unlink()
        return Answer(QueryKind(told["kind"]), told["count"], told["cut"], told["truth"], tuple(told["variables"]), kept)

    def close(self) -> None:
        """End the process; a later query starts another."""
        if self._process is not None:
            self._process.kill()
            self._process.communicate()
            self._process = None

    def _exchange(self, request: dict[str, Any], seconds: float, stop: Stop) -> dict[str, Any]:
        process = self._process = self._process or self._start()
        if process.stdin is None or process.stdout is None:
            raise TypeError(process)
        ended = threading.Event()

        def end() -> None:
            ended.set()
            process.kill()

        timer = threading.Timer(seconds, end)
        timer.daemon = True
        timer.start()
        try:
            stop.ends(process.kill)
            process.stdin.write(json.dumps(request).encode() + b"\n")
            process.stdin.flush()
            line = process.stdout.readline()
        except BrokenPipeError:
            line = b""
        except BaseException:  # an interrupt by the user must not leave half an exchange behind
            self.close()
            raise
        finally:
            stop.ends(None)
            timer.cancel()
        if line:
            return dict(json.loads(line))
        code = process.wait()
        self.close()
        if stop.wanted:
            raise StoppedError("the query was given up")
        if ended.is_set():
            what = f"the query took longer than {seconds:g} seconds and was ended"
            raise TimeLimitError(what, hint=_HINT_TIME)
        what = f"the query engine broke down (exit code {code})"
        raise BrokenError(what, hint=_HINT_CRASH)

    def _start(self) -> subprocess.Popen[bytes]:
        environment = os.environ | {"PYTHONPATH": os.pathsep.join(path for path in sys.path if path)}
        command = [sys.executable, "-P", "-m", "travaux.rdf.sparql.process", str(self._location)]
        pipe = subprocess.PIPE
        return subprocess.Popen(command, stdin=pipe, stdout=pipe, stderr=subprocess.DEVNULL, env=environment)  # noqa: S603


def _raise_told(told: dict[str, Any]) -> None:
    kinds = {"query": QueryError, "store": StoreError, "broken": BrokenError}
    if "error" in told:
        raise kinds[told["error"]](told["what"], where=told["where"], hint=told["hint"])
