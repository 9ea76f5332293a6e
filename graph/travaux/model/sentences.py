"""Where sentences end."""

from __future__ import annotations

import re
from collections.abc import Iterator

# A full stop, question or exclamation mark, perhaps closing marks, then white space and what can begin a sentence.
_END = re.compile(r"[.?!][\"”\u2019»)\]*_]*(?=\s+[\"“«(\[*_]*[^\W_a-z])")
# The word before a full stop that does not end a sentence: titles of persons, initials, abbreviations of citations.
_ABBREVIATED = re.compile(
    r"\b(?:[A-Z]|H\.\s?E|Mr|Mrs|Ms|Mx|Mme|Dr|Prof|Messrs|Hon|St|Amb|Rev|No|Nos|art|arts|Art|Arts|para|paras|cf|vs|pp?|e\.g|i\.e)$"
)
_LOOK_BACK = 8

_TERMINAL = re.compile(r"[.?!][\"”\u2019»)\]*_]*$")


def find_sentences(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield the sentences between two characters as ranges, without the white space between them.

    >>> text = "Mr. X spoke. Ms. Y (Z.) did not."
    >>> [text[a:b] for a, b in find_sentences(text, 0, len(text))]
    ['Mr. X spoke.', 'Ms. Y (Z.) did not.']
    """
    first = start
    for match in _END.finditer(text, start, end):
        if text[match.start()] == "." and _ABBREVIATED.search(text, max(first, match.start() - _LOOK_BACK), match.start()):
            continue
        yield first, match.end()
        first = match.end()
        while first < end and text[first].isspace():
            first += 1
    if first < end:
        yield first, end


def sentence_at(text: str, start: int, end: int) -> tuple[int, int]:
    """Return where the sentence, or the run of sentences, around ``text[start:end]`` begins and ends.

    >>> text = "It was noted. Article 5 was welcomed by Ms. Smith. No more was said."
    >>> text[slice(*sentence_at(text, 14, 23))]
    'Article 5 was welcomed by Ms. Smith.'
    """
    around = [(first, last) for first, last in find_sentences(text, 0, len(text)) if first < end and last > start]
    return (around[0][0], around[-1][1]) if around else (start, end)


def is_complete(printed: str) -> bool:
    """Whether text ends as a sentence does.

    >>> is_complete("It was closed.”"), is_complete("both on behalf of")
    (True, False)
    """
    return bool(_TERMINAL.search(printed[-_LOOK_BACK:].rstrip()))


def find_words(text: str, words: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield the places between two characters where words stand whole.

    >>> text = "He stressed the rule; she, he said, did not."
    >>> [text[a:b] for a, b in find_words(text, "he", 0, len(text))], list(find_words(text, "the ru", 0, len(text)))
    (['he'], [])
    """
    left, right = r"(?<!\w)" if words[:1].isalnum() else "", r"(?!\w)" if words[-1:].isalnum() else ""
    for found in (
        re.compile(left + re.escape(words) + right).finditer(text, start, end + 1) if words else ()
    ):  # one more, to see what follows
        if found.end() <= end:
            yield found.span()
