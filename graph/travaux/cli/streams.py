"""Standard output whose reader may stop listening, as ``head`` does."""

from __future__ import annotations

import io
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from _typeshed import ReadableBuffer


class _Patient(io.FileIO):
    """A stream that writes to nowhere once nobody reads it any more."""

    def write(self, content: ReadableBuffer, /) -> int:
        try:
            return super().write(content)
        except BrokenPipeError:
            nowhere = os.open(os.devnull, os.O_WRONLY)
            os.dup2(nowhere, self.fileno())
            os.close(nowhere)
            return memoryview(content).nbytes


def let_reader_leave() -> None:
    """Make standard output one that can be left: the command goes on to its end, in silence, and gives the exit code it has anyway.

    One that was closed before the command began is left from the start.
    """
    if sys.stdout is None:
        sys.stdout = Path(os.devnull).open("w", encoding="utf-8")  # noqa: SIM115, it stays open to the end
        return
    out = sys.stdout
    if not isinstance(out, io.TextIOWrapper):
        return
    out.flush()
    patient = io.BufferedWriter(_Patient(out.fileno(), "wb", closefd=False))
    sys.stdout = io.TextIOWrapper(
        patient, encoding=out.encoding, errors=out.errors, line_buffering=out.line_buffering, write_through=out.write_through
    )
