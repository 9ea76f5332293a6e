"""A few query workers for many users: each query has one to itself, and those that find none wait a while, but not too many of them."""

from __future__ import annotations

import os
import queue
import threading
import weakref
from collections.abc import Iterable
from pathlib import Path

from travaux.rdf.sparql.answer import Answer
from travaux.rdf.sparql.dataset import EVERYTHING, Dataset
from travaux.rdf.sparql.guard import check_query
from travaux.rdf.sparql.stopping import CrowdedError, Stop
from travaux.rdf.sparql.worker import QueryWorker

_HINT = "Ask again in some seconds. Queries that run long keep others waiting."
_STEP = 0.2  # seconds after which one who waits looks whether anybody still wants the answer


def default_workers() -> int:
    """Give the number of workers that this computer can feed: its cores, but no fewer than two and no more than eight."""
    return min(8, max(2, os.cpu_count() or 2))


class WorkerPool:
    """So many workers on one store, to be shared between threads; each process starts when it is first needed.

    At most ``waiting`` queries wait for a worker, none of them longer than ``patience`` seconds: ``places`` queries can be asked at once.
    """

    def __init__(self, location: Path, *, workers: int | None = None, waiting: int = 16, patience: float = 15) -> None:
        self.size = workers or default_workers()
        self._idle: queue.LifoQueue[QueryWorker] = queue.LifoQueue()
        processes = [QueryWorker(location) for _ in range(self.size)]
        for worker in processes:
            self._idle.put(worker)
        self.close = weakref.finalize(self, _close, processes)
        """End all processes, as happens when nobody has the pool any more; a query that is being answered ends with an error."""
        self.places = self.size + waiting
        self._free = threading.Semaphore(self.places)
        self._patience = patience

    def answer(self, text: str, *, seconds: float, rows: int, dataset: Dataset = EVERYTHING, stop: Stop | None = None) -> Answer:
        """Answer a query; see ``QueryWorker.answer`` for what it raises, and ``CrowdedError`` if no worker gets free in time."""
        check_query(text)
        stop = stop or Stop()
        if not self._free.acquire(blocking=False):
            raise CrowdedError("too many queries are waiting", hint=_HINT)
        try:
            worker = self._take(stop)
            try:
                return worker.answer(text, seconds=seconds, rows=rows, dataset=dataset, stop=stop)
            finally:
                self._idle.put(worker)
        finally:
            self._free.release()

    def _take(self, stop: Stop) -> QueryWorker:
        for _ in range(max(1, round(self._patience / _STEP))):
            stop.ends(lambda: None)
            try:
                return self._idle.get(timeout=_STEP)
            except queue.Empty:
                continue
        raise CrowdedError("all who answer queries are busy", hint=_HINT)


def _close(workers: Iterable[QueryWorker]) -> None:
    for worker in workers:
        worker.close()
