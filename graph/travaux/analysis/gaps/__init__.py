"""Gaps: what was asked, drafted, put on the agenda or listed, and nothing in the record speaks to it."""

from __future__ import annotations

from travaux.analysis.gaps.finding import find_gaps
from travaux.analysis.gaps.kinds import GAPS, About, GapKind
from travaux.analysis.gaps.result import Gap, Gaps, GapSection, Quoted

__all__ = ["GAPS", "About", "Gap", "GapKind", "GapSection", "Gaps", "Quoted", "find_gaps"]
