"""Words as the index divides, folds and stems them: by the engine itself, so that a question is read as the texts were."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Sequence
from contextlib import closing
from typing import NamedTuple

from travaux.errors import TravauxError

PLAIN = "unicode61 remove_diacritics 2"
"""How texts are divided: runs of letters and digits, without case and accents."""
_STEMMED = f"porter {PLAIN}"


class Word(NamedTuple):
    """A word as the index holds it, and its stem."""

    word: str
    stem: str


def check_engine() -> None:
    """Check that full-text search is there; ``TravauxError`` if Python's SQLite was made without it."""
    with closing(sqlite3.connect(":memory:")) as connection:
        try:
            connection.execute("CREATE VIRTUAL TABLE one USING fts5(text)")
        except sqlite3.OperationalError as error:
            hint = "Use a Python whose sqlite3 module has the FTS5 extension; those of python.org and of the distributions do."
            raise TravauxError("the SQLite of this Python cannot search texts: FTS5 is missing", hint=hint) from error


def read_words(texts: Iterable[str]) -> list[tuple[Word, ...]]:
    """Divide each text into words, in order."""
    given = list(texts)
    return [tuple(map(Word, *both)) for both in zip(_divide(given, PLAIN), _divide(given, _STEMMED), strict=True)]


def _divide(texts: Sequence[str], tokenizer: str) -> list[list[str]]:
    words: list[list[str]] = [[] for _ in texts]
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.execute(f"CREATE VIRTUAL TABLE one USING fts5(text, content='', tokenize='{tokenizer}')")
        connection.execute("CREATE VIRTUAL TABLE word USING fts5vocab(one, instance)")
        connection.executemany("INSERT INTO one(rowid, text) VALUES (?, ?)", enumerate(texts))
        for number, word in connection.execute("SELECT doc, term FROM word ORDER BY doc, offset"):
            words[number].append(word)
    return words


check_engine()
