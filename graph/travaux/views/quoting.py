"""Quotation marks around exact words: others than those that stand in them."""

from __future__ import annotations


def holds_marks(words: str) -> bool:
    """Whether quotation marks stand in words, so that those around them have to be others."""
    return any(mark in words for mark in "“”")


def quote_marks(words: object) -> str:
    """Give the class of an element that quotes words: ``quoting`` if the words themselves hold quotation marks, else ``exact``.

    >>> quote_marks("the scope"), quote_marks("“the” scope")
    ('exact', 'quoting')
    """
    return "quoting" if holds_marks(str(words)) else "exact"
