"""Overviews: how often each theme, provision, question, position and actor comes up, without the statements themselves."""

from __future__ import annotations

from travaux.analysis.overview.actors import KINDS, ActorRow, Actors, find_actors, read_attributed
from travaux.analysis.overview.answers import Answered, AnsweredQuestion, AnswerTable, find_answered
from travaux.analysis.overview.matrix import Cell, Matrix, ThemeRow, find_matrix
from travaux.analysis.overview.positions import PositionOrder, PositionRow, Positions, find_positions, find_unexpressed
from travaux.analysis.overview.process import Event, find_events, find_reviewers
from travaux.analysis.overview.provisions import Pressed, Pressure, ProvisionRow, Provisions, find_pressure, find_provisions
from travaux.analysis.overview.questions import QuestionRow, Questions, find_questions
from travaux.analysis.overview.reports import ReportRow, Reports, find_reports
from travaux.analysis.overview.taken import AGAINST, Taken, total

__all__ = [
    "AGAINST",
    "KINDS",
    "ActorRow",
    "Actors",
    "AnswerTable",
    "Answered",
    "AnsweredQuestion",
    "Cell",
    "Event",
    "Matrix",
    "PositionOrder",
    "PositionRow",
    "Positions",
    "Pressed",
    "Pressure",
    "ProvisionRow",
    "Provisions",
    "QuestionRow",
    "Questions",
    "ReportRow",
    "Reports",
    "Taken",
    "ThemeRow",
    "find_actors",
    "find_answered",
    "find_events",
    "find_matrix",
    "find_positions",
    "find_pressure",
    "find_provisions",
    "find_questions",
    "find_reports",
    "find_reviewers",
    "find_unexpressed",
    "read_attributed",
    "total",
]
