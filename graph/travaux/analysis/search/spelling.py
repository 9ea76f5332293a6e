"""Words that may have been meant where nothing was found."""

from __future__ import annotations

import sqlite3
from difflib import get_close_matches

from travaux.analysis.search.question import Question, is_known
from travaux.analysis.search.result import Near

_SHARED = 3
_MOST = 4
_ALIKE = 0.72
"""How alike a word must be to be offered, from 0 to 1 (``difflib``)."""
_LONGEST = 40


def find_near(connection: sqlite3.Connection, text: str, question: Question) -> tuple[Near, ...]:
    """Find words of the texts that are spelt like those typed that stand in none, the most alike first."""
    near = []
    for term in question.wanted:
        for word, _ in term.words:
            if is_known(connection, word) or len(word) > _LONGEST:
                continue
            counts = dict(
                connection.execute("SELECT word, records FROM word WHERE length(word) BETWEEN ? AND ?", (len(word) - 2, len(word) + 2))
            )
            grams = _grams(word)
            known = [one for one in sorted(counts, key=lambda one: (-counts[one], one)) if grams & _grams(one)]
            alike = get_close_matches(word, known, n=_MOST, cutoff=_ALIKE)
            near += [Near(text=_replace(text, word, one), word=word, instead=one, records=counts[one]) for one in alike]
    return tuple(one for one in near if one.text != text)


def _grams(word: str) -> set[str]:
    """Give the runs of three letters of a word; of a short word, its letters."""
    return {word[at : at + _SHARED] for at in range(len(word) - _SHARED + 1)} if len(word) > _SHARED + 2 else set(word)


def _replace(text: str, word: str, instead: str) -> str:
    at = text.casefold().find(word)
    return f"{text[:at]}{instead}{text[at + len(word) :]}" if at >= 0 else instead
