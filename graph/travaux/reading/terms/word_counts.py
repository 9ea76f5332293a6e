"""Counting words and sequences of words in running text, without a parser."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable

from travaux.reading.linking.words import read_words

_STOP = re.compile(r"[.,;:!?()\[\]\"“”\n]+(?=\s|$)|\n\s*\n")


def count_words(texts: Iterable[str]) -> int:
    """Count the content words of texts."""
    return sum(len(read_words(text).forms) for text in texts)


def count_sequences(texts: Iterable[str], wanted: Collection[tuple[str, ...]]) -> Counter[tuple[str, ...]]:
    """Count how often each wanted sequence of content words, in the singular, stands in texts between two punctuation marks.

    >>> count_sequences(["the Rules of Courts, rules: courts"], {("rule", "court")})
    Counter({('rule', 'court'): 1})
    """
    lengths = sorted({len(words) for words in wanted})
    found: Counter[tuple[str, ...]] = Counter()
    for text in texts:
        for clause in _STOP.split(text):
            forms = read_words(clause).forms
            found.update(
                words for length in lengths for at in range(len(forms) - length + 1) if (words := forms[at : at + length]) in wanted
            )
    return found
