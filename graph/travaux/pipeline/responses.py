"""Taking a table of answers into a corpus: all of it or nothing."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, replace
from pathlib import Path

from travaux.errors import CorpusError, ExchangeError
from travaux.model.contents import Contents
from travaux.model.corpus import DESCRIPTION, Corpus
from travaux.model.document import Document
from travaux.model.identity import identifier
from travaux.model.responses import Asked, Columns
from travaux.model.schemes import DocumentKind
from travaux.model.treaty import Treaty
from travaux.pipeline.sources import Sources, context_of, find_note
from travaux.reading.corpus import read_corpus
from travaux.reading.corpus_edit import Metadata, add_document, name_from
from travaux.reading.formats.file import read_bytes
from travaux.reading.responses import count_silent, read_given, write_text
from travaux.reading.responses.copying import copy_without_names, to_tables
from travaux.reading.responses.document import choose_sheet, read_written
from travaux.reading.responses.planning import Note, Plan, Wanted, plan_columns
from travaux.reading.tables import Table, read_tables_of


@dataclass(frozen=True, slots=True)
class Imported:
    """What an import has done, or would do: the document, what was guessed, and what it holds.

    ``there`` tells that the corpus had exactly this already, ``bared`` that it had the names until now. ``left_out`` are the columns that
    nothing is read from, ``silent`` counts the rows without an answer.
    """

    document: Document
    guesses: tuple[str, ...]
    left_out: tuple[str, ...]
    respondents: int
    named: int
    answers: int
    paragraphs: int
    silent: int = 0
    there: bool = False
    bared: bool = False


def import_responses(
    folder: Path,
    file: Path,
    consultation: str,
    wanted: Wanted,
    *,
    questions_of: str | None = None,
    name: str | None = None,
    title: str | None = None,
    update: bool = False,
    dry_run: bool = False,
) -> Imported:
    """Copy a table of answers into a corpus and describe its columns; with ``dry_run`` only say what would be done.

    ``consultation`` is the short name of the one that was answered, ``questions_of`` that of the concept note whose questions were; without
    it the note of the consultation is tried. The copy is the file's bytes, or, if ``wanted.anonymous``, a table of the answers alone.
    Raises ``ExchangeError``, ``DocumentError`` or ``CorpusError`` with the place of what is wrong; then nothing has changed.
    """
    corpus = read_corpus(folder)
    meeting = identifier("consultation", consultation)
    if all(one.id != meeting for one in corpus.consultations):
        raise _lacking(corpus, consultation)
    short = name or name_from(file.stem)
    data = read_bytes(file)
    table = choose_sheet(read_tables_of(data, file.name, str(file)), wanted.sheet, str(file))
    plan = plan_columns(table, wanted, _find_note(corpus, meeting, questions_of), short, must=questions_of is not None)
    content, columns, suffix = data, plan.columns, file.suffix.lower()
    silent = count_silent(table, columns)
    read_given(table, columns)  # with the places of the file itself
    if wanted.anonymous:
        content, columns = copy_without_names(table, plan.columns)
        suffix = ".csv"
    described = _describe(file, content, columns, short, title)
    described = replace(described, consultation=meeting)
    contents = _try(corpus, described, content, suffix)
    there = next((one for one in corpus.documents if one.checksum == described.checksum), None)
    if there is not None:
        _check_same(there, described, file)
        return replace(_report(there, plan, contents, silent), there=True)
    if dry_run:
        return _report(described, plan, contents, silent)
    metadata: Metadata = {
        "name": described.name,
        "title": described.title,
        "kind": DocumentKind.RESPONSES,
        "consultation": consultation,
        "columns": to_tables(columns),
    }
    if update and title is None:
        del metadata["title"]
    target = file.with_suffix(suffix)
    outside = wanted.anonymous or not _lies_inside(file, folder)
    added = add_document(folder, target, update=update, content=content if outside else None, **metadata)
    bared = wanted.anonymous and any(one.columns and not one.columns.anonymous for one in corpus.documents if one.id == added.id)
    return replace(_report(added, plan, contents, silent), bared=bared)


def _lacking(corpus: Corpus, consultation: str) -> CorpusError:
    """Tell that the corpus does not describe a consultation, and what is to be written so that it does."""
    name = name_from(consultation)
    known = ", ".join(one.name for one in corpus.consultations)
    lines = ("[[consultations]]", f'name = "{name}"', f'title = "{name.replace("-", " ").capitalize()}"', *_DAYS)
    others = f"Known: {known}. For another one write" if known else "Write"
    hint = "\n  ".join((f"{others} this at the end of {DESCRIPTION}, with your title and the days on which it was open:", *lines))
    return CorpusError(f"there is no consultation {consultation!r}", where=str(corpus.folder / DESCRIPTION), hint=hint)


_DAYS = ("first_day = 2023-06-01", "last_day = 2023-06-30")


def _lies_inside(file: Path, folder: Path) -> bool:
    return file.resolve().is_relative_to(folder.resolve())


def _find_note(corpus: Corpus, meeting: str, wanted: str | None) -> Note | None:
    """Find the concept note of that name, or the only one of the consultation, with its questions."""
    notes = [one for one in corpus.documents if one.kind is DocumentKind.CONCEPT_NOTE]
    found = [one for one in notes if (one.name == wanted if wanted else one.consultation == meeting)]
    if wanted and not found:
        known = ", ".join(one.name for one in notes) or "none"
        raise CorpusError(f"there is no concept note {wanted!r}", where=str(corpus.folder / DESCRIPTION), hint=f"Known: {known}.")
    if len(found) != 1:
        return None
    questions = Sources(corpus, Treaty()).read(found[0]).contents.questions
    return Note(name=found[0].name, questions=tuple(Asked(heading=one.span.quote, number=one.number) for one in questions))


def _describe(file: Path, content: bytes, columns: Columns, short: str, title: str | None) -> Document:
    return Document(
        id=identifier("document", short),
        name=short,
        title=title or short.replace("-", " ").capitalize(),
        kind=DocumentKind.RESPONSES,
        file=file.name,
        checksum=hashlib.sha256(content).hexdigest(),
        columns=columns,
    )


def _try(corpus: Corpus, document: Document, content: bytes, suffix: str) -> Contents:
    """Read the copy as a build will."""
    tables = read_tables_of(content, f"copy{suffix}", document.file)
    columns = document.columns
    if columns is None:
        raise AssertionError
    table: Table = choose_sheet(tables, columns.sheet, document.file)
    note = find_note(corpus, document)
    sources = Sources(corpus, Treaty())
    questions = {one.number: one.id for one in sources.read(note).contents.questions} if note else {}
    written = write_text(columns.questions, read_given(table, columns))
    return read_written(written, document, context_of(corpus, Treaty(), document), questions)


def _check_same(there: Document, document: Document, file: Path) -> None:
    if there.columns != document.columns or there.consultation != document.consultation:
        what = f"the corpus has this table already, as {there.name!r}, and reads its columns otherwise"
        raise ExchangeError(what, where=str(file), hint=f"Change [documents.columns] of {there.name} in corpus.toml.")


def _report(document: Document, plan: Plan, contents: Contents, silent: int) -> Imported:
    return Imported(
        document=document,
        guesses=tuple(plan.guesses),
        left_out=plan.left_out,
        respondents=len(contents.respondents),
        named=sum(one.speaks_as is not None for one in contents.respondents),
        answers=len(contents.responses),
        paragraphs=len(contents.paragraphs),
        silent=silent,
    )
