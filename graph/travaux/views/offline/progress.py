"""Telling how far the making of a file has come."""

from __future__ import annotations

from collections.abc import Callable

Progress = Callable[[str, int, int], None]
"""Is told what is being done, how many steps are done, and how many are known."""


def silent(_what: str, _done: int, _all: int) -> None:
    """Tell nobody."""
