"""Arguments: how positions stand against the objections that the reports record; never which of them is right."""

from __future__ import annotations

from travaux.analysis.argumentation.acceptance import Acceptance, Knot, Limits, Standing, accept
from travaux.analysis.argumentation.evaluate import evaluate_arguments
from travaux.analysis.argumentation.framework import BipolarFramework, Framework, Support
from travaux.analysis.argumentation.gradual import Gradual, Strengths, find_strengths
from travaux.analysis.argumentation.grounded import ground
from travaux.analysis.argumentation.reasons import Branch, Objection, Role
from travaux.analysis.argumentation.recorded import Evidence
from travaux.analysis.argumentation.result import Account, Arguments, Part, Weighed
from travaux.analysis.argumentation.solver import Semantics

__all__ = [
    "Acceptance",
    "Account",
    "Arguments",
    "BipolarFramework",
    "Branch",
    "Evidence",
    "Framework",
    "Gradual",
    "Knot",
    "Limits",
    "Objection",
    "Part",
    "Role",
    "Semantics",
    "Standing",
    "Strengths",
    "Support",
    "Weighed",
    "accept",
    "evaluate_arguments",
    "find_strengths",
    "ground",
]
