"""The fields of an invented statement, by the words that stand for them."""

from __future__ import annotations

from typing import NotRequired, TypedDict

from travaux.model.identity import Id
from travaux.model.schemes import Prevalence, ReviewStatus


class Wording(TypedDict):
    """Exact words of the report, numbers of articles and questions, names of themes and of a position."""

    quote: str
    cue: str
    claim: str
    themes: tuple[str, ...]
    phrase: NotRequired[str]
    prevalence: NotRequired[Prevalence]
    participations: NotRequired[tuple[Id, ...]]
    actors: NotRequired[tuple[Id, ...]]
    rationale: NotRequired[str]
    condition: NotRequired[str]
    contrast: NotRequired[str]
    review: NotRequired[ReviewStatus]
    rule: NotRequired[str]
    articles: NotRequired[tuple[str, ...]]
    questions: NotRequired[tuple[str, ...]]
    partial_questions: NotRequired[tuple[str, ...]]
    position: NotRequired[str]
