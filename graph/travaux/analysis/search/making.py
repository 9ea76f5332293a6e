"""Making an index: records written into tables of SQLite, in their order, so that the same records give the same bytes."""

from __future__ import annotations

import hashlib
import json
import sqlite3
from collections.abc import Iterable, Sequence
from itertools import islice
from operator import attrgetter

import numpy as np

from travaux.analysis.search.record import FACETS, PASSAGES, PROVISIONS, Kind, Record
from travaux.analysis.search.words import PLAIN, read_words

FORMAT = 2
"""To be raised whenever the tables or what they mean change: files of another number are read as none."""
_TABLES = f"""
CREATE TABLE meta (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE record (number INTEGER PRIMARY KEY, kind INTEGER NOT NULL, fields TEXT NOT NULL);
CREATE TABLE key (key TEXT, number INTEGER, PRIMARY KEY (key, number)) WITHOUT ROWID;
CREATE TABLE facet (name TEXT PRIMARY KEY, named TEXT NOT NULL, numbers BLOB NOT NULL, places BLOB NOT NULL) WITHOUT ROWID;
CREATE TABLE word (word TEXT PRIMARY KEY, stem TEXT NOT NULL, records INTEGER NOT NULL) WITHOUT ROWID;
CREATE VIRTUAL TABLE body USING fts5(title, other, text, content='', tokenize='{PLAIN}', prefix='3');
CREATE VIRTUAL TABLE name USING fts5(title, other, content='', tokenize='{PLAIN}', prefix='1 2');
CREATE VIRTUAL TABLE vocabulary USING fts5vocab(body, row);
"""
_NAMED = {"theme": Kind.THEME, "consultation": Kind.CONSULTATION, "document": Kind.DOCUMENT}
_BATCH = 5_000
STORED = ("id", "kind", "title", "other", "text", "document", "paragraph", "start", "end", "page", "grade", "statements")
"""Fields of records that are kept as they are; the others are in the tables of keys and facets, or searched and never shown."""
_shown = attrgetter(*STORED)


def make_index(records: Sequence[Record]) -> sqlite3.Connection:
    """Make an index in memory; the number of a record is its place among ``records``, from 0."""
    connection = sqlite3.connect(":memory:", check_same_thread=False, isolation_level=None)
    connection.executescript(_TABLES)
    connection.execute("BEGIN")
    digest = _write_records(connection, records)
    _write_facets(connection, records)
    _write_words(connection)
    connection.execute("DROP TABLE vocabulary")
    connection.execute("INSERT INTO body(body) VALUES ('optimize')")
    connection.execute("INSERT INTO name(name) VALUES ('optimize')")
    kept = {"format": FORMAT, "records": len(records), "made-from": digest}
    connection.executemany("INSERT INTO meta VALUES (?, ?)", ((name, str(value)) for name, value in kept.items()))
    connection.execute("COMMIT")
    return connection


def _write_records(connection: sqlite3.Connection, records: Sequence[Record]) -> str:
    """Write the records and their texts; give the SHA-256 over them."""
    digest = hashlib.sha256()
    kinds = {kind: place for place, kind in enumerate(Kind)}
    numbered = enumerate(records)
    while some := list(islice(numbered, _BATCH)):
        fields = [(number, kinds[one.kind], _to_json(_shown(one))) for number, one in some]
        texts = [(number, *_body(one)) for number, one in some]
        connection.executemany("INSERT INTO record VALUES (?, ?, ?)", fields)
        connection.executemany("INSERT INTO body(rowid, title, other, text) VALUES (?, ?, ?, ?)", texts)
        names = ((number, one.title, one.other) for number, one in some if one.kind not in PASSAGES)
        connection.executemany("INSERT INTO name(rowid, title, other) VALUES (?, ?, ?)", names)
        _write_keys(connection, some)
        parts = (*(shown for *_, shown in fields), *(text for _, *own in texts for text in own))
        digest.update("\0".join((*parts, _to_json([(one.keys, one.facets) for _, one in some]))).encode())
    return digest.hexdigest()


_to_json = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


def _body(record: Record) -> tuple[str, str, str]:
    """Give what is searched: claims weigh as texts do, since every statement has one; the text of a provision only names its treaty."""
    if record.kind in PASSAGES:
        claim = record.title if record.kind is Kind.STATEMENT else ""
        return "", record.other, f"{claim}\n{record.text}\n{record.more}"
    return record.title, record.other, record.more if record.kind in PROVISIONS else f"{record.text}\n{record.more}"


def _write_keys(connection: sqlite3.Connection, some: Sequence[tuple[int, Record]]) -> None:
    """Write what leads straight to a thing, as it is and with stems in place of words."""
    given = [(number, key) for number, one in some for key in one.keys]
    rows = []
    for (number, _), words in zip(given, read_words(key for _, key in given), strict=True):
        rows += [(key, number) for key in {to_key(one.word for one in words), to_key(one.stem for one in words)} if key]
    connection.executemany("INSERT OR IGNORE INTO key VALUES (?, ?)", sorted(rows))


def to_key(words: Iterable[str]) -> str:
    """Join the words of a key."""
    return " ".join(words)


def _write_facets(connection: sqlite3.Connection, records: Sequence[Record]) -> None:
    named = {(facet, one.id.rpartition("/")[2]): one.title for one in records for facet, kind in _NAMED.items() if one.kind is kind}
    pairs: dict[str, list[tuple[int, str]]] = {facet: [] for facet in FACETS}
    for number, one in enumerate(records):
        for facet, value in one.facets:
            pairs[facet].append((number, value))
    for facet, own in pairs.items():
        values = sorted({value for _, value in own})
        places = {value: place for place, value in enumerate(values)}
        table = np.array([(number, places[value]) for number, value in own], dtype="<i4").reshape(-1, 2)
        numbers, coded = np.ascontiguousarray(np.unique(table, axis=0).T)
        words = _to_json([(value, named.get((facet, value), value)) for value in values])
        connection.execute("INSERT INTO facet VALUES (?, ?, ?, ?)", (facet, words, numbers.tobytes(), coded.tobytes()))


def _write_words(connection: sqlite3.Connection) -> None:
    found = connection.execute("SELECT term, doc FROM vocabulary ORDER BY term").fetchall()
    stems = [words[0].stem if words else word for (word, _), words in zip(found, read_words(word for word, _ in found), strict=True)]
    connection.executemany(
        "INSERT INTO word VALUES (?, ?, ?)", ((word, stem, records) for (word, records), stem in zip(found, stems, strict=True))
    )
    connection.execute("CREATE INDEX stem ON word (stem)")
