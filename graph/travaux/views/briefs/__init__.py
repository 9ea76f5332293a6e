"""Briefs: what is on file about something, on two pages that can be handed over."""

from __future__ import annotations

from travaux.views.briefs.making import BriefKind, make_brief, name_file

__all__ = ["BriefKind", "make_brief", "name_file"]
