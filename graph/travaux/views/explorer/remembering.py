"""A store that remembers its answers: pages ask much that does not depend on them, and nobody changes the store meanwhile."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import BinaryIO

from travaux.model.store import Iri, Store, Table, Value

MOST = 400_000
"""Values that are remembered in all, of the tables asked for last."""
_LONGEST = 16
"""A table of more than this part of all values is not worth its place."""
_PER_VALUE = 64
"""Characters of a query, or of a value, that take about as much memory as a short value does."""

_Key = tuple[str, tuple[tuple[str, type, Value], ...]]


class RememberingStore:
    """A store that nobody changes, as ``travaux.model.store.Store``: the same question is put to it once; any thread may ask.

    Only tables are remembered. What changes the store forgets them all.
    """

    def __init__(self, store: Store, most: int = MOST) -> None:
        self._store = store
        self._most = most
        self._held: OrderedDict[_Key, tuple[Table, int]] = OrderedDict()
        self._size = 0
        self._lock = threading.Lock()

    @property
    def folder(self) -> Path | None:
        """The folder that holds it."""
        return self._store.folder

    def select(self, query: str, parameters: Mapping[str, Value] | None = None) -> Table:
        """Answer a SELECT query, from memory if it was asked before."""
        key = (query, tuple((name, type(value), value) for name, value in sorted((parameters or {}).items(), key=lambda one: one[0])))
        with self._lock:
            if key in self._held:
                self._held.move_to_end(key)
                return self._held[key][0]
        table = self._store.select(query, parameters)
        size = _size_of(query, table)
        with self._lock:
            if key not in self._held and size <= self._most // _LONGEST:
                self._held[key] = (table, size)
                self._size += size
                while self._size > self._most:
                    self._size -= self._held.popitem(last=False)[1][1]
        return table

    def ask(self, query: str, parameters: Mapping[str, Value] | None = None) -> bool:
        """Answer an ASK query."""
        return self._store.ask(query, parameters)

    def construct(self, query: str, parameters: Mapping[str, Value] | None = None) -> bytes:
        """Answer a CONSTRUCT or DESCRIBE query."""
        return self._store.construct(query, parameters)

    def load(self, quads: BinaryIO | Iterable[bytes]) -> None:
        """Add N-Quads and forget what was remembered."""
        self._store.load(quads)
        self._forget()

    def clear(self, graph: Iri | None = None) -> None:
        """Remove quads and forget what was remembered."""
        self._store.clear(graph)
        self._forget()

    def graphs(self) -> tuple[Iri, ...]:
        """Name the graphs."""
        return self._store.graphs()

    def dump(self) -> Iterator[bytes]:
        """Give all quads."""
        return self._store.dump()

    def close(self) -> None:
        """Release the engine and forget what was remembered."""
        self._store.close()
        self._forget()

    def _forget(self) -> None:
        with self._lock:
            self._held.clear()
            self._size = 0


def _size_of(query: str, table: Table) -> int:
    """Measure what remembering costs, in short values."""
    texts = sum(len(value) // _PER_VALUE for row in table.rows for value in row if isinstance(value, str))
    return 1 + len(query) // _PER_VALUE + len(table.rows) * len(table.variables) + texts
