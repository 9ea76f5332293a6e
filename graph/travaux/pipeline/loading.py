"""Loading parts into a store: with one description for each actor, and only the layers of the argument map that are wanted."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from travaux.model.schemes import LayerKind
from travaux.model.store import Store
from travaux.rdf.actors import ActorsApart
from travaux.rdf.graphs import GraphNames


def load_parts(store: Store, parts: Iterable[bytes], names: GraphNames, shown: Collection[LayerKind]) -> None:
    """Load the N-Quads lines of parts; those in graphs of layers that are not shown are left out."""
    actors = ActorsApart(names.base)
    store.load(line for lines in parts for line in actors.keep_apart(lines) if names.layer_of(line) in {None, *shown})
    store.load(actors.merged())
