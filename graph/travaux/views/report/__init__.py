"""Reports: answers as headings, paragraphs, tables and quotes, whatever they are then written as."""

from __future__ import annotations

from travaux.views.report.blocks import Block, Grid, Items, Quote, Report, Section, Text, quoted
from travaux.views.report.markdown import render_markdown
from travaux.views.report.terminal import render_terminal

__all__ = ["Block", "Grid", "Items", "Quote", "Report", "Section", "Text", "quoted", "render_markdown", "render_terminal"]
