"""The sentence around a place in a text."""

from __future__ import annotations

import re

_ABBREVIATIONS = (
    "Mr",
    "Ms",
    "Mrs",
    "Dr",
    "Prof",
    "St",
    "No",
    "Nos",
    "art",
    "arts",
    "para",
    "paras",
    "vol",
    "e.g",
    "i.e",
    "cf",
    "H.E",
    "U.N",
)
_END = re.compile(r"[.?!][”’\"')\]]*\s+(?=[“‘\"'(\[]*[A-Z0-9])")
_LAST_WORD = re.compile(r"[\w.]+$")


def sentence_at(text: str, start: int, end: int) -> tuple[int, int]:
    """Return where the sentence (or run of sentences) around ``text[start:end]`` begins and ends, without white space at its ends.

    A full stop ends a sentence before a space and a capital, a digit or an opening quotation mark, unless it ends an abbreviation.

    >>> text = "It was noted. Article 5 was welcomed by Ms. Smith. No more was said."
    >>> text[slice(*sentence_at(text, 14, 23))]
    'Article 5 was welcomed by Ms. Smith.'
    """
    first, last = 0, len(text)
    for match in _END.finditer(text):
        if _ends_abbreviation(text, match.start()):
            continue
        if match.end() <= start:
            first = match.end()
        elif match.start() + 1 >= end:
            last = match.end()
            break
    stripped = text[first:last]
    return first + len(stripped) - len(stripped.lstrip()), last - len(stripped) + len(stripped.rstrip())


def _ends_abbreviation(text: str, stop: int) -> bool:
    if text[stop] != ".":
        return False
    word = _LAST_WORD.search(text, max(0, stop - 12), stop)
    return word is not None and word.group() in _ABBREVIATIONS
