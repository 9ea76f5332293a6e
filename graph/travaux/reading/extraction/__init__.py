"""Statements: from the prose of a report to who said what, in which words, with which reason."""

from __future__ import annotations

from travaux.reading.extraction.reader import Reader, open_reader

__all__ = ["Reader", "open_reader"]
