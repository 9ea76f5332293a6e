"""Loading parts into a store: with one description for each actor, and only the layers of the argument map that are wanted."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from travaux.model.schemes import LayerKind
from travaux.model.store import Store
from travaux.rdf.actors import ActorsApart
from travaux.rdf.graphs import GraphNames

_OF_STATEMENT = b"/statement/"


def load_parts(store: Store, parts: Iterable[bytes], names: GraphNames, shown: Collection[LayerKind]) -> None:
    """Load the N-Quads lines of parts but for those of layers that are not shown, and for what is inferred of their statements."""
    actors = ActorsApart(names.base)
    store.load(line for lines in parts for line in actors.keep_apart(lines) if _is_shown(line, names, shown))
    store.load(actors.merged())


def _is_shown(line: bytes, names: GraphNames, shown: Collection[LayerKind]) -> bool:
    layer = names.layer_of(line)
    if layer is LayerKind.INFERRED and LayerKind.EXTRACTED not in shown and _OF_STATEMENT in line.split(b" ", 1)[0]:
        return False  # rules conclude nothing about statements but those that they extracted
    return layer is None or layer in shown
