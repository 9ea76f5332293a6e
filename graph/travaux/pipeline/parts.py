"""The parts that a graph is made of, each from its own input and made again only when that input changes."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from travaux.model.corpus import Corpus
from travaux.model.document import Document
from travaux.model.finding import Finding
from travaux.model.identity import digest, identifier
from travaux.model.schemes import DocumentKind, Severity
from travaux.model.treaty import Treaty
from travaux.pipeline.bench import Bench, Part, PartKind, lexicon_files
from travaux.pipeline.extraction import make_linked, make_positions, make_reading
from travaux.pipeline.fingerprint import fingerprint_code, fingerprint_files, fingerprint_model
from travaux.pipeline.sources import ReadDocument, find_consultation
from travaux.rdf.encoding import encode_contents, encode_corpus, encode_findings, encode_treaty
from travaux.rdf.graphs import GraphNames
from travaux.rdf.lines import to_lines
from travaux.rdf.ontology import vocabulary_lines
from travaux.rdf.themes import theme_quads
from travaux.reading.english import NOT_ENGLISH, is_english
from travaux.reading.formats import check_unchanged, file_checksum


@dataclass(frozen=True, slots=True)
class _Inputs:
    """Fingerprints of what parts depend on: the code, what the treaty files say, the thesaurus, the lexicon and what reads with it."""

    code: str
    facts: str
    themes: str
    reading: str


def plan_parts(corpus: Corpus, treaty: Treaty, *lexicons: Path) -> tuple[Part, ...]:
    """Plan the parts of a corpus: vocabulary, description, treaty facts, themes, then the documents, then what is concluded over all.

    A document is one part; a report is three: its structure, the statements read from it, which is slow, and these again as they are
    linked to themes and questions, which is fast. Each stands after what it is made of. Reads the small files and the checksums of the
    documents, not the documents. Raises ``CorpusError`` for wrong descriptions and ``DocumentError`` for a document that is missing or
    changed. ``lexicons`` are files of reporting language besides the project's own and the corpus' own.
    """
    inputs = _fingerprint(corpus, lexicons)
    described = digest(inputs.code, repr(replace(corpus, folder=Path())))
    parts = [
        Part("vocabulary", digest("vocabulary", inputs.code, corpus.base), _make_vocabulary),
        Part("corpus", digest("corpus", described), _make_corpus),
        Part("treaty", digest("treaty", inputs.facts, described), partial(_make_treaty, treaty)),
    ]
    if inputs.themes:
        parts.append(Part("themes", digest("themes", inputs.code, corpus.base, inputs.themes), _make_themes))
    documents = [_document_part(corpus, document, inputs) for document in corpus.documents]
    notes = [part.key for part in documents if part.document and part.document.kind is DocumentKind.CONCEPT_NOTE]
    knowledge = digest(inputs.facts, inputs.themes, *notes)
    for part in documents:
        parts += _report_parts(part, inputs, knowledge)
    return (*parts, *_position_parts(parts))


def _fingerprint(corpus: Corpus, lexicons: Iterable[Path]) -> _Inputs:
    code = fingerprint_code()
    themes = corpus.folder / "themes.ttl"
    return _Inputs(
        code=code,
        facts=digest(code, corpus.base, fingerprint_files((corpus.folder / "treaty").glob("*.toml"), corpus.folder)),
        themes=file_checksum(themes) if themes.is_file() else "",
        reading=digest(fingerprint_model(), *map(file_checksum, lexicon_files(corpus.folder, *lexicons))),
    )


def _document_part(corpus: Corpus, document: Document, inputs: _Inputs) -> Part:
    path = corpus.folder / document.file
    checksum = file_checksum(path)
    check_unchanged(checksum, document.checksum, str(path))
    surroundings = digest(inputs.facts, repr(corpus.instruments))
    key = digest("document", checksum, repr(document), repr(find_consultation(corpus, document)), surroundings)
    return Part(f"document {document.name}", key, partial(_make_document, document), PartKind.STRUCTURE, document)


def _report_parts(structure: Part, inputs: _Inputs, knowledge: str) -> tuple[Part, ...]:
    """Give the parts of one document, in the order in which each is made of the one before."""
    document = structure.document
    if document is None or document.kind is not DocumentKind.REPORT:
        return (structure,)
    name, key = document.name, digest("reading", structure.key, inputs.reading)
    reading = Part(f"reading of {name}", key, partial(make_reading, document), PartKind.READING, document)
    make = partial(make_linked, document, reading)
    return structure, reading, Part(f"statements of {name}", digest("statements", key, knowledge), make, PartKind.STATEMENTS, document)


def _position_parts(parts: Iterable[Part]) -> tuple[Part, ...]:
    linked = tuple(part for part in parts if part.kind is PartKind.STATEMENTS)
    key = digest("positions", *(part.key for part in linked))
    return (Part("positions", key, partial(make_positions, linked), PartKind.POSITIONS),) if linked else ()


def _make_vocabulary(bench: Bench) -> tuple[bytes, ...]:
    return tuple(vocabulary_lines(bench.corpus.base))


def _make_corpus(bench: Bench) -> tuple[bytes, ...]:
    return to_lines(encode_corpus(bench.corpus))


def _make_treaty(treaty: Treaty, bench: Bench) -> tuple[bytes, ...]:
    return to_lines(encode_treaty(treaty, bench.corpus.base))


def _make_themes(bench: Bench) -> tuple[bytes, ...]:
    base = bench.corpus.base
    return to_lines(theme_quads(bench.corpus.folder / "themes.ttl", base, GraphNames(base).themes))


def _make_document(document: Document, bench: Bench) -> tuple[bytes, ...]:
    read = bench.sources.read(document)
    remarks = (_remark(document, warning) for warning in _warnings(read))
    base = bench.corpus.base
    return to_lines(itertools.chain(encode_contents(read.contents, base), encode_findings(remarks, base)))


def _warnings(read: ReadDocument) -> Iterator[str]:
    yield from read.source.warnings
    if read.contents.document.kind is DocumentKind.REPORT and not is_english(read.source.text):
        yield NOT_ENGLISH


def _remark(document: Document, warning: str) -> Finding:
    identity = identifier("finding", "reading", digest(document.name, warning))
    return Finding(id=identity, check="reading", severity=Severity.WARNING, message=warning, document=document.id, subject=document.id)
