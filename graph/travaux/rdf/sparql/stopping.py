"""Why a query had to end before its answer: its own fault, its time, or the others that are before it."""

from __future__ import annotations

import threading
from collections.abc import Callable

from travaux.errors import QueryError


class TimeLimitError(QueryError):
    """The query took longer than its limit and was ended."""


class BrokenError(QueryError):
    """The query brought the engine down, or needed more memory or disk than a query may have."""


class StoppedError(QueryError):
    """Whoever asked has gone, and the query was ended."""


class CrowdedError(QueryError):
    """So many queries are being answered or waiting that this one is not taken."""


class Stop:
    """A way to end a query from another thread; ending one that has not begun keeps it from beginning."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._end: Callable[[], object] | None = None
        self._wanted = False

    @property
    def wanted(self) -> bool:
        """Whether the query is to end."""
        return self._wanted

    def now(self) -> None:
        """End the query."""
        with self._lock:
            self._wanted = True
            if self._end is not None:
                self._end()

    def ends(self, end: Callable[[], object] | None) -> None:
        """Say what ends the query while it is answered, ``None`` when it is; ``StoppedError`` if it is to end already."""
        with self._lock:
            if end is not None and self._wanted:
                raise StoppedError("the query was given up")
            self._end = end
