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
from travaux.pipeline.extraction import make_linked, make_reading
from travaux.pipeline.fingerprint import fingerprint_code, fingerprint_files, fingerprint_model
from travaux.pipeline.provenance import layers_of
from travaux.pipeline.reviewing import make_argument, make_proposed_positions, make_reviewed, stray_decisions
from travaux.pipeline.sources import ReadDocument, find_consultation, find_note
from travaux.rdf.encoding import encode_contents, encode_corpus, encode_findings, encode_layers, encode_treaty
from travaux.rdf.graphs import GraphNames
from travaux.rdf.lines import to_lines
from travaux.rdf.ontology import vocabulary_lines
from travaux.rdf.themes import theme_quads
from travaux.reading.english import NOT_ENGLISH, is_english
from travaux.reading.formats import check_unchanged, file_checksum
from travaux.reading.review.folder import Review


@dataclass(frozen=True, slots=True)
class _Inputs:
    """Fingerprints of what parts depend on: the code, what the treaty files say, the thesaurus, the lexicon and what reads with it."""

    code: str
    facts: str
    themes: str
    reading: str
    argument: str


def plan_parts(corpus: Corpus, treaty: Treaty, review: Review, *lexicons: Path) -> tuple[Part, ...]:
    """Plan the parts of a corpus: vocabulary, description, treaty facts, themes, then the documents, then what is concluded over all.

    A document is one part; a report is four: its structure, the statements read from it, which is slow, these again as they are linked
    to themes and questions, which is fast, and what people decided about them. Each stands after what it is made of. Reads the small
    files and the checksums of the documents, not the documents. Raises ``CorpusError`` for wrong descriptions and ``DocumentError`` for a
    document that is missing or changed. ``review`` is what people decided; ``lexicons`` are files of reporting language besides the
    project's own and the corpus' own.
    """
    inputs = _fingerprint(corpus, review, lexicons)
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
        parts += _report_parts(part, inputs, knowledge, review)
    reports = [document.name for document in corpus.documents if document.kind.holds_statements]
    parts.append(Part("layers", digest("layers", inputs.code, corpus.base, *reports), _make_layers))
    return (*parts, *_argument_parts(parts, inputs, review))


def identify(parts: Iterable[Part]) -> str:
    """Give the fingerprint of a graph that is made of these parts."""
    return digest(*(text for part in parts for text in (part.name, part.key)))


def _fingerprint(corpus: Corpus, review: Review, lexicons: Iterable[Path]) -> _Inputs:
    code = fingerprint_code()
    themes = corpus.folder / "themes.ttl"
    return _Inputs(
        code=code,
        facts=digest(code, corpus.base, fingerprint_files((corpus.folder / "treaty").glob("*.toml"), corpus.folder)),
        themes=file_checksum(themes) if themes.is_file() else "",
        reading=digest(fingerprint_model(), *map(file_checksum, lexicon_files(corpus.folder, *lexicons))),
        argument=digest(
            *map(repr, sorted(review.positions.items())),
            *map(repr, sorted(review.relations.items())),
            *map(repr, sorted(review.reviewers.items())),
            repr(stray_decisions(review, corpus)),
        ),
    )


def _document_part(corpus: Corpus, document: Document, inputs: _Inputs) -> Part:
    path = corpus.folder / document.file
    checksum = file_checksum(path)
    check_unchanged(checksum, document.checksum, str(path))
    surroundings = digest(inputs.facts, repr(corpus.instruments))
    note = find_note(corpus, document)
    asked = (repr(note),) if note else ()
    key = digest("document", checksum, repr(document), repr(find_consultation(corpus, document)), surroundings, *asked)
    return Part(f"document {document.name}", key, partial(_make_document, document), PartKind.STRUCTURE, document)


def _report_parts(structure: Part, inputs: _Inputs, knowledge: str, review: Review) -> tuple[Part, ...]:
    """Give the parts of one document, in the order in which each is made of the one before."""
    document = structure.document
    if document is None or not document.kind.holds_statements:
        return (structure,)
    name, key = document.name, digest("reading", structure.key, inputs.reading)
    reading = Part(f"reading of {name}", key, partial(make_reading, document), PartKind.READING, document)
    key = digest("proposals", key, knowledge)
    proposals = Part(f"proposals for {name}", key, partial(make_linked, document, reading), PartKind.PROPOSALS, document)
    key = digest("statements", key, *_decided(review, name))
    make = partial(make_reviewed, document, proposals, review)
    return structure, reading, proposals, Part(f"statements of {name}", key, make, PartKind.STATEMENTS, document)


def _decided(review: Review, name: str) -> Iterator[str]:
    """Tell what people decided about a document, and which of the positions that they mean have been named, in whatever order."""
    opinions = sorted(review.opinions.get(name, ()), key=lambda one: (one.key, one.reviewer))
    yield from map(repr, opinions)
    yield repr(sorted({one.position for one in opinions if one.position} & review.named.keys()))


def _argument_parts(parts: Iterable[Part], inputs: _Inputs, review: Review) -> Iterator[Part]:
    proposed = tuple(part for part in parts if part.kind is PartKind.PROPOSALS)
    standing = tuple(part for part in parts if part.kind is PartKind.STATEMENTS)
    if proposed:
        key = digest("proposed positions", *(part.key for part in proposed))
        yield Part("proposed positions", key, partial(make_proposed_positions, proposed), PartKind.PROPOSED_POSITIONS)
    if standing or review != Review():
        named = {table.document for table in review.relations.values()}
        shown = [part.key for part in parts if part.kind is PartKind.STRUCTURE and part.document and part.document.name in named]
        key = digest("argument", inputs.facts, inputs.argument, *(part.key for part in standing), *shown)
        yield Part("positions", key, partial(make_argument, standing, review), PartKind.ARGUMENT)


def _make_vocabulary(bench: Bench) -> tuple[bytes, ...]:
    return tuple(vocabulary_lines(bench.corpus.base))


def _make_corpus(bench: Bench) -> tuple[bytes, ...]:
    return to_lines(encode_corpus(bench.corpus))


def _make_layers(bench: Bench) -> tuple[bytes, ...]:
    return to_lines(encode_layers(layers_of(bench.corpus), bench.corpus.base))


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
    if read.contents.document.kind.holds_statements and not is_english(read.source.text):
        yield NOT_ENGLISH


def _remark(document: Document, warning: str) -> Finding:
    identity = identifier("finding", "reading", digest(document.name, warning))
    return Finding(id=identity, check="reading", severity=Severity.WARNING, message=warning, document=document.id, subject=document.id)
