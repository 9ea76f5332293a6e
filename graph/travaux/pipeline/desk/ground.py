"""What decisions rest on beside the review itself: the description of a corpus, its documents, lexicon, themes and treaty."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from travaux.errors import CorpusError, DocumentError
from travaux.model.corpus import DESCRIPTION, Corpus
from travaux.pipeline.bench import lexicon_files
from travaux.reading.formats import file_checksum

Stamp = tuple[tuple[str, int, int, int, int], ...]
"""Which files there are, each with its time, size and place on the disk, that of a link too.

Another stamp means that something was written.
"""


def stamp_of(paths: Iterable[Path]) -> Stamp:
    """Look at files without reading them; one that is not there, or vanishes meanwhile, is left out."""
    found = ((str(path), _look(path)) for path in paths)
    return tuple((name, *seen) for name, seen in found if seen)


class Ground:
    """The files that a desk has read once. They must not change while it is open: places and proposals would be those of other texts."""

    def __init__(self, corpus: Corpus) -> None:
        self._corpus = corpus
        self._stamp = self.stamp()
        self._content = self._read()

    def stamp(self) -> Stamp:
        """Look at the files without reading them."""
        return stamp_of(self._files())

    def check(self) -> None:
        """Raise ``CorpusError`` if a file says something else than it did; one that was written again as it was has not changed."""
        stamp = self.stamp()
        if stamp == self._stamp:
            return
        if self._read() != self._content:
            what = "the corpus has changed since the review was started"
            raise CorpusError(what, where=str(self._corpus.folder), hint="Start the review again; what has been decided is kept.")
        self._stamp = stamp

    def _files(self) -> tuple[Path, ...]:
        folder = self._corpus.folder
        own = (folder / DESCRIPTION, folder / "themes.ttl", *lexicon_files(folder)[1:])
        documents = (folder / document.file for document in self._corpus.documents)
        return (*own, *sorted(documents), *sorted((folder / "treaty").glob("*.toml")))

    def _read(self) -> tuple[tuple[str, str], ...]:
        return tuple((str(path), _checksum(path)) for path in self._files())


def _look(path: Path) -> tuple[int, int, int, int] | None:
    try:
        seen = path.stat()
        return seen.st_mtime_ns, seen.st_size, seen.st_ino, path.lstat().st_ino
    except OSError:
        return None


def _checksum(path: Path) -> str:
    try:
        return file_checksum(path)
    except DocumentError:
        return ""
