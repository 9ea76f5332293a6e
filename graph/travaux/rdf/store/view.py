"""The store as an ``rdflib.Dataset``, for notebooks and for everybody who knows rdflib."""

from __future__ import annotations

from typing import TYPE_CHECKING

from travaux.errors import StoreError
from travaux.model.store import Store
from travaux.rdf.store.embedded import EmbeddedStore

if TYPE_CHECKING:
    from rdflib import Dataset


def to_dataset(store: Store) -> Dataset:
    """Return a view of an embedded store, whose triples it shows without copying them.

    Its default graph is the union of the named graphs. Changes go through to the store; the store's folder stays locked until both
    the store and the view are gone. ``StoreError`` for a remote store: rdflib's own client gives wrong answers with some servers,
    so copy the data instead.
    """
    if not isinstance(store, EmbeddedStore):
        what = "only a store on this computer can be seen as an rdflib Dataset"
        raise StoreError(what, hint="Copy the remote store: with open_store() as copy: copy.load(remote.dump())")
    from oxrdflib import OxigraphStore  # noqa: PLC0415 (rdflib takes long to import, and most commands do without)
    from rdflib import Dataset  # noqa: PLC0415

    return Dataset(store=OxigraphStore(store=store.engine), default_union=True)
