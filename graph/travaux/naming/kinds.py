"""What can be named: the kinds of things that users call by a name or a number."""

from __future__ import annotations

import re
from enum import StrEnum


class NameKind(StrEnum):
    """What a name or a number is the name or number of."""

    ARTICLE = "article"
    CHAPTER = "chapter"
    QUESTION = "question"
    INSTRUMENT = "instrument"
    CONSULTATION = "consultation"
    DOCUMENT = "document"
    THEME = "theme"
    ACTOR = "actor"
    REVIEWER = "reviewer"
    SEVERITY = "severity"


NUMBERED = {NameKind.ARTICLE: "article|art", NameKind.CHAPTER: "chapter", NameKind.QUESTION: "question|q"}
"""Kinds whose values are numbers, each with the nouns that may stand before the number."""


def clean_name(kind: NameKind, given: str) -> str:
    """Return what was given without blanks around it, a number without the noun before it.

    >>> clean_name(NameKind.ARTICLE, " article 24 ")
    '24'
    """
    value = given.strip()
    noun = NUMBERED.get(kind)
    return re.sub(rf"^(?:{noun})\b\.?\s*(?=\w)", "", value, flags=re.IGNORECASE) if noun else value
