"""The parts of a graph, and what they are made with."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from enum import Enum, auto
from functools import cached_property
from pathlib import Path

from travaux.model.contents import Contents
from travaux.model.corpus import Corpus
from travaux.model.document import Document
from travaux.model.schemes import DocumentKind
from travaux.model.theme import Theme
from travaux.pipeline.kept import KeptParts
from travaux.pipeline.sources import Sources
from travaux.rdf.lexicon import read_lexicon
from travaux.rdf.themes import read_themes
from travaux.reading.extraction import Reader, open_reader
from travaux.reading.linking import Knowledge, Linker
from travaux.resources import ontology_folder

_LEXICON = "lexicon.ttl"


class PartKind(Enum):
    """What a part holds."""

    FOUNDATION = auto()
    """What the descriptions, the treaty files and the thesaurus say."""
    STRUCTURE = auto()
    """What a document contains."""
    READING = auto()
    """The statements of a document as they were read; kept for what is made of it and not itself in the graph."""
    PROPOSALS = auto()
    """The statements of a document as rules propose them, linked; kept for what is decided about them."""
    STATEMENTS = auto()
    """The statements of a document that stand: what people decided, and the proposals that nobody has decided about."""
    PROPOSED_POSITIONS = auto()
    """The positions that all proposals express; kept for those who want to see what the rules alone make of the corpus."""
    ARGUMENT = auto()
    """The positions and relations over all documents."""


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the graph: its ``name``, the ``key`` of its input, and how to make its N-Quads lines, sorted."""

    name: str
    key: str
    make: Callable[[Bench], tuple[bytes, ...]]
    kind: PartKind = PartKind.FOUNDATION
    document: Document | None = None

    @property
    def shown(self) -> bool:
        """Whether it is in a graph that shows some of the layers."""
        return self.kind is not PartKind.READING

    @property
    def published(self) -> bool:
        """Whether it is in the graph that shows all layers."""
        return self.kind not in {PartKind.READING, PartKind.PROPOSALS, PartKind.PROPOSED_POSITIONS}


@dataclass(frozen=True)
class Bench:
    """Everything that parts are made with: the sources, the one reader of statements, and the parts that are kept already.

    ``progress`` is told how much of one document has been read.
    """

    sources: Sources
    reader: Reader
    kept: KeptParts
    progress: Callable[[int, int], None]

    @property
    def corpus(self) -> Corpus:
        """The corpus at work."""
        return self.sources.corpus

    @cached_property
    def concept_notes(self) -> tuple[Contents, ...]:
        """What the concept notes of the corpus contain."""
        notes = (document for document in self.corpus.documents if document.kind is DocumentKind.CONCEPT_NOTE)
        return tuple(self.sources.read(note).contents for note in notes)

    @cached_property
    def linker(self) -> Linker:
        """What links statements to the themes of the corpus and to the guiding questions of its concept notes."""
        return Linker(Knowledge.of(self.themes, self.concept_notes))

    @cached_property
    def themes(self) -> tuple[Theme, ...]:
        """The themes of the corpus."""
        return read_themes(self.corpus.folder / "themes.ttl", self.corpus.base)

    def lines(self, part: Part) -> bytes:
        """Give the lines of a part: the kept ones, else made for the occasion."""
        kept = self.kept.find(part.key)
        return b"".join(part.make(self)) if kept is None else kept


def lexicon_files(corpus_folder: Path | None, *more: Path) -> tuple[Path, ...]:
    """Name the files of reporting language: the project's own, what a corpus adds to it if it does, and ``more``."""
    own = (corpus_folder / _LEXICON,) if corpus_folder and (corpus_folder / _LEXICON).is_file() else ()
    return (ontology_folder() / _LEXICON, *own, *more)


@contextmanager
def open_bench(sources: Sources, kept: KeptParts, progress: Callable[[int, int], None], *lexicons: Path) -> Iterator[Bench]:
    """Give a bench whose reader is shared by all that is made on it; the language model is loaded when it is first needed.

    ``lexicons`` are read besides the project's own and the corpus' own. Raises ``CorpusError`` if one of them is wrong.
    """
    with open_reader(read_lexicon(*lexicon_files(sources.corpus.folder, *lexicons))) as reader:
        yield Bench(sources, reader, kept, progress)
