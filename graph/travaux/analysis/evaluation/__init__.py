"""How well statements are read: annotated statements, and scores of found ones against them."""

from __future__ import annotations

from travaux.analysis.evaluation.annotated import Annotated, Case
from travaux.analysis.evaluation.coefficients import cohen_kappa, krippendorff_alpha
from travaux.analysis.evaluation.files import read_annotations, read_cases
from travaux.analysis.evaluation.gold import Gold, read_found, read_gold
from travaux.analysis.evaluation.opinions import SecondOpinions, compare_opinions
from travaux.analysis.evaluation.recorded import to_annotated
from travaux.analysis.evaluation.rows import known_documents
from travaux.analysis.evaluation.score import Score, Tally, score

__all__ = [
    "Annotated",
    "Case",
    "Gold",
    "Score",
    "SecondOpinions",
    "Tally",
    "cohen_kappa",
    "compare_opinions",
    "known_documents",
    "krippendorff_alpha",
    "read_annotations",
    "read_cases",
    "read_found",
    "read_gold",
    "score",
    "to_annotated",
]
