"""The explorer in one file that needs neither server nor network."""

from __future__ import annotations

from travaux.views.offline.file import render_file

__all__ = ["render_file"]
