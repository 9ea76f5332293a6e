"""The files that a corpus is made of."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from travaux.errors import DocumentError, ExchangeError
from travaux.exchange.material import Material
from travaux.model.corpus import DESCRIPTION
from travaux.pipeline.parts import identify, plan_parts
from travaux.reading.formats import file_checksum
from travaux.reading.review.folder import read_review
from travaux.reading.treaty import read_treaty

_SINGLE = (DESCRIPTION, "themes.ttl", "lexicon.ttl")
_FOLDERS = ("treaty", "review")


def check_built(material: Material) -> None:
    """Make sure that the graph was built from the corpus as it is now.

    Raises ``ExchangeError`` if it was not, ``CorpusError`` or ``DocumentError`` if the corpus cannot be built.
    """
    corpus = material.corpus
    expected = identify(plan_parts(corpus, read_treaty(corpus), read_review(corpus.folder)))
    if material.version.partition("-")[0] != expected:
        what = "the corpus, or Travaux, was changed since it was built, so the graph may not belong to it"
        raise ExchangeError(what, where=str(corpus.folder), hint="Build it again with `travaux build`, and export it then.")


def corpus_files(material: Material) -> Iterator[tuple[str, Path]]:
    """Give the files that the corpus is built from, by their names in the corpus folder; each once, in the order of the names."""
    folder = material.corpus.folder
    names = {name for name in _SINGLE if (folder / name).is_file()}
    names |= {document.file for document in material.corpus.documents}
    names |= {file.relative_to(folder).as_posix() for part in _FOLDERS for file in (folder / part).rglob("[!.]*.toml") if file.is_file()}
    for name in sorted(names):
        yield name, folder / name


def check_documents(material: Material) -> None:
    """Raise ``DocumentError`` if a document is missing or is not the one that the corpus describes."""
    for document in material.corpus.documents:
        path = material.corpus.folder / document.file
        if file_checksum(path) != document.checksum:
            raise DocumentError("the file is not the one that the corpus describes", where=str(path), hint="Restore it and export again.")
