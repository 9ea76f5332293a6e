"""Briefs as PDF: tagged, with real footnotes and fonts of its own, set by Typst."""

from travaux.views.briefs.pdf.setting import render_pdf

__all__ = ["render_pdf"]
