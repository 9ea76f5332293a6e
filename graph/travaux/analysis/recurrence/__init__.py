"""Recurrence: which themes and positions come up again, and how two consultations differ in what they record."""

from __future__ import annotations

from travaux.analysis.recurrence.changes import Change, ChangeKind, Comparison, Occasion, Opposition
from travaux.analysis.recurrence.comparing import Told, compare
from travaux.analysis.recurrence.found import Agenda, ChapterSaid, Matter, Meeting, Recurrence, SaidThere, Side, Voiced
from travaux.analysis.recurrence.lacking import find_lacks
from travaux.analysis.recurrence.recurring import find_recurrence

__all__ = [
    "Agenda",
    "Change",
    "ChangeKind",
    "ChapterSaid",
    "Comparison",
    "Matter",
    "Meeting",
    "Occasion",
    "Opposition",
    "Recurrence",
    "SaidThere",
    "Side",
    "Told",
    "Voiced",
    "compare",
    "find_lacks",
    "find_recurrence",
]
