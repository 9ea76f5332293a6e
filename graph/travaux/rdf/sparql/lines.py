"""A file that takes so many lines and no more."""

from __future__ import annotations

import io
from collections.abc import Callable
from typing import IO

from travaux.errors import QueryError

MAXIMUM_BYTES = 2**30
"""Bytes that one answer may have."""


class LimitedLines(io.BytesIO):
    """A writer in front of a file that stops with the line ``limit``, always at the end of a line."""

    def __init__(self, file: IO[bytes], limit: int | None) -> None:
        super().__init__()
        self._file = file
        self._limit = limit
        self._full = False
        self._bytes = 0
        self.count = 0

    def fill(self, write: Callable[[], object]) -> bool:
        """Run what writes; return whether there was more than the limit. ``QueryError`` beyond ``MAXIMUM_BYTES``."""
        try:
            write()
        except _FullError:
            if self._bytes > MAXIMUM_BYTES:
                what = f"the answer is larger than {MAXIMUM_BYTES // 2**20:,} megabytes"
                raise QueryError(what, hint="Add LIMIT, or ask for fewer columns.") from None
        return self._full

    def write(self, data: bytes) -> int:  # type: ignore[override]
        """Take the data up to the limit, then interrupt the writer."""
        if self._full:  # the engine writes its last buffer once more when it is interrupted
            return len(data)
        taken = self._within_limit(data)
        self._file.write(taken)
        self.count += taken.count(b"\n")
        self._bytes += len(taken)
        self._full = len(taken) < len(data) or self._bytes > MAXIMUM_BYTES
        if self._full:
            raise _FullError
        return len(data)

    def _within_limit(self, data: bytes) -> bytes:
        if self._limit is None:
            return data
        missing = self._limit - self.count
        pieces = data.split(b"\n", missing)
        return data[: len(data) - len(pieces[-1])] if len(pieces) > missing else data


class _FullError(Exception):
    """No more is wanted."""
