"""An index kept beside the store that it is of, so that a search need not read the store."""

from __future__ import annotations

import sqlite3
import tempfile
from contextlib import closing
from pathlib import Path

from travaux.analysis.search.index import Index
from travaux.analysis.search.making import FORMAT, make_index
from travaux.analysis.search.reading import read_records
from travaux.errors import FileError
from travaux.files import writing
from travaux.model.store import Store

_SUFFIX = ".search.sqlite"


def open_index(store: Store) -> Index:
    """Open the index of a store: the one kept beside it, else one made in memory, which takes seconds for each 10,000 statements."""
    kept = _beside(store)
    connection = _open_kept(kept) if kept is not None and kept.is_file() else None
    return Index(connection or make_index(read_records(store)))


def write_index(store: Store) -> None:
    """Keep the index of a store on disk beside it; the same store gives the same bytes. A store elsewhere keeps none."""
    if (kept := _beside(store)) is not None:
        with closing(make_index(read_records(store))) as connection:
            keep_index(connection, kept)


def keep_index(connection: sqlite3.Connection, kept: Path) -> None:
    """Write an index as a file, whole or not at all; ``FileError`` if the system refuses."""
    with tempfile.TemporaryDirectory(prefix=".new-", dir=kept.parent) as folder:
        made = Path(folder) / kept.name
        try:
            connection.execute("VACUUM INTO ?", (str(made),))
        except sqlite3.OperationalError as error:
            raise FileError(f"the index of the search cannot be written: {error}", where=str(kept)) from error
        with made.open("rb") as content, writing(kept) as file:
            while some := content.read(1 << 20):
                file.write(some)


def _open_kept(kept: Path) -> sqlite3.Connection | None:
    """Open a file of an index for reading; ``None`` for one of another format, or one that cannot be read."""
    connection = sqlite3.connect(f"{kept.resolve().as_uri()}?mode=ro&immutable=1", uri=True, check_same_thread=False)
    try:
        (found,) = connection.execute("SELECT value FROM meta WHERE name = 'format'").fetchone() or ("",)
        (records,) = connection.execute("SELECT value FROM meta WHERE name = 'records'").fetchone() or ("",)
        (counted,) = connection.execute("SELECT count(*) FROM record").fetchone()
    except sqlite3.DatabaseError:
        connection.close()
        return None
    if (found, records) == (str(FORMAT), str(counted)):
        return connection
    connection.close()
    return None


def _beside(store: Store) -> Path | None:
    return store.folder.with_name(f"{store.folder.name}{_SUFFIX}") if store.folder else None
