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
        if path.exists() and not path.is_file():  # asked of the link: what /dev/stdout leads to may have no name of its own
            with path.open("wb") as stream:
                yield stream
            return
        target = path.resolve()
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


MADE_HERE = ".travaux-export"
"""The name of the empty file by which a folder that was exported is known."""


@contextmanager
def writing_folder(path: Path) -> Iterator[Path]:
    """Give an empty folder that takes the place of ``path`` when the block ends well, and vanishes when it does not.

    Only a folder that is empty or was made in this way is replaced. Raises ``FileError`` for any other, and if the system refuses.
    """
    target = path.resolve()
    _check_replaceable(target, path)
    try:
        with tempfile.TemporaryDirectory(prefix=".new-", dir=target.parent, ignore_cleanup_errors=True) as temporary:
            new, old = Path(temporary) / "new", Path(temporary) / "old"
            new.mkdir()
            yield new
            (new / MADE_HERE).touch()
            _take_place(target, new, old)
            sync_folder(target.parent)
    except OSError as error:
        raise FileError(f"the folder cannot be written: {error.strerror or error}", where=str(path)) from error


def _take_place(target: Path, new: Path, old: Path) -> None:
    replaced = target.exists()
    if replaced:
        target.rename(old)
    try:
        new.rename(target)
    except OSError:
        if replaced:
            old.rename(target)
        raise


def _check_replaceable(target: Path, path: Path) -> None:
    hint = "Name a folder that is empty or not there yet."
    if target.exists() and not target.is_dir():
        raise FileError("this is a file, and a folder is to be written", where=str(path), hint=hint)
    if target.is_dir() and not (target / MADE_HERE).is_file() and any(target.iterdir()):
        raise FileError("the folder holds files that were not exported by travaux; nothing was written", where=str(path), hint=hint)
