"""Which graphs of the store a query is to read, as a request of the SPARQL protocol says it outside of the query."""

from __future__ import annotations

import re
from dataclasses import dataclass

from travaux.errors import QueryError

_ADDRESS = re.compile(r"[A-Za-z][A-Za-z0-9+.\-]*:[^\x00-\x20<>\"{}|^`\\]*")


@dataclass(frozen=True, slots=True)
class Dataset:
    """The graphs that make the default graph of a query together, and those that ``GRAPH`` finds.

    They replace what the query says by FROM and FROM NAMED. A graph that the store does not have is empty: nothing is ever fetched.
    ``QueryError`` for a name that is no absolute IRI.
    """

    default: tuple[str, ...] = ()
    named: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        for name in (*self.default, *self.named):
            if not _ADDRESS.fullmatch(name):
                raise QueryError(f"a graph cannot be named {name[:80]!r}", hint="Its name is an absolute IRI.")

    def __bool__(self) -> bool:
        """Tell whether any graph is chosen; else the query decides, and without FROM reads the union of all graphs."""
        return bool(self.default or self.named)


EVERYTHING = Dataset()
"""No choice: what the query says, else the union of all named graphs."""
