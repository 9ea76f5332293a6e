"""Dossiers: what is on file about one provision, question, theme, actor, position or consultation."""

from __future__ import annotations

from travaux.analysis.dossiers.actor import ActorDossier, actor_dossier
from travaux.analysis.dossiers.article import ArticleDossier, article_dossier
from travaux.analysis.dossiers.consultation import ConsultationDossier, consultation_dossier
from travaux.analysis.dossiers.gathering import EVERYTHING, PAGE, Limits
from travaux.analysis.dossiers.position import PositionDossier, position_dossier
from travaux.analysis.dossiers.question import QuestionDossier, question_dossier
from travaux.analysis.dossiers.theme import ThemeDossier, theme_dossier

__all__ = [
    "EVERYTHING",
    "PAGE",
    "ActorDossier",
    "ArticleDossier",
    "ConsultationDossier",
    "Limits",
    "PositionDossier",
    "QuestionDossier",
    "ThemeDossier",
    "actor_dossier",
    "article_dossier",
    "consultation_dossier",
    "position_dossier",
    "question_dossier",
    "theme_dossier",
]
