"""Dossiers: what is on file about one provision, one guiding question, one theme or one actor."""

from __future__ import annotations

from travaux.analysis.dossiers.actor import ActorDossier, actor_dossier
from travaux.analysis.dossiers.article import ArticleDossier, article_dossier
from travaux.analysis.dossiers.gathering import EVERYTHING, PAGE, Limits
from travaux.analysis.dossiers.question import QuestionDossier, question_dossier
from travaux.analysis.dossiers.theme import ThemeDossier, theme_dossier

__all__ = [
    "EVERYTHING",
    "PAGE",
    "ActorDossier",
    "ArticleDossier",
    "Limits",
    "QuestionDossier",
    "ThemeDossier",
    "actor_dossier",
    "article_dossier",
    "question_dossier",
    "theme_dossier",
]
