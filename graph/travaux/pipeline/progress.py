"""Telling how far a long piece of work has come."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

Progress = Callable[[str, int, int], None]
"""Told what is being done, how many steps are done, and how many there are."""


def silent(_what: str, _done: int, _all: int) -> None:
    """Tell nobody."""


@dataclass(slots=True)
class Steps:
    """Counts the steps of a piece of work, and passes on which is at work and how much of a long one is done."""

    progress: Progress
    all: int
    done: int = 0
    _what: str = ""

    def begin(self, what: str) -> None:
        """Begin the next step."""
        self._what = what
        self.progress(what, self.done, self.all)

    def within(self, done: int, steps: int) -> None:
        """Tell how much of the step at work is done."""
        self.progress(f"{self._what} ({100 * done // max(steps, 1)} %)", self.done, self.all)
