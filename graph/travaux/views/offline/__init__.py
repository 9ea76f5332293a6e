"""The explorer in one file that needs neither server nor network."""

from __future__ import annotations

from travaux.views.offline.file import Made, render_file, render_pages

__all__ = ["Made", "render_file", "render_pages"]
