"""A store's folder on disk: opened, or a clear word on why it cannot be."""

from __future__ import annotations

from pathlib import Path

import pyoxigraph

from travaux.errors import StoreError

_MARK = "CURRENT"  # every RocksDB folder has a file of this name


def open_folder(folder: Path, *, read_only: bool) -> pyoxigraph.Store:
    """Open the Oxigraph store in a folder; for writing, an absent or empty folder becomes a store.

    Reading asks that nobody writes the folder meanwhile. ``StoreError`` if the folder is missing, holds something else, is being
    written by somebody, is damaged, or may not be read.
    """
    try:
        _check_folder(folder, read_only=read_only)
        return pyoxigraph.Store.read_only(str(folder)) if read_only else pyoxigraph.Store(str(folder))
    except (OSError, RuntimeError, ValueError) as error:
        raise explain(folder, error) from error


def _check_folder(folder: Path, *, read_only: bool) -> None:
    where = str(folder)
    if folder.exists() and not folder.is_dir():
        what = "this is a file; a store is a folder"
        raise StoreError(what, where=where)
    if read_only or not folder.parent.is_dir():
        missing = folder if read_only else folder.parent
        if not missing.is_dir():
            what = f"there is no folder {missing}"
            raise StoreError(what, where=where, hint="Build the graph first, or check the path.")
    if folder.is_dir() and not (folder / _MARK).is_file() and (read_only or any(folder.iterdir())):
        what = "this folder holds no store"
        raise StoreError(what, where=where, hint="Give the folder of a store, or the path of a new one.")


def explain(folder: Path, error: Exception) -> StoreError:
    """Return the error for the user, from what the engine said about a store's folder."""
    said = str(error)
    where = str(folder)
    if "lock" in said.lower() and "LOCK" in said:
        hint = "Another travaux is writing here. Wait until it has finished, or open the store for reading only."
        return StoreError("the store is in use", where=where, hint=hint)
    if isinstance(error, PermissionError) or "Permission denied" in said:
        return StoreError("the store's folder may not be used", where=where, hint="Check the permissions of the folder.")
    if isinstance(error, RuntimeError) or "Corruption" in said:
        hint = "Delete the folder and build the graph again: it holds nothing that its sources do not."
        return StoreError(f"the store is damaged: {said}", where=where, hint=hint)
    return StoreError(f"the store cannot be used: {said}", where=where)
