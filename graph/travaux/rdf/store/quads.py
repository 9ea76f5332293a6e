"""N-Quads on their way into a store: read, checked and in need of a named graph."""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator
from typing import BinaryIO, cast

from pyoxigraph import NamedNode, Quad, RdfFormat, parse

from travaux.errors import StoreError


def read_quads(source: BinaryIO | Iterable[bytes]) -> Iterator[Quad]:
    """Read quads from a stream or from lines, one after the other; blank nodes get names that no other load uses.

    ``StoreError`` with the line for what is no N-Quads, and for a quad outside of a named graph.
    """
    stream = cast("BinaryIO", source) if hasattr(source, "read") else io.BufferedReader(_Lines(source))
    try:
        for quad in parse(stream, RdfFormat.N_QUADS, rename_blank_nodes=True):
            if not isinstance(quad.graph_name, NamedNode):
                what = f"a quad needs a named graph: {str(quad)[:200]}"
                raise StoreError(what, hint="The default graph of queries is the union of the named graphs; nothing is stored in it.")
            yield quad
    except SyntaxError as error:
        what = f"no N-Quads: {error.msg}"
        raise StoreError(what, where=f"line {error.lineno}") from error


class _Lines(io.RawIOBase):
    """Lines as a stream, as much at a time as the reader asks for."""

    def __init__(self, lines: Iterable[bytes]) -> None:
        super().__init__()
        self._lines = iter(lines)
        self._rest = b""

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        while not self._rest:
            line = next(self._lines, None)
            if line is None:
                return 0
            self._rest = line
        taken = self._rest[: len(buffer)]
        buffer[: len(taken)] = taken
        self._rest = self._rest[len(taken) :]
        return len(taken)
