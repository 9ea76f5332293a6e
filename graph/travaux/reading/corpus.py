"""The description of a corpus: ``corpus.toml`` as a record of the model."""

from __future__ import annotations

import os
from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from travaux.errors import CorpusError
from travaux.journal import Journal
from travaux.model.citation import Author, Citation
from travaux.model.consultation import Consultation
from travaux.model.corpus import DESCRIPTION, Corpus
from travaux.model.document import Document
from travaux.model.identity import Id, identifier, name_key
from travaux.model.responses import Asked, Columns
from travaux.model.schemes import DocumentKind
from travaux.model.treaty import Instrument
from travaux.naming.nearest import ask_nearest
from travaux.reading.corpus_schema import CitationTable, ColumnsTable, ConsultationTable, CorpusFile, DocumentTable, InstrumentTable
from travaux.reading.schema import check_schema
from travaux.reading.toml import Problem, Tables, entries, raise_problems, read_toml, text_of

RESERVED_INSTRUMENTS = ("sources", "correspondences", "outcomes", "process")
"""Names that no instrument may have: files of the treaty folder have them, and its other files are named after instruments."""


def read_corpus(folder: Path) -> Corpus:
    """Read the description of the corpus in a folder.

    The documents themselves are not opened: whether they are there and unchanged is found out when they are read.
    Instruments are ordered as in the file, oldest first. Raises ``CorpusError`` telling every mistake at once.
    """
    changes_of(folder).finish()
    file = folder / DESCRIPTION
    if not file.is_file():
        hint = "make a corpus with `travaux new FOLDER`, or name the folder of one"
        msg = f"not a corpus: there is no {DESCRIPTION} in this folder"
        raise CorpusError(msg, where=str(folder), hint=hint)
    return to_corpus(read_toml(file), folder)


def changes_of(folder: Path) -> Journal:
    """Give what the description of a corpus and its documents are changed with; it is kept where nothing else looks, or goes into git."""
    return Journal(folder, folder / ".travaux" / "changes", "the corpus")


def to_corpus(data: Tables, folder: Path) -> Corpus:
    """Turn what stands in a ``corpus.toml`` into a corpus; ``CorpusError`` telling every mistake at once."""
    file = folder / DESCRIPTION
    problems: list[Problem] = []
    described = check_schema(CorpusFile, data, file, problems)
    for key, what, hint in _contradictions(data, folder):
        problems.append(Problem(file, key, what, hint))
    raise_problems(problems)
    if described is None:  # a schema that fails has said why
        raise AssertionError
    return Corpus(
        id=identifier("corpus", described.name),
        name=described.name,
        title=described.title,
        base=described.base,
        folder=folder,
        description=described.description,
        instruments=tuple(_instrument(table, order) for order, table in enumerate(described.instruments, 1)),
        consultations=tuple(_consultation(table) for table in described.consultations),
        documents=tuple(_document(table) for table in described.documents),
        citation=_citation(described.citation),
    )


def _instrument(table: InstrumentTable, order: int) -> Instrument:
    return Instrument(id=identifier("instrument", table.name), order=order, **dict(table))


def _consultation(table: ConsultationTable) -> Consultation:
    values = dict(table) | {"places": tuple(table.places), "instrument": _reference("instrument", table.instrument)}
    return Consultation(id=identifier("consultation", table.name), **values)


def _document(table: DocumentTable) -> Document:
    values = dict(table) | {"consultation": _reference("consultation", table.consultation), "columns": _columns(table.columns)}
    return Document(id=identifier("document", table.name), **values)


def _citation(table: CitationTable) -> Citation:
    return Citation(**dict(table) | {"authors": tuple(Author(**dict(author)) for author in table.authors)})


def _columns(table: ColumnsTable | None) -> Columns | None:
    if table is None:
        return None
    return Columns(**dict(table) | {"questions": tuple(Asked(**dict(one)) for one in table.questions)})


def _reference(kind: str, name: str | None) -> Id | None:
    return None if name is None else identifier(kind, name)


Contradiction = tuple[str, str, str | None]


