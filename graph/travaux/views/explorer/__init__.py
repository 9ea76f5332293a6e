"""The explorer: every page about a corpus, whether a server shows it or a file holds it."""

from __future__ import annotations

from travaux.views.explorer.asked import AskedError, Options
from travaux.views.explorer.explorer import Explorer
from travaux.views.explorer.page import Link, Moved, Page, PageBrief

__all__ = ["AskedError", "Explorer", "Link", "Moved", "Options", "Page", "PageBrief"]
