"""The words in a document of the corpus that show a relation."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from travaux.exchange.arguments.graph import ArgumentGraph, Bearing, Passage
from travaux.model.corpus import Corpus
from travaux.model.document import Document
from travaux.model.schemes import Marking
from travaux.model.sentences import sentence_at
from travaux.pipeline.sources import Sources
from travaux.reading.review.paragraphs import page_of
from travaux.reading.review.placing import Found, Manner, Page
from travaux.reading.treaty import read_treaty


@dataclass(frozen=True, slots=True)
class Evidence:
    """Words of a paragraph of a document, as a review tells them; ``context`` where the words stand more than once."""

    document: str
    paragraph: str
    words: str
    marking: Marking
    origin: str
    """Where they were taken from, for the report."""
    inferred: bool = False
    """Whether they are a sentence of the premise alone, which the file does not tell to show the relation."""


@dataclass(slots=True)
class Library:
    """The documents of a corpus, each read when words are looked for in it."""

    corpus: Corpus
    _sources: Sources | None = None
    _pages: dict[str, Page] = field(default_factory=dict)

    def page(self, document: Document) -> Page:
        """Give the text of a document with its paragraphs; ``DocumentError`` if it cannot be read."""
        if document.name not in self._pages:
            self._sources = self._sources or Sources(self.corpus, read_treaty(self.corpus))
            read = self._sources.read(document)
            self._pages[document.name] = page_of(read.contents, read.source.text)
        return self._pages[document.name]

    def find(self, passage: Passage) -> tuple[Document, Found] | None:
        """Find words, in their document if the corpus has it, else in the only one that holds them; ``None`` if it is not certain where."""
        named = [one for one in self.corpus.documents if one.id == passage.source]
        places = [(one, found) for one in named or self.corpus.documents if (found := self._find_in(one, passage))]
        return places[0] if len(places) == 1 else None

    def _find_in(self, document: Document, passage: Passage) -> Found | None:
        page = self.page(document)
        only = page.find_only(passage.quote) if passage.paragraph is None else None
        if passage.paragraph is None and only is None:
            return None
        found = page.find(passage.quote, only.name if only else str(passage.paragraph))
        return found if found and found.manner is not Manner.REWORDED else None

    def sentence(self, document: Document, found: Found) -> str:
        """Give the sentence around words; the words alone where it is not certain that it would be found again."""
        page = self.page(document)
        region = found.region
        paragraph = page.text[region.start : region.end]
        first, last = sentence_at(paragraph, found.start - region.start, found.end - region.start)
        again = page.find(paragraph[first:last], region.name)
        whole = again and (again.start, again.end) == (region.start + first, region.start + last)
        return paragraph[first:last] if whole else page.text[found.start : found.end]


@dataclass(frozen=True, slots=True)
class Finder:
    """Finds what shows a relation: the words that the file tells; if there are none, and only to ``infer``, what is said of the premise."""

    library: Library
    file: ArgumentGraph
    corpus: ArgumentGraph
    positions: Mapping[str, str]
    """The id in the corpus of each claim of the file that the corpus has."""
    infer: bool = False

    def find(self, bearing: Bearing) -> Evidence | None:
        """Find the words for a relation; ``None`` if there are none, or those that the file gives stand in no document."""
        if bearing.passage is not None:
            place = self.library.find(bearing.passage)
            return self._given(*place, bearing) if place else None
        return next(self._inferred(bearing), None) if self.infer else None

    def _given(self, document: Document, found: Found, bearing: Bearing) -> Evidence:
        words = self.library.page(document).text[found.start : found.end]
        return Evidence(document.name, found.region.name, words, bearing.marking or Marking.INFERRED, "as the file tells")

    def _inferred(self, bearing: Bearing) -> Iterator[Evidence]:
        own = (one.passage for one in self.file.locutions if one.position == bearing.premise)
        yield from self._sentences(own, "a sentence that the file quotes for the premise")
        position = self.positions.get(bearing.premise)
        known = (one.passage for one in self.corpus.locutions if position is not None and one.position == position)
        yield from self._sentences(known, "the sentence of a statement of the premise")

    def _sentences(self, passages: Iterable[Passage], origin: str) -> Iterator[Evidence]:
        for passage in passages:
            if place := self.library.find(passage):
                document, found = place
                words = self.library.sentence(document, found)
                yield Evidence(document.name, found.region.name, words, Marking.INFERRED, origin, inferred=True)
