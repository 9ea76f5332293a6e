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
_LOOKED_AT = 12
_LONGEST = 40
_SHORT = 5
"""Letters up to which a word has room for one slip only; and least letters of a beginning that two words may share."""


def find_near(connection: sqlite3.Connection, text: str, question: Question) -> tuple[Near, ...]:
    """Find words of the texts for those typed that stand in none: first those that begin alike, then those a slip or two away."""
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
            alike = [one for one in get_close_matches(word, known, n=_LOOKED_AT, cutoff=_ALIKE) if _is_slip(word, one)]
            begun = _find_begun(connection, word)
            found = {**begun, **{one: counts[one] for one in alike}}
            near += [Near(text=_replace(text, word, one), word=word, instead=one, records=found[one]) for one in list(found)[:_MOST]]
    return tuple(one for one in near if one.text != text)


def _find_begun(connection: sqlite3.Connection, word: str) -> dict[str, int]:
    """Find the words that share most of their beginning with one, which may be of one stem: in how many records each is, most first."""
    start = word[: max(_SHORT, len(word) * 3 // 5)]
    rows = connection.execute(
        "SELECT word, records FROM word WHERE word BETWEEN ? AND ? ORDER BY records DESC, word LIMIT ?", (start, f"{start}\uffff", _MOST)
    )
    return dict(rows) if len(start) == max(_SHORT, len(word) * 3 // 5) else {}


def _is_slip(word: str, other: str) -> bool:
    """Whether at most two letters were typed wrongly, left out or put in; of a short word, one."""
    return _count_slips(word, other) <= (1 if len(word) <= _SHORT else 2)


def _count_slips(word: str, other: str) -> int:
    """Count the letters to change, leave out, put in, or exchange with the next.

    >>> _count_slips("encryption", "exception"), _count_slips("recieve", "receive")
    (3, 1)
    """
    before, row = list[int](), list(range(len(other) + 1))
    for i, letter in enumerate(word):
        last, before, row = before, row, [i + 1]
        for j, there in enumerate(other):
            least = min(before[j] + (letter != there), before[j + 1] + 1, row[j] + 1)
            if i and j and letter == other[j - 1] and word[i - 1] == there:
                least = min(least, last[j - 1] + 1)
            row.append(least)
    return row[-1]


def _grams(word: str) -> set[str]:
    """Give the runs of three letters of a word; of a short word, its letters."""
    return {word[at : at + _SHARED] for at in range(len(word) - _SHARED + 1)} if len(word) > _SHARED + 2 else set(word)


def _replace(text: str, word: str, instead: str) -> str:
    at = text.casefold().find(word)
    return f"{text[:at]}{instead}{text[at + len(word) :]}" if at >= 0 else instead
