"""Where a line begins a numbered, lettered or bulleted item, in texts whose format does not say so."""

from __future__ import annotations

import re

_NUMBER = re.compile(r"(\d{1,3})\.\s+\S")
_LETTER_OR_DASH = re.compile(r"(?:\((?:[a-z]|[ivx]{2,5})\)|[-*+\u2013\u2014])\s+\S")
_BULLET = re.compile(r"[\u2022\u2023\u25aa\u25cf\u25e6]\s*\S")
_ENDED = re.compile(r"(?:[.:;,?!\u2026]|\b(?:and|or))[)\]\"'\u2019\u201d*_]*\Z")
_TAIL = 16


def find_number(line: str) -> int | None:
    """Find the number that a line is printed with, as in ``12. Under agenda item 2``; four digits are a year."""
    match = _NUMBER.match(line)
    return int(match[1]) if match else None


def is_item(line: str) -> bool:
    """Tell whether the line, taken by itself, begins with a number, a letter in brackets, a dash or a bullet."""
    return bool(_NUMBER.match(line) or _LETTER_OR_DASH.match(line) or _BULLET.match(line))


def starts_item(line: str, previous: str, last_number: int) -> bool:
    """Tell whether the line begins an item although no blank line parts it from the ``previous`` line.

    A wrapped line can begin with a number by accident ("in accordance with paragraph / 10. The Committee"). So unless the previous line
    ends a clause or begins an item itself, only the number after ``last_number`` (or 1) begins an item, and a letter or dash does not.
    """
    if line[:1].isalpha():
        return False
    if _BULLET.match(line):
        return True
    number = find_number(line)
    if number is None and not _LETTER_OR_DASH.match(line):
        return False
    if ends_clause(previous) or is_item(previous):
        return True
    return number is not None and number in {1, last_number + 1}


def ends_clause(line: str) -> bool:
    """Tell whether a line ends with punctuation, or with the "and" or "or" before the last item of a list."""
    return bool(_ENDED.search(line[-_TAIL:].rstrip()))


def ends_sentence(line: str) -> bool:
    """Tell whether a line ends with the punctuation after which a sentence cannot go on.

    >>> ends_sentence("was suggested.\u201d"), ends_sentence("was suggested,")
    (True, False)
    """
    return line.rstrip().rstrip(")]\"'\u2019\u201d*_").endswith((".", "?", "!", ":", ";", "\u2026"))
