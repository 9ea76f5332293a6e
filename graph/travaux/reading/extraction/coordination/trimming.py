"""Joining words and punctuation at the ends of a content."""

from __future__ import annotations

from travaux.reading.extraction.clauses import AS_WELL_AS, is_enumerator
from travaux.reading.extraction.frames import Words
from travaux.reading.language.sentence import Sentence

_OPENING = frozenset({",", ";", ":", "and", "or", "but", "that", "while"})
_JOINING = frozenset({"also", "furthermore", "moreover", "additionally", "thus", "hence", "further"})


def trim(sentence: Sentence, first: int, last: int) -> Words:
    """Take joining words and punctuation off both ends; the result is empty (``last < first``) if nothing else stood there."""
    while first <= last and (_opens(sentence, first, last) or is_enumerator(sentence, first)):
        first += 3 if is_enumerator(sentence, first) else 1
    while first <= last and _closes(sentence, last):
        last -= 1
    return first, last


def _opens(sentence: Sentence, at: int, last: int) -> bool:
    if sentence.tags[at] == "TO":
        return at == last
    return sentence.lower[at] in _OPENING or (sentence.lower[at] in _JOINING and sentence.tags[at] == "RB")


def _closes(sentence: Sentence, at: int) -> bool:
    """Whether a word at the end joins what follows: punctuation, *as well as*, *and also*, *and of*."""
    tag, before = sentence.tags[at], sentence.tags[at - 1]
    if tag in {",", ":", ".", "CC"} or sentence.lower[at] == "as" or (sentence.lower[at] == "that" and tag == "IN"):
        return True
    if any(sentence.lower[max(at + 1 - length, 0) : at + 1] == AS_WELL_AS[:length] for length in (2, 3)):
        return True
    return (tag in {"IN", "TO"} and before in {"CC", ","}) or (sentence.lower[at] in _JOINING and tag == "RB" and before == "CC")
