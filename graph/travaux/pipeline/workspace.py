"""Where corpora and their built graphs are, and how a build becomes the one that everybody reads.

A graph lives in ``.travaux`` beside its ``corpus.toml`` (or under the user's data folder where that cannot be)::

    .travaux/current              the name of the published generation
    .travaux/generations/<id>/    a complete store with its manifest, never changed once it has its name
    .travaux/lock                 held while a build is at work
    .travaux/parts/<key>.nq       what was read from one input, kept so that unchanged inputs are not read again

Both steps of publishing are single renames, so a reader finds the previous graph or the new one and nothing between.
"""

from __future__ import annotations

import itertools
import json
import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO

import filelock
import platformdirs

from travaux.errors import CorpusError, StoreError
from travaux.model.identity import digest
from travaux.resources import package_folder, seeds_folder

_DESCRIPTION = "corpus.toml"


def find_corpus(given: Path | None = None) -> Path:
    """Find the folder of a corpus: the one given, else this folder, else ``seeds`` in it, else the corpus that comes with the package.

    Raises ``CorpusError`` if the given folder holds no ``corpus.toml``.
    """
    if given is not None:
        folder = given.parent if given.name == _DESCRIPTION else given
        if not (folder / _DESCRIPTION).is_file():
            hint = f"Give the folder of a corpus, or make one: travaux new {folder} --title 'My negotiation'"
            raise CorpusError(f"there is no {_DESCRIPTION}", where=str(folder), hint=hint)
        return folder
    here = Path()
    return next((folder for folder in (here, here / "seeds") if (folder / _DESCRIPTION).is_file()), seeds_folder())


@dataclass(frozen=True, slots=True)
class Generation:
    """One complete build: a store on disk and the manifest that says what it was made from and holds."""

    folder: Path

    @property
    def store(self) -> Path:
        """The folder of the store."""
        return self.folder / "store"

    @property
    def manifest(self) -> dict[str, Any]:
        """What the build was made from and what it holds; ``StoreError`` if it is unreadable."""
        try:
            content: dict[str, Any] = json.loads((self.folder / "manifest.json").read_text("utf-8"))
        except (OSError, ValueError) as error:
            raise StoreError("the built graph is damaged", where=str(self.folder), hint="Build it again: travaux build --fresh") from error
        return content


@dataclass(frozen=True, slots=True)
class Workspace:
    """The folder that holds the built graphs of one corpus."""

    folder: Path

    @classmethod
    def of(cls, corpus_folder: Path) -> Workspace:
        """Choose the workspace of a corpus: beside it, or in the user's data folder where nothing may be written.

        The corpus that comes with an installed package is built there too.
        """
        beside = corpus_folder / ".travaux"
        writable = os.access(beside if beside.exists() else corpus_folder, os.W_OK)
        if writable and not corpus_folder.resolve().is_relative_to(package_folder()):
            return cls(beside)
        return cls(Path(platformdirs.user_data_dir("travaux")) / digest(str(corpus_folder.resolve())))

    @property
    def parts(self) -> Path:
        """The folder of the parts kept between builds."""
        return self.folder / "parts"

    def find_current(self) -> Generation | None:
        """Return the published build, or ``None`` if there is none yet."""
        try:
            name = (self.folder / "current").read_text("utf-8").strip()
        except FileNotFoundError:
            return None
        generation = self._generation(name)
        return generation if generation.folder.is_dir() else None

    def get_current(self) -> Generation:
        """Return the published build; ``StoreError`` if there is none yet."""
        generation = self.find_current()
        if generation is None:
            raise StoreError("this corpus has not been built yet", where=str(self.folder), hint="Build it: travaux build")
        return generation

    @contextmanager
    def locked(self) -> Iterator[None]:
        """Keep other builds of this corpus out; ``StoreError`` at once if one is at work. A killed build keeps nobody out."""
        self._make(self.folder)
        lock = filelock.FileLock(self.folder / "lock")
        try:
            lock.acquire(timeout=0)
        except filelock.Timeout as error:
            raise StoreError("another build of this corpus is at work", where=str(self.folder), hint="Wait until it is done.") from error
        try:
            yield
        finally:
            lock.release()

    @contextmanager
    def staged(self) -> Iterator[Path]:
        """Give an empty folder for a new build, removed at the end unless it was published; call it with the workspace locked."""
        generations = self.folder / "generations"
        self._make(generations)
        for left in generations.glob(".new-*"):
            shutil.rmtree(left, ignore_errors=True)
        folder = Path(tempfile.mkdtemp(prefix=".new-", dir=generations))
        try:
            yield folder
        finally:
            shutil.rmtree(folder, ignore_errors=True)

    def publish(self, staged: Path, name: str) -> Generation:
        """Give a staged build its name and make it the current one; then drop all builds but this and the one before it."""
        before = self.find_current()
        names = (name if count == 1 else f"{name}-{count}" for count in itertools.count(1))
        generation = next(free for free in map(self._generation, names) if not free.folder.exists())
        staged.rename(generation.folder)
        write_atomically(self.folder / "current", f"{generation.folder.name}\n".encode())
        self._drop_all_but({generation, before})
        return generation

    def _generation(self, name: str) -> Generation:
        return Generation(self.folder / "generations" / name)

    def _drop_all_but(self, kept: set[Generation | None]) -> None:
        for folder in (self.folder / "generations").iterdir():
            if Generation(folder) not in kept:
                shutil.rmtree(folder, ignore_errors=True)

    @staticmethod
    def _make(folder: Path) -> None:
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise StoreError(f"cannot make the folder for the graph: {error.strerror}", where=str(folder)) from error


@contextmanager
def move_into_place(path: Path) -> Iterator[BinaryIO]:
    """Give a temporary file that takes the place of ``path`` when the block ends well, and vanishes when it does not."""
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, temporary = tempfile.mkstemp(prefix=f".{path.name}-", dir=path.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        Path(temporary).chmod(0o666 & ~_umask())
        Path(temporary).replace(path)
    except BaseException:
        Path(temporary).unlink(missing_ok=True)
        raise


def write_atomically(path: Path, content: bytes) -> None:
    """Write a file so that a reader finds the old content or the new and never a part; missing folders are made."""
    with move_into_place(path) as file:
        file.write(content)


def _umask() -> int:
    current = os.umask(0)
    os.umask(current)
    return current
