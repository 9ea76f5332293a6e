"""Files written whole or not at all."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from travaux.errors import FileError


@contextmanager
def writing(path: Path) -> Iterator[BinaryIO]:
    """Give a temporary file that takes the place of ``path`` when the block ends well, and vanishes when it does not.

    What a symbolic link points to is replaced, not the link; a device or a pipe is written to as it is. Raises ``FileError`` if the
    system refuses.
    """
    try:
        target = path.resolve()
        if target.exists() and not target.is_file():
            with target.open("wb") as stream:
                yield stream
            return
        with _temporary(target) as file:
            yield file
    except BrokenPipeError:
        raise
    except OSError as error:
        raise FileError(f"the file cannot be written: {error.strerror or error}", where=str(path)) from error


@contextmanager
def _temporary(target: Path) -> Iterator[BinaryIO]:
    handle, name = tempfile.mkstemp(prefix=".new-", dir=target.parent)
    temporary = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        temporary.chmod(target.stat().st_mode & 0o777 if target.exists() else 0o644)
        temporary.replace(target)
        sync_folder(target.parent)
    finally:
        temporary.unlink(missing_ok=True)


def write_whole(path: Path, content: bytes) -> None:
    """Write a file so that a reader finds the old content or the new and never a part; ``FileError`` if the system refuses."""
    with writing(path) as file:
        file.write(content)


def sync_folder(folder: Path) -> None:
    """Ask the system to keep what was renamed in a folder even if the power fails; not every system can."""
    if os.name != "posix":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
