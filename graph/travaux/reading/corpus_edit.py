"""Changes to the description of a corpus that keep what its author wrote, comments included."""

from __future__ import annotations

import datetime as dt
import hashlib
import os
import unicodedata
from pathlib import Path
from typing import TypedDict, Unpack

import tomlkit
from tomlkit.exceptions import TOMLKitError
from tomlkit.items import AoT, Array

from travaux.errors import CorpusError, DocumentError
from travaux.files import write_whole
from travaux.model.corpus import DESCRIPTION, Corpus
from travaux.model.document import Document
from travaux.model.identity import name_key
from travaux.model.schemes import DocumentKind
from travaux.reading.corpus import changes_of, read_corpus, to_corpus
from travaux.reading.corpus_schema import DocumentTable
from travaux.reading.toml import Tables, parse_toml, read_text

DOCUMENTS = "documents"
"""The folder of a corpus that documents are copied to."""

_TEMPLATE = """\
# What this corpus is made of: the negotiation, its consultations, and the documents that report on them.
# Lines that begin with # are remarks. To use one of the examples below, remove the # and write your own values.
# Every key is explained in docs/corpus-format.md.

# The short name becomes part of addresses: lower-case letters, digits, hyphens.
name = {name}
title = {title}

# Addresses of everything in the corpus begin with this. Keep it once you have published something.
base = {base}

# The treaty in its versions, the oldest first. Each may have articles, in treaty/<name>.toml.
#
# [[instruments]]
# name = "draft"
# title = "Draft text of the convention"
# version_of = "The convention"
# status = "draft"                 # draft, adopted or in-force
# symbol = "A/AC.1/1"              # optional, as are date = 2023-06-01 and link = "https://..."

# Meetings at which views were gathered, and consultations that were answered in writing; the first five lines are enough.
#
# [[consultations]]
# name = "first-consultation"
# title = "First consultation"
# first_day = 2023-06-20
# last_day = 2023-06-21
# mode = "hybrid"                  # optional: in-person, online or hybrid
# places = ["Vienna"]              # optional, as are body, session and mandate
# instrument = "draft"             # optional: the version that was discussed

# Documents: `travaux add FILE` copies a file to documents/ and describes it here.
"""


_FOR_GIT = {
    ".gitattributes": "# Documents stay byte for byte; decisions of several people are merged line by line.\n"
    f"{DOCUMENTS}/** -text\nreview/**/*.toml text eol=lf merge=union\n",
    ".gitignore": ".travaux/\nreview/.lock\nreview/**/.new-*\n",
}
"""What a corpus that is kept in git needs, and no other minds."""


class Metadata(TypedDict, total=False):
    """What may be said of a document beside its file; a key that is absent is left as it is, or to its default."""

    name: str
    title: str
    kind: DocumentKind
    symbol: str
    date: dt.date
    licence: str
    language: str
    link: str
    consultation: str
    columns: Tables


def new_corpus(folder: Path, title: str, name: str | None = None) -> Corpus:
    """Make a folder a corpus: a description with remarks for its author, an empty folder for documents, and what git should know.

    The name is made from the title unless it is given. Files that are there already stay; raises ``CorpusError``, having written
    nothing, if the folder is a corpus already or name or title cannot be used.
    """
    _refuse_corpus(folder)
    short = name if name is not None else name_from(title)
    base = f"https://w3id.org/travaux/corpus/{short}/"
    values = {key: tomlkit.item(value).as_string() for key, value in {"name": short, "title": title, "base": base}.items()}
    text = _TEMPLATE.format(**values)
    to_corpus(parse_toml(text, folder / DESCRIPTION), folder)
    try:
        (folder / DOCUMENTS).mkdir(parents=True, exist_ok=True)
    except OSError as error:
        msg = f"the folder cannot be made: {error}"
        raise CorpusError(msg, where=str(folder)) from error
    with changes_of(folder).locked():
        _refuse_corpus(folder)  # somebody else may have made it meanwhile
        for known, rules in _FOR_GIT.items():
            if not os.path.lexists(folder / known):
                write_whole(folder / known, rules.encode())
        write_whole(folder / DESCRIPTION, text.encode())
    return read_corpus(folder)


def _refuse_corpus(folder: Path) -> None:
    if (folder / DESCRIPTION).exists():
        msg = "this folder is a corpus already"
        raise CorpusError(msg, where=str(folder), hint="add to it with `travaux add FILE`, or choose another folder")


def add_document(folder: Path, file: Path, *, update: bool = False, content: bytes | None = None, **metadata: Unpack[Metadata]) -> Document:
    """Copy a file into the corpus and describe it, with its checksum, at the end of the documents.

    With ``content`` that is written instead of what the file holds; its ending is that of ``file`` all the same.

    A file that lies in the corpus folder already stays where it is. The name is made from the file's name and the title from the name
    unless they are given. With ``update`` the document of that name (or file) must be there: its stored file is replaced if ``file`` is
    another, its checksum is renewed, and only the metadata given changes. Raises ``DocumentError`` if the file cannot be read and
    ``CorpusError`` if the description is wrong or would become so, or something would be overwritten; then nothing has changed.
    One change is made at a time: another waits and works on what it finds then.
    """
    inside = _path_inside(folder, file) if content is None else None
    content = _content(file) if content is None else content
    read_corpus(folder)  # what is no corpus is refused before anything is written there
    with changes_of(folder).locked():
        return _add(folder, file, inside, content, metadata, update=update)


