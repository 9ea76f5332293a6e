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
import os
import re
import shlex
import shutil
import tempfile
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import filelock
import platformdirs

from travaux.errors import BusyError, CorpusError, StoreError
from travaux.files import sync_folder, write_whole
from travaux.model.corpus import DESCRIPTION
from travaux.model.identity import digest
from travaux.pipeline.manifest import Manifest
from travaux.resources import package_folder, seeds_folder

_NAME = re.compile(r"[0-9a-f]{16}(-[0-9]+)?")
"""The name of a generation: the fingerprint of its inputs, and a number if it was built more than once."""


def find_corpus(given: Path | None = None) -> Path:
    """Find the folder of a corpus: the one given, else this folder, else ``seeds`` in it, else the corpus that comes with the package.

    Raises ``CorpusError`` if the given folder holds no ``corpus.toml``.
    """
    if given is not None:
        folder = given.parent if given.name == DESCRIPTION else given
        if not (folder / DESCRIPTION).is_file():
            hint = f"Give the folder of a corpus, or make one: travaux new {folder} --title 'My negotiation'"
            raise CorpusError(f"there is no {DESCRIPTION}", where=str(folder), hint=hint)
        return folder
    here = Path()
    return next((folder for folder in (here, here / "seeds") if (folder / DESCRIPTION).is_file()), seeds_folder())


def get_built(given: Path | None = None) -> Generation:
    """Return the published build of the corpus that ``find_corpus`` finds; ``StoreError`` if it has not been built yet."""
    return Workspace.to_read(find_corpus(given)).get_current()


@dataclass(frozen=True, slots=True)
class Generation:
    """One complete build: a store on disk and the manifest that says what it was made from and holds."""

    folder: Path

    @property
    def store(self) -> Path:
        """The folder of the store."""
        return self.folder / "store"

    @property
    def manifest(self) -> Manifest:
        """What the build was made from and what it holds; ``StoreError`` if it is unreadable."""
        try:
            return Manifest.from_json((self.folder / "manifest.json").read_bytes())
        except (OSError, ValueError) as error:
            raise StoreError("the built graph is damaged", where=str(self.folder), hint="Build it again: travaux build --fresh") from error


def _holds_only(generation: Generation, texts: Collection[str]) -> bool:
    try:
        manifest = generation.manifest
    except StoreError:
        return False
    return all(key in texts for name, key in manifest.parts.items() if manifest.kinds.get(name) == "structure")


@dataclass(frozen=True, slots=True)
class Workspace:
    """The folder that holds the built graphs of one corpus."""

    folder: Path

    @classmethod
    def of(cls, corpus_folder: Path) -> Workspace:
        """Choose where to build a corpus: beside it, or in the user's data folder where nothing may be written.

        The corpus that comes with an installed package is built there too.
        """
        beside = corpus_folder / ".travaux"
        writable = os.access(beside if beside.exists() else corpus_folder, os.W_OK)
        if writable and not corpus_folder.resolve().is_relative_to(package_folder()):
            return cls(beside)
        return cls(Path(platformdirs.user_data_dir("travaux")) / digest(str(corpus_folder.resolve())))

    @classmethod
    def to_read(cls, corpus_folder: Path) -> Workspace:
        """Choose where to read the graph of a corpus: where it would be built, or beside it if somebody else has built it there."""
        own, beside = cls.of(corpus_folder), cls(corpus_folder / ".travaux")
        return beside if own.find_current() is None and beside.find_current() is not None else own

    @property
    def parts(self) -> Path:
        """The folder of the parts kept between builds."""
        return self.folder / "parts"

    def find_current(self) -> Generation | None:
        """Return the published build, or ``None`` if there is none yet."""
        try:
            name = (self.folder / "current").read_text("utf-8").strip()
        except (OSError, UnicodeDecodeError):
            return None
        generation = self._generation(name)
        return generation if _NAME.fullmatch(name) and generation.folder.is_dir() else None

    def get_current(self) -> Generation:
        """Return the published build; ``StoreError`` if there is none yet."""
        generation = self.find_current()
        if generation is None:
            hint = (
                f"Build it: travaux build {shlex.quote(str(self.folder.parent))}"
                if self.folder.name == ".travaux"
                else "Build it: travaux build"
            )
            raise StoreError("this corpus has not been built yet", where=str(self.folder), hint=hint)
        return generation

    @contextmanager
    def locked(self) -> Iterator[None]:
        """Keep other builds of this corpus out; ``BusyError`` at once if one is at work. A killed build keeps nobody out."""
        self._make(self.folder)
        lock = filelock.FileLock(self.folder / "lock")
        try:
            lock.acquire(timeout=0)
        except filelock.Timeout as error:
            raise BusyError("another build of this corpus is at work", where=str(self.folder), hint="Wait until it is done.") from error
        except OSError as error:
            raise StoreError(f"the graph cannot be built here: {error.strerror}", where=str(lock.lock_file)) from error
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
        sync_folder(generation.folder.parent)
        write_whole(self.folder / "current", f"{generation.folder.name}\n".encode())
        self._drop_all_but({generation, before})
        return generation

    def find_others(self, texts: Collection[str]) -> tuple[Path, ...]:
        """Find the builds, and what is left of some, that are not the published one and may hold other texts than those of these parts.

        ``texts`` are the keys of the parts that hold a document's text.
        """
        current = self.find_current()
        folders = sorted(folder for folder in (self.folder / "generations").glob("*") if folder.is_dir())
        return tuple(folder for folder in folders if Generation(folder) != current and not _holds_only(Generation(folder), texts))

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
