"""How well statements are read: annotated statements, and scores of found ones against them."""

from __future__ import annotations

from travaux.analysis.evaluation.annotated import Annotated, Case
from travaux.analysis.evaluation.files import read_annotations, read_cases
from travaux.analysis.evaluation.score import Score, Tally, score

__all__ = ["Annotated", "Case", "Score", "Tally", "read_annotations", "read_cases", "score"]
