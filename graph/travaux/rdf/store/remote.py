"""The remote store: any SPARQL 1.1 server, asked over HTTP."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from itertools import chain, groupby
from typing import BinaryIO
from urllib.parse import quote

from pyoxigraph import NamedNode, Quad

from travaux.errors import StoreError
from travaux.model.store import Iri, Table, Value
from travaux.rdf.sparql.keywords import QueryKind, find_kind
from travaux.rdf.sparql.parameters import bind_parameters
from travaux.rdf.sparql.prefixes import check_prefixes, supplied_prologue
from travaux.rdf.sparql.tokens import tokenize
from travaux.rdf.sparql.triples import sort_lines
from travaux.rdf.store.answers import TABLE, TRIPLES, read_table, read_triples, read_truth
from travaux.rdf.store.embedded import wrong_kind
from travaux.rdf.store.endpoint import Endpoint
from travaux.rdf.store.quads import read_quads
from travaux.rdf.store.skolem import name_blank_nodes
from travaux.rdf.store.virtuoso import is_virtuoso, scope

_CHUNK = 1000  # Virtuoso's compiler runs out of memory at some 5,000 triples in one INSERT DATA
_STAGING = "urn:travaux:staging:"


class RemoteStore:
    """A store behind a SPARQL 1.1 server; see ``travaux.model.store.Store`` for what its methods promise.

    The server's default graph must be the union of its named graphs. What the protocol cannot promise: readers who ask for the
    union while a large ``load`` runs may see part of it, in graphs ``urn:travaux:staging:…``; and how much of one update survives a
    crash of the server is the server's affair. Servers also round: Virtuoso shows doubles with six digits.
    """

    def __init__(self, location: str, *, read_only: bool = False, credentials: tuple[str, str] | None = None) -> None:
        self._read_only = read_only
        self._endpoint = Endpoint(location, credentials)
        self._is_virtuoso = False
        try:
            response = self._endpoint.query("SELECT ?s WHERE { GRAPH ?g { ?s ?p ?o } } LIMIT 1", TABLE)
            read_table(response)
            self._is_virtuoso = is_virtuoso(response.headers.get("Server", ""))
            self._check_union()
        except StoreError:
            self.close()
            raise

    @property
    def folder(self) -> None:
        """No folder: it is elsewhere."""
        return

    def select(self, query: str, parameters: Mapping[str, Value] | None = None) -> Table:
        """Answer a SELECT query."""
        return read_table(self._endpoint.query(self._complete(query, parameters, QueryKind.SELECT), TABLE))

    def ask(self, query: str, parameters: Mapping[str, Value] | None = None) -> bool:
        """Answer an ASK query."""
        return read_truth(self._endpoint.query(self._complete(query, parameters, QueryKind.ASK), TABLE))

    def construct(self, query: str, parameters: Mapping[str, Value] | None = None) -> bytes:
        """Answer a CONSTRUCT query as sorted N-Triples; what DESCRIBE means differs from server to server."""
        triples = read_triples(self._endpoint.query(self._complete(query, parameters, QueryKind.CONSTRUCT), TRIPLES))
        return b"".join(sort_lines(f"{triple} .\n".encode() for triple in triples))

    def load(self, quads: BinaryIO | Iterable[bytes]) -> None:
        """Add N-Quads, all or none: a small load is one request, a large one is put aside graph by graph and then added by one."""
        self._check_writable()
        chunks = _chunks(map(name_blank_nodes, read_quads(quads)))
        first, second = next(chunks, None), next(chunks, None)
        if first is None:
            return
        if second is None:
            self._endpoint.update(_insertion(first))
        else:
            self._load_staged(chain((first, second), chunks))
        self._check_union()

    def clear(self, graph: Iri | None = None) -> None:
        """Remove one named graph, or all of them."""
        self._check_writable()
        names = self._all_graphs() if graph is None else (graph,)
        if names:
            self._endpoint.update(" ;\n".join(f"DROP SILENT GRAPH {NamedNode(name)}" for name in names))

    def graphs(self) -> tuple[Iri, ...]:
        """Name the graphs that hold a quad."""
        return tuple(name for name in self._all_graphs() if not name.startswith(_STAGING))

    def dump(self) -> Iterator[bytes]:
        """Give all quads as sorted N-Quads, fetched graph by graph; ``StoreError`` if the server holds some back."""
        lines: list[bytes] = []
        for name in self.graphs():
            graph = NamedNode(name)
            triples = read_triples(self._endpoint.query(f"CONSTRUCT {{ ?s ?p ?o }} WHERE {{ GRAPH {graph} {{ ?s ?p ?o }} }}", TRIPLES))
            ((held,),) = self.select(f"SELECT (COUNT(*) AS ?held) WHERE {{ GRAPH {graph} {{ ?s ?p ?o }} }}").rows
            if len(triples) != held:
                what = f"the server gave {len(triples)} of the {held} triples of {name}"
                raise StoreError(what, where=self._endpoint.where, hint="Raise the limit of rows in the server's settings.")
            lines += [f"{triple} {graph} .\n".encode() for triple in triples]
        yield from sort_lines(lines)

    def close(self) -> None:
        """Close the connection."""
        self._endpoint.close()

    def _complete(self, query: str, parameters: Mapping[str, Value] | None, kind: QueryKind) -> str:
        bound = bind_parameters(query, parameters or {})
        tokens = tokenize(bound)
        if find_kind(tokens) is not kind:
            raise wrong_kind(kind)
        check_prefixes(bound, tokens)
        scoped = self._is_virtuoso and not any(token.is_word("FROM") for token in tokens)
        return (scope(tokens) if scoped else "") + supplied_prologue(tokens) + bound

    def _all_graphs(self) -> tuple[Iri, ...]:
        rows = self.select("SELECT DISTINCT ?g WHERE { GRAPH ?g { ?s ?p ?o } }").rows
        return tuple(sorted(Iri(name) for (name,) in rows))

    def _load_staged(self, chunks: Iterable[Sequence[Quad]]) -> None:
        staged: dict[str, str] = {}
        self._drop(name for name in self._all_graphs() if name.startswith(_STAGING))
        try:
            for chunk in chunks:
                names = {str(quad.graph_name)[1:-1] for quad in chunk}
                staged |= {_staging(name): name for name in sorted(names)}
                self._endpoint.update(_insertion(chunk, staged=True))
            additions = (f"ADD <{aside}> TO {NamedNode(name)} ;\nDROP SILENT GRAPH <{aside}>" for aside, name in staged.items())
            self._endpoint.update(" ;\n".join(additions))
        except StoreError:
            with suppress(StoreError):  # what failed first is what the user should hear
                self._drop(staged)
            raise

    def _drop(self, names: Iterable[str]) -> None:
        for name in names:
            self._endpoint.update(f"DROP SILENT GRAPH <{name}>")

    def _check_writable(self) -> None:
        if self._read_only:
            what = "the store is open for reading only"
            raise StoreError(what, where=self._endpoint.where)

    def _check_union(self) -> None:
        if self._all_graphs() and not self.ask("ASK { GRAPH ?g { ?s ?p ?o } ?s ?p ?o }"):
            what = "the server's default graph is not the union of its named graphs"
            raise StoreError(what, where=self._endpoint.where, hint="Switch the union on in the server's settings.")


def _staging(graph: str) -> str:
    return _STAGING + quote(graph, safe="")


def _chunks(quads: Iterable[Quad]) -> Iterator[list[Quad]]:
    chunk: list[Quad] = []
    for quad in quads:
        chunk.append(quad)
        if len(chunk) == _CHUNK:
            yield chunk
            chunk = []
    if chunk:
        yield chunk


def _insertion(quads: Iterable[Quad], *, staged: bool = False) -> str:
    parts = []
    for graph, members in groupby(quads, key=lambda quad: quad.graph_name):
        name = f"<{_staging(str(graph)[1:-1])}>" if staged else str(graph)
        triples = "".join(f"{quad.triple} .\n" for quad in members)
        parts.append(f"GRAPH {name} {{\n{triples}}}\n")
    return f"INSERT DATA {{\n{''.join(parts)}}}"