def _add(folder: Path, file: Path, inside: str | None, content: bytes, metadata: Metadata, *, update: bool) -> Document:
    before = read_corpus(folder)
    given: Tables = {key: str(value) if isinstance(value, DocumentKind) else value for key, value in metadata.items()}
    if update:
        known = _find_document(before, given.get("name"), inside, file)
        stored, name = known.file, known.name
        if Path(stored).suffix.lower() != file.suffix.lower():
            msg = f"{stored} cannot become a file of another format"
            raise CorpusError(msg, where=str(file), hint="add it as a document of its own")
    else:
        name = given.get("name") or name_from(file.stem)
        stored = inside or f"{DOCUMENTS}/{name}{file.suffix.lower()}"
        given = {"name": name, "title": name.replace("-", " ").capitalize(), "kind": DocumentKind.OTHER.value} | given | {"file": stored}
        if not inside and os.path.lexists(folder / stored) and not _is_left(before, stored, content):
            msg = "a file of this name is there already"
            raise CorpusError(msg, where=str(folder / stored), hint="give another name, or update the document")
    given["checksum"] = hashlib.sha256(content).hexdigest()
    given = {key: given[key] for key in DocumentTable.model_fields if key in given}
    text = _edited(folder, name, given, update=update)
    after = to_corpus(parse_toml(text, folder / DESCRIPTION), folder)
    if not update:
        _refuse_double(before, content, file)
    _store(folder, stored, content, text)
    return next(document for document in after.documents if document.name == name)


def _refuse_double(corpus: Corpus, content: bytes, file: Path) -> None:
    """Refuse a document that the corpus has already: everything in it would be counted twice."""
    checksum = hashlib.sha256(content).hexdigest()
    same = next((document for document in corpus.documents if document.checksum == checksum), None)
    if same is not None:
        msg = f"the corpus has this document already, as {same.name!r}"
        raise CorpusError(msg, where=str(file), hint="change its description in corpus.toml instead")


def _is_left(corpus: Corpus, stored: str, content: bytes) -> bool:
    """Tell whether a file that no document describes has exactly this content: somebody put it there, or a description was taken back."""
    file = corpus.folder / stored
    described = any(document.file == stored for document in corpus.documents)
    return not described and not file.is_symlink() and file.is_file() and file.read_bytes() == content


def _store(folder: Path, stored: str, content: bytes, text: str) -> None:
    """Write the document, if it is not what is there, and the description, both or none."""
    target = folder / stored
    same = target.is_file() and target.read_bytes() == content
    changes_of(folder).write(({} if same else {target: content}) | {folder / DESCRIPTION: text.encode()})


def _edited(folder: Path, name: str, values: Tables, *, update: bool) -> str:
    """Return the text of the description with the document's keys set and the rest as it was (entries of a list that stood apart join)."""
    path = folder / DESCRIPTION
    text = read_text(path)
    hint = "describe the document by hand"
    try:
        description = tomlkit.parse(text)
        documents = description.get("documents")
        if update:
            next(table for table in documents or () if table["name"] == name).update(values)
        elif isinstance(documents, Array) and documents:
            inline = tomlkit.inline_table()
            inline.update(values)
            documents.append(inline)
        else:
            _append(description, documents, values)
        edited = tomlkit.dumps(description)
    except TOMLKitError as error:
        msg = f"cannot be edited: {error}"
        raise CorpusError(msg, where=str(path), hint=hint) from error
    if parse_toml(edited, path) != _expected(parse_toml(text, path), name, values, update=update):
        msg = "cannot be edited without changing something else"
        raise CorpusError(msg, where=str(path), hint=hint)
    return edited


def _expected(before: Tables, name: str, values: Tables, *, update: bool) -> Tables:
    """Say what the edited description has to hold: the layout of a file can be beyond what the editing library understands."""
    listed = before.get("documents", [])
    changed = [table | values if table["name"] == name else table for table in listed] if update else [*listed, values]
    return before | {"documents": changed}


def _append(description: tomlkit.TOMLDocument, documents: object, values: Tables) -> None:
    table = tomlkit.table()
    table.update(values)
    table.trivia.indent = "\n"
    if isinstance(documents, AoT):
        documents.append(table)
        return
    description.pop("documents", None)
    listed = tomlkit.aot()
    listed.append(table)
    description.append("documents", listed)


def _find_document(corpus: Corpus, name: str | None, inside: str | None, file: Path) -> Document:
    wanted = name or name_from(file.stem)
    for document in corpus.documents:
        if document.name == wanted or (name is None and document.file == inside):
            return document
    hint = "add it first, or give the name of the document to update"
    msg = f"the corpus has no document {wanted!r}"
    raise CorpusError(msg, where=str(corpus.folder / DESCRIPTION), hint=hint)


def _path_inside(folder: Path, file: Path) -> str | None:
    """Return the path of a file from the corpus folder on, ``None`` if it lies elsewhere."""
    root, real = Path(os.path.realpath(folder)), Path(os.path.realpath(file))
    return real.relative_to(root).as_posix() if real.is_relative_to(root) else None


def _content(file: Path) -> bytes:
    try:
        return file.read_bytes()
    except OSError as error:
        msg = f"cannot be read: {error.strerror}"
        raise DocumentError(msg, where=str(file), hint="give the path of a file that you may read") from error


def name_from(words: str) -> str:
    """Make a name of the letters and digits of a title, without accents; ``CorpusError`` if it has none."""
    plain = unicodedata.normalize("NFKD", words).encode("ascii", "ignore").decode()
    if name := name_key(plain):
        return name
    msg = "no name can be made from this"
    raise CorpusError(msg, where=words, hint="give a name of letters a-z, digits and hyphens")
