"""The documents of a corpus, each read together with what the corpus knows about it."""

from __future__ import annotations

from dataclasses import dataclass, field

from travaux.model.consultation import Consultation
from travaux.model.contents import Contents
from travaux.model.corpus import Corpus
from travaux.model.document import Document
from travaux.model.identity import name_key
from travaux.model.schemes import DocumentKind
from travaux.model.text import SourceText
from travaux.model.treaty import UNVERIFIED, Provision, Treaty
from travaux.reading.formats import read_source
from travaux.reading.responses import read_response_text, read_responses
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
            self._last = self._read_answers(document) if document.kind is DocumentKind.RESPONSES else self._read(document)
        return self._last

    def _read(self, document: Document) -> ReadDocument:
        source = read_source(self.corpus.folder / document.file, document.checksum)
        return ReadDocument(source, read_structure(document, source, self.context(document)))

    def _read_answers(self, document: Document) -> ReadDocument:
        note = find_note(self.corpus, document)
        questions = {one.number: one.id for one in self.read(note).contents.questions} if note else {}
        source, contents = read_responses(self.corpus.folder / document.file, document, self.context(document), questions)
        return ReadDocument(source, contents)

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


def read_text(corpus: Corpus, document: Document) -> str:
    """Read the text of a document as it is stored; raises what ``Sources.read`` does."""
    path = corpus.folder / document.file
    if document.kind is DocumentKind.RESPONSES:
        return read_response_text(path, document).source.text
    return read_source(path, document.checksum).text


def find_note(corpus: Corpus, document: Document) -> Document | None:
    """Find the concept note whose questions a table of answers answers."""
    name = document.columns.questions_of if document.columns else None
    return next((one for one in corpus.documents if one.name == name), None)


def find_consultation(corpus: Corpus, document: Document) -> Consultation | None:
    """Find the consultation that a document prepares or reports on."""
    return next((held for held in corpus.consultations if held.id == document.consultation), None)


def _citation(provision: Provision) -> str:
    return f"{provision.noun} {provision.number}"


def _bare_title(provision: Provision) -> str:
    return (provision.title or "").removesuffix(UNVERIFIED).strip()
