"""Extracting: the statements of one document, of a corpus or by itself."""

from __future__ import annotations

import os
from dataclasses import dataclass, field, replace
from pathlib import Path

from travaux.analysis.tables import Tabular
from travaux.errors import NoTextError
from travaux.model.argument import Link, Statement
from travaux.model.corpus import DESCRIPTION, Corpus
from travaux.model.document import Document
from travaux.model.identity import Id, identifier
from travaux.model.schemes import DocumentKind
from travaux.model.store import Table
from travaux.model.treaty import Treaty
from travaux.pipeline.bench import Bench, Part, PartKind, open_bench
from travaux.pipeline.extraction import read_linked, read_statements
from travaux.pipeline.kept import KeptParts
from travaux.pipeline.parts import plan_parts
from travaux.pipeline.progress import Progress, Steps, silent
from travaux.pipeline.sources import ReadDocument, Sources
from travaux.pipeline.statements import Names, Row, to_rows, to_statement_table
from travaux.pipeline.workspace import Workspace, find_corpus
from travaux.rdf.actors import ActorsApart
from travaux.reading.corpus import read_corpus
from travaux.reading.english import NOT_ENGLISH, is_english
from travaux.reading.formats import file_checksum
from travaux.reading.linking import find_positions
from travaux.reading.review.folder import Review
from travaux.reading.treaty import read_treaty

_NOWHERE = Path(os.devnull)
"""A folder in which nothing is."""

_NO_CORPUS = Corpus(
    id=identifier("corpus"), name="loose", title="No corpus", base="https://w3id.org/travaux/corpus/loose/", folder=_NOWHERE
)


@dataclass(frozen=True, slots=True)
class Extraction(Tabular):
    """The statements of a document as rows in the order of its text, and what the user should know of it."""

    rows: tuple[Row, ...]
    remarks: tuple[str, ...] = ()

    def to_table(self) -> Table:
        """Give a row for each statement; what is a list in it is joined."""
        return to_statement_table(self.rows)


@dataclass(slots=True)
class _Extracted:
    """The linked statements of one document, and the names of the actors and claims of the positions in it."""

    statements: tuple[Statement, ...] = ()
    links: tuple[Link, ...] = ()
    actors: dict[Id, str] = field(default_factory=dict)
    claims: dict[Id, str] = field(default_factory=dict)

    def gather(self, every: tuple[Statement, ...]) -> None:
        """Add the positions that the statements express among all statements."""
        found = find_positions(every)
        own = {one.id for one in self.statements}
        self.statements = tuple(replace(one, position=found.of.get(one.id)) for one in self.statements)
        self.links += tuple(link for link in found.links if link.statement in own)
        self.claims = {position.id: position.claim for position in found.positions}


def extract(file: Path, corpus: Path | None = None, *lexicons: Path, progress: Progress = silent) -> Extraction:
    """Read the statements of a document.

    ``corpus`` is the folder of a corpus; without it, one that the file lies in is taken. A report of the corpus is read as a build
    reads it: with what is known of its consultation, and its positions are those of all reports together, which are read too unless a
    build has kept them. Any other file is read by itself and linked to the themes of the corpus, or to nothing if there is no corpus.
    ``lexicons`` are files of reporting language besides the project's own and the corpus' own.

    A document without any text gives no rows, and a remark. Raises ``DocumentError`` if the file cannot be read, and ``CorpusError`` if
    the corpus, its thesaurus or a lexicon is wrong.
    """
    home = find_corpus(corpus) if corpus else _find_home(file)
    described = read_corpus(home) if home else _NO_CORPUS
    document = _find_document(described, file)
    held = described if document else replace(described, documents=(_loose(file),))
    treaty = read_treaty(described) if home else Treaty()
    sources = Sources(held, treaty)
    try:
        read = sources.read(document or held.documents[0])
    except NoTextError as error:
        return Extraction((), (f"{error.what}. {error.hint or ''}".rstrip(),))
    parts = plan_parts(held, treaty, Review(), *lexicons) if document and document.kind.holds_statements else ()
    steps = Steps(progress, len(parts) or 1)
    kept = KeptParts(Workspace.to_read(held.folder).parts if document else _NOWHERE)
    with open_bench(sources, kept, steps.within, *lexicons) as bench:
        said = _read_among(parts, read.contents.document, bench, steps) if parts else _read_alone(read, bench, steps)
        return Extraction(tuple(to_rows(said.statements, said.links, _names(read, said, bench))), _remarks(read, said))


def _find_home(file: Path) -> Path | None:
    return next((folder for folder in file.resolve().parents if (folder / DESCRIPTION).is_file()), None)


def _find_document(corpus: Corpus, file: Path) -> Document | None:
    return next((document for document in corpus.documents if (corpus.folder / document.file).resolve() == file.resolve()), None)


def _loose(file: Path) -> Document:
    """Describe a file that no corpus describes; it is named without its ending."""
    place, checksum = str(file.absolute()), file_checksum(file)
    name = identifier("document", file.stem)
    return Document(id=name, name=file.stem, title=file.stem, kind=DocumentKind.REPORT, file=place, checksum=checksum)


def _read_among(parts: tuple[Part, ...], document: Document, bench: Bench, steps: Steps) -> _Extracted:
    """Read a report among the other reports of its corpus, as a build does."""
    said, every, actors = _Extracted(), list[Statement](), ActorsApart(bench.corpus.base)
    for part in parts:
        steps.begin(part.name)
        if part.kind is PartKind.STRUCTURE:
            actors.take(bench.lines(part))
        elif part.kind is PartKind.PROPOSALS:
            actors.take(bench.lines(part))
            statements, links = read_linked(part, bench)
            every += statements
            said = _Extracted(statements, links) if part.document is document else said
        steps.done += 1
    said.gather(tuple(every))
    said.actors = actors.names()
    return said


def _read_alone(read: ReadDocument, bench: Bench, steps: Steps) -> _Extracted:
    steps.begin(f"reading {read.contents.document.name}")
    found = read_statements(read, bench.reader, bench.progress)
    linked = bench.linker.link(found.statements, read.contents)
    actors = {actor.id: actor.name for actor in (*read.contents.actors, *found.actors)}
    said = _Extracted(linked.statements, linked.links, actors)
    said.gather(linked.statements)
    return said


def _names(read: ReadDocument, said: _Extracted, bench: Bench) -> Names:
    contents = read.contents
    return Names(
        documents={contents.document.id: contents.document.name},
        paragraphs={paragraph.id: paragraph.number for paragraph in contents.paragraphs},
        questions={question.id: question.number for one in (*bench.concept_notes, contents) for question in one.questions},
        actors=said.actors | {one.id: one.name for one in contents.participations},
        positions=said.claims,
    )


def _remarks(read: ReadDocument, said: _Extracted) -> tuple[str, ...]:
    if not is_english(read.source.text):
        return (*read.source.warnings, NOT_ENGLISH)
    return (*read.source.warnings, *(() if said.statements else ("no statements were found",)))
