"""Several files changed together: all of them or none, though the program be killed in between."""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import filelock

from travaux.errors import FileError
from travaux.files import sync_folder, write_whole

_LOCK = ".lock"
_PATIENCE, _PAUSE = 60, 0.002
"""After so many seconds a change is refused rather than kept waiting: writing one takes a fraction of a second."""

_STAGING, _JOURNAL = ".new-together", "journal.json"


@dataclass(frozen=True, slots=True)
class Journal:
    """What files below ``root`` are changed with: one change at a time, each whole.

    New contents are first written to a folder in ``place``, then named in a journal there, then put in place. Whoever comes next does the
    last step again if there is a journal, and drops what was written if there is none. ``what`` says in messages what is changed.
    """

    root: Path
    place: Path
    what: str

    @contextmanager
    def locked(self) -> Iterator[None]:
        """Keep others from changing the files, once what a killed change left is finished or dropped.

        ``FileError`` if somebody else keeps the lock for a minute, or if the system refuses, within the block too.
        """
        try:
            self.place.mkdir(parents=True, exist_ok=True)
            with filelock.FileLock(self.place / _LOCK, timeout=_PATIENCE, poll_interval=_PAUSE):
                self._recover()
                yield
        except filelock.Timeout as error:
            raise FileError(f"somebody else is changing {self.what}", where=str(self.place), hint="Try again.") from error
        except OSError as error:
            raise FileError(f"{self.what} cannot be written: {error.strerror or error}", where=error.filename or str(self.place)) from error

    def write(self, contents: Mapping[Path, bytes]) -> None:
        """Give files new contents, all or none; call it in ``locked``. ``FileError`` or ``OSError`` if the system refuses."""
        for file in contents:
            file.parent.mkdir(parents=True, exist_ok=True)
        if len(contents) == 1:  # this alone is all or nothing
            write_whole(*next(iter(contents.items())))
            return
        before = {file: file.read_bytes() if file.is_file() else None for file in contents}
        try:
            self._stage(contents)
            self._put_in_place(list(contents))
        except (OSError, FileError):
            for file, content in before.items():
                _restore(file, content)
            self._drop()
            raise
        self._drop()

    def finish(self) -> None:
        """Make sure before reading that no change is half in place; ``FileError`` if one is and may not be finished by whoever reads."""
        if not os.path.lexists(self._staging):
            return
        try:
            with self.locked():
                pass
        except FileError as error:
            if not (self._staging / _JOURNAL).exists():
                return  # nothing has been put in place: what is there is whole
            what = f"a change of {self.what} was stopped half-way, and it cannot be finished: {error.what}"
            hint = f"Run the command as somebody who may write there, or put the files right and remove {self._staging}."
            raise FileError(what, where=error.where, hint=hint) from error

    @property
    def _staging(self) -> Path:
        return self.place / _STAGING

    def _stage(self, contents: Mapping[Path, bytes]) -> None:
        self._staging.mkdir()
        for number, content in enumerate(contents.values()):
            write_whole(self._staging / str(number), content)
        named = [file.relative_to(self.root).as_posix() for file in contents]
        write_whole(self._staging / _JOURNAL, json.dumps(named, ensure_ascii=False, indent=1).encode())

    def _put_in_place(self, files: Sequence[Path]) -> None:
        """Copy what was staged, which stays until all is in place: this can be done any number of times."""
        for number, file in enumerate(files):
            file.parent.mkdir(parents=True, exist_ok=True)
            write_whole(file, (self._staging / str(number)).read_bytes())

    def _recover(self) -> None:
        if not os.path.lexists(self._staging):
            return
        if not self._staging.is_symlink() and (self._staging / _JOURNAL).is_file():
            files = self._read()
            self._put_in_place(files)
            for folder in {file.parent for file in files} - {self.root}:  # in the root, others may be writing
                for left in folder.glob(".new-*"):
                    if left.is_file():
                        left.unlink(missing_ok=True)
        self._drop()

    def _read(self) -> list[Path]:
        """Read which files are changed; ``FileError`` for a journal that was not written here: it comes with a corpus from anywhere."""
        try:
            named = json.loads((self._staging / _JOURNAL).read_bytes())
            files = [self.root / name for name in named]
            inside = isinstance(named, list) and all(file.resolve().is_relative_to(self.root.resolve()) for file in files)
        except (ValueError, TypeError, RecursionError) as error:
            raise self._not_ours() from error
        staged = [self._staging / str(number) for number in range(len(files))]
        if not inside or any(file.is_symlink() or not file.is_file() for file in staged):
            raise self._not_ours()
        return files

    def _not_ours(self) -> FileError:
        return FileError("this is no journal of a change", where=str(self._staging / _JOURNAL), hint=f"Remove {self._staging}.")

    def _drop(self) -> None:
        if self._staging.is_symlink():
            self._staging.unlink()
        elif self._staging.is_dir():
            (self._staging / _JOURNAL).unlink(missing_ok=True)
            sync_folder(self._staging)
            shutil.rmtree(self._staging)
        else:
            self._staging.unlink(missing_ok=True)


def _restore(file: Path, content: bytes | None) -> None:
    if content is None:
        if file.is_file():
            file.unlink()
    elif not file.is_file() or file.read_bytes() != content:
        write_whole(file, content)
