"""Reading sentences in several processes, which load the language model once each and end with the process that started them."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from itertools import repeat
from multiprocessing import get_context, parent_process
from threading import Thread

from travaux.errors import TravauxError
from travaux.model.lexicon import Lexicon
from travaux.reading.extraction.cue_index import CueIndex, to_index
from travaux.reading.extraction.sentences import Reported, read_sentence
from travaux.reading.language.parser import check_model, parse

Readings = list[tuple[Reported, ...]]
"""What each of several sentences reports."""


def read_texts(index: CueIndex, texts: Iterable[str]) -> Readings:
    """Parse and read sentences, in order; ``index`` tells whether in the words of a report or in those of whoever wrote them."""
    return [read_sentence(sentence, index) for sentence in parse(texts)]


def count_processors() -> int:
    """Count the processors that this process may use; where the system does not tell, those that it has."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


class Workers:
    """Processes that read. They start with the first work and stay until ``close``, for as many documents as there are."""

    def __init__(self, lexicon: Lexicon, processes: int) -> None:
        self.processes = processes
        self._lexicon = lexicon
        self._pool: ProcessPoolExecutor | None = None

    def read(self, chunks: Sequence[Sequence[str]], *, own_words: bool = False) -> Iterator[Readings]:
        """Yield what the sentences of each chunk report, in the order of the chunks; ``own_words`` are those of whoever wrote them.

        Raises ``TravauxError`` if the language model is not installed or a process died; the next work gets new processes.
        """
        check_model()
        if self._pool is None:
            # Started afresh and not forked, which is unsafe where the caller has threads.
            self._pool = ProcessPoolExecutor(self.processes, get_context("spawn"), _start, (self._lexicon,))
        try:
            yield from self._pool.map(_read, chunks, repeat(own_words))
        except BrokenProcessPool as error:
            self.close()
            raise TravauxError(
                "a process that reads sentences ended before its work was done",
                hint="It may have run out of memory. A script that reads in several processes must start them under"
                ' `if __name__ == "__main__":`; `open_reader(lexicon, processes=1)` reads without them.',
            ) from error

    def close(self) -> None:
        """End the processes; what they are reading is finished first, what waits is not begun."""
        if self._pool is not None:
            self._pool.shutdown(cancel_futures=True)
            self._pool = None


_index: CueIndex


def _start(lexicon: Lexicon) -> None:
    """Prepare a worker process: an interrupt from the keyboard is for its parent, which ends it; without a parent it ends itself."""
    global _index  # noqa: PLW0603, a worker process keeps its index from one chunk to the next
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    Thread(target=_end_with_parent, daemon=True).start()
    _index = to_index(lexicon)


def _end_with_parent() -> None:
    parent = parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


def _read(texts: Sequence[str], own_words: bool) -> Readings:  # noqa: FBT001, what a pool maps has no names
    return read_texts(_index.in_own_words() if own_words else _index, texts)
