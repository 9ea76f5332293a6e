"""Statements of texts that are no files and no documents of a corpus."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping

from travaux.model.argument import Statement
from travaux.model.document import Document
from travaux.model.identity import identifier
from travaux.model.schemes import DocumentKind
from travaux.rdf.lexicon import read_lexicon
from travaux.reading.extraction import open_reader
from travaux.reading.formats.plain_text import read
from travaux.reading.structure import Context, read_structure
from travaux.resources import ontology_folder


def find_in_texts(texts: Mapping[str, str]) -> Iterator[tuple[str, tuple[Statement, ...]]]:
    """Read the statements of each text, given by name, with the project's own lexicon and no knowledge of a corpus."""
    with open_reader(read_lexicon(ontology_folder() / "lexicon.ttl")) as reader:
        for name, text in texts.items():
            source = read(text.encode(), name)
            yield name, reader.find_statements(read_structure(_describe(name, text), source, Context()), source)


def _describe(name: str, text: str) -> Document:
    checksum = hashlib.sha256(text.encode()).hexdigest()
    return Document(id=identifier("document", name), name=name, title=name, kind=DocumentKind.REPORT, file=name, checksum=checksum)