def _contradictions(data: Tables, folder: Path) -> Iterator[Contradiction]:
    """Find what no single value shows: names given twice, references to nothing, days in the wrong order, files elsewhere."""
    yield from _repeated(data, "name", "instruments", "consultations", "documents")
    yield from _repeated(data, "file", "documents")
    yield from _dangling(data, "consultations", "instrument", "instruments")
    yield from _dangling(data, "documents", "consultation", "consultations")
    for path, table in entries(data, "instruments"):
        if text_of(table, "name") in RESERVED_INSTRUMENTS:
            yield f"{path}.name", "an instrument cannot have this name", f"these are taken: {', '.join(RESERVED_INSTRUMENTS)}"
    for path, table in entries(data, "consultations"):
        first, last = table.get("first_day"), table.get("last_day")
        if type(first) is date and type(last) is date and last < first:
            yield f"{path}.last_day", f"{last} is before the first day, {first}", "exchange the two days, or mend one"
    yield from _unnamed_authors(data)
    for path, table in entries(data, "documents"):
        if _leads_out(folder, text_of(table, "file")):
            yield f"{path}.file", "the file is a link that leads out of the corpus folder", "put the document itself into the folder"
        yield from _wrong_columns(data, path, table)


def _wrong_columns(data: Tables, path: str, table: Tables) -> Iterator[Contradiction]:
    """Find columns where there is no table, a table without columns, and columns that do not make one."""
    columns = table.get("columns")
    tabular = text_of(table, "kind") == DocumentKind.RESPONSES
    if tabular != isinstance(columns, dict):
        hint = "add answers with `travaux import responses FILE`, which writes the columns"
        yield f"{path}.columns", "columns belong to documents of the kind 'responses', and only to these", hint
    if not isinstance(columns, dict):
        return
    if ("question" in columns) != ("answer" in columns):
        yield f"{path}.columns", "question and answer are named together or not at all", "name the columns of both, or neither"
    notes = [name for _, one in entries(data, "documents") if (name := text_of(one, "name")) and text_of(one, "kind") == "concept-note"]
    note = text_of(columns, "questions_of")
    if note is not None and note not in notes:
        yield f"{path}.columns.questions_of", f"there is no concept note {note[:80]!r}", f"known: {', '.join(notes) or 'none'}"
    for key in ("heading", "number"):
        values = [name_key(value) or value for _, one in entries(columns, "questions") if (value := text_of(one, key))]
        for value in sorted({value for value in values if values.count(value) > 1}):
            yield f"{path}.columns.questions", f"two questions have the {key} {value[:80]!r}", "give each its own"


def _unnamed_authors(data: Tables) -> Iterator[Contradiction]:
    citation = data.get("citation")
    for path, table in entries(citation, "authors") if isinstance(citation, dict) else ():
        if ("name" in table) == ("family" in table) or ("name" in table and "given" in table):
            hint = "give `family` and `given` of a person, or `name` of an organization"
            yield f"citation.{path}", "an author has a family name or a name in one", hint


def _repeated(data: Tables, key: str, *lists: str) -> Iterator[Contradiction]:
    places: dict[str, list[str]] = defaultdict(list)
    for path, table in (entry for name in lists for entry in entries(data, name)):
        if (value := text_of(table, key)) is not None:
            places[value].append(path)
    for value, (first, *others) in places.items():
        for path in others:
            yield f"{path}.{key}", f"{value[:80]!r} is taken by {first}", "give each its own"


def _dangling(data: Tables, of: str, key: str, to: str) -> Iterator[Contradiction]:
    known = [name for _, table in entries(data, to) if (name := text_of(table, "name")) is not None]
    for path, table in entries(data, of):
        name = text_of(table, key)
        if name is not None and name not in known:
            hint = ask_nearest(name, known) or (f"known: {', '.join(known)}" if known else f"describe it under [[{to}]]")
            yield f"{path}.{key}", f"there is no {key} {name[:80]!r}", hint


def _leads_out(folder: Path, file: str | None) -> bool:
    """Whether a path that is written as one inside the folder ends elsewhere, by a symbolic link; others the schema reports."""
    if file is None or file.startswith("/") or "\0" in file or ".." in file.split("/"):
        return False
    root = os.path.realpath(folder)
    return os.path.commonpath([root, os.path.realpath(folder / file)]) != root
