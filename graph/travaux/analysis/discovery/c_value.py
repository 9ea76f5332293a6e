"""The C-value of terms: how often they occur, the longer the better, less what they occur only as parts of longer terms."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping

Words = tuple[str, ...]


def find_c_values(frequencies: Mapping[Words, int]) -> dict[Words, float]:
    """Compute the C-value of each term from how often it occurs, occurrences within longer terms included.

    For a term *a* of |a| words that occurs f(a) times, it is log2 |a| · f(a) if no longer term holds it, else
    log2 |a| · (f(a) - t(a) / P(a)), where P(a) is the number of longer terms that hold it and t(a) how often it occurs in them, each
    occurrence counted once: K. Frantzi, S. Ananiadou, H. Mima, "Automatic recognition of multi-word terms: the C-value/NC-value method",
    International Journal on Digital Libraries 3 (2000), 115-130, section 2.3. A term of one word has the C-value 0.

    >>> find_c_values({("soft", "contact", "lens"): 3, ("contact", "lens"): 5})[("contact", "lens")]
    2.0
    """
    nested: dict[Words, int] = dict.fromkeys(frequencies, 0)
    holders: dict[Words, int] = dict.fromkeys(frequencies, 0)
    values: dict[Words, float] = {}
    for term in sorted(frequencies, key=lambda words: (-len(words), words)):
        free = frequencies[term] - (nested[term] / holders[term] if holders[term] else 0.0)
        values[term] = math.log2(len(term)) * free
        for part in _parts(term, frequencies):
            nested[part] += frequencies[term] - nested[term]
            holders[part] += 1
    return values


def find_always_inside(frequencies: Mapping[Words, int]) -> set[Words]:
    """Find the terms that never stand by themselves: a longer term that holds them occurs as often as they do.

    >>> find_always_inside({("soft", "contact", "lens"): 3, ("soft", "contact"): 3, ("contact", "lens"): 5})
    {('soft', 'contact')}
    """
    return {part for term, times in frequencies.items() for part in _parts(term, frequencies) if frequencies[part] <= times}


def _parts(term: Words, terms: Mapping[Words, int]) -> Iterator[Words]:
    """Yield the shorter terms within a term, each once."""
    runs = {term[first:last] for first in range(len(term)) for last in range(first + 1, len(term) + 1)}
    yield from sorted(runs & terms.keys() - {term})
