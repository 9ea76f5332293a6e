"""Stores of quads: Oxigraph in memory or on disk, or any SPARQL 1.1 server, behind one protocol."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from travaux.model.store import Store
from travaux.rdf.store.embedded import EmbeddedStore

__all__ = ["EmbeddedStore", "open_store"]


@contextmanager
def open_store(
    location: str | Path | None = None, *, read_only: bool = False, credentials: tuple[str, str] | None = None
) -> Iterator[Store]:
    """Open a store and close it at the end of the block.

    ``None`` is an empty store in memory. A path is an Oxigraph store on disk, created if it is new and not ``read_only``; a folder
    that is read must not be written by anybody meanwhile. An ``http://`` or ``https://`` address is the query endpoint of a SPARQL
    1.1 server; its fragment names the update endpoint relative to it, and without one updates go to the same place:
    ``http://localhost:8890/sparql#sparql-auth`` (Virtuoso), ``http://localhost:7878/query#update`` (Oxigraph). ``credentials`` are
    a user's name and password, sent as the server asks, Basic or Digest; they may also stand in the address.

    Raises ``StoreError``: a missing folder, one that holds something else, a store that is damaged or in use, a server that is
    unreachable, refuses the credentials or fails.
    """
    store = _open(location, read_only=read_only, credentials=credentials)
    try:
        yield store
    finally:
        store.close()


def _open(location: str | Path | None, *, read_only: bool, credentials: tuple[str, str] | None) -> Store:
    if isinstance(location, str) and location.startswith(("http://", "https://")):
        from travaux.rdf.store.remote import RemoteStore  # noqa: PLC0415 (an HTTP client takes long to import, and few need it)

        return RemoteStore(location, read_only=read_only, credentials=credentials)
    return EmbeddedStore(Path(location) if location is not None else None, read_only=read_only)
