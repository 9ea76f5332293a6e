"""Being killed at the worst moment, for tests: just after a file has taken its place."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest


class KilledError(BaseException):
    """Nobody catches this: what is done about it, is done by whoever comes next."""


@contextmanager
def killed_after(renames: int) -> Iterator[list[str]]:
    """Kill what is done within after so many files have taken their places; give the names of those that have."""
    done: list[str] = []
    put = Path.replace

    def put_and_die(self: Path, target: Path) -> Path:
        if len(done) == renames:
            raise KilledError
        placed = put(self, target)
        done.append(Path(target).name)
        if len(done) == renames:
            raise KilledError
        return placed

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Path, "replace", put_and_die)
        try:
            yield done
        except KilledError:
            return
