"""The parts that a graph is made of, each from its own input and made again only when that input changes."""

from __future__ import annotations

import itertools
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from travaux.model.consultation import Consultation
from travaux.model.corpus import Corpus
from travaux.model.document import Document
from travaux.model.finding import Finding
from travaux.model.identity import digest, identifier, name_key
from travaux.model.schemes import Severity
from travaux.model.treaty import UNVERIFIED, Provision, Treaty
from travaux.pipeline.fingerprint import fingerprint_code, fingerprint_files
from travaux.rdf.encoding import encode_contents, encode_corpus, encode_findings, encode_treaty
from travaux.rdf.graphs import GraphNames
from travaux.rdf.lines import to_lines
from travaux.rdf.ontology import vocabulary_lines
from travaux.rdf.themes import theme_quads
from travaux.reading.formats import check_unchanged, file_checksum, read_source
from travaux.reading.structure import Context, read_structure
from travaux.reading.treaty import read_treaty


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the graph: its ``name``, the ``key`` of its input, and how to make its N-Quads lines, sorted."""

    name: str
    key: str
    make: Callable[[], tuple[bytes, ...]]
    document: Document | None = None


def plan_parts(corpus: Corpus) -> tuple[Part, ...]:
    """Plan the parts of a corpus: vocabulary, description, treaty facts, themes, and one part a document, in that order.

    Reads the small files and the checksums of the documents, not the documents. Raises ``CorpusError`` for wrong descriptions and
    ``DocumentError`` for a document that is missing or changed.
    """
    code = fingerprint_code()
    treaty = read_treaty(corpus)
    described = digest(code, repr(replace(corpus, folder=Path())))
    facts = digest(code, corpus.base, fingerprint_files((corpus.folder / "treaty").glob("*.toml"), corpus.folder))
    parts = [
        Part("vocabulary", digest("vocabulary", code, corpus.base), partial(_make_vocabulary, corpus)),
        Part("corpus", digest("corpus", described), partial(_make_corpus, corpus)),
        Part("treaty", digest("treaty", facts, described), partial(_make_treaty, corpus, treaty)),
    ]
    themes = corpus.folder / "themes.ttl"
    if themes.is_file():
        parts.append(Part("themes", digest("themes", code, corpus.base, file_checksum(themes)), partial(_make_themes, corpus)))
    surroundings = digest(facts, repr(corpus.instruments))
    return (*parts, *(_document_part(corpus, document, treaty, surroundings) for document in corpus.documents))


def _document_part(corpus: Corpus, document: Document, treaty: Treaty, surroundings: str) -> Part:
    path = corpus.folder / document.file
    checksum = file_checksum(path)
    check_unchanged(checksum, document.checksum, str(path))
    key = digest("document", checksum, repr(document), repr(_find_consultation(corpus, document)), surroundings)
    return Part(f"document {document.name}", key, partial(_make_document, corpus, document, treaty), document)


def _make_vocabulary(corpus: Corpus) -> tuple[bytes, ...]:
    return tuple(vocabulary_lines(corpus.base))


def _make_corpus(corpus: Corpus) -> tuple[bytes, ...]:
    return to_lines(encode_corpus(corpus))


def _make_treaty(corpus: Corpus, treaty: Treaty) -> tuple[bytes, ...]:
    return to_lines(encode_treaty(treaty, corpus.base))


def _make_themes(corpus: Corpus) -> tuple[bytes, ...]:
    return to_lines(theme_quads(corpus.folder / "themes.ttl", corpus.base, GraphNames(corpus.base).themes))


def _make_document(corpus: Corpus, document: Document, treaty: Treaty) -> tuple[bytes, ...]:
    source = read_source(corpus.folder / document.file, document.checksum)
    contents = read_structure(document, source, _context(corpus, treaty, document))
    remarks = (_remark(document, warning) for warning in source.warnings)
    return to_lines(itertools.chain(encode_contents(contents, corpus.base), encode_findings(remarks, corpus.base)))


def _remark(document: Document, warning: str) -> Finding:
    identity = identifier("finding", "reading", digest(document.name, warning))
    return Finding(id=identity, check="reading", severity=Severity.WARNING, message=warning, document=document.id, subject=document.id)


def _context(corpus: Corpus, treaty: Treaty, document: Document) -> Context:
    """Gather what the corpus knows about the consultation of a document and the instrument that was discussed there.

    Titles of chapters are those of the first version, even for a consultation held before there was a text: the topics are the same.
    """
    consultation = _find_consultation(corpus, document)
    discussed = consultation.instrument if consultation else None
    topical = discussed or next((version.id for version in corpus.instruments), None)
    provisions = [provision for provision in treaty.provisions() if provision.instrument == discussed]
    chapters = [chapter for chapter in treaty.chapters if chapter.instrument == topical and chapter.title]
    named = [(name, version.id) for version in corpus.instruments for name in (version.title, version.symbol) if name]
    return Context(
        consultation=consultation,
        chapters={name_key(_bare_title(chapter)): chapter.id for chapter in chapters},
        provisions={_citation(provision): provision.id for provision in provisions},
        provision_titles={_citation(known): known.title for known in provisions if known.title and known.evidence.verified},
        instruments={name_key(name): identity for name, identity in named},
    )


def _find_consultation(corpus: Corpus, document: Document) -> Consultation | None:
    return next((held for held in corpus.consultations if held.id == document.consultation), None)


def _citation(provision: Provision) -> str:
    return f"{provision.noun} {provision.number}"


def _bare_title(provision: Provision) -> str:
    return (provision.title or "").removesuffix(UNVERIFIED).strip()
