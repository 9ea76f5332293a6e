"""What is asked for: a text as somebody typed it, and the facets that were chosen."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

LONGEST = 400
"""Characters of a text that are read; nobody types more."""
_MOST = 24
"""Words and phrases of a text that are searched for."""
_PART = re.compile(r"""(-?)(?:["“”„«]([^"“”„«»]*)["“”»]?|([^\s"“”„«»]+))""")
_NOUNS = (
    (re.compile(r"\barts?\b\.?\s*(?=\d)", re.IGNORECASE), "article "),
    (re.compile(r"\bq(?:uest)?\b\.?\s*(?=\d)|\bq(?=\d)", re.IGNORECASE), "question "),
    (re.compile(r"\bparas?\b\.?\s*(?=\d)|¶\s*(?=\d)", re.IGNORECASE), "paragraph "),
    (re.compile(r"\bch(?:ap)?\b\.?\s*(?=[\divx]+\b)", re.IGNORECASE), "chapter "),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """A text, and what was chosen of each facet: values of one facet are alternatives, facets must all be met.

    Words must all be there, in any form; those in quotation marks just so and in that order; those after a minus sign must not be there.
    ``typing`` takes the last word for the beginning of one. Of prevalence, a value stands for all words that say at least as much.
    ``first`` is the place of the first result that is shown, from 0.
    """

    text: str = ""
    chosen: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    first: int = 0
    size: int = 20
    typing: bool = False


@dataclass(frozen=True, slots=True)
class Part:
    """A word or a phrase of a text."""

    text: str
    phrase: bool
    excluded: bool


def clean_text(text: str) -> str:
    """Write out short nouns before numbers, and leave out what is no character.

    >>> clean_text("art. 24"), clean_text("Q13")
    ('article 24', 'question 13')
    """
    cleaned = "".join(" " if letter == "\0" or "\ud800" <= letter <= "\udfff" else letter for letter in text[:LONGEST])
    for pattern, noun in _NOUNS:
        cleaned = pattern.sub(noun, cleaned)
    return " ".join(cleaned.split())


def read_parts(text: str) -> tuple[Part, ...]:
    """Divide a cleaned text into words and phrases.

    >>> [(part.text, part.phrase, part.excluded) for part in read_parts('data "human rights" -death')]
    [('data', False, False), ('human rights', True, False), ('death', False, True)]
    """
    found = (Part(phrase or word or "", bool(phrase), bool(minus)) for minus, phrase, word in _PART.findall(text))
    return tuple(found)[:_MOST]
