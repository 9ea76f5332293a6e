"""The embedded store: Oxigraph in memory or in a folder, asked without a detour."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

import pyoxigraph
from pyoxigraph import NamedNode, QueryBoolean, QuerySolutions, QueryTriples, RdfFormat

from travaux.errors import QueryError, StoreError
from travaux.model.store import Iri, Table, Value
from travaux.rdf.sparql.evaluate import Result, evaluate
from travaux.rdf.sparql.keywords import QueryKind
from travaux.rdf.sparql.parameters import bind_parameters
from travaux.rdf.sparql.triples import sort_lines
from travaux.rdf.sparql.values import to_value
from travaux.rdf.store.folder import explain, open_folder
from travaux.rdf.store.quads import read_quads


class EmbeddedStore:
    """A store inside of this process; see ``travaux.model.store.Store`` for what its methods promise.

    The union that queries see is no RDF merge: a triple in two named graphs is two solutions. Rows come in no particular order
    unless the query says ORDER BY. One process may write a folder; readers open a published folder or a ``snapshot``.
    """

    def __init__(self, folder: Path | None = None, *, read_only: bool = False) -> None:
        self._folder = folder
        self._read_only = read_only
        self._engine: pyoxigraph.Store | None = open_folder(folder, read_only=read_only) if folder else pyoxigraph.Store()

    @property
    def folder(self) -> Path | None:
        """The folder that holds it; ``None`` in memory."""
        return self._folder

    @property
    def engine(self) -> pyoxigraph.Store:
        """The Oxigraph store itself; ``StoreError`` once the store is closed."""
        if self._engine is None:
            what = "the store is closed"
            raise StoreError(what, where=self._where)
        return self._engine

    def select(self, query: str, parameters: Mapping[str, Value] | None = None) -> Table:
        """Answer a SELECT query."""
        with self._asked(query, parameters) as solutions:
            if not isinstance(solutions, QuerySolutions):
                raise wrong_kind(QueryKind.SELECT)
            variables = tuple(variable.value for variable in solutions.variables)
            return Table(variables, tuple(tuple(map(to_value, solution)) for solution in solutions))

    def ask(self, query: str, parameters: Mapping[str, Value] | None = None) -> bool:
        """Answer an ASK query."""
        with self._asked(query, parameters) as answer:
            if not isinstance(answer, QueryBoolean):
                raise wrong_kind(QueryKind.ASK)
            return bool(answer)

    def construct(self, query: str, parameters: Mapping[str, Value] | None = None) -> bytes:
        """Answer a CONSTRUCT or DESCRIBE query as sorted N-Triples."""
        with self._asked(query, parameters) as triples:
            if not isinstance(triples, QueryTriples):
                raise wrong_kind(QueryKind.CONSTRUCT)
            return b"".join(sort_lines(f"{triple} .\n".encode() for triple in triples))

    def load(self, quads: BinaryIO | Iterable[bytes]) -> None:
        """Add N-Quads, all or none, and return when they are safely on disk.

        The first load of an empty store writes files that are added at once; a later one is a transaction. Both survive a kill.
        """
        with self._writing() as engine:
            if any(engine.quads_for_pattern(None, None, None, None)):
                engine.extend(read_quads(quads))
            else:
                engine.bulk_extend(read_quads(quads))

    def clear(self, graph: Iri | None = None) -> None:
        """Remove one named graph, or all of them."""
        with self._writing() as engine:
            if graph is None:
                engine.clear()
            else:
                engine.remove_graph(NamedNode(graph))

    def graphs(self) -> tuple[Iri, ...]:
        """Name the graphs that hold a quad."""
        with self._guarded():
            held = (name for name in self.engine.named_graphs() if any(self.engine.quads_for_pattern(None, None, None, name)))
            return tuple(sorted(Iri(name.value) for name in held))

    def dump(self) -> Iterator[bytes]:
        """Give all quads as sorted N-Quads; the whole text is in memory meanwhile, as bytes."""
        with self._guarded():
            text = self.engine.dump(format=RdfFormat.N_QUADS) or b""
            lines = sort_lines(text.splitlines(keepends=True))
        yield from lines

    def snapshot(self, folder: Path) -> None:
        """Write this store as it is now to a new folder, for readers; on the same disk that costs next to nothing.

        ``StoreError`` for a store in memory and if the folder exists.
        """
        with self._guarded():
            self.engine.backup(str(folder))

    def close(self) -> None:
        """Release the engine and the lock on the folder."""
        self._engine = None

    @property
    def _where(self) -> str:
        return str(self._folder) if self._folder else "the store in memory"

    @contextmanager
    def _asked(self, query: str, parameters: Mapping[str, Value] | None) -> Iterator[Result]:
        with self._guarded():
            yield evaluate(self.engine, bind_parameters(query, parameters or {}))

    @contextmanager
    def _writing(self) -> Iterator[pyoxigraph.Store]:
        if self._read_only:
            what = "the store is open for reading only"
            raise StoreError(what, where=self._where)
        with self._guarded():
            yield self.engine
            if self._folder:
                self.engine.flush()

    @contextmanager
    def _guarded(self) -> Iterator[None]:
        try:
            yield
        except (OSError, RuntimeError, ValueError) as error:
            if self._folder:
                raise explain(self._folder, error) from error
            raise StoreError(str(error), where=self._where) from error


def wrong_kind(expected: QueryKind) -> QueryError:
    """Return the error for a query that answers with something else than its caller expects."""
    return QueryError(f"this is not a query of the kind {expected.upper()}")
