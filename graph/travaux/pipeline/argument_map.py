"""The argument map of a corpus, opened to be asked: for notebooks and scripts."""

from __future__ import annotations

from collections.abc import Collection
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Self

from travaux.analysis.tables import Tabular
from travaux.model.corpus import Corpus
from travaux.model.schemes import LayerKind
from travaux.model.store import Store, Table
from travaux.pipeline.build import build
from travaux.pipeline.layers import ALL, locate_layers
from travaux.rdf.named_queries import answer, get_named_query
from travaux.rdf.sparql.worker import run_query
from travaux.rdf.store import open_store


@dataclass(frozen=True, slots=True)
class Rows(Tabular):
    """The rows of an answer; a row is one solution of the query. ``cut`` tells that there were more."""

    table: Table
    cut: bool = False

    def to_table(self) -> Table:
        """Give the rows as they were answered."""
        return self.table

    def __len__(self) -> int:
        return len(self.table)


class ArgumentMap:
    """The built graph of a corpus; close it, or use it as a context manager.

    ``store`` is what the functions of ``travaux.analysis`` ask, and what ``travaux.rdf.store.view.to_dataset`` shows to rdflib.

    It shows the graph as it was when it was opened, whatever is built meanwhile.
    """

    def __init__(self, corpus: Corpus, location: Path) -> None:
        self.corpus = corpus
        self._location = location
        self._open = ExitStack()
        self.store: Store = self._open.enter_context(open_store(location, read_only=True))

    def ask(self, name: str, **values: str) -> Rows:
        """Answer one of the questions that ``travaux ask`` lists, with the values that it takes; ``QueryError`` as that command does."""
        return Rows(answer(self.store, get_named_query(name), values))

    def query(self, sparql: str, *, seconds: float = 30, rows: int = 100_000) -> Rows:
        """Answer a SELECT query, which is stopped after some seconds and cut after some rows.

        The usual prefixes need no declaration. ``QueryError`` for a query that is malformed, not permitted or takes too long.
        """
        with run_query(self._location, sparql, seconds=seconds, rows=rows) as found:
            return Rows(found.to_table(), found.cut)

    def close(self) -> None:
        """Let go of the store; nothing can be asked any more."""
        self._open.close()

    def __enter__(self) -> Self:
        """Return the map itself."""
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        """Close it."""
        self.close()


def open_argument_map(corpus: str | Path | None = None, *, layers: Collection[LayerKind] = ALL) -> ArgumentMap:
    """Open the argument map of a corpus, and build it first if it has changed.

    ``corpus`` is its folder; without one it is this folder, ``seeds`` in it, or the corpus that comes with Travaux. ``layers`` are
    those to show. Raises what ``build`` raises.
    """
    built = build(Path(corpus) if corpus is not None else None)
    return ArgumentMap(built.corpus, locate_layers(built.corpus.folder, layers))
