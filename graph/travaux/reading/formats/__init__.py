"""Documents in: one reader for each file format, all of which return the same kind of text with blocks."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import replace
from importlib import import_module
from pathlib import Path
from types import MappingProxyType
from typing import Protocol, cast

from travaux.model.text import SourceText
from travaux.reading.formats.file import file_checksum, read_bytes, refuse_folder
from travaux.reading.formats.refusal import no_text, refusal

__all__ = ["SUFFIXES", "check_unchanged", "file_checksum", "read_source"]

_MODULES: Mapping[str, str] = MappingProxyType(
    {
        ".txt": "plain_text",
        ".md": "markdown",
        ".html": "html",
        ".htm": "html",
        ".docx": "word",
        ".pdf": "pdf",
        ".akn": "akoma_ntoso",
        ".xml": "akoma_ntoso",
    }
)
_CONVERTED: Mapping[str, str] = MappingProxyType(
    {".doc": ".docx", ".rtf": ".docx", ".odt": ".docx", ".docm": ".docx", ".markdown": ".md", ".text": ".txt", ".xhtml": ".html"}
)

SUFFIXES: tuple[str, ...] = tuple(_MODULES)
"""The endings of the files that can be read, in lower case and with their dot."""

MANY_PAGES = 200
MANY_CHARACTERS = 1_000_000


class _Reader(Protocol):
    def read(self, data: bytes, where: str) -> SourceText: ...


def read_source(path: Path, checksum: str | None = None) -> SourceText:
    """Read a document, in the format that the ending of its file name tells.

    ``checksum`` is the SHA-256 of the file in hexadecimal that the corpus expects; nothing is compared if it is ``None``. Each block is
    exactly ``text[block.start:block.end]``, has no white space at either end and is never empty. Raises ``DocumentError`` if the file
    is missing, unreadable, over 64 MiB, changed, of an unknown format, broken, encrypted, undecodable or without any text. A document
    over 200 pages or 1,000,000 characters is read with a warning.
    """
    where = str(path)
    reader = _reader_for(path)
    data = read_bytes(path)
    if checksum is not None:
        check_unchanged(hashlib.sha256(data).hexdigest(), checksum, where)
    source = reader.read(data, where)
    if not source.blocks:
        raise no_text(where, "the document has no text")
    return replace(source, warnings=(*source.warnings, *_size_warnings(source)))


def _reader_for(path: Path) -> _Reader:
    suffix = path.suffix.lower()
    module = _MODULES.get(suffix)
    if module is None:
        refuse_folder(path)
        supported = f"Documents can be {', '.join(SUFFIXES)}."
        better = _CONVERTED.get(suffix)
        what = f"unknown kind of document {suffix!r}" if suffix else "the file name has no ending that tells the kind of document"
        hint = f"{supported} Save this one as {better} and read that." if better else supported
        raise refusal(str(path), what, hint)
    # Imported here because each reader brings a library that no other format needs.
    return cast("_Reader", import_module(f"{__name__}.{module}"))


def check_unchanged(found: str, expected: str, where: str) -> None:
    """Raise ``DocumentError`` if the checksum found is not the one that the corpus expects of the file."""
    if found == expected.strip().lower():
        return
    raise refusal(
        where,
        f"the file is not the one that the corpus describes: expected SHA-256 {expected}, found {found}",
        f"If it was changed by accident, restore it. If on purpose, take its new checksum into corpus.toml: travaux add {where} --update",
    )


def _size_warnings(source: SourceText) -> list[str]:
    found = []
    if source.pages is not None and source.pages > MANY_PAGES:
        found.append(f"the document has {source.pages} pages (over {MANY_PAGES}); reading it takes a while")
    if len(source.text) > MANY_CHARACTERS:
        found.append(f"the document has {len(source.text):,} characters (over {MANY_CHARACTERS:,}); reading it takes a while")
    return found
