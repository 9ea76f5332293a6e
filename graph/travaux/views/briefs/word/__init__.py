"""Briefs as Word documents: real headings, lists, tables and footnotes."""

from travaux.views.briefs.word.writing import render_word

__all__ = ["render_word"]
