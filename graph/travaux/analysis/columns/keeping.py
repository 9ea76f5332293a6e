"""Columns kept beside the store that they are of, so that commands need not read them again."""

from __future__ import annotations

import hashlib
import io
import zipfile
from dataclasses import fields
from functools import lru_cache
from pathlib import Path
from typing import Any

import numpy as np

from travaux.analysis.columns.columns import Columns, Pairs
from travaux.analysis.columns.reading import read_columns
from travaux.files import write_whole
from travaux.model.store import Store

_SUFFIX = ".columns.npz"
_FORMAT = 1
"""To be raised whenever the columns or what they mean change: files of another number are read as none."""
_HEAD = f"travaux columns {_FORMAT}\n".encode()
_DIGEST = hashlib.sha256().digest_size
_PARTS = ("statement", "thing", "things")


def columns_of(store: Store) -> Columns:
    """Give the columns of a store: those kept beside it, else read from it, which takes seconds for each 10,000 statements."""
    kept = _beside(store)
    if kept is not None and kept.is_file():
        try:
            return _read_kept(kept, kept.stat().st_mtime_ns)
        except (OSError, ValueError, KeyError, zipfile.BadZipFile):
            pass  # what cannot be read is as good as none
    return read_columns(store)


@lru_cache(maxsize=1)
def _read_kept(kept: Path, changed: int) -> Columns:  # noqa: ARG001, a file that has changed is read again
    """Read a file of columns, once for all parts of an answer."""
    return _decode(kept.read_bytes())


def write_columns(store: Store) -> None:
    """Keep the columns of a store on disk beside it; the same store gives the same bytes. A store elsewhere keeps none."""
    if (kept := _beside(store)) is not None:
        write_whole(kept, _encode(read_columns(store)))


def _beside(store: Store) -> Path | None:
    return store.folder.with_name(f"{store.folder.name}{_SUFFIX}") if store.folder else None


def _encode(columns: Columns) -> bytes:
    arrays: dict[str, Any] = {}
    for field in fields(columns):
        value = getattr(columns, field.name)
        parts = {f"{field.name}.{part}": getattr(value, part) for part in _PARTS} if isinstance(value, Pairs) else {field.name: value}
        arrays |= parts
    written = io.BytesIO()
    np.savez(written, allow_pickle=False, **arrays)
    content = written.getvalue()
    return b"".join((_HEAD, hashlib.sha256(content).digest(), content))


def _decode(kept: bytes) -> Columns:
    """Read what ``_encode`` wrote; ``ValueError`` for a file of another format, or one that is not as it was written."""
    if not kept.startswith(_HEAD):
        raise ValueError("of another format")
    content = memoryview(kept)[len(_HEAD) + _DIGEST :]
    if hashlib.sha256(content).digest() != kept[len(_HEAD) : len(_HEAD) + _DIGEST]:
        raise ValueError("damaged")
    with np.load(io.BytesIO(content), allow_pickle=False) as arrays:
        names = {name.partition(".")[0]: "." in name for name in arrays.files}
        values: dict[str, Any] = {
            name: Pairs(*(arrays[f"{name}.{part}"] for part in _PARTS)) if paired else arrays[name] for name, paired in names.items()
        }
    try:
        return Columns(**values)
    except TypeError as error:
        raise ValueError(str(error)) from error
