"""A text as questions to the index: what each word stands for, written so that no text of a user is ever syntax."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass

from travaux.analysis.search.making import to_key
from travaux.analysis.search.snippets import Marks
from travaux.analysis.search.wanted import clean_text, read_parts
from travaux.analysis.search.words import Word, read_words

_BEGINNING = 3
"""Letters that a word must have to be taken for the beginning of others."""
_FORMS = 40
"""Forms of a word that are searched for, the most frequent ones."""


@dataclass(frozen=True, slots=True)
class Term:
    """A word or a phrase: its words, the forms under which one word stands in texts, and whether it may be the beginning of one."""

    words: tuple[Word, ...]
    forms: tuple[str, ...]
    beginning: bool

    def question(self, *, exact: bool = False) -> str:
        """Write the term for the index; ``exact`` leaves out the forms that were not typed."""
        own = _quoted(one.word for one in self.words)
        ways = [own, *([] if exact else (_quoted([form]) for form in self.forms))]
        if self.beginning:
            ways.append(f"{own} *")
        return f"({' OR '.join(dict.fromkeys(ways))})"


@dataclass(frozen=True, slots=True)
class Question:
    """The terms that must be there, those that must not, and the whole text as a key, by words and by stems."""

    wanted: tuple[Term, ...]
    excluded: tuple[Term, ...]
    keys: tuple[str, ...]

    @property
    def matching(self) -> str:
        """What must be there, for the index; empty if nothing was asked for."""
        return " AND ".join(term.question() for term in self.wanted)

    @property
    def exactly(self) -> str:
        """The same in the forms that were typed; empty if there are no others."""
        return " AND ".join(term.question(exact=True) for term in self.wanted) if any(term.forms for term in self.wanted) else ""

    @property
    def barred(self) -> str:
        """What must not be there, for the index."""
        return " OR ".join(term.question() for term in self.excluded)

    @property
    def marks(self) -> Marks:
        """The words that are marked in what is shown."""
        words = {one.word for term in self.wanted for one in term.words} | {form for term in self.wanted for form in term.forms}
        return Marks(frozenset(words), tuple(term.words[-1].word for term in self.wanted if term.beginning))


def read_question(connection: sqlite3.Connection, text: str, *, typing: bool) -> Question:
    """Read a text; with ``typing``, or if it stands in no text, the last word is taken for the beginning of one."""
    cleaned = clean_text(text)
    parts = read_parts(cleaned)
    whole, *divided = read_words([cleaned, *(part.text for part in parts)])
    terms = []
    held = [(part, words) for part, words in zip(parts, divided, strict=True) if words]
    for place, (part, words) in enumerate(held):
        alone = len(words) == 1 and not part.phrase
        last = place == len(held) - 1 and not part.phrase and not part.excluded
        forms = _forms(connection, words[0]) if alone else ()
        beginning = last and (typing or (len(words[-1].word) >= _BEGINNING and not is_known(connection, words[-1].word)))
        terms.append((part.excluded, Term(words, forms, beginning)))
    wanted = tuple(term for excluded, term in terms if not excluded)
    keys = dict.fromkeys([to_key(one.word for one in whole), to_key(one.stem for one in whole)])
    return Question(wanted, tuple(term for excluded, term in terms if excluded), tuple(key for key in keys if key))


def is_known(connection: sqlite3.Connection, word: str) -> bool:
    """Whether a word stands in any text."""
    return connection.execute("SELECT 1 FROM word WHERE word = ?", (word,)).fetchone() is not None


def _forms(connection: sqlite3.Connection, word: Word) -> tuple[str, ...]:
    """Find the other words of the texts with the same stem."""
    rows = connection.execute(
        "SELECT word FROM word WHERE stem = ? AND word <> ? ORDER BY records DESC, word LIMIT ?", (word.stem, word.word, _FORMS)
    )
    return tuple(row[0] for row in rows)


def _quoted(words: Iterable[str]) -> str:
    """Write words as a string of the index; words are letters and digits, so nothing in them could end it, and quotes are doubled."""
    return '"' + " ".join(words).replace('"', '""') + '"'
