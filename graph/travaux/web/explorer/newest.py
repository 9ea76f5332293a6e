"""The newest build is the one that is explored: a build that is published while the server runs takes the place of the one before it."""

from __future__ import annotations

import time
from collections.abc import Callable, Hashable
from contextlib import AbstractContextManager, ExitStack
from typing import Self

from starlette.concurrency import run_in_threadpool
from starlette.types import ASGIApp, Receive, Scope, Send

from travaux.errors import TravauxError

SECONDS = 1.0
"""How long it may take until a new build is noticed by a request."""
Opening = Callable[[], AbstractContextManager[ASGIApp]]


class Newest:
    """Answers every request from one build, the newest there is.

    ``find`` tells the published build (``None``: there is none just now, so nothing changes), ``opening`` opens what answers from it.
    A request is answered to its end from the build that was the newest when it came; a build that is not is closed after its last
    request. One that cannot be opened leaves the one before it in place, and is tried again. Use it as a context manager.
    """

    def __init__(self, find: Callable[[], Hashable | None], opening: Opening, *, seconds: float = SECONDS) -> None:
        self._find = find
        self._opening = opening
        self._seconds = seconds
        self._looked = time.monotonic()
        self._build = find()
        self._now = _Opened(opening())

    def __enter__(self) -> Self:
        """Return the application itself."""
        return self

    def __exit__(self, *_: object) -> None:
        """Close the build that is explored."""
        self._now.close()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one connection."""
        await self._look()
        opened = self._now
        opened.asked += 1
        try:
            await opened.app(scope, receive, send)
        finally:
            opened.asked -= 1
            self._close_unused(opened)

    async def _look(self) -> None:
        """Open a newer build if there is one; others who ask meanwhile are answered from the one before it."""
        if time.monotonic() - self._looked < self._seconds:
            return
        self._looked = float("inf")
        try:
            found = await run_in_threadpool(self._find)
            if found is not None and found != self._build:
                before, self._now = self._now, await run_in_threadpool(lambda: _Opened(self._opening()))
                self._build = found
                self._close_unused(before)
        except TravauxError:
            return  # half a corpus, or a build that is gone again
        finally:
            self._looked = time.monotonic()

    def _close_unused(self, opened: _Opened) -> None:
        if opened is not self._now and not opened.asked:
            opened.close()


class _Opened:
    """An open build, and how many requests it is answering."""

    def __init__(self, opening: AbstractContextManager[ASGIApp]) -> None:
        self._stack = ExitStack()
        self.app = self._stack.enter_context(opening)
        self.asked = 0

    def close(self) -> None:
        """Close it; a second time does nothing."""
        self._stack.close()
