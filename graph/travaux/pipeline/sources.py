"""The documents of a corpus, each read together with what the corpus knows about it."""

from __future__ import annotations

from dataclasses import dataclass, field

from travaux.model.consultation import Consultation
from travaux.model.contents import Contents
from travaux.model.corpus import Corpus
from travaux.model.document import Document
from travaux.model.identity import name_key
from travaux.model.text import SourceText
from travaux.model.treaty import UNVERIFIED, Provision, Treaty
from travaux.reading.formats import read_source
from travaux.reading.structure import Context, read_structure


@dataclass(frozen=True, slots=True)
class ReadDocument:
    """A document that has been read: its text as stored, and its structure."""

    source: SourceText
    contents: Contents


@dataclass(slots=True)
class Sources:
    """Reads the documents of a corpus. The last one stays at hand, for the parts that are made of it one after the other."""

    corpus: Corpus
    treaty: Treaty
    _last: ReadDocument | None = field(default=None, init=False)

    def read(self, document: Document) -> ReadDocument:
        """Read a document; ``DocumentError`` if it is missing, broken or not the one that the corpus describes."""
        if self._last is None or self._last.contents.document is not document:
            self._last = None
            source = read_source(self.corpus.folder / document.file, document.checksum)
            self._last = ReadDocument(source, read_structure(document, source, self.context(document)))
        return self._last

    def context(self, document: Document) -> Context:
        """Gather what the corpus knows about the consultation of a document."""
        return context_of(self.corpus, self.treaty, document)


def context_of(corpus: Corpus, treaty: Treaty, document: Document) -> Context:
    """Gather what the corpus knows about the consultation of a document and the instrument that was discussed there.

    Titles of chapters are those of the first version, even for a consultation held before there was a text: the topics are the same.
    """
    consultation = find_consultation(corpus, document)
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


def find_consultation(corpus: Corpus, document: Document) -> Consultation | None:
    """Find the consultation that a document prepares or reports on."""
    return next((held for held in corpus.consultations if held.id == document.consultation), None)


def _citation(provision: Provision) -> str:
    return f"{provision.noun} {provision.number}"


def _bare_title(provision: Provision) -> str:
    return (provision.title or "").removesuffix(UNVERIFIED).strip()
