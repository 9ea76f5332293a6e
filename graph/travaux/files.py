"""Files written whole or not at all."""

from __future__ import annotations

import hashlib
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
"""The file by which a folder that was exported is known: the SHA-256 and the path of every other file in it, a line each."""


@contextmanager
def writing_folder(path: Path) -> Iterator[Path]:
    """Give an empty folder that takes the place of ``path`` when the block ends well, and vanishes when it does not.

    Only a folder that is empty is replaced, or one that was made in this way and in which nothing was changed or added since.
    Raises ``FileError`` for any other, and if the system refuses.
    """
    target = path.resolve()
    _check_replaceable(target, path)
    try:
        with tempfile.TemporaryDirectory(prefix=".new-", dir=target.parent, ignore_cleanup_errors=True) as temporary:
            new, old = Path(temporary) / "new", Path(temporary) / "old"
            new.mkdir()
            yield new
            (new / MADE_HERE).write_text("".join(f"{line}\n" for line in _list(new)), "utf-8")
            _check_replaceable(target, path)  # again: making it may have taken minutes
            _take_place(target, new, old)
            sync_folder(target.parent)
    except OSError as error:
        raise FileError(f"the folder cannot be written: {error.strerror or error}", where=str(path)) from error


def _list(folder: Path) -> list[str]:
    """List the files of a folder with what they hold, links as what they are."""
    files = sorted(file for file in folder.rglob("*") if file.is_symlink() or not file.is_dir())
    return [f"{_digest(file)}  {file.relative_to(folder).as_posix()}" for file in files if file != folder / MADE_HERE]


def _digest(file: Path) -> str:
    if file.is_symlink():
        return "link"
    with file.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


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
    if not target.exists():
        return
    if not target.is_dir():
        raise FileError("this is a file, and a folder is to be written", where=str(path), hint=hint)
    try:
        made = set((target / MADE_HERE).read_text("utf-8").splitlines()) if (target / MADE_HERE).is_file() else set()
        foreign = [line.partition("  ")[2] for line in _list(target) if line not in made]
    except (OSError, UnicodeDecodeError) as error:
        raise FileError(f"the folder cannot be looked through: {error}", where=str(path), hint=hint) from error
    if foreign:
        shown = ", ".join(foreign[:_SHOWN]) + (f" and {len(foreign) - _SHOWN:,} more" if len(foreign) > _SHOWN else "")
        what = f"the folder holds files that were not exported by travaux, or were changed since; nothing was written: {shown}"
        raise FileError(what, where=str(path), hint=hint)


_SHOWN = 3
"""Files that a message names."""
