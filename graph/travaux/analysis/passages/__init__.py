"""A document as it is read: its paragraphs with everything that is known about their characters."""

from __future__ import annotations

from travaux.analysis.passages.found import (
    Aside,
    Block,
    Borne,
    Change,
    Decided,
    Heading,
    Linked,
    Mention,
    Outline,
    Passage,
    Reported,
    Voiced,
)
from travaux.analysis.passages.outline import read_outline
from travaux.analysis.passages.places import find_place
from travaux.analysis.passages.reading import read_passages

__all__ = [
    "Aside",
    "Block",
    "Borne",
    "Change",
    "Decided",
    "Heading",
    "Linked",
    "Mention",
    "Outline",
    "Passage",
    "Reported",
    "Voiced",
    "find_place",
    "read_outline",
    "read_passages",
]
